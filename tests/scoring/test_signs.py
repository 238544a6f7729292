"""Texts passed over for what they lack could not have told anything: every way to say it has it."""

import re
from collections.abc import Iterator
from itertools import islice, product
from re import _parser as grammar  # type: ignore[attr-defined]  # the standard library's own

import pytest

from scoring.dating import printed
from scoring.editions import years
from scoring.language.ru import definitions
from scoring.language.ru.folded import folded
from scoring.totals import chapters, directed, even, items, labels, owned, sentences, signs, turns
from scoring.totals.labels import Concept

_MOST = 20_000
_CLASSES = {"CATEGORY_SPACE": " ", "CATEGORY_WORD": "а", "CATEGORY_DIGIT": "1"}


def _said(parsed: object) -> Iterator[str]:
    """The shortest text of each way a pattern may match, whatever stands around it."""
    told: list[list[str]] = []
    for op, what in parsed:  # type: ignore[attr-defined]
        match str(op):
            case "LITERAL":
                told.append([chr(what)])
            case "NOT_LITERAL" | "ANY":
                told.append(["я"])
            case "IN":
                told.append(_one_of(what))
            case "BRANCH":
                told.append([text for way in what[1] for text in _said(way)])
            case "SUBPATTERN":
                told.append(list(_said(what[3])))
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                least, _, inner = what
                told.append([text * least for text in _said(inner)] if least else [""])
    yield from ("".join(parts) for parts in islice(product(*told), _MOST))


def _one_of(choices: list[tuple[object, object]]) -> list[str]:
    if str(choices[0][0]) == "NEGATE":
        return ["я"]
    letters = [chr(what) for op, what in choices if str(op) == "LITERAL"]  # type: ignore[call-overload]
    if letters:
        return letters
    op, what = choices[0]
    return [chr(what[0])] if str(op) == "RANGE" else [_CLASSES.get(str(what), " ")]  # type: ignore[index]


def ways(pattern: re.Pattern[str]) -> list[str]:
    found = sorted({text for text in _said(grammar.parse(pattern.pattern)) if text.strip()})
    assert found
    return found


@pytest.mark.parametrize("of", list(Concept))
def test_every_name_of_a_total(of: Concept) -> None:
    assert [w for w in ways(labels._CORE[of]) if not signs.may_name(w)] == []


def test_every_way_out_and_every_question() -> None:
    out = dict(directed._WAYS)[Concept.EXPENDITURE]
    told = [w for pattern in (out, chapters._FROM, chapters._TO) for w in ways(pattern)]
    assert [w for w in told if not signs.may_name_faintly(w)] == []


def test_every_gap() -> None:
    told = [*ways(dict(directed._WAYS)[Concept.BALANCE]), *ways(items._MORE)]
    assert [w for w in told if not signs.gaps([w])] == []
    assert signs.gaps(["Повышение зарплат", "Снижение налогов", "на 5 млрд выше"]) == [2]


def test_every_name_a_sum_may_be_of() -> None:
    patterns = (
        owned._CORES, owned._EQUATION, owned._FOLLOWING, owned._IN_BRACKETS, owned._NAMED_AFTER,
        even._BOTH, even._EITHER_SIDE, turns._NAMES,
    )  # fmt: skip
    told = [w for pattern in patterns for w in ways(pattern)]
    assert [w for w in told if not any(name in w for name in owned._NAMES)] == []


def test_every_balance() -> None:
    told = ways(sentences._BALANCED)
    assert [w for w in told if not ("фицит" in w or "сбалансирован" in w)] == []
    assert [w for w in told if not sentences._TELLS.search(w)] == []


def test_every_year_that_is_sure() -> None:
    patterns = (years._PLANNED, years._REPORTED, years._LONG_RANGE, years._SHORT_RANGE)
    told = [w for pattern in patterns for w in ways(pattern)]
    assert [w for w in told if not years.may_be_sure(w)] == []


def test_every_form_of_a_day() -> None:
    pairs = zip(printed._FORMS, printed._SIGNS, strict=True)
    told = [(w, sign) for form, sign in pairs if sign for w in ways(form)]
    assert [w for w, sign in told if not sign.search(w)] == []


def test_every_way_to_call() -> None:
    told = [folded(w) for w in ways(definitions._CALLED)]
    assert [w for w in told if not any(sign in w for sign in definitions._CALLED_SIGNS)] == []
