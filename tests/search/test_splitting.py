"""Words that are split where others were split before are split as they are from nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from funding.search.splitting import Split, split_again

PIECES = st.sampled_from(
    ["bro", "broar", "vind", "hund", "hundar", "sko", "skola", "skol", "lan", "län", "s", "a", "ens"]
)
WORD = st.lists(PIECES, min_size=1, max_size=4).map("".join)
WORDS = st.sets(WORD, max_size=30)
NOTHING = Split({}, {}, {})


@given(WORDS, st.sets(WORD, max_size=4), st.data())
def test_words_that_come_or_go_change_what_they_would_from_nothing(
    words: set[str], new: set[str], data: st.DataObject
) -> None:
    gone = data.draw(st.sets(st.sampled_from(sorted(words)), max_size=4)) if words else set()
    before = split_again(sorted(words), NOTHING)
    now = sorted(words - gone | new)
    assert split_again(now, before) == split_again(now, NOTHING)


def test_what_is_the_same_is_not_split_again() -> None:
    before = split_again(["broar", "vindbroar"], NOTHING)
    assert before.halves == {"vindbroar": ("vind", "broar")}
    assert split_again(["broar", "vindbroar"], before) is before
