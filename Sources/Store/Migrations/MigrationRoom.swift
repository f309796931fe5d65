/// The tables of one part of the program and their history. Rooms are migrated independently of one another.
public struct MigrationRoom: Sendable, Hashable {
    public let name: String
    /// In ascending order of their numbers.
    public let migrations: [Migration]

    public init(name: String, migrations: [Migration]) {
        self.name = name
        self.migrations = migrations
    }

    /// The number of the newest migration, 0 where there is none.
    var newest: Int {
        migrations.last?.number ?? 0
    }

    func migration(_ number: Int) -> Migration? {
        migrations.first { $0.number == number }
    }

    var isInOrder: Bool {
        zip(migrations, migrations.dropFirst()).allSatisfy { $0.number < $1.number }
    }
}
