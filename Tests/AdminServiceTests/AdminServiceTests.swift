import Testing

/// Every test of this room runs on every engine. They run one after another, so that a PostgreSQL server of ordinary
/// size has connections for all of them and for the other rooms' tests beside them.
@Suite("The admin service", .serialized)
enum AdminServiceTests {}
