import AWSJSON

/// Reads and writes the messages of one operation of the test service through its generated code.
struct ProtocolCoder: Sendable {
    let name: String
    /// The request body, read and written again; how many deviations were noted.
    let rereadRequest: @Sendable ([UInt8]) throws -> (bytes: [UInt8], deviations: Int)
    /// The response body, read and then answered as a server answers it.
    let answerAgain: @Sendable ([UInt8]) async throws -> [UInt8]

    init<Contract: OperationContract>(_ contract: Contract.Type) {
        name = Contract.name
        rereadRequest = { body in
            let read = try parse(Contract.Input.self, body)
            return (read.value.encoded(), read.deviations.count)
        }
        answerAgain = { body in
            let output = try parse(Contract.Output.self, body).value
            let call = Call(requestIdentifier: "", accountIdentifier: "")
            let answer = try await Endpoint(Answering<Contract>(output: output)).decode(Array("{}".utf8)).run(
                for: call,
                in: .awsJSON
            )
            guard case .answered(let bytes, _) = answer else { return [] }
            return bytes
        }
    }

    static let all: [String: ProtocolCoder] = Dictionary(
        uniqueKeysWithValues: [
            ProtocolCoder(ContentTypeParameters.self), ProtocolCoder(DatetimeOffsets.self),
            ProtocolCoder(EmptyOperation.self),
            ProtocolCoder(EndpointOperation.self), ProtocolCoder(EndpointWithHostLabelOperation.self),
            ProtocolCoder(FractionalSeconds.self),
            ProtocolCoder(HostWithPathOperation.self), ProtocolCoder(JsonEnums.self), ProtocolCoder(JsonIntEnums.self),
            ProtocolCoder(JsonUnions.self), ProtocolCoder(KitchenSinkOperation.self), ProtocolCoder(MalformedBlob.self),
            ProtocolCoder(MalformedBoolean.self), ProtocolCoder(MalformedByte.self),
            ProtocolCoder(MalformedDouble.self),
            ProtocolCoder(MalformedFloat.self), ProtocolCoder(MalformedInteger.self), ProtocolCoder(MalformedList.self),
            ProtocolCoder(MalformedLong.self), ProtocolCoder(MalformedMap.self),
            ProtocolCoder(MalformedRequestBody.self),
            ProtocolCoder(MalformedShort.self), ProtocolCoder(MalformedTimestampBodyDateTime.self),
            ProtocolCoder(MalformedTimestampBodyDefault.self), ProtocolCoder(MalformedTimestampBodyHttpDate.self),
            ProtocolCoder(MalformedUnion.self), ProtocolCoder(NullOperation.self),
            ProtocolCoder(OperationWithOptionalInputOutput.self),
            ProtocolCoder(PutAndGetInlineDocuments.self), ProtocolCoder(PutWithContentEncoding.self),
            ProtocolCoder(SimpleScalarProperties.self),
            ProtocolCoder(SparseNullsOperation.self),
        ].map { ($0.name, $0) }
    )

    /// The error documents, read and sent again, with the status that goes with them.
    static let errors: [String: @Sendable ([UInt8]) throws -> (bytes: [UInt8], status: Int)] = [
        "ComplexError": { sent(try parse(ComplexError.self, $0).value.wireError) },
        "FooError": { sent(try parse(FooError.self, $0).value.wireError) },
        "InvalidGreeting": { sent(try parse(InvalidGreeting.self, $0).value.wireError) },
    ]

    private static func sent(_ error: WireError) -> (bytes: [UInt8], status: Int) {
        (error.body(.awsJSON), error.statusCode(.awsJSON))
    }
}

/// Answers what it was given.
private struct Answering<Contract: OperationContract>: Operation {
    let output: Contract.Output

    func run(_ input: Contract.Input, for call: Call) async throws -> Answer<Contract.Output> { .value(output) }
}
