from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from funding.pages.tiles.layout import MOST_COLUMNS, MOST_ROWS, Point, cheapest, squares
from funding.pages.tiles.places import county_of, of_county, places

COUNTIES = sorted({county_of(code) for code in places()})
coordinates = st.tuples(st.floats(55, 70, allow_nan=False, width=32), st.floats(10, 25, allow_nan=False, width=32))
tables = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(st.integers(0, 50), min_size=width, max_size=width), min_size=1, max_size=width)
)


@given(tables)
def test_no_other_way_is_cheaper(costs: list[list[int]]) -> None:
    chosen = cheapest(costs)
    assert len(set(chosen)) == len(costs)
    total = sum(row[column] for row, column in zip(costs, chosen, strict=True))
    ways = permutations(range(len(costs[0])), len(costs))
    assert total == min(sum(row[column] for row, column in zip(costs, way, strict=True)) for way in ways)


@given(st.dictionaries(st.text("0123456789", min_size=4, max_size=4), coordinates, max_size=12))
def test_each_point_has_a_square_of_its_own(points: dict[str, Point]) -> None:
    placed = squares(points)
    assert placed.keys() == points.keys()
    assert len(set(placed.values())) == len(points)
    for axis in (0, 1):
        used = {square[axis] for square in placed.values()}
        assert used == set(range(1, len(used) + 1))
    assert all(column <= MOST_COLUMNS for column, _ in placed.values())


@pytest.mark.parametrize("county", COUNTIES)
def test_every_county_fits_where_the_styles_have_places(county: str) -> None:
    placed = squares({code: place.point for code, place in of_county(county).items()})
    assert max(column for column, _ in placed.values()) <= MOST_COLUMNS
    assert max(row for _, row in placed.values()) <= MOST_ROWS


@pytest.mark.parametrize("county", COUNTIES)
def test_what_lies_far_apart_lies_so_on_the_map(county: str) -> None:
    """Two towns half a county apart never change sides."""
    points = {code: place.point for code, place in of_county(county).items()}
    placed = squares(points)
    for axis, sign, at in ((0, -1, 1), (1, 1, 0)):
        values = [point[axis] for point in points.values()]
        half = (max(values) - min(values)) / 2
        for one, here in points.items():
            for other, there in points.items():
                if here[axis] - there[axis] > half:
                    assert sign * (placed[one][at] - placed[other][at]) > 0, (one, other)


def test_the_squares_do_not_depend_on_the_order_of_the_points() -> None:
    points = {code: place.point for code, place in of_county("12").items()}
    assert squares(dict(reversed(points.items()))) == squares(points)
