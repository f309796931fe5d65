/// Classes in brackets. In Java a bracket within them opens a class of its own, and `&&` intersects.
extension PatternParser {
    /// What follows an opening bracket, and the closing one.
    mutating func bracketClass() throws(PatternFault) -> ScalarSet {
        let isNegated = take("^")
        var set = try classItems()
        while take("&&") {
            let other = try classItems()
            set = set.intersection(other)
        }
        guard take("]") else { throw .malformed("it lacks a closing bracket") }
        return isNegated ? set.complement : set
    }

    /// The union of the items up to `&&` or to the closing bracket. As the first item a bracket stands for itself.
    private mutating func classItems() throws(PatternFault) -> ScalarSet {
        var set = try classItem()
        while let next = peek(), next != "]", next != "&" || peek(1) != "&" {
            let item = try classItem()
            set = set.union(item)
        }
        return set
    }

    private mutating func classItem() throws(PatternFault) -> ScalarSet {
        let first = try advance()
        if first == "[" { return try bracketClass() }
        guard first == "\\" else { return try range(from: first.value) }
        switch try escape() {
        case .scalar(let scalar): return try range(from: scalar)
        case .set(let set): return set
        case .node: throw .malformed("a class in brackets has an escape that is no character")
        }
    }

    /// A hyphen makes a range unless the class ends or another class begins behind it.
    private mutating func range(from lower: UInt32) throws(PatternFault) -> ScalarSet {
        guard peek() == "-", let next = peek(1), next != "]", next != "[" else {
            return cased(ScalarSet(lower...lower))
        }
        _ = take("-")
        let upper = try rangeEnd()
        guard lower <= upper else { throw .malformed("a class in brackets has a range that runs backwards") }
        return cased(ScalarSet(lower...upper))
    }

    private mutating func rangeEnd() throws(PatternFault) -> UInt32 {
        let first = try advance()
        guard first == "\\" else { return first.value }
        guard case .scalar(let scalar) = try escape() else {
            throw .malformed("a class in brackets has a range that ends in a class")
        }
        return scalar
    }
}
