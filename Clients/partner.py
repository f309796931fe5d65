"""A partner account as the tests use it: its boto3 client, its raw calls, and what it usually does with them."""

import itertools
import random
import uuid
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import boto3
import pytest
from botocore.config import Config

import signed

SANDBOX = "Sandbox"
SOLUTION, SECOND_SOLUTION, INACTIVE_SOLUTION = "S-1234567", "S-7654321", "S-1111111"
PRODUCT = "AmazonEC2Linux"
MARKETPLACE = "arn:aws:aws-marketplace:us-east-1:123456789012:AWSMarketplace"
OFFER = f"{MARKETPLACE}/Offer/offer-5sxvfdrtmnzqe"
OFFER_SET = f"{MARKETPLACE}/OfferSet/offerset-pxw7dyvmrjlya"
MARKETPLACE_SOLUTION = f"{MARKETPLACE}/Solution/soln-h4vdrt2kq9abc"
MARKETPLACE_PRODUCT = f"{MARKETPLACE}/SaaSProduct/prod-b6jzq3mfwx2ua"
RELATED = {
    "Solutions": SOLUTION,
    "AwsProducts": PRODUCT,
    "AwsMarketplaceOffers": OFFER,
    "AwsMarketplaceOfferSets": OFFER_SET,
    "AwsMarketplaceSolutions": MARKETPLACE_SOLUTION,
    "AwsMarketplaceProducts": MARKETPLACE_PRODUCT,
}

_session = boto3.Session()
_accounts = itertools.count(random.randrange(200_000_000_000, 900_000_000_000))


def boto3_client(url, access_key="test", secret="test", retries=0, **config):
    """A client with the endpoint as its only setting; without retries unless asked for."""
    return _session.client(
        "partnercentral-selling", endpoint_url=url, region_name=signed.REGION,
        aws_access_key_id=access_key, aws_secret_access_key=secret,
        config=Config(retries={"total_max_attempts": 1 + retries, "mode": "standard"}, **config),
    )


class Partner:
    """An account that nobody used before. In open mode its twelve digits are its access key."""

    def __init__(self, server, account=None):
        self.server = server
        self.account = account or str(next(_accounts))
        self.signature = signed.Signature(self.account, "any secret")
        self.client = boto3_client(server.url, self.account, parameter_validation=False)

    def refused(self, error, call, *arguments, **members):
        """Makes the call, which must fail as this one of the client's exceptions; the error's response."""
        with pytest.raises(getattr(self.client.exceptions, error)) as caught:
            call(*arguments, **members)
        return caught.value.response

    def send(self, operation, members, **how):
        """One call as bytes; see `signed.send`."""
        return signed.send(self.server.url, operation, members, how.pop("signature", self.signature), **how)

    def create(self, catalog=SANDBOX, **members):
        """The identifier of a new opportunity."""
        return self.client.create_opportunity(Catalog=catalog, ClientToken=token(), **members)["Id"]

    def get(self, opportunity, catalog=SANDBOX):
        return self.client.get_opportunity(Catalog=catalog, Identifier=opportunity)

    def bytes_of(self, opportunity, catalog=SANDBOX):
        """GetOpportunity's body, for comparing to the last byte."""
        answer = self.send("GetOpportunity", {"Catalog": catalog, "Identifier": opportunity})
        assert answer.status == 200, answer.body
        return answer.body

    def related(self, opportunity, catalog=SANDBOX):
        return self.get(opportunity, catalog)["RelatedEntityIdentifiers"]

    def associate(self, opportunity, kind, identifier, catalog=SANDBOX):
        return self.client.associate_opportunity(**relation(opportunity, kind, identifier, catalog))

    def disassociate(self, opportunity, kind, identifier, catalog=SANDBOX):
        return self.client.disassociate_opportunity(**relation(opportunity, kind, identifier, catalog))


def token():
    return str(uuid.uuid4())


def relation(opportunity, kind, identifier, catalog=SANDBOX):
    """Input of AssociateOpportunity and of DisassociateOpportunity."""
    return {
        "Catalog": catalog, "OpportunityIdentifier": opportunity,
        "RelatedEntityType": kind, "RelatedEntityIdentifier": identifier,
    }


def violations(response):
    """(field, code) of each violation that a ValidationException lists."""
    return {(violation.get("FieldName"), violation["Code"]) for violation in response["ErrorList"]}


def at_once(count, call):
    """Calls `call(0)` … `call(count - 1)`, each on a thread of its own, all let go together; the results in order."""
    gate = Barrier(count)

    def enter(number):
        gate.wait()
        return call(number)

    with ThreadPoolExecutor(count) as threads:
        return list(threads.map(enter, range(count)))


def full_opportunity():
    """CreateOpportunity's members, all that a partner fills in before submission."""
    return {
        "PartnerOpportunityIdentifier": "CRM-0042",
        "OpportunityType": "Expansion",
        "NationalSecurity": "No",
        "PrimaryNeedsFromAws": ["Co-Sell - Architectural Validation", "Co-Sell - Pricing Assistance"],
        "Customer": {
            "Account": {
                "CompanyName": "Näherei Überall GmbH & Co. KG 🧵",
                "Industry": "Manufacturing",
                "WebsiteUrl": "https://www.naeherei.example",
                "AwsAccountId": "210987654321",
                "Duns": "123456789",
                "Address": {
                    "City": "Hamburg", "CountryCode": "DE", "PostalCode": "20095",
                    "StateOrRegion": "Hamburg", "StreetAddress": "Mönckebergstraße 7",
                },
            },
            "Contacts": [
                {
                    "FirstName": "Ada", "LastName": "Lovelace", "Email": "ada@naeherei.example",
                    "BusinessTitle": "Chief Technology Officer", "Phone": "+4940123456",
                },
                {
                    "FirstName": "Grace", "LastName": "Hopper", "Email": "grace@naeherei.example",
                    "BusinessTitle": "Purchasing", "Phone": "+4940123457",
                },
            ],
        },
        "Project": {
            "Title": "Pattern archive on object storage",
            "CustomerBusinessProblem": (
                "Forty years of sewing patterns lie on tape in two plants. Designers wait a day for a file, and the "
                "tape drives are no longer made. The customer wants every pattern within a minute, from either plant, "
                "with a copy in a second region, before the drives' maintenance contract ends."
            ),
            "CustomerUseCase": "Storage & Backup",
            "DeliveryModels": ["SaaS or PaaS", "Managed Services"],
            "ExpectedCustomerSpend": [
                {"Amount": "2500.00", "CurrencyCode": "USD", "Frequency": "Monthly", "TargetCompany": "AWS"}
            ],
            "SalesActivities": ["Initialized discussions with customer", "Conducted POC / Demo"],
            "CompetitorName": "On-Prem",
            "OtherSolutionDescription": "Tape reader by the hour",
            "AdditionalComments": "The proof of concept read 400 tapes without an error.",
        },
        "LifeCycle": {"Stage": "Qualified", "TargetCloseDate": "2035-06-30", "NextSteps": "Price the second region."},
        "Marketing": {
            "Source": "Marketing Activity", "AwsFundingUsed": "Yes", "CampaignName": "Archive week",
            "Channels": ["Live Event"], "UseCases": ["Storage"],
        },
        "SoftwareRevenue": {
            "DeliveryModel": "Subscription", "EffectiveDate": "2034-01-01", "ExpirationDate": "2035-12-31",
            "Value": {"Amount": "12000", "CurrencyCode": "USD"},
        },
        "OpportunityTeam": [
            {
                "FirstName": "Katherine", "LastName": "Johnson", "Email": "katherine@partner.example",
                "BusinessTitle": "PartnerAccountManager", "Phone": "+12025550123",
            }
        ],
    }
