import SellingDomain
import SellingShapes
import SellingWire

extension ModelsConflictException {
    static func refused(_ conflict: Conflict) -> Self {
        .conflict(ConflictException(message: conflict.message))
    }
}

extension ModelsServiceQuotaExceededException {
    static func refused(_ excess: ExceededQuota) -> Self {
        .serviceQuotaExceeded(ServiceQuotaExceededException(message: excess.message))
    }
}
