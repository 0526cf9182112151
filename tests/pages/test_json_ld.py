import json

import pytest

from funding.pages.json_ld import make_node, script_text

HOSTILE = ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "\u2028\u2029", "&lt;", '"\\']


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_can_leave_the_script(text: str) -> None:
    written = script_text([make_node("Thing", name=text)])
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written)["@graph"] == [{"@type": "Thing", "name": text}]


def test_what_is_not_known_is_left_out() -> None:
    assert make_node("Thing", "#a", name=None, about=[], text="", number=0) == {
        "@type": "Thing",
        "@id": "#a",
        "text": "",
        "number": 0,
    }
