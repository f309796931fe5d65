import Identity
import Testing

@Suite("A principal")
struct PrincipalTests {
    @Test("is named as AWS's access-denied sentence names it")
    func arn() {
        #expect(Principal(accountIdentifier: "111122223333").arn == "arn:aws:iam::111122223333:root")
        #expect(
            Principal(accountIdentifier: "111122223333", userName: "ana").arn == "arn:aws:iam::111122223333:user/ana"
        )
    }
}
