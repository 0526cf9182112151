import re
from collections import Counter

from funding.pages.tiles.places import county_of, of_county, places


def test_sweden_has_290_municipalities_in_21_counties() -> None:
    assert len(places()) == 290
    assert all(re.fullmatch(r"\d{4}", code) for code in places())
    counties = {county_of(code): place.county for code, place in places().items()}
    assert len(counties) == len(set(counties.values())) == 21


def test_names_are_given_once_and_as_they_are_written() -> None:
    assert [name for name, times in Counter(place.name for place in places().values()).items() if times > 1] == []
    assert all(re.fullmatch(r"[A-ZÅÄÖ][a-zåäö]+([ -][A-ZÅÄÖ][a-zåäö]+)?", place.name) for place in places().values())


def test_every_municipality_lies_in_sweden_and_near_the_others_of_its_county() -> None:
    for code, place in places().items():
        north, east = place.point
        assert 55.3 < north < 69.1
        assert 10.9 < east < 24.2
        norths = sorted(other.point[0] for other in of_county(county_of(code)).values())
        assert abs(north - norths[len(norths) // 2]) < 2.5, place
