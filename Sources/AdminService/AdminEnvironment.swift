public import AWSJSON
public import AdminShapes
public import EventDelivery
public import Identity
public import SellingService
public import Store

/// What the admin operations work with.
public struct AdminEnvironment: Sendable {
    let selling: SellingEnvironment
    let keys: AccessKeys
    let clock: CosellClock
    let faults: any FaultRegistry
    let requests: any RequestArchive
    let events: Events
    /// What a fault can be put on and a request can have been for, and which errors there can be.
    let operationNames: Set<String>
    let errorCodes: Set<String>

    /// - Parameters:
    ///   - clock: the one that `selling` asks for the time.
    ///   - service: the one whose requests meet the faults and are kept.
    public init(
        selling: SellingEnvironment,
        keys: AccessKeys,
        clock: CosellClock,
        faults: any FaultRegistry,
        requests: any RequestArchive,
        events: Events,
        service: ServiceDefinition
    ) {
        operationNames = service.operationNames
        errorCodes = service.refusals.codes.union(CommonError.allCases.map(\.rawValue))
        self.selling = selling
        self.keys = keys
        self.clock = clock
        self.faults = faults
        self.requests = requests
        self.events = events
    }
}

/// Where faults are set: the pipeline's side of it lives in the server.
public protocol FaultRegistry: Sendable {
    func put(_ fault: PutFaultRequest)
    func delete(_ name: String)
    var all: [PutFaultRequest] { get }
}

/// Where the last requests of the service are kept: it lives in the server.
public protocol RequestArchive: Sendable {
    func requests(_ query: ListRequestsRequest) async -> [LoggedRequest]
}
