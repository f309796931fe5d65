public import AdminShapes
public import Identity
public import SellingService

/// What the admin operations work with.
public struct AdminEnvironment: Sendable {
    let selling: SellingEnvironment
    let keys: AccessKeys
    let faults: any FaultRegistry

    public init(selling: SellingEnvironment, keys: AccessKeys, faults: any FaultRegistry) {
        self.selling = selling
        self.keys = keys
        self.faults = faults
    }
}

/// Where faults are set: the pipeline's side of it lives in the server.
public protocol FaultRegistry: Sendable {
    func put(_ fault: PutFaultRequest)
    func delete(_ name: String)
    var all: [PutFaultRequest] { get }
}
