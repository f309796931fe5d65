/// Takes a stream of server-sent events apart (WHATWG HTML, section 9.2), as its pieces come.
///
/// Of the fields only those are kept that Cosell sends: `id`, `event` and `data`. Comments are passed over.
struct ServerSentEvents {
    private var line: [UInt8] = []
    private var event = ServerSentEvent()

    /// The events that this piece completes.
    mutating func take(_ piece: some Sequence<UInt8>) -> [ServerSentEvent] {
        var complete: [ServerSentEvent] = []
        for byte in piece {
            guard byte == UInt8(ascii: "\n") else {
                line.append(byte)
                continue
            }
            if line.last == UInt8(ascii: "\r") { line.removeLast() }
            if line.isEmpty {
                if !event.data.isEmpty { complete.append(event) }
                event = ServerSentEvent()
            } else {
                note(line)
            }
            line.removeAll(keepingCapacity: true)
        }
        return complete
    }

    private mutating func note(_ line: [UInt8]) {
        let parts = line.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
        var value = parts.count == 2 ? parts[1] : []
        if value.first == UInt8(ascii: " ") { value.removeFirst() }
        switch String(decoding: parts[0], as: UTF8.self) {
        case "id": event.identifier = String(decoding: value, as: UTF8.self)
        case "event": event.name = String(decoding: value, as: UTF8.self)
        case "data": event.data += (event.data.isEmpty ? [] : [UInt8(ascii: "\n")]) + value
        default: break
        }
    }
}

/// One message of a stream.
struct ServerSentEvent: Hashable, Sendable {
    var identifier = ""
    var name = ""
    var data: [UInt8] = []
}
