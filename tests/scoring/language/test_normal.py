"""Text as it comes, and the one spelling it is matched by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.language.ru.normal import normal


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Б Ю Д Ж Е Т для граждан", "бюджет для граждан"),
        ("Отчёт об исполнении", "отчет об исполнении"),
        ("10\u00a0234,5\u202fмлн", "10 234,5 млн"),
        ("рас\u00adходы", "расходы"),
        ("PACXОДЫ и дoxoды", "расходы и доходы"),
        ("«Бюджет» — „план“", '"бюджет" - "план"'),
        ("2024–2026", "2024-2026"),
        ("\ufb01nance", "finance"),
        ("№ 145н…", "№ 145н…"),
        ("бюдже́т", "бюджет"),
        ("PDF и Excel", "pdf и excel"),
        ("йод и Ё", "йод и е"),
    ],
)
def test_spellings_that_mean_the_same(text: str, expected: str) -> None:
    assert normal(text) == expected


def test_short_words_are_no_letters_set_apart() -> None:
    assert normal("и в с к том") == "и в с к том"


@given(st.text(alphabet=st.characters(max_codepoint=0x600), max_size=200))
def test_twice_is_once(text: str) -> None:
    once = normal(text)
    assert normal(once) == once
