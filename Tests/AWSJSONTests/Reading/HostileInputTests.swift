import AWSJSON
import SmithyTypes
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite("A hostile body")
struct HostileInputTests {
    @Test(
        "costs its reader time in proportion to its size, and answers no more than it asks",
        .timeLimit(.minutes(5)),
        arguments: HostileBody.all
    )
    func linear(body: HostileBody) {
        let bytes = Array(body.make().utf8)
        var refusal: SerializationFailure.Reason?
        var violations: [ConstraintViolation] = []
        var deviationCount = 0
        let start = processorSeconds()
        do throws(SerializationFailure) {
            let read = try parse(HostileTarget.self, bytes)
            var constraints = ConstraintCheck(deviations: read.deviations)
            read.value.check(in: &constraints)
            violations = constraints.violations
            deviationCount = read.deviations.count
        } catch {
            refusal = error.reason
        }
        let seconds = processorSeconds() - start
        #expect(refusal == body.refusal)
        // In proportion it takes well under a second; by the square of its size, hours.
        #expect(seconds < 10)
        #expect(max(violations.count, deviationCount) <= ConstraintCheck.maximumViolationCount)
        #expect(violations.reduce(0) { $0 + $1.message.utf8.count } < 200_000)
    }

    /// What this thread has spent, however busy the machine is with other tests.
    private func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
