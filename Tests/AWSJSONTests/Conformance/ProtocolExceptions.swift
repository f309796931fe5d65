/// Where we differ from the protocol's test cases, and why. A case that is listed and passes fails the tests, as does
/// one that is not listed and fails.
enum ProtocolExceptions {
    /// Cases that are run and must fail.
    static let failures: [String: String] = reasons([
        "no model of Partner Central has a sparse list or map, so a null element is refused": [
            "smithy request AwsJson11SparseListsSerializeNull", "smithy request AwsJson11SparseMapsSerializeNullValues",
            "smithy response AwsJson11SparseListsDeserializeNull",
            "smithy response AwsJson11SparseMapsDeserializeNullValues",
        ],
        "a union with no member or several is reported with all other violations, as a ValidationException": [
            "RestJsonMalformedUnionMultipleFieldsSet", "RestJsonMalformedUnionNoFieldsSet",
            "RestJsonMalformedUnionEmptyObjectNoFieldsSet", "RestJsonMalformedUnionUnknownMember",
        ],
        "unknown members are ignored everywhere, as recorded from the real service": [
            "RestJsonMalformedUnionKnownAndUnknownFieldsSet"
        ],
        "instants are read leniently: a number of seconds, an offset from UTC and ISO 8601 in every format": [
            "RestJsonBodyTimestampDefaultRejectsDateTime", "RestJsonBodyTimestampDateTimeRejectsEpochSeconds",
            "RestJsonBodyTimestampDateTimeRejectsUTCOffsets", "RestJsonBodyTimestampHttpDateRejectsDateTime",
            "RestJsonBodyTimestampHttpDateRejectsEpoch",
        ],
    ])

    /// Cases that say nothing about a server whose requests and answers are JSON bodies.
    static let notServed: [String: String] = reasons([
        "about the host or path that a client calls": [
            "smithy request AwsJson11HostWithPath", "smithy request AwsJson11EndpointTrait",
            "smithy request AwsJson11EndpointTraitWithHostLabel", "botocore request AwsJson11HostWithPath",
            "botocore request AwsJson11EndpointTrait", "botocore request AwsJson11EndpointTraitWithHostLabel",
            "smithy request MachinelearningPredictEndpoint",
        ],
        "about compressed requests, which no operation of Partner Central has": [
            "smithy request SDKAppliedContentEncoding_awsJson1_1",
            "smithy request SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsJson1_1",
            "botocore request SDKAppliedContentEncoding_awsJson1_1",
            "botocore request SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsJson1_1",
        ],
        "about the places in which a client looks for an error's code": fooErrors,
        "about restJson1's Accept header": [
            "RestJsonWithBodyExpectsApplicationJsonAccept",
            "RestJsonWithPayloadExpectsModeledAccept",
            "RestJsonWithPayloadExpectsImpliedAccept",
        ],
        "about restJson1's content types": [
            "RestJsonWithoutBodyExpectsEmptyContentType",
            "RestJsonWithBodyExpectsApplicationJsonContentType",
            "RestJsonWithBodyExpectsApplicationJsonContentTypeNoHeaders",
            "RestJsonWithPayloadExpectsModeledContentType",
            "RestJsonWithPayloadExpectsImpliedContentType",
            "RestJsonWithoutBodyEmptyInputExpectsEmptyContentType",
        ],
        "about a label in a path": inPaths,
        "about a parameter in a query": inQueries,
        "about a header": inHeaders,
    ])

    private static func reasons(_ groups: [String: [String]]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: groups.flatMap { reason, names in names.map { ($0, reason) } })
    }
}
