"""Every error as clients meet it: typed in boto3, and on the wire to the letter."""

import datetime
import re
import uuid
from dataclasses import dataclass, field

import pytest

import signed
from partner import SANDBOX, SOLUTION, Partner, boto3_client, relation, token, violations
from signed import AWS_JSON, Signature, aws_json, path_style, send

STORES = ("sqlite",)
UNKNOWN = "O999999999999999999"
OF_UNKNOWN = relation(UNKNOWN, "Solutions", SOLUTION)
INJECTED = {"AccessDeniedException": 400, "InternalServerException": 500, "ThrottlingException": 400}
PATH_STYLE_STATUSES = {
    "AccessDeniedException": 403, "InternalServerException": 500, "ThrottlingException": 429,
    "ResourceNotFoundException": 404, "ValidationException": 400,
}


@pytest.fixture
def fault(server):
    """Makes an operation fail; lifts what is left of it afterwards."""

    def put(code, operation="DisassociateOpportunity", times=1):
        server.admin("PutFault", Name="f", Operation=operation, Kind="error", ErrorCode=code, Times=times)

    yield put
    server.admin("DeleteFault", Name="f")


class TestTypedExceptions:
    """The five errors of DisassociateOpportunity's page, and the ones of its neighbours."""

    def test_resource_not_found(self, partner):
        response = partner.refused("ResourceNotFoundException", partner.client.disassociate_opportunity, **OF_UNKNOWN)
        assert response["ResponseMetadata"]["HTTPStatusCode"] == 400
        assert response["Error"]["Message"] == "Resource not found"

    def test_validation_of_the_form(self, partner):
        members = OF_UNKNOWN | {"RelatedEntityType": "Sandwiches"}
        response = partner.refused("ValidationException", partner.client.disassociate_opportunity, **members)
        assert response["ResponseMetadata"]["HTTPStatusCode"] == 400
        assert response["Reason"] == "REQUEST_VALIDATION_FAILED"
        assert violations(response) == {("relatedEntityType", "INVALID_ENUM_VALUE")}
        assert response["Error"]["Message"] and all(violation["Message"] for violation in response["ErrorList"])

    def test_validation_by_business_rules(self, partner, opportunity):
        response = partner.refused("ValidationException", partner.associate, opportunity, "Solutions", "S-1111111")
        assert response["ResponseMetadata"]["HTTPStatusCode"] == 400
        assert response["Reason"] == "BUSINESS_VALIDATION_FAILED"

    def test_conflict(self, partner):
        members = {"Catalog": SANDBOX, "ClientToken": token()}
        partner.client.create_opportunity(**members)
        members["NationalSecurity"] = "Yes"
        response = partner.refused("ConflictException", partner.client.create_opportunity, **members)
        assert response["ResponseMetadata"]["HTTPStatusCode"] == 400
        assert response["Error"]["Message"] == "Conflicting client token submitted for a new request body."

    @pytest.mark.parametrize("code, status", INJECTED.items())
    def test_errors_that_only_a_fault_brings(self, partner, opportunity, fault, code, status):
        partner.associate(opportunity, "Solutions", SOLUTION)
        fault(code)
        response = partner.refused(code, partner.disassociate, opportunity, "Solutions", SOLUTION)
        assert response["ResponseMetadata"]["HTTPStatusCode"] == status
        assert partner.related(opportunity)["Solutions"] == [SOLUTION]
        partner.disassociate(opportunity, "Solutions", SOLUTION)

    @pytest.mark.parametrize("code", ["InternalServerException", "ThrottlingException"])
    def test_what_is_worth_a_retry_is_retried_by_the_sdk(self, server, partner, opportunity, fault, code):
        partner.associate(opportunity, "Solutions", SOLUTION)
        fault(code, times=2)
        patient = boto3_client(server.url, partner.account, retries=3)
        answer = patient.disassociate_opportunity(**relation(opportunity, "Solutions", SOLUTION))
        assert answer["ResponseMetadata"]["RetryAttempts"] == 2

    @pytest.mark.parametrize("code", ["InternalServerException", "ThrottlingException"])
    def test_what_is_worth_a_retry_says_after_how_many_seconds(self, partner, fault, code):
        fault(code)
        answer = partner.send("DisassociateOpportunity", OF_UNKNOWN)
        assert answer.code == code
        assert int(answer.headers["Retry-After"]) >= 1


class TestModelledErrorsOnTheWire:
    def test_aws_json_names_the_error_in_body_and_header(self, partner):
        answer = partner.send("DisassociateOpportunity", OF_UNKNOWN)
        assert answer.status == 400
        assert answer.document == {"__type": "ResourceNotFoundException", "Message": "Resource not found"}
        assert answer.code == "ResourceNotFoundException"
        assert answer.headers["Content-Type"] == AWS_JSON
        assert uuid.UUID(answer.headers["x-amzn-RequestId"])

    def test_every_answer_has_a_request_id_of_its_own(self, partner):
        answers = [partner.send("DisassociateOpportunity", OF_UNKNOWN) for _ in range(3)]
        assert len({answer.headers["x-amzn-RequestId"] for answer in answers}) == 3

    def test_path_style_says_not_found_in_32_bytes(self, partner):
        answer = partner.send("DisassociateOpportunity", OF_UNKNOWN, binding=path_style)
        assert (answer.status, answer.body) == (404, b'{"Message":"Resource not found"}')
        assert answer.code == "ResourceNotFoundException"
        assert answer.headers["Content-Type"] == "application/json"

    @pytest.mark.parametrize("code, status", [*INJECTED.items()])
    def test_path_style_statuses_of_injected_errors(self, partner, fault, code, status):
        fault(code)
        answer = partner.send("DisassociateOpportunity", OF_UNKNOWN, binding=path_style)
        assert (answer.status, answer.code) == (PATH_STYLE_STATUSES[code], code)
        assert "__type" not in answer.document and "Message" in answer.document

    def test_path_style_status_of_a_quota(self, partner, fault):
        fault("ServiceQuotaExceededException", operation="CreateEngagement")
        members = {"Catalog": SANDBOX, "ClientToken": token(), "Title": "Archive", "Description": "Tapes to storage"}
        answer = partner.send("CreateEngagement", members, binding=path_style)
        if answer.code == "UnknownOperationException":
            pytest.skip("no operation that models a quota is served yet")
        assert (answer.status, answer.code) == (402, "ServiceQuotaExceededException")

    def test_path_style_status_of_a_validation(self, partner):
        answer = partner.send("DisassociateOpportunity", {}, binding=path_style)
        assert (answer.status, answer.code) == (400, "ValidationException")
        assert "__type" not in answer.document
        assert violations(answer.document) == {
            (field, "REQUIRED_FIELD_MISSING")
            for field in ("catalog", "opportunityIdentifier", "relatedEntityIdentifier", "relatedEntityType")
        }

    def test_path_style_status_of_a_conflict(self, partner):
        members = {"Catalog": SANDBOX, "ClientToken": token()}
        assert partner.send("CreateOpportunity", members, binding=path_style).status == 200
        answer = partner.send("CreateOpportunity", members | {"NationalSecurity": "Yes"}, binding=path_style)
        assert (answer.status, answer.code) == (409, "ConflictException")

    def test_path_style_spells_unset_members_null_and_aws_json_leaves_them_out(self, partner, opportunity):
        members = {"Catalog": SANDBOX, "Identifier": opportunity}
        spelled = partner.send("GetOpportunity", members, binding=path_style).document
        left_out = partner.send("GetOpportunity", members).document
        assert spelled["SoftwareRevenue"] is None and spelled["LifeCycle"]["NextSteps"] is None
        assert "SoftwareRevenue" not in left_out and "NextSteps" not in left_out["LifeCycle"]
        assert without_nulls(spelled) == left_out

    def test_path_style_spells_the_last_page_null(self, partner):
        answer = partner.send("ListSolutions", {"Catalog": SANDBOX}, binding=path_style)
        assert answer.document["NextToken"] is None
        assert "NextToken" not in partner.send("ListSolutions", {"Catalog": SANDBOX}).document


def without_nulls(value):
    if isinstance(value, dict):
        return {name: without_nulls(member) for name, member in value.items() if member is not None}
    return [without_nulls(element) for element in value] if isinstance(value, list) else value


def minutes_from_now(minutes):
    return datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=minutes)


def with_header(name, value):
    """Changes a header after signing; None takes it away."""

    def change(headers):
        kept = {key: old for key, old in headers.items() if key != name}
        return kept if value is None else kept | {name: value}

    return change


@dataclass(frozen=True)
class Wrong:
    """One thing wrong with an otherwise good GetOpportunity, and the common error it meets."""

    what: str
    code: str
    status: int = 400
    operation: str | None = "GetOpportunity"
    body: object = field(default_factory=lambda: {"Catalog": SANDBOX, "Identifier": UNKNOWN})
    signature: Signature = Signature()
    change: object = staticmethod(lambda headers: headers)
    says: str = ""
    in_target: bool = False


CREDENTIAL = "AWS4-HMAC-SHA256 Credential=test/20300101/us-east-1/partnercentral-selling/aws4_request"
COMMON = [
    Wrong("no authorization", "MissingAuthenticationTokenException", change=with_header("Authorization", None),
          says="Missing Authentication Token"),
    Wrong("an authorization without its parts", "IncompleteSignatureException",
          change=with_header("Authorization", "AWS4-HMAC-SHA256 nonsense")),
    Wrong("an authorization without a signature", "IncompleteSignatureException",
          change=with_header("Authorization", f"{CREDENTIAL}, SignedHeaders=host"), says="Signature"),
    Wrong("a credential of two parts", "IncompleteSignatureException",
          change=with_header("Authorization", "AWS4-HMAC-SHA256 Credential=test/now, SignedHeaders=host, Signature=0")),
    Wrong("no date", "IncompleteSignatureException", change=with_header("X-Amz-Date", None)),
    Wrong("a wrong secret for a registered key", "InvalidSignatureException", signature=Signature(secret="tset"),
          says="The request signature we calculated does not match"),
    Wrong("a header changed after signing", "InvalidSignatureException",
          change=with_header("X-Amz-Target", "AWSPartnerCentralSelling.ListSolutions"), in_target=True),
    Wrong("a date six minutes ago", "InvalidSignatureException", signature=Signature(moment=minutes_from_now(-6)),
          says="Signature expired"),
    Wrong("a date in six minutes", "InvalidSignatureException", signature=Signature(moment=minutes_from_now(6)),
          says="Signature not yet current"),
    Wrong("another region", "InvalidSignatureException", signature=Signature(region="eu-west-1"),
          says="Credential should be scoped to a valid region."),
    Wrong("another service", "InvalidSignatureException", signature=Signature(service="partnercentral-account")),
    Wrong("an operation nobody has", "UnknownOperationException", operation="MakeCoffee"),
    Wrong("another service's target", "UnknownOperationException", operation="DynamoDB_20120810.GetItem"),
    Wrong("no target", "UnknownOperationException", operation=None, in_target=True),
    Wrong("a body that is not JSON", "SerializationException", body=b'{"Catalog": Sandbox}'),
    Wrong("half a body", "SerializationException", body=b'{"Catalog": "Sandbox"'),
    Wrong("a body that is not UTF-8", "SerializationException", body=b'{"Catalog": "\xff"}'),
    Wrong("a list for a body", "SerializationException", body=[]),
    Wrong("a number for a string", "SerializationException", body={"Catalog": 5, "Identifier": UNKNOWN}),
    Wrong("a list for a string", "SerializationException", body={"Catalog": ["Sandbox"], "Identifier": UNKNOWN}),
    Wrong("a string for a structure", "SerializationException", operation="CreateOpportunity",
          body={"Catalog": SANDBOX, "ClientToken": "t", "Customer": "Acme"}),
    Wrong("a string for a list", "SerializationException", operation="ListSolutions",
          body={"Catalog": SANDBOX, "Status": "Active"}),
    Wrong("a body of more than 1 MiB", "RequestEntityTooLargeException", status=413,
          body=b'{"Catalog":"' + b"S" * 2**20 + b'"}'),
]


class TestCommonErrors:
    @pytest.mark.parametrize("wrong", COMMON, ids=lambda wrong: wrong.what)
    def test_what_is_wrong_is_named_the_same_in_body_and_header(self, server, wrong):
        answer = self.answer(server, wrong, aws_json)
        assert (answer.status, answer.code) == (wrong.status, wrong.code)
        assert answer.document["__type"].rpartition("#")[2] == wrong.code
        assert wrong.says in answer.document["message"]
        assert answer.headers["Content-Type"] == AWS_JSON
        assert uuid.UUID(answer.headers["x-amzn-RequestId"])

    @pytest.mark.parametrize("wrong", [wrong for wrong in COMMON if not wrong.in_target], ids=lambda wrong: wrong.what)
    def test_path_style_names_it_in_the_header_alone(self, server, wrong):
        answer = self.answer(server, wrong, path_style)
        assert (answer.status, answer.code) == (wrong.status, wrong.code)
        assert "__type" not in answer.document

    def answer(self, server, wrong, binding):
        body = signed.encoded(wrong.body)
        path, headers = binding(wrong.operation)
        path, headers = signed.sign(server.url + path, body, headers, wrong.signature)
        return signed.post(server.url, path, body, wrong.change(headers))

    @pytest.mark.parametrize("minutes", [-4, 4])
    def test_a_clock_four_minutes_off_is_forgiven(self, server, partner, opportunity, minutes):
        members = {"Catalog": SANDBOX, "Identifier": opportunity}
        signature = Signature(partner.account, moment=minutes_from_now(minutes))
        assert send(server.url, "GetOpportunity", members, signature).status == 200

    def test_members_nobody_models_are_ignored(self, partner, opportunity):
        members = {"Catalog": SANDBOX, "Identifier": opportunity, "PartnerId": {"a": [1, None]}}
        assert partner.send("GetOpportunity", members).status == 200

    def test_a_content_type_with_a_charset_is_fine_path_style(self, partner, opportunity):
        def with_charset(operation):
            return f"/{operation}", {"Content-Type": "application/json; charset=UTF-8"}

        members = {"Catalog": SANDBOX, "Identifier": opportunity}
        assert partner.send("GetOpportunity", members, binding=with_charset).status == 200

    def test_strict_authentication_knows_registered_keys_only(self, serve):
        strict = serve("memory", "--auth", "strict")
        members = {"Catalog": SANDBOX}
        assert send(strict.url, "ListSolutions", members).status == 200
        answer = send(strict.url, "ListSolutions", members, Signature("210987654321", "any secret"))
        assert (answer.status, answer.code) == (400, "UnrecognizedClientException")
        assert answer.document["message"] == "The security token included in the request is invalid."


class TestPresignedQuery:
    def test_a_signature_in_the_query_is_as_good_as_in_a_header(self, partner, opportunity):
        answer = self.get(partner, opportunity, Signature(partner.account, in_query=True))
        assert answer.status == 200
        assert answer.document["Id"] == opportunity

    def test_a_wrong_secret_is_found_out_there_too(self, server):
        answer = self.get(Partner(server, "123456789012"), UNKNOWN, Signature("test", "tset", in_query=True))
        assert (answer.status, answer.code) == (400, "InvalidSignatureException")

    def get(self, partner, opportunity, signature):
        return partner.send("GetOpportunity", {"Catalog": SANDBOX, "Identifier": opportunity}, signature=signature)


def test_timestamps_are_written_with_milliseconds(partner, opportunity):
    document = partner.send("GetOpportunity", {"Catalog": SANDBOX, "Identifier": opportunity}).document
    for member in ("CreatedDate", "LastModifiedDate"):
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", document[member])


class TestInjectedCommonErrors:
    """The common errors that no request can bring about by itself."""

    @pytest.mark.parametrize("code, status", [
        ("ExpiredTokenException", 400), ("ServiceUnavailable", 503), ("InternalFailure", 500),
    ])
    def test_has_its_code_and_status(self, partner, fault, code, status):
        fault(code)
        answer = partner.send("DisassociateOpportunity", OF_UNKNOWN)
        assert answer.status == status
        assert answer.headers["x-amzn-ErrorType"] == code
        assert answer.document["__type"].endswith("#" + code)

    @pytest.mark.parametrize("member, wrong, right", [
        ("ErrorCode", "ThrotlingException", "ThrottlingException"), ("Operation", "GetOportunity", "GetOpportunity"),
    ])
    def test_a_misspelt_fault_is_refused_and_corrected(self, server, member, wrong, right):
        fault = {"Name": "f", "Kind": "error", "ErrorCode": "ThrottlingException"} | {member: wrong}
        status, _, text = server.post("/_cosell/PutFault", fault)
        assert status == 400
        assert right in text


class TestUnstorableText:
    """U+0000 is a character like any other to JSON, and none to a database."""

    def test_a_token_with_it_is_a_token(self, partner):
        members = {"Catalog": SANDBOX, "ClientToken": "a\0b" + token()}
        first = partner.send("CreateOpportunity", members)
        assert first.status == 200
        assert partner.send("CreateOpportunity", members).document == first.document

    def test_an_access_key_with_it_or_without_end_is_an_unregistered_one(self, server):
        for access_key in ("k" * 5000, "k" * 129):
            answer = send(server.url, "ListSolutions", {"Catalog": SANDBOX}, signature=Signature(access_key, "any"))
            assert answer.status == 200

