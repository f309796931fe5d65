import Testing

/// A list of exceptions may only shrink: what is on it must need it, and may grow no further.
@Suite("Sizes")
struct SizeTests {
    static let mostFileLines = 300
    static let mostFunctionLines = 70
    static let mostFileBytes = 1 << 20

    /// Lines of hand-written files that are longer than that, and why.
    static let longFiles: [String: Int] = [:]

    /// Lines of functions that are longer than that, as `path name`, and why.
    static let longFunctions: [String: Int] = [:]

    @Test("no hand-written Swift file is longer than 300 lines")
    func files() throws {
        var long: [String: Int] = [:]
        for file in Checkout.here.handWritten {
            let count = try Checkout.here.data(file).count { $0 == UInt8(ascii: "\n") }
            if count > Self.mostFileLines { long[file] = count }
        }
        #expect(long == Self.longFiles)
    }

    @Test("no function is longer than 70 lines")
    func functions() {
        var long: [String: Int] = [:]
        for (file, source) in Checkout.sources {
            for function in source.functions where function.bodyLines > Self.mostFunctionLines {
                long["\(file) \(function.name)"] = function.bodyLines
            }
        }
        #expect(long == Self.longFunctions)
    }

    @Test("no file is larger than a mebibyte")
    func bytes() throws {
        for file in Checkout.here.files {
            #expect(try Checkout.here.data(file).count <= Self.mostFileBytes, "\(file)")
        }
    }
}
