/// An HTTP request as SigV4 sees it: what was sent, byte for byte, of whatever transport sent it.
///
/// All text lies in one buffer and everything else points into it, so that building one from a server's header list
/// costs two allocations, however many headers there are. The body is not kept, only its hash.
public struct SignableRequest: Sendable {
    /// Where a header lies in `octets`.
    struct Header: Sendable {
        /// In lower case.
        let name: Range<Int>
        /// As sent.
        let value: Range<Int>
    }

    private var octets: [UInt8]
    private var methodRange: Range<Int>
    private var targetRange: Range<Int>

    /// In the order in which they were sent.
    private(set) var headers: [Header]

    /// The hash of the body. A signer may be given `PayloadHash.unsigned`; a verifier needs the hash of what came.
    public var payload: PayloadHash

    /// - Parameters:
    ///   - method: As sent, for example `POST`.
    ///   - target: Path and query as sent, neither decoded nor normalised, for example `/?a=b%20c`.
    ///   - payload: The hash of the body.
    public init(method: String, target: String, payload: PayloadHash = .empty, expectedHeaderCount: Int = 12) {
        octets = []
        octets.reserveCapacity(1024)
        headers = []
        headers.reserveCapacity(expectedHeaderCount)
        self.payload = payload
        octets.append(contentsOf: method.utf8)
        methodRange = 0..<octets.count
        octets.append(contentsOf: target.utf8)
        targetRange = methodRange.upperBound..<octets.count
    }

    /// A request with its headers, in any case, and its body.
    public init(
        method: String,
        target: String,
        headers: some Sequence<(name: String, value: String)>,
        body: some Sequence<UInt8>
    ) {
        self.init(method: method, target: target, payload: PayloadHash(hashing: body))
        for header in headers { addHeader(header.name, header.value) }
    }

    /// Adds a header after those already there; a name may be added again.
    ///
    /// `host` must be among them like any other: where a server's framework keeps it apart (as `:authority`), the
    /// caller adds it.
    public mutating func addHeader(_ name: String, _ value: String) {
        let nameRange = append(name)
        octets.lowercaseASCII(from: nameRange.lowerBound)
        headers.append(Header(name: nameRange, value: append(value)))
    }

    /// Removes every header of that name (in lower case).
    mutating func removeHeaders(named name: String) {
        headers.removeAll { octets[$0.name].equals(name) }
    }

    mutating func replaceTarget(_ target: String) {
        targetRange = append(target)
    }

    private mutating func append(_ text: String) -> Range<Int> {
        let start = octets.count
        octets.append(contentsOf: text.utf8)
        return start..<octets.count
    }
}

extension SignableRequest {
    var method: Octets { octets[methodRange] }
    var target: Octets { octets[targetRange] }

    /// The target up to its question mark.
    var path: Octets { target.cut(at: .questionMark).before }

    /// The target after its question mark; nil without one.
    var query: Octets? { target.cut(at: .questionMark).after }

    func name(of header: Header) -> Octets { octets[header.name] }
    func value(of header: Header) -> Octets { octets[header.value] }

    /// The value, trimmed, of the first header of that name (in lower case).
    func firstValue(of name: String) -> Octets? {
        let length = name.utf8.count
        let header = headers.first { $0.name.count == length && octets[$0.name].equals(name) }
        return header.map { octets[$0.value].trimmed }
    }

    /// The headers by name; those of one name stay in the order in which they were sent.
    func headersByName() -> [Header] {
        octets.withUnsafeBufferPointer { octets in
            headers.sorted { left, right in
                let (leftName, rightName) = (octets[left.name], octets[right.name])
                if leftName.elementsEqual(rightName) { return left.name.lowerBound < right.name.lowerBound }
                return leftName.lexicographicallyPrecedes(rightName)
            }
        }
    }
}
