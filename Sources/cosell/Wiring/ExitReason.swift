import ArgumentParser

/// Why the program stops, by the exit codes of sysexits.h.
enum ExitReason: Error, Sendable {
    /// 1: the server was asked and said no.
    case refused(String)
    /// 69: the store, or the server that was to be called, is not available.
    case unavailable(String)
    /// 74: a file could not be read or written.
    case inputOutput(String)
    /// 78: the flags are understood but do not go together, or say something that cannot be.
    case configuration(String)

    var code: Int32 {
        switch self {
        case .refused: 1
        case .unavailable: 69
        case .inputOutput: 74
        case .configuration: 78
        }
    }

    var message: String {
        switch self {
        case .refused(let message), .unavailable(let message), .inputOutput(let message), .configuration(let message):
            message
        }
    }
}

/// Runs a command's work and turns a reason to stop into its sentence on standard error and its exit code.
func exiting<Value>(_ work: () async throws -> Value) async throws -> Value {
    do {
        return try await work()
    } catch let reason as ExitReason {
        StandardStream.error.line("cosell: \(reason.message)")
        throw ExitCode(reason.code)
    }
}
