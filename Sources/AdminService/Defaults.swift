import AdminShapes
import Identity

/// Operations on one resource mean these where the request does not say.
let defaultAccountIdentifier = AccessKeys.defaultAccountIdentifier
let defaultCatalog = Catalog.sandbox
