extension CanonicalRequest {
    /// Appends the path without its `.` and `..` segments and its repeated slashes, and percent-encodes what is left.
    ///
    /// The path comes as sent, that is, already encoded by the client, so that `%20` becomes `%2520`: this is the
    /// double encoding that AWS prescribes for all services but S3.
    static func appendPath(_ path: Octets, to output: inout [UInt8]) {
        output.append(.slash)
        let root = output.count
        for segment in path.split(separator: .slash) {
            switch segment {
            case [.dot]: continue
            case [.dot, .dot]: removeLastSegment(of: &output, from: root)
            default: appendSegment(segment, to: &output, from: root)
            }
        }
        if path.last == .slash, output.count > root { output.append(.slash) }
    }

    private static func appendSegment(_ segment: Octets, to output: inout [UInt8], from root: Int) {
        if output.count > root { output.append(.slash) }
        output.appendPercentEncoded(segment)
    }

    /// Each byte is appended once and removed at most once, so any number of `..` costs no more than the path is long.
    private static func removeLastSegment(of output: inout [UInt8], from root: Int) {
        let lastSlash = output[root...].lastIndex(of: .slash)
        output.removeSubrange((lastSlash ?? root)...)
    }
}
