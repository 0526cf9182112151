from tests.pages.golden import FILE, readable


def test_the_page_of_the_seed_is_as_expected() -> None:
    assert readable() == FILE.read_text("utf-8")
