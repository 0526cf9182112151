import re

import pytest

from tests.site.projects import ROOT

README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
BUILT = {"site/", ".venv/", ".cache/"}


def test_the_example_of_the_readme_is_a_real_decision() -> None:
    example = re.search(r"`(decisions/\S+)` is `/beslut/(\S+)/`.*?```yaml\n(.*?)```", README, re.DOTALL)
    assert example is not None
    assert example[1] == f"decisions/{example[2]}.yml"
    assert (ROOT / example[1]).read_text("utf-8") == example[3]


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_every_path_and_target_that_is_named_exists(text: str) -> None:
    paths = {name for name in re.findall(r"`([\w.]+/[\w./-]*|[\w-]+\.\w+)`", text) if name not in BUILT}
    roots = (ROOT, ROOT / "site_plugins", ROOT / "site_plugins/funding", ROOT / "decisions/2022")
    assert [path for path in paths if not any((root / path).exists() for root in roots)] == []
    targets = set(re.findall(r"make ([a-z]+)", text)) - {"site_plugins"}
    assert [target for target in targets if not re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)] == []


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_every_link_within_the_documents_leads_somewhere(text: str) -> None:
    for path, fragment in re.findall(r"\]\((?!http)([^)#]*)(?:#([^)]*))?\)", text):
        target = (ROOT / path).read_text("utf-8") if path else text
        headings = re.findall(r"^#+ (.+)$", target, re.MULTILINE)
        assert not fragment or fragment in {heading.lower().replace(" ", "-") for heading in headings}
