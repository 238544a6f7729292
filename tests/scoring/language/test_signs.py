"""A text without the signs of a pattern holds no match of it."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring.editions.explaining import _BUDGET, _PLAIN
from scoring.editions.naming import _BOOKLET, _KIN, _SURE
from scoring.editions.stages import _ADOPTED, _AMENDED, _DRAFT, _EXECUTED
from scoring.language.ru.signs import holds, signs

MARKS = (*_PLAIN, *_BUDGET, _SURE, _KIN, _BOOKLET, _EXECUTED, _AMENDED, _DRAFT, _ADOPTED)
LETTERS = st.sampled_from("абвгдежзийклмнопрстуфхцчшщыьэюя0123456789 -.,\n")


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        (r"доход\w* бюджета|^расходы\b", (" бюджета", "расходы")),
        (r"(?:на|для) (?:каждого|одного) жителя", (" жителя",)),
        (r"(?:школ[аы]){1,2}|мост", ("мост", "школ")),
        (r"(?:школа)?|мост", ()),
        (r"\d+ (?:на|за) \w+", ()),
        (r"(?i)бюджет", ()),
        (r"\w+(?= рублей)", ()),
        (r"дефицит|профицит|фицит", ("фицит",)),
    ],
)
def test_the_signs_of_a_pattern(pattern: str, told: tuple[str, ...]) -> None:
    assert signs(re.compile(pattern)) == told


@pytest.mark.parametrize("pattern", MARKS)
def test_every_mark_of_a_paper_is_found_as_before(pattern: re.Pattern[str]) -> None:
    """One test a mark: whatever a mark may be, alone or within a text."""

    @settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
    @given(st.from_regex(pattern, alphabet=LETTERS), LETTERS)
    def found(text: str, sign: str) -> None:
        assert holds(pattern, text)
        longer = f"{text}{sign}"
        assert holds(pattern, longer) == (pattern.search(longer) is not None)

    found()


@pytest.mark.parametrize("pattern", [*_PLAIN, *_BUDGET])
def test_every_mark_has_signs(pattern: re.Pattern[str]) -> None:
    assert signs(pattern)
