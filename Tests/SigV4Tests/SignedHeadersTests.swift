import Testing

@testable import SigV4

@Suite("The list of signed headers")
struct SignedHeadersTests {
    private func list(_ text: String) -> SignedHeaders {
        SignedHeaders(Array(text.utf8)[...])
    }

    @Test("is sorted, lowered and free of repetitions when a signer makes it")
    func making() {
        #expect(SignedHeaders(names: ["X-B", "host", "x-a", "HOST"]).description == "host;x-a;x-b")
    }

    @Test("is lowered when it is read, as AWS reads it")
    func reading() {
        #expect(list("Host;X-Amz-Date").description == "host;x-amz-date")
        #expect(list("Host;X-Amz-Date").contains("x-amz-date"))
        #expect(!list("hosts;ahost").contains("host"))
    }

    @Test(
        "is in order only when each name stands once and after the one before",
        arguments: [("a;b;c", true), ("a", true), ("", true), ("b;a", false), ("a;a", false), ("a;A", false)]
    )
    func order(text: String, isAscending: Bool) {
        #expect(list(text).isAscending == isAscending)
    }
}
