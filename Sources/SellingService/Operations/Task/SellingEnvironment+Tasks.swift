import AWSJSON
import SellingDomain
import SellingShapes
import SellingWire
import SmithyTypes
import Store

/// What the operations on tasks share.
extension SellingEnvironment {
    /// A task of the caller's at its beginning.
    func newTask(
        _ kind: TaskKind,
        _ catalog: CatalogIdentifier,
        _ call: Call,
        given products: TaskProducts = TaskProducts()
    ) -> SellingTask {
        SellingTask(
            account: call.accountIdentifier,
            catalog: catalog,
            kind: kind,
            identifier: identifiers.next("task-", length: kind.identifierLength),
            startedAt: now(),
            given: products
        )
    }

    /// Without an account (captured). The pattern that the model has for a prospecting task's names another service; its
    /// ARN is like the others'.
    func taskARN(_ task: SellingTask) -> String {
        sharedARN(task.catalog, "\(task.kind.rawValue)/\(task.identifier)")
    }

    /// The tasks that a list names by identifier or ARN, as far as they can be ours; nil where it names none.
    func taskIdentifiers(_ named: [String]?, in catalog: CatalogIdentifier, _ kind: TaskKind) -> Set<String>? {
        named.map { named in
            Set(named.compactMap { sharedIdentifier($0, in: catalog, of: kind.rawValue, prefix: "task-") })
        }
    }

    /// The engagements that a list names by identifier or ARN, as far as they can be ours; nil where it names none.
    func engagementIdentifiers(_ named: [String]?, in catalog: CatalogIdentifier) -> Set<String>? {
        named.map { named in Set(named.compactMap { engagementIdentifier($0, in: catalog) }) }
    }

    /// A page of the caller's tasks.
    ///
    /// Undocumented: the model has no default for its size; this is that of the API's lists with the same bound of 1,000.
    func taskPage<Contract: OperationContract>(
        _ query: TaskQuery,
        _ catalog: CatalogIdentifier,
        _ maxResults: Int?,
        _ paged: PagedQuestion<Contract>,
        _ call: Call
    ) async throws -> Page<SellingTask> {
        let start = try paged.start(query.order)
        return try await store.read { transaction in
            try TaskTable.page(
                in: transaction,
                account: call.accountIdentifier,
                catalog: catalog,
                query,
                after: start,
                size: maxResults ?? 100
            )
        }
    }
}

extension SellingTask {
    /// Why it failed, for the request log: by the rules, where they said.
    var remarks: [Explanation] { failure?.violations.map(Explanation.init) ?? [] }
}
