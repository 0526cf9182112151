import json
from pathlib import Path
from typing import Any

import pytest

from tests.site.built import BuiltSite
from tests.site.structured import SchemaOrg, load_schema_org

GRANT = {
    "@context": "https://schema.org",
    "@type": "MonetaryGrant",
    "@id": "https://example.org/x/#bidrag",
    "name": "RUS-genomförande",
    "amount": {"@type": "MonetaryAmount", "currency": "SEK", "maxValue": 2_544_984},
    "funder": {"@type": "GovernmentOrganization", "name": "Regionen"},
    "url": "https://example.org/x/",
}
REPORT = {"@context": "https://schema.org", "@type": "Report", "dateCreated": "2024-03-06", "about": [{"@id": "#x"}]}
ACTION = {
    "@context": "https://schema.org",
    "@type": "AuthorizeAction",
    "actionStatus": {"@id": "https://schema.org/CompletedActionStatus"},
    "endTime": "2024-03-06T00:00:00+01:00",
}


@pytest.fixture(scope="session")
def schema_org(shared: Path) -> SchemaOrg:
    return load_schema_org(shared / "standards/schemaorg/schemaorg-30.0-slim.json")


@pytest.mark.parametrize(
    "block", [GRANT, REPORT, ACTION, {"@context": "https://schema.org", "@graph": [{"@type": "Thing"}]}]
)
def test_sound_data_has_no_fault(schema_org: SchemaOrg, block: dict[str, Any]) -> None:
    assert schema_org.faults(json.dumps(block)) == []


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ({**GRANT, "@context": "https://example.org"}, "@context is https://example.org"),
        ({**GRANT, "@type": "MoneyGrant"}, "@type ['MoneyGrant'] is unknown"),
        ({**GRANT, "recipientt": "x"}, "MonetaryGrant.recipientt is unknown"),
        ({**GRANT, "recipient": "x"}, "MonetaryGrant.recipient belongs to"),
        ({**GRANT, "amount": "2 544 984"}, "MonetaryGrant.amount: '2 544 984' is none of"),
        ({**GRANT, "funder": {"@type": "Place"}}, "MonetaryGrant.funder: Place is none of"),
        ({**GRANT, "funder": {"@type": "Organization", "x": 1}}, "MonetaryGrant.funder > Organization.x is unknown"),
        ({**GRANT, "url": "beslut/x/"}, "MonetaryGrant.url: 'beslut/x/' is none of"),
        ({**REPORT, "dateCreated": "6 mars 2024"}, "Report.dateCreated: '6 mars 2024' is none of"),
        ({**ACTION, "endTime": "2024-03-06"}, "AuthorizeAction.endTime: '2024-03-06' is none of"),
        ({**ACTION, "actionStatus": {"@id": "https://schema.org/Abdomen"}}, "AuthorizeAction.actionStatus: https"),
    ],
)
def test_a_planted_fault_is_found(schema_org: SchemaOrg, block: dict[str, Any], said: str) -> None:
    assert [fault[: len(said)] for fault in schema_org.faults(json.dumps(block))] == [said]


def test_every_page_says_in_json_ld_what_schema_org_allows(site: BuiltSite, schema_org: SchemaOrg) -> None:
    blocks = {page.url: page.markup.json_ld() for page in site.pages.values() if page.listed}
    assert [url for url, found in blocks.items() if not found] == []
    faults = [
        f"{url or '/'}: {fault}"
        for url, found in blocks.items()
        for block in found
        for fault in schema_org.faults(block)
    ]
    assert faults == []
