import Testing

@testable import SigV4

@Suite("Signing and verifying random requests")
struct SignAndVerifyPropertyTests {
    private static let seeds = 0..<150

    private func key(with generator: inout SeededGenerator) -> AccessKey {
        AccessKey(
            id: Example.accessKey.id,
            secretAccessKey: Example.accessKey.secretAccessKey,
            sessionToken: Bool.random(using: &generator) ? generator.text(of: WireRequest.visible, 1...80) : nil
        )
    }

    private func signed(with generator: inout SeededGenerator) -> WireRequest {
        let signer = Signer(accessKey: key(with: &generator), region: Example.region, service: Example.service)
        var request = WireRequest.random(with: &generator)
        if Bool.random(using: &generator) {
            request.target = signer.target(
                presigning: request.signable,
                at: Example.now,
                expiresAfterSeconds: generator.number(1...604_800)
            )
            return request
        }
        let declaring = Bool.random(using: &generator)
        for field in signer.headers(signing: request.signable, at: Example.now, declaringPayload: declaring) {
            request.set(field.name, field.value)
        }
        return request
    }

    @Test("what is signed is accepted", arguments: seeds)
    func accepted(seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        try Example.verify(signed(with: &generator))
    }

    @Test("whatever byte of it is changed, it is refused", arguments: seeds)
    func altered(seed: Int) {
        var generator = SeededGenerator(seed: seed)
        let request = signed(with: &generator)
        for part in WireRequest.Part.allCases {
            for _ in 0..<4 {
                var altered = request
                altered.flip(part, with: &generator)
                guard isChanged(altered, from: request) else { continue }
                #expect(throws: (any Error).self, "\(part) of \(request) became \(altered)") {
                    try Example.verify(altered)
                }
            }
        }
    }

    @Test("any other digit of the signature is refused", arguments: 0..<64)
    func signature(position: Int) throws {
        let request = Example.signedCall
        var digits = Array(request["Authorization"].utf8)
        let index = digits.count - 64 + position
        digits[index] = digits[index] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
        #expect(throws: SignatureRefusal.self) {
            try Example.verify(request.with { $0.set("Authorization", String(decoding: digits, as: UTF8.self)) })
        }
    }

    @Test("a shorter, longer or capital signature is refused", arguments: ["", "0", "signature"])
    func malformedSignature(text: String) {
        let authorization = Example.signedCall["Authorization"]
        let cut = authorization.dropLast(64)
        for signature in [
            text, authorization.suffix(63) + text, authorization.suffix(64) + text + "0",
            authorization.suffix(64).uppercased(),
        ] {
            #expect(throws: SignatureRefusal.self) {
                try Example.verify(Example.signedCall.with { $0.set("Authorization", cut + signature) })
            }
        }
    }

    private func isChanged(_ left: WireRequest, from right: WireRequest) -> Bool {
        left.method != right.method || left.target != right.target || left.body != right.body
            || !left.headers.elementsEqual(right.headers) { $0.name == $1.name && $0.value == $1.value }
    }
}
