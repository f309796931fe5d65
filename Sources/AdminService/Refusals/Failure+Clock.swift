import AdminShapes
import AdminWire
import SmithyTypes
import Store

/// Moves the clock and calls its refusal by the operation's own errors.
///
/// - Parameters:
///   - fieldName: the member that says where to.
///   - advice: what else could be done.
func moving<Failure: ModelsValidationException>(
    by fieldName: String,
    advice: String,
    as failure: Failure.Type,
    _ move: () async throws -> ClockReading
) async throws -> ClockReading {
    do {
        return try await move()
    } catch ClockRefusal.backwards(let now) {
        let shown = Timestamp(millisecondsSinceEpoch: now).iso8601
        throw Failure.validation(
            ValidationException(fieldName, "Cosell's clock shows \(shown) and does not go back. \(advice)")
        )
    }
}

extension ClockReading {
    var timestamp: Timestamp { Timestamp(millisecondsSinceEpoch: milliseconds) }
}

extension ClockResponse {
    init(_ reading: ClockReading) {
        self.init(frozen: reading.isFrozen, now: reading.timestamp)
    }
}
