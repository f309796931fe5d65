"""Requests as bytes, signed by botocore's own signer: for what boto3 would not send, or would hide."""

import http.client
import json
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit

from botocore.auth import SIGV4_TIMESTAMP, SigV4Auth, SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

SERVICE = "partnercentral-selling"
REGION = "us-east-1"
TARGET_PREFIX = "AWSPartnerCentralSelling."
AWS_JSON = "application/x-amz-json-1.0"


@dataclass(frozen=True)
class Signature:
    """Whose signature, for what, and when. Without a moment: now."""

    access_key: str = "test"
    secret: str = "test"
    region: str = REGION
    service: str = SERVICE
    moment: object = None
    in_query: bool = False


@dataclass(frozen=True)
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def document(self):
        return json.loads(self.body)

    @property
    def code(self):
        """The error's name as the header has it, which both bindings send; None for a success."""
        return (self.headers.get("x-amzn-ErrorType") or "").partition(":")[0] or None


class _AtMoment:
    """Signs as of the moment asked for instead of now."""

    moment = None

    def _modify_request_before_signing(self, request):
        if self.moment:
            request.context["timestamp"] = self.moment.strftime(SIGV4_TIMESTAMP)
        super()._modify_request_before_signing(request)


class _HeaderSigner(_AtMoment, SigV4Auth):
    pass


class _QuerySigner(_AtMoment, SigV4QueryAuth):
    """botocore's would move the body into the query; ours leaves it where it is and signs it there."""

    def __init__(self, body, *arguments):
        super().__init__(*arguments)
        self.signed_body = body

    def payload(self, request):
        return sha256(self.signed_body).hexdigest()


def encoded(members):
    """A body: bytes as they are, anything else as JSON."""
    return members if isinstance(members, bytes) else json.dumps(members).encode()


def aws_json(operation):
    """Path and headers of the awsJson binding; with None instead of an operation there is no target."""
    target = {"X-Amz-Target": operation if "." in operation else TARGET_PREFIX + operation} if operation else {}
    return "/", {"Content-Type": AWS_JSON} | target


def path_style(operation):
    """Path and headers of the binding that names the operation in the path."""
    return f"/{operation}", {"Content-Type": "application/json"}


def sign(url, body, headers, signature):
    """The path with its query, and all headers, of a signed POST."""
    request = AWSRequest("POST", url, headers=headers, data=b"" if signature.in_query else body)
    arguments = Credentials(signature.access_key, signature.secret), signature.service, signature.region
    signer = _QuerySigner(body, *arguments) if signature.in_query else _HeaderSigner(*arguments)
    signer.moment = signature.moment
    signer.add_auth(request)
    parts = urlsplit(request.url)
    return parts.path + (f"?{parts.query}" if parts.query else ""), dict(request.headers.items())


def connect(server_url):
    return http.client.HTTPConnection(urlsplit(server_url).netloc, timeout=30)


def post(server_url, path, body, headers, connection=None):
    """Sends bytes as they are. A connection that is passed in stays open."""
    line = connection or connect(server_url)
    try:
        try:
            line.request("POST", path, body, headers)
        except (BrokenPipeError, ConnectionResetError):
            pass  # A server may answer before it has read everything.
        answer = line.getresponse()
        return Answer(answer.status, answer.headers, answer.read())
    finally:
        if not connection:
            line.close()


def send(server_url, operation, members, signature=Signature(), binding=aws_json, connection=None):
    """Signs and sends one call of an operation."""
    body = encoded(members)
    path, headers = binding(operation)
    path, headers = sign(server_url + path, body, headers, signature)
    return post(server_url, path, body, headers, connection)
