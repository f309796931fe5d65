extension MigrationRoom {
    /// The one row of Cosell's clock.
    static let clock = Migration(
        number: 4,
        name: "Cosell's clock",
        statements: [
            """
            CREATE TABLE cosell_clock (
                id BIGINT PRIMARY KEY,
                revision BIGINT NOT NULL,
                offset_ms BIGINT NOT NULL,
                frozen_at_ms BIGINT,
                floor_ms BIGINT NOT NULL
            )
            """
        ]
    )
}
