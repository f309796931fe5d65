/// Numbers the statements of this process, equal texts alike.
///
/// It only grows: by as many entries as the program has texts, which is a choice of its authors and not of its callers.
enum StatementRegister {
    private static let numbers = Monitor<[String: Int]>([:])

    static func number(of text: String) -> Int {
        numbers.withLock { numbers in
            if let number = numbers[text] {
                return number
            }
            let number = numbers.count
            numbers[text] = number
            return number
        }
    }
}
