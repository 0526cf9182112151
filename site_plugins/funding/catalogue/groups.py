"""What each code is about: every code of the program stands here once."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Group(StrEnum):
    """What rules are about, in the order in which an editor meets them."""

    SYNTAX = "syntax"
    FIELDS = "fields"
    ARITHMETIC = "arithmetic"
    LATER = "later"
    BETWEEN = "between"
    SILENCE = "silence"
    PLAUSIBILITY = "plausibility"
    LANGUAGE = "language"
    FILES = "files"
    PERSONAL = "personal"


_LISTED: Final = {
    Group.SYNTAX: """
        alias anchor bad-escape bad-indentation byte-order-mark comma-splits-value duplicate-key empty-file
        empty-value forbidden-character key-not-text lone-carriage-return look-alike-letters merge-key missing-colon
        nested-too-deep not-a-mapping not-utf-8 several-documents tab-indentation tag text-after-quote too-many-values
        unclosed-bracket unclosed-quote unquoted-colon unquoted-comment unquoted-start yaml-directive yaml-syntax
    """,
    Group.FIELDS: """
        acknowledged-in-vain acknowledged-unknown amount-in-words amount-not-a-number amount-not-positive
        amount-too-large amount-with-decimals amount-with-points approximate-change approximate-payment bad-area-code
        bad-country bad-currency bad-decision-id bad-id condition-id-repeated condition-met-and-failed
        condition-without-one-form date-not-exact date-not-readable decision-date-missing
        decision-date-while-undecided grant-amount-missing grant-item-repeated grant-though-refused
        granted-without-reference impossible-date listed-twice missing-key months-not-a-number not-a-group
        not-a-single-value not-stated-not-allowed not-true-or-false paragraph-without-sign part-without-one-name
        percent-not-a-number percent-out-of-range percent-sign percent-too-precise period-in-two-forms
        reference-spelled-twice standard-condition-with-own-words text-too-long too-many-items unknown-key unknown-value
        year-not-readable yearly-with-years
    """,
    Group.ARITHMETIC: """
        advance-too-large applied-amount-repeated financing-exceeds-budget framework-exceeded grant-too-large
        granted-more-than-applied own-money-as-financing owners-over-whole paid-more-than-granted parts-do-not-sum
        share-unlike-amount sources-do-not-sum years-do-not-sum
    """,
    Group.LATER: """
        amendment-id-repeated amendment-of-undecided amendment-undated amendment-without-reason
        amendments-out-of-order change-unlike-set change-without-kind correction-of-unknown-field
        decrease-not-downwards extension-not-later grant-below-zero increase-not-upwards kind-without-change
        reallocation-moves-amount recovery-without-payment returned-and-recovered revocation-missing
        revocation-sets-values revocation-without-status set-target-ambiguous set-target-missing unknown-path
        voids-ambiguous voids-later voids-unknown
    """,
    Group.BETWEEN: """
        body-without-type decision-circle delegated-unlike-body duplicate-decision id-in-two-registers moved-decision
        organisation-name-shared organisation-number-checksum organisation-number-foreign organisation-number-misspelt
        organisation-number-shared organisation-number-unlike-type own-organisation-unknown points-at-draft
        redirect-collides register-circle same-grant-twice unit-with-own-number unknown-body unknown-condition
        unknown-county unknown-decision unknown-financier unknown-municipality unknown-organisation unknown-source
        unknown-terms unknown-theme within-no-framework
    """,
    Group.SILENCE: """
        amendment-vanished changed-in-silence correction-unlike-before decision-hidden decision-vanished
        moved-without-redirect redirect-dropped removed-in-silence standard-condition-changed status-not-a-step
    """,
    Group.PLAUSIBILITY: """
        accessibility-statement-old condition-long-unmet date-in-future de-minimis-not-registered delegation-exceeded
        folder-of-other-year funder-is-recipient handling-out-of-order meeting-has-passed
        operating-grant-cites-project-law part-recipient-not-recipient partner-is-recipient payment-before-decision
        payment-without-grant period-ends-before-start report-overdue share-over-half start-before-decision
        year-outside-period
    """,
    Group.LANGUAGE: """
        summary-hard-to-read summary-missing summary-repeats-title synonym-alone synonym-repeated synonym-same
        synonym-says-nothing title-in-capitals title-too-long title-with-double-space title-with-reference
    """,
    Group.FILES: """
        bad-file-name document-missing document-outside-folder file-too-large link-in-text-not-secure
        link-in-text-not-web link-not-http link-not-https reserved-file-name special-file stray-file stray-folder
        symlink unknown-register unreadable-file unreadable-folder
    """,
    Group.PERSONAL: """
        account-number email-address organisation-number-personal personal-file-name personal-number phone-number
    """,
}

CODES: Final[Mapping[Group, tuple[str, ...]]] = MappingProxyType(
    {group: tuple(codes.split()) for group, codes in _LISTED.items()}
)
"""The codes of each group, in the order of the alphabet."""

WITHOUT_EXAMPLE: Final = frozenset({"special-file", "unreadable-file", "unreadable-folder"})
"""What no text can show: it is wrong with the disk or with rights, not with what stands in a file."""

_GROUPS: Final = {code: group for group, codes in CODES.items() for code in codes}


def group_of(code: str) -> Group:
    """Give what a code is about.

    Raises:
        KeyError: if there is no such code.
    """
    return _GROUPS[code]
