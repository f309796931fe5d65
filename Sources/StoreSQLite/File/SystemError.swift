#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

enum SystemError {
    /// What the system said of the call before this one.
    static var last: String {
        String(cString: strerror(errno))
    }
}
