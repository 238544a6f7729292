"""Text as it comes, and the one spelling it is matched by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.language.ru.normal import Spelt, normal


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("П О С Т А Н О В Л Е Н И Е правительства", "постановление правительства"),
        ("Ехсеl и СССР", "excel и ссср"),
        ("доходы¹ и расходы²", "доходы и расходы"),
        ("1\u202f234,5¹ млн", "1 234,5 млн"),
        ("площадь 45 м²", "площадь 45 м2"),
        ("и\u0306од", "йод"),
        ("−5,0 ‑ 3", "-5,0 - 3"),
        ("ᴃюджет ᴀʙᴄ", "ᴃюджет abc"),
        ("ƦƦ", "rr"),
    ],
)
def test_what_typesetters_and_converters_leave(text: str, expected: str) -> None:
    assert normal(text) == expected


@given(st.text(alphabet="абвгёйАБВЁЙoeacx 0123456789¹²\u00ad\u0301\u0306\u00a0-–ﬁ№", max_size=120))
def test_twice_is_once_in_russian_and_nothing_grows(text: str) -> None:
    once = normal(text)
    assert normal(once) == once
    assert len(once) <= 3 * len(text)


@given(st.text(alphabet="абвАБ 0123456789.,-\u00a0\u202f\u00ad", max_size=120))
def test_digits_are_kept(text: str) -> None:
    assert [c for c in normal(text) if c.isdigit()] == [c for c in text if c.isdigit()]


def test_what_is_found_is_quoted_as_it_was() -> None:
    said = "Это П О С Т А Н О В Л Е Н И Е  о бюд\u00adжете «Зaречья»¹ на год"
    spelt = Spelt.of(said)
    for wanted, quote in (
        ("постановление о", "П О С Т А Н О В Л Е Н И Е  о"),
        ("бюджете", "бюд\u00adжете"),
        ("заречья", "«Зaречья»¹"),
    ):
        at = spelt.text.index(wanted)
        assert spelt.quote(at, at + len(wanted)) == quote
    assert spelt.quote(5, 5) == ""


@given(st.text(alphabet="абвгАБВ oeac№1\u00ad\u00a0-", max_size=80), st.data())
def test_every_quote_spells_what_was_found(text: str, data: st.DataObject) -> None:
    spelt = Spelt.of(text)
    if spelt.text.strip():
        start = data.draw(st.integers(0, len(spelt.text) - 1))
        end = data.draw(st.integers(start + 1, len(spelt.text)))
        found = spelt.text[start:end].strip()
        assert found in Spelt.of(spelt.quote(start, end)).text or not found
