/// Documents of the form that integrators send and the real service answers; the names in them are made up.
enum OpportunityDocuments {
    /// Every member that CreateOpportunity takes, with some of the nulls that other programs write.
    static let createRequest = #"""
        {
          "ClientToken": "3f2c1d9e-5a41-4f7e-9d52-0c6a1f6f8e11", "Catalog": "Sandbox", "Origin": "Partner Referral",
          "OpportunityType": "Net New Business", "NationalSecurity": "No", "PartnerOpportunityIdentifier": "CRM-0042",
          "PrimaryNeedsFromAws": ["Co-Sell - Architectural Validation", "Co-Sell - Deal Support"],
          "Customer": {
            "Account": {
              "CompanyName": "Nordlicht Werft", "Industry": "Manufacturing", "OtherIndustry": null, "WebsiteUrl": "https://werft.example",
              "AwsAccountId": "123456789012", "Duns": "987654321",
              "Address": {"City": "Seattle", "CountryCode": "US", "PostalCode": "98101", "StateOrRegion": "Washington", "StreetAddress": "1 Pier"}
            },
            "Contacts": [{"BusinessTitle": "CTO", "Email": "a.b+c@werft.example", "FirstName": "Ada", "LastName": "Bär", "Phone": "+12065550100"}]
          },
          "LifeCycle": {
            "Stage": "Prospect", "ReviewStatus": "Pending Submission", "TargetCloseDate": "2030-02-28", "NextSteps": "Call back",
            "NextStepsHistory": [{"Time": "2025-12-15T19:58:11.520786314Z", "Value": "Met at the fair"}], "ClosedLostReason": null
          },
          "Marketing": {
            "Source": "Marketing Activity", "AwsFundingUsed": "Yes", "CampaignName": "Spring", "Channels": ["Email", "Video"], "UseCases": ["Analytics"]
          },
          "OpportunityTeam": [{"BusinessTitle": "PartnerAccountManager", "Email": "pam@partner.example"}],
          "Project": {
            "Title": "Dock planning", "CustomerBusinessProblem": "Docks stand empty while ships wait outside the harbour.",
            "CustomerUseCase": "Business Applications & Contact Center", "DeliveryModels": ["SaaS or PaaS", "Managed Services"],
            "SalesActivities": ["Conducted POC / Demo"], "CompetitorName": "On-Prem", "AwsPartition": "aws-eusc", "ApnPrograms": [],
            "ExpectedCustomerSpend": [
              {"Amount": "25000.00", "CurrencyCode": "USD", "Frequency": "Monthly", "TargetCompany": "AWS", "EstimationUrl": null}
            ]
          },
          "SoftwareRevenue": {
            "DeliveryModel": "Pay-as-you-go", "EffectiveDate": "2026-01-01", "ExpirationDate": "2027-01-01",
            "Value": {"Amount": "10000.0", "CurrencyCode": "EUR"}
          },
          "Tags": [{"Key": "team", "Value": "north"}]
        }
        """#

    /// An answer of GetOpportunity in the path-style binding: what is not set is spelled null.
    static let getResponse = #"""
        {
          "Arn": "arn:aws:partnercentral:us-east-1:111122223333:catalog/Sandbox/opportunity/O1", "Catalog": "Sandbox",
          "CreatedDate": "2025-12-15T23:33:13Z", "Id": "O1", "LastModifiedDate": "2025-12-15T23:33:13.149Z",
          "Customer": {
            "Account": {
              "Address": {"City": null, "CountryCode": "US", "PostalCode": null, "StateOrRegion": null, "StreetAddress": null},
              "AwsAccountId": null, "CompanyName": "Nordlicht Werft", "Duns": null, "Industry": "Manufacturing",
              "OtherIndustry": null, "WebsiteUrl": null
            },
            "Contacts": []
          },
          "LifeCycle": {
            "ClosedLostReason": null, "NextSteps": null, "NextStepsHistory": null, "ReviewComments": null, "ReviewStatus": "Submitted",
            "ReviewStatusReason": null, "Stage": "Prospect", "TargetCloseDate": "2026-03-15"
          },
          "Marketing": {"AwsFundingUsed": null, "CampaignName": null, "Channels": null, "Source": "None", "UseCases": null},
          "NationalSecurity": "No", "OpportunityTeam": null, "OpportunityType": "Net New Business", "PartnerOpportunityIdentifier": null,
          "PrimaryNeedsFromAws": ["Do Not Need Support from AWS Sales Rep"],
          "Project": {"Title": "Dock planning", "ExpectedCustomerSpend": [], "CustomerUseCase": null, "DeliveryModels": null},
          "RelatedEntityIdentifiers": {
            "AwsMarketplaceOfferSets": [], "AwsMarketplaceOffers": [], "AwsProducts": [], "Solutions": ["S-0059631"]
          },
          "SoftwareRevenue": null
        }
        """#
}
