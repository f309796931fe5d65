#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Standard output and standard error, written by the system call: no buffer to lose when the process is killed.
enum StandardStream: Int32, Sendable {
    case output = 1
    case error = 2

    func write(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { buffer in
            var rest = UnsafeRawBufferPointer(buffer)[...]
            while !rest.isEmpty {
                #if canImport(Glibc)
                    let written = Glibc.write(rawValue, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                #elseif canImport(Musl)
                    let written = Musl.write(rawValue, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                #else
                    let written = Darwin.write(rawValue, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                #endif
                // A closed pipe or a full disk: there is nobody left to tell.
                guard written > 0 else { return }
                rest = rest.dropFirst(written)
            }
        }
    }

    func line(_ text: String) {
        write(Array((text + "\n").utf8))
    }
}
