import SmithyTypes
import Testing

@Suite("A value kept by reference")
struct IndirectTests {
    @Test("is equal and hashed by what it refers to")
    func equality() {
        #expect(Indirect("same") == Indirect("same"))
        #expect(Indirect("same") != Indirect("other"))
        #expect(Set([Indirect(1), Indirect(1), Indirect(2)]).count == 2)
        #expect(Indirect(Indirect("deep")).value.value == "deep")
    }
}
