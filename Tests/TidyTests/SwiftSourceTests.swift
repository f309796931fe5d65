import Testing

/// These tests are only as good as their reading of Swift.
@Suite("How these tests read Swift")
struct SwiftSourceTests {
    static let samples: [(String, code: String, literals: String)] = [
        ("a // b", "a     ", "      "),
        ("a /* b /* c */ d */ e", "a                   e", "                     "),
        (#"a "b" c"#, #"a     c"#, #"  "b"  "#),
        (#"a "b \" c" d"#, #"a          d"#, #"  "b \" c"  "#),
        (##"a #"b " c"# d"##, ##"a           d"##, ##"  #"b " c"#  "##),
        (#""// no comment" a"#, #"                a"#, #""// no comment"  "#),
        (#""a \(b("c")) d" e"#, #"    (b(   ))    e"#, ##""a \   "c"   d"  "##),
        (##"#"a \#(b) \(c)"# d"##, ##"      (b)        d"##, ##"#"a \#    \(c)"#  "##),
        (##"#/"[a]/# b"##, ##"         b"##, ##"#/"[a]/#  "##),
        ("#if a", "#if a", "     "),
    ]

    @Test("code, comments and literals are told apart", arguments: samples)
    func parts(_ text: String, _ code: String, _ literals: String) {
        let source = SwiftSource(text)
        #expect(source.lines(.code) == [code])
        #expect(source.lines(.literal) == [literals])
        #expect(source.lines(.code, .comment, .literal) == [text])
    }

    @Test("a literal of many lines is one literal")
    func manyLines() {
        let source = SwiftSource("let a = \"\"\"\n    \"quoted\" // \\(b)\n    \"\"\"\nc")
        #expect(source.lines(.code) == ["let a =    ", "                 (b)", "       ", "c"])
    }

    @Test("functions are found with the lines of their bodies")
    func functions() {
        let source = SwiftSource(
            """
            protocol P {
                func none(_ a: Int) -> Int
                /// One.
                init(none: Int)
            }
            public static func one(_ a: () -> Void = {}) throws(E) -> Int {
                1
            }
            func two<A>(
                _ a: A
            ) -> Int
            where A: B {
                let text = "}"
                return 2 // }
            }
            init?(_ a: Int) { nil }
            subscript(a: Int) -> Int {
                get { 1 }
                set {}
            }
            """
        )
        #expect(
            source.functions == [
                SwiftFunction(name: "func one", line: 6, bodyLines: 1),
                SwiftFunction(name: "func two", line: 9, bodyLines: 2),
                SwiftFunction(name: "init", line: 16, bodyLines: 0),
                SwiftFunction(name: "subscript", line: 17, bodyLines: 2),
            ]
        )
    }
}
