"""Words that a narrow column broke."""

import pytest

from scoring.language.ru.mended import mended


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Расход ы, всего", "Расходы, всего"),
        ("Показа тели", "Показатели"),
        ("Первон ачальн ый план", "Первоначальный план"),
        ("безвозм ездные поступле ния", "безвозмездные поступления"),
        ("Исполн ение, %", "Исполнение, %"),
    ],
)
def test_pieces_that_are_no_words_are_joined(broken: str, whole: str) -> None:
    assert mended(broken) == whole


@pytest.mark.parametrize(
    "text",
    ["Доходы и расходы", "по разделам и подразделам", "на 2027 год", "план на год", "с 1 января"],
)
def test_words_stay_as_they_are(text: str) -> None:
    assert mended(text) == text
