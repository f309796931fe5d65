import Testing

@testable import Server

@Suite("Metrics")
struct MetricsTests {
    @Test("requests are counted and timed by operation and outcome")
    func requests() async throws {
        let server = try await PipelineUnderTest()
        for _ in 0..<3 { _ = await server.send("ListSolutions", Body.list) }
        _ = await server.send("GetOpportunity", Body.absent)
        _ = await server.send("NoSuchThing", "{}")
        let lines = server.metrics.text.split(separator: "\n").map(String.init)
        #expect(lines.contains(#"cosell_requests_total{operation="ListSolutions",outcome="OK"} 3"#))
        #expect(
            lines.contains(#"cosell_requests_total{operation="GetOpportunity",outcome="ResourceNotFoundException"} 1"#)
        )
        #expect(lines.contains(#"cosell_requests_total{operation="unknown",outcome="UnknownOperationException"} 1"#))
        #expect(lines.contains(#"cosell_request_seconds_count{operation="ListSolutions",outcome="OK"} 3"#))
    }

    @Test("the text is Prometheus' format: each metric's type once, before its values")
    func format() throws {
        let metrics = PrometheusMetrics()
        let requests = RequestMetrics(factory: metrics)
        requests.record(operation: "B", outcome: "OK", nanoseconds: 1_500_000_000)
        requests.record(operation: "A", outcome: "OK", nanoseconds: 500_000_000)
        requests.record(operation: "B", outcome: "OK", nanoseconds: 500_000_000)
        #expect(
            metrics.text == """
                # TYPE cosell_request_seconds summary
                cosell_request_seconds_count{operation="A",outcome="OK"} 1
                cosell_request_seconds_count{operation="B",outcome="OK"} 2
                cosell_request_seconds_sum{operation="A",outcome="OK"} 0.5
                cosell_request_seconds_sum{operation="B",outcome="OK"} 2.0
                # TYPE cosell_requests_total counter
                cosell_requests_total{operation="A",outcome="OK"} 1
                cosell_requests_total{operation="B",outcome="OK"} 2

                """
        )
    }

    @Test("nothing was measured, nothing is said")
    func empty() {
        #expect(PrometheusMetrics().text.isEmpty)
    }

    @Test("what strangers send makes no new lines: a name that is no operation is 'unknown'")
    func bounded() async throws {
        let server = try await PipelineUnderTest()
        for number in 0..<20 { _ = await server.send("Stranger\(number)", "{}") }
        #expect(server.metrics.text.split(separator: "\n").count { $0.hasPrefix("cosell_requests_total") } == 1)
    }

    @Test("no count is lost between threads")
    func concurrently() async {
        let metrics = PrometheusMetrics()
        let requests = RequestMetrics(factory: metrics)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<500 { requests.record(operation: "A", outcome: "OK", nanoseconds: 1) }
                }
            }
        }
        #expect(metrics.text.contains(#"cosell_requests_total{operation="A",outcome="OK"} 4000"#))
    }
}
