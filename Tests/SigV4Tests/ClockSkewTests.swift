import Testing

@testable import SigV4

@Suite("Clock skew")
struct ClockSkewTests {
    private let call = Example.signedCall

    @Test("is tolerated for five minutes either way, and not a second more")
    func skew() throws {
        try Example.verify(call, at: Example.now.after(seconds: 300))
        try Example.verify(call, at: Example.now.after(seconds: -300))
        #expect(
            throws: SignatureRefusal.expired(
                signed: Example.now,
                now: Example.now.after(seconds: 301),
                windowSeconds: 300
            )
        ) { try Example.verify(call, at: Example.now.after(seconds: 301)) }
        #expect(
            throws: SignatureRefusal.notYetCurrent(
                signed: Example.now,
                now: Example.now.after(seconds: -301),
                toleranceSeconds: 300
            )
        ) { try Example.verify(call, at: Example.now.after(seconds: -301)) }
    }

    @Test("is explained in AWS's words")
    func skewMessages() throws {
        let late = SignatureRefusal.expired(
            signed: Example.now,
            now: Example.now.after(seconds: 600),
            windowSeconds: 300
        )
        #expect(
            late.message == "Signature expired: 20261123T194005Z is now earlier than 20261123T194505Z "
                + "(20261123T195005Z - 5 min.)"
        )
        let early = SignatureRefusal.notYetCurrent(
            signed: Example.now,
            now: Example.now.after(seconds: -600),
            toleranceSeconds: 300
        )
        #expect(
            early.message == "Signature not yet current: 20261123T194005Z is still later than 20261123T193505Z "
                + "(20261123T193005Z + 5 min.)"
        )
        #expect(late.group == .invalidSignature)
    }
}
