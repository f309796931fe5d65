/// One member of a structure or a union, with every question about it answered.
struct Member {
    let name: String
    let wireName: String
    let shape: String
    /// The property's or the case's name.
    let swiftName: String
    let isRequired: Bool
    /// Whether it is kept by reference, because the structure would contain itself.
    let isIndirect: Bool
    let distinguishesNull: Bool
    let isIdempotencyToken: Bool

    /// The member's label in a call, where few keywords need escaping.
    var label: String {
        let bare = swiftName.replacing("`", with: "")
        return ["inout", "let", "var"].contains(bare) ? swiftName : bare
    }

    /// The variable that holds it while its structure is being read.
    var variable: String {
        ReservedNames.inReading.contains(swiftName) ? swiftName + "Value" : swiftName
    }

    /// The property as the generated methods name it.
    var property: String {
        ReservedNames.inMethods.contains(swiftName) ? "self." + swiftName : swiftName
    }
}
