"""Places points on a grid of squares, so that each keeps roughly to its neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, cos, inf, radians, sqrt
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
"""Degrees north and east."""
Square: TypeAlias = tuple[int, int]
"""Column and row from 1, counted from the north-west."""

MOST_COLUMNS = 7
"""What a phone has room for."""
MOST_ROWS = 12
"""What assets/pictures/tiles.css has places for; a test holds every county to it."""
_ROOM = 1.35
"""How many squares there are for each point: some stay empty, so that the shape of the county can be seen."""
_FINE = 1000


def squares(points: Mapping[str, Point]) -> dict[str, Square]:
    """Give each point a square of its own, such that all together move as little as they can.

    Towns lie close together here and far apart there: a point's place is the middle of its place on the map and its
    place in the row of all, from west to east and from north to south. The same points give the same squares.
    """
    if not points:
        return {}
    ids = sorted(points)
    north = [points[id_][0] for id_ in ids]
    shrunk = cos(radians(sum(north) / len(north)))
    east = [points[id_][1] * shrunk for id_ in ids]
    columns, rows = _size(len(ids), max(east) - min(east), max(north) - min(north))
    across, down = _evened(east), _evened([-one for one in north])
    grid = [(column, row) for row in range(rows) for column in range(columns)]
    costs = [
        [
            round((_FINE * (column - x * (columns - 1))) ** 2 + (_FINE * (row - y * (rows - 1))) ** 2)
            for column, row in grid
        ]
        for x, y in zip(across, down, strict=True)
    ]
    return _cropped({id_: grid[place] for id_, place in zip(ids, cheapest(costs), strict=True)})


def _size(count: int, width: float, height: float) -> Square:
    """Give the columns and rows of a grid that is shaped like the land."""
    wanted = sqrt(count * _ROOM * width / height) if width and height else sqrt(count)
    columns = min(MOST_COLUMNS, max(1, round(wanted)))
    return columns, ceil(count * _ROOM / columns)


def _evened(values: Sequence[float]) -> list[float]:
    """Give each value's place between the least (0) and the greatest (1), half by size and half by rank."""
    ranked = sorted(values)
    least, span, last = ranked[0], (ranked[-1] - ranked[0]) or 1, max(1, len(values) - 1)
    return [((value - least) / span + ranked.index(value) / last) / 2 for value in values]


def _cropped(placed: Mapping[str, Square]) -> dict[str, Square]:
    """Take away the columns and rows that are empty, and count from 1."""
    columns = sorted({column for column, _ in placed.values()})
    rows = sorted({row for _, row in placed.values()})
    return {id_: (columns.index(column) + 1, rows.index(row) + 1) for id_, (column, row) in placed.items()}


def cheapest(costs: Sequence[Sequence[int]]) -> list[int]:
    """Give each line a column of its own, such that the costs come to least (H. W. Kuhn's Hungarian method, 1955).

    There are at least as many columns as lines. Of several equally cheap ways the same is always taken.
    """
    width = len(costs[0])
    of_line, of_column = [0] * (len(costs) + 1), [0] * (width + 1)
    taken = [0] * (width + 1)
    for line in range(1, len(costs) + 1):
        taken[0] = line
        least: list[float] = [inf] * (width + 1)
        came_from, seen = [0] * (width + 1), [False] * (width + 1)
        here = 0
        while taken[here]:
            seen[here] = True
            row, step, onward = costs[taken[here] - 1], inf, 0
            for column in range(1, width + 1):
                if not seen[column]:
                    cost = row[column - 1] - of_line[taken[here]] - of_column[column]
                    if cost < least[column]:
                        least[column], came_from[column] = cost, here
                    if least[column] < step:
                        step, onward = least[column], column
            for column in range(width + 1):
                if seen[column]:
                    of_line[taken[column]] += int(step)
                    of_column[column] -= int(step)
                else:
                    least[column] -= step
            here = onward
        while here:
            taken[here] = taken[came_from[here]]
            here = came_from[here]
    chosen = {line: column - 1 for column, line in enumerate(taken) if line and column}
    return [chosen[line] for line in range(1, len(costs) + 1)]
