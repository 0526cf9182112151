"""The controlled words of a decision. Values are English; their Swedish labels stand in ``locales``."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """What a decision is today."""

    DRAFT = "draft"
    APPLIED = "applied"
    PROPOSED = "proposed"
    PRIORITISED = "prioritised"
    GRANTED = "granted"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    REVOKED = "revoked"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    CLOSED_WITHOUT_REVIEW = "closed_without_review"

    @property
    def counts(self) -> bool:
        """Whether the grant is money that was granted and still stands."""
        return self in {Status.GRANTED, Status.COMPLETED, Status.CANCELLED}

    @property
    def undecided(self) -> bool:
        """Whether the deciding body has not decided yet."""
        return self in {Status.DRAFT, Status.APPLIED, Status.PROPOSED, Status.PRIORITISED}

    @property
    def was_granted(self) -> bool:
        """Whether money was granted at some time, revoked or not."""
        return self.counts or self is Status.REVOKED

    @property
    def turned_down(self) -> bool:
        """Whether the matter ended without any grant."""
        return self in {Status.REJECTED, Status.WITHDRAWN, Status.CLOSED_WITHOUT_REVIEW}


class Kind(StrEnum):
    """What the money is for."""

    PROJECT = "project"
    FEASIBILITY_STUDY = "feasibility_study"
    FRAMEWORK = "framework"
    OPERATING_GRANT = "operating_grant"


class ShareBase(StrEnum):
    """The costs that a percentage is counted of."""

    BOOKED_COSTS = "booked_costs"
    ACTUAL_COSTS = "actual_costs"
    APPROVED_COSTS = "approved_costs"
    ELIGIBLE_COSTS = "eligible_costs"
    INCURRED_COSTS = "incurred_costs"
    PAID_COSTS = "paid_costs"
    EXPENDITURES = "expenditures"
    PUBLIC_FINANCING = "public_financing"
    TOTAL_COSTS = "total_costs"


class ConditionType(StrEnum):
    """What a condition asks for."""

    FULL_FINANCING = "full_financing"
    EU_GRANT = "eu_grant"
    OTHER_FUNDER_GRANT = "other_funder_grant"
    VISIBILITY = "visibility"
    GENERAL_TERMS = "general_terms"
    REPORTING = "reporting"
    CLAIMS = "claims"
    EVALUATION = "evaluation"
    SEPARATE_ACCOUNTS = "separate_accounts"
    STATE_AID = "state_aid"
    THIRD_PARTY_AGREEMENT = "third_party_agreement"
    NO_PRIVATE_GAIN = "no_private_gain"
    OTHER = "other"

    @property
    def usually_precondition(self) -> bool:
        """Whether the decision holds only if such a condition is met, unless the file says otherwise."""
        return self in {
            ConditionType.FULL_FINANCING,
            ConditionType.EU_GRANT,
            ConditionType.OTHER_FUNDER_GRANT,
            ConditionType.THIRD_PARTY_AGREEMENT,
        }


class ConditionState(StrEnum):
    """How it stands with a condition: nothing has been said of it, it is met, or it is not and will not be."""

    PENDING = "pending"
    MET = "met"
    FAILED = "failed"


class ReferenceScheme(StrEnum):
    """Whose number a reference is."""

    DNR = "dnr"
    CASE_ID = "case_id"
    PROGRAMME_ID = "programme_id"


class AmendmentKind(StrEnum):
    """What a later decision does."""

    EXTENSION = "extension"
    INCREASE = "increase"
    DECREASE = "decrease"
    REALLOCATION = "reallocation"
    SCOPE = "scope"
    RECIPIENT = "recipient"
    PARTNER = "partner"
    FINANCING = "financing"
    REPORTING_PERIOD = "reporting_period"
    CONDITION_MET = "condition_met"
    CORRECTION = "correction"
    RETURNED_FUNDS = "returned_funds"
    RECOVERY = "recovery"
    REVOCATION = "revocation"


class AmendmentStatus(StrEnum):
    """How far a later decision has come; only a granted one changes anything."""

    GRANTED = "granted"
    APPLIED = "applied"
    PROPOSED = "proposed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class ReportKind(StrEnum):
    """What the recipient hands in."""

    INTERIM = "interim"
    FINAL = "final"
    CLAIM = "claim"


class PaymentKind(StrEnum):
    """Why money moved; a recovery is money paid back."""

    CLAIM = "claim"
    ADVANCE = "advance"
    RECOVERY = "recovery"


class StateAidType(StrEnum):
    """On which ground state aid is given, if it is."""

    NONE = "none"
    DE_MINIMIS = "de_minimis"
    GBER = "gber"
    NOTIFIED = "notified"
    SGEI = "sgei"


class FactSource(StrEnum):
    """What kind of source the facts were read in."""

    PRIMARY = "primary"
    PRESS = "press"
    NEWS = "news"
    OPEN_DATA = "open_data"


class FinancingStatus(StrEnum):
    """Whether another funder has said yes."""

    APPLIED = "applied"
    CONFIRMED = "confirmed"


class PriorOutcome(StrEnum):
    """What a body said that handled the matter before the deciding one."""

    PRIORITISED = "prioritised"
    RECOMMENDED = "recommended"
    REJECTED = "rejected"


class OrganisationType(StrEnum):
    """What an organisation is."""

    REGION = "region"
    MUNICIPALITY = "municipality"
    COUNTY_BOARD = "county_board"
    STATE_AGENCY = "state_agency"
    COMPANY = "company"
    ASSOCIATION = "association"
    FOUNDATION = "foundation"
    UNIVERSITY = "university"
    MUNICIPAL_ASSOCIATION = "municipal_association"
    EU_BODY = "eu_body"
    GROUP = "group"
    OTHER = "other"


class BodyType(StrEnum):
    """What a deciding body is."""

    BOARD = "board"
    COMMITTEE = "committee"
    PRESIDIUM = "presidium"
    EXECUTIVE_BOARD = "executive_board"
    ASSEMBLY = "assembly"
    DELEGATED_OFFICIAL = "delegated_official"
    STATE_AGENCY = "state_agency"
    PARTNERSHIP = "partnership"
    STEERING_COMMITTEE = "steering_committee"


class FundKind(StrEnum):
    """Whose money a source is."""

    STATE = "state"
    REGION = "region"
    MUNICIPALITY = "municipality"
    EU = "eu"
    PRIVATE = "private"
    OTHER = "other"
