/// The member names of one structure, as its decoder looks them up.
public struct MemberNames: Sendable, ExpressibleByArrayLiteral {
    private let names: [StaticString]

    public init(arrayLiteral names: StaticString...) {
        self.names = names
    }

    public subscript(index: Int) -> StaticString { names[index] }

    /// The index of a name; nil where the structure has no such member.
    ///
    /// The search begins after the member found last: clients send members in the order of their own model, so the
    /// first comparison is mostly the right one.
    func index(of name: NameSpan, in bytes: [UInt8], after last: Int) -> Int? {
        let text = name.utf8(in: bytes)
        return text.withUnsafeBytes { candidate in
            var index = last + 1
            for _ in names.indices {
                if index >= names.count { index = 0 }
                if names[index].equals(candidate) { return index }
                index += 1
            }
            return nil
        }
    }
}

extension StaticString {
    @inline(__always)
    fileprivate func equals(_ candidate: UnsafeRawBufferPointer) -> Bool {
        guard utf8CodeUnitCount == candidate.count else { return false }
        return UnsafeRawBufferPointer(start: utf8Start, count: utf8CodeUnitCount).elementsEqual(candidate)
    }
}
