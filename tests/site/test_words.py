"""Both languages say the same things, and every code a reader can meet has its words."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import scoring
from crawler.model import Outcome
from datasette_config.words import LANGUAGES, words
from scoring.dates import RUNGS
from scoring.editions.lookalikes import NotEdition
from scoring.model import Stage
from scoring.sight import NOT_CRAWLED


def keys(phrases: Any, above: str = "") -> Iterator[str]:
    for key, value in phrases.items():
        if isinstance(value, dict) and above != "counts.":
            yield from keys(value, f"{above}{key}.")
        else:
            yield above + key


def test_the_locales_have_the_same_keys() -> None:
    ru, en = (list(keys(words(lang).phrases)) for lang in LANGUAGES)
    assert ru == en


def test_the_locales_have_the_same_places_to_fill() -> None:
    for key in keys(words("ru").phrases):
        if not key.startswith("counts."):
            there = [set(re.findall(r"{(\w+)}", words(lang)(key))) for lang in LANGUAGES]
            assert there[0] == there[1], key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_closed_lists_have_words(lang: str) -> None:
    t = words(lang)
    for outcome in Outcome:
        assert t.code("reason", outcome) != outcome
    for stage in Stage:
        assert t.code("stage", stage) != stage
        assert t.code("stage_long", stage) != stage
    unreadable = "empty torn encrypted too-large too-slow unsupported-format crashed not-a-document"
    unreadable += " missing-program"
    unreadable += " low-confidence unsafe-path not-a-file too-deep"
    unknown = "no-date no-text-layer too-little-prose home-not-reached"
    for code in (*unreadable.split(), *unknown.split(), NOT_CRAWLED, *NotEdition):
        assert t.code("reason", code) != code
    for rung in RUNGS:
        assert t.code("rung", rung) != rung


def test_no_check_gives_a_code_without_words() -> None:
    """Codes stand in the checks as literals: each is looked up in the locale."""
    for file in sorted((Path(scoring.__file__).parent / "checks").glob("*.py")):
        for code in re.findall(
            r"""unknown\([^)]*?"([a-z]+(?:-[a-z]+)*)\"""", file.read_text("utf-8")
        ):
            assert code in words("ru").phrases["reason"], (file.name, code)


def test_numbers_speak_the_language() -> None:
    ru, en = words("ru"), words("en")
    assert ru.number(48213.5, 1) == "48\N{NO-BREAK SPACE}213,5"
    assert en.number(48213.5, 1) == "48,213.5"
    assert en.number(24.95, 1) == "25.0"
    assert en.number(0.5) == "1"
    assert en.number(7) == "7"
    counted = [ru.count("counts.page", n) for n in (1, 3, 5, 11, 22)]
    nouns = [text.split("\N{NO-BREAK SPACE}")[1] for text in counted]
    assert nouns == ["страница", "страницы", "страниц", "страниц", "страницы"]
    assert ru.percent(0.9999) == "99\N{NO-BREAK SPACE}%"
    assert en.percent(0.7) == "70%"
    assert en.percent(0.29) == "29%"


def test_days_and_places_stand_in_words() -> None:
    ru = words("ru")
    assert ru.day("2026-03-01").replace("\N{NO-BREAK SPACE}", " ") == "1 марта 2026"
    assert ru.day("soon") == "soon"
    assert ru.between(None, None) == "дата неизвестна"
    assert ru.between("2026-01-01", None).startswith("не раньше")
    assert ru.place("page=3;table=2") == "стр. 3, таблица 2"
    assert ru.place("xpath=/html") == "xpath /html"
    assert ru.place("") == ""


def test_a_value_cannot_reach_into_the_phrase() -> None:
    said = words("ru")("region.title", name="{wave}{0.__class__}", wave="2026")
    assert "{0.__class__}" in said


def test_long_words_may_be_parted() -> None:
    ru = words("ru")
    soft = ru.soft("Своевременность и срок")
    assert soft.replace("\N{SOFT HYPHEN}", "") == "Своевременность и срок"
    assert soft.count("\N{SOFT HYPHEN}") == 3
    assert soft.split("\N{SOFT HYPHEN}")[-1] != "ь"
    assert ru.soft("Балл") == "Балл"


def test_sizes_have_units() -> None:
    assert words("ru").bytes(999) == "999\N{NO-BREAK SPACE}байт"
    assert words("ru").bytes(1_400_000) == "1,4\N{NO-BREAK SPACE}МБ"
    assert words("en").bytes(284_375) == "284\N{NO-BREAK SPACE}KB"
