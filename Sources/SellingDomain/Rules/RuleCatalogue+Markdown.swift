extension RuleCatalogue {
    /// The catalogue as a page: what `docs/fidelity.md` holds.
    public static var markdown: String {
        """
        # Fidelity

        Every business rule that Cosell enforces, why we believe the real service has it, and how sure we are. What the
        service model says by itself (types, lengths, patterns, enumerations) is checked too and is not listed.

        Certainty: *model* (the service model says so), *documented* (AWS's pages say so), *captured* (a recorded answer
        shows it), *observed* (integrators report it), *inferred* (nobody says it; the safest reading of what is said).

        | rule | what it says | evidence | certainty |
        |---|---|---|---|
        \(all.map(row).joined(separator: "\n"))

        ## Sandbox, documented or observed

        `--sandbox documented`, the default, behaves as AWS's pages say; `--sandbox observed` as integrators report, in this:

        \(SandboxMode.deviations.map(item).joined(separator: "\n"))

        ## Choices where sources are silent

        - Client errors are 400 in awsJson, as the API pages say, and the Smithy model's codes (403, 404, 409, 402, 429)
          in the path-style binding.
        - `__type` holds the bare name of a modelled error. The header `x-amzn-ErrorType` leaves out the internal
          address that the real one carries after a colon, and that every parser cuts off.
        - Errors that no model lists have `com.amazon.coral.service#` before their name and a small `message`.
        - Timestamps are issued and compared at the millisecond, accepted at any precision and as epoch seconds.
        - A token that was used answers what was answered first, in the binding of the call; a refused request uses none up.
        - The role that snapshot jobs assume and connections between partners are not demanded: no operation of this API
          makes a connection.
        - A national security customer's data is not redacted by AWS's side, nor its country forced to be the United States.
        - Software revenue is not demanded at Launched: Cosell knows no special programs. A launched or lost opportunity can
          still be changed; the older interface ignored or refused that.
        - PartnerOpportunityIdentifier need not be unique.
        - A date is checked by the model's pattern alone: 2035-02-31 passes.
        - Integrators report that the customer and the software revenue are locked "in some states" after submission;
          without saying which, Cosell locks no more than the edit windows above, in either mode of Sandbox.
        - SubmitOpportunity alone submits; the engagement, the invitation to AWS and their events are made by
          StartEngagementFromOpportunityTask.
        - InvolvementTypeChangeReason is AWS's to give, by UpdateAwsOpportunity of the admin API; when a partner asks for
          co-selling by itself, only InvolvementType changes.
        - GetAwsOpportunitySummary answers before submission too, with no more than whose opportunity it is.
        - A contract's Self entry gets an AWS entry beside it whose amount is the contract's value by month.

        """
    }

    private static func item(_ rule: Rule) -> String {
        "- `\(rule.identifier)`: \(rule.sentence) (\(rule.evidence))"
    }

    private static func row(_ rule: Rule) -> String {
        "| `\(rule.identifier)` | \(rule.sentence) | \(rule.evidence) | \(rule.certainty.rawValue) |"
    }
}
