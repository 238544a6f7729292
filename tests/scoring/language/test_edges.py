"""The edge of a word asked for once: the same is found, in the same order."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.language.ru.edges import edged, ways

PATTERNS = (
    r"\bдолг|\bзаем\w*|^итого|\bна|\bпо \d",
    r"рубл|\bденег\b|\bказн",
    r"\b(?P<one>а|б)\b|\b(?P<two>в)|[|)(]\bг|\|д",
    r"(?:\bа|\bб)в|\bг",
)


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        (r"\bа|\bб", r"\b(?:а|б)"),
        (r"\bа|б|\bв|\bг", r"\bа|б|\b(?:в|г)"),
        (r"а|б", r"а|б"),
        (r"(?:\bа|\bб)|\bв", r"(?:\bа|\bб)|\bв"),
    ],
)
def test_neighbours_stand_behind_one_edge(pattern: str, told: str) -> None:
    assert edged(pattern) == told


def test_bars_in_brackets_classes_and_escapes_part_nothing() -> None:
    assert ways(r"а(б|в)|[|]г|\|д|[]|]е|[^]|]ж") == [r"а(б|в)", "[|]г", r"\|д", "[]|]е", "[^]|]ж"]


@given(st.sampled_from(PATTERNS), st.text("абвгд |()нпо1\nитогдлзаемрублкн", max_size=40))
def test_the_same_is_found(pattern: str, text: str) -> None:
    one, other = re.compile(pattern, re.M), re.compile(edged(pattern), re.M)
    found, again = one.finditer(text), other.finditer(text)
    assert [(m.span(), m.groups()) for m in found] == [(m.span(), m.groups()) for m in again]
