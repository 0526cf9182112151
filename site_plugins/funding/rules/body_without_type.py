"""A deciding body has no type, so nobody can see whether its decisions are delegated or within their limit.

PASS:
    regional-tillvaxtnamnd: {name: Regional tillväxtnämnd, type: board}
FAIL:
    regional-tillvaxtnamnd: {name: Regional tillväxtnämnd}
"""

from __future__ import annotations

from collections.abc import Iterator

from funding.judging.rule import Fault, Rule, Whole
from funding.problem import Severity
from funding.source import RegisterName


def check(whole: Whole) -> Iterator[Fault]:
    """Find every body without a type."""
    for id_, body in whole.register.lists.bodies.items():
        if body.type is None:
            yield Fault((id_,), {"given": id_}, at_key=True, path=whole.path_of(RegisterName.BODIES))


RULE = Rule("body-without-type", Severity.NOTE, check)
