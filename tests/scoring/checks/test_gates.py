"""Texts are refused by a word before a pattern is asked: every way of it must need such a word."""

from collections.abc import Iterable
from re import _constants, _parser  # type: ignore[attr-defined]  # no public way to read a pattern
from typing import Any

import pytest

from scoring.checks import (
    budget_flows,
    budget_meaning,
    budget_ways,
    goal_heads,
    goal_leads,
    goal_numbered,
    goal_served,
    goal_wished,
    winners,
)

_BUDGET = ("бюджет",)
_BEGINS = ("бюджет", "доход", "казн")
GATES = {
    "likens": (budget_flows._ALIKE, _BUDGET),
    "based": (budget_flows._BASED, _BUDGET),
    "plan": (budget_meaning._PLAN, _BUDGET),
    "flows": (budget_flows._FLOWS, ("бюджет", "казн")),
    "family": (budget_flows._FAMILY, budget_flows._FAMILY_SIGNS),
    "asked": (budget_meaning._ASKED, _BEGINS),
    "named": (budget_meaning._NAMED, _BEGINS),
    "alone": (budget_meaning._ALONE, _BEGINS),
    "drawn from": (budget_ways._DRAWN_FROM, _BEGINS),
    "income": (budget_flows._INCOME, _BEGINS),
    "into": (budget_flows._INTO, _BEGINS),
    "differs": (budget_ways._DIFFERS, ("?",)),
    "counted": (goal_heads._COUNTED, goal_heads._GOAL_SIGNS),
    "serves": (goal_served._SERVES, goal_served._SIGNS),
    "put": (goal_served._PUT, goal_served._SIGNS),
    "matters": (goal_served._MATTERS, goal_served._SIGNS),
    "turn": (goal_served._TURN, goal_served._SIGNS),
    "second": (goal_numbered._SECOND, goal_numbered._SECOND_SIGNS),
    "wanted": (goal_leads._SO_THAT, ("чтоб",)),
    "wants": (goal_wished._WANT, ("чтоб",)),
    "winners": (winners._WINNERS, winners._WINNERS_SIGNS),
}


@pytest.mark.parametrize("name", GATES)
def test_every_way_needs_a_sign(name: str) -> None:
    pattern, signs = GATES[name]
    assert _needs(_parser.parse(pattern.pattern, pattern.flags), signs)


def test_a_way_without_a_sign_is_seen() -> None:
    for written in ("(?:долг|заем)", "долг?", "(?:долг)?а", "долг|а"):
        assert not _needs(_parser.parse(written), ("долг",))
    for written in ("долга", "(?:гос)?долг", "(?:мой долг|долги)", "(?:долг)+"):
        assert _needs(_parser.parse(written), ("долг",))


def _needs(sequence: Iterable[Any], signs: tuple[str, ...], before: str = "") -> bool:
    """Holds whatever is matched one of the signs? ``before`` stands right before it."""
    run = before
    for kind, told in (*sequence, (None, None)):
        if kind is _constants.LITERAL:
            run += chr(told)
            continue
        if any(sign in run for sign in signs) or _inner(kind, told, signs, run):
            return True
        run = ""
    return False


def _inner(kind: Any, told: Any, signs: tuple[str, ...], run: str) -> bool:
    if kind is _constants.SUBPATTERN:
        return _needs(told[3], signs, run)
    if kind is _constants.BRANCH:
        return all(_needs(way, signs, run) for way in told[1])
    if kind is _constants.ASSERT:
        return _needs(told[1], signs)
    repeated = (_constants.MAX_REPEAT, _constants.MIN_REPEAT)
    return bool(kind in repeated and told[0]) and _needs(told[2], signs)
