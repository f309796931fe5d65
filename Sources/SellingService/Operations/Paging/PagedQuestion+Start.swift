import SellingDomain
import SellingShapes
import SellingWire

extension PagedQuestion {
    /// Where a request's page begins: at the list's own start, or after the place that its token names.
    ///
    /// - Throws: ValidationException where the token does not continue this question.
    func start<Failure: ModelsResourceNotFoundException & ModelsValidationException>(
        _ token: String?,
        _ order: SortOrder,
        as failure: Failure.Type
    ) throws(Failure) -> PageCursor {
        guard let token else { return .start(order) }
        guard let cursor = cursor(in: token) else { throw .refused(.violations([.pageToken(token)])) }
        return cursor
    }
}
