"""Terms and meanings side by side with no sign between: what a glossary's heading lets us see."""

import re
from collections.abc import Iterator

from scoring.language.ru.folded import folded
from scoring.language.ru.meanings import defines, term_apart
from scoring.language.ru.terms import is_term

_FIRST_TERM, _NEXT_TERM = 4, 2
"""Most words of a term that begins a block, and of one that follows a sentence."""
_CAPITAL = re.compile(r"(?:^|(?<=[а-яё,.)] ))[А-ЯЁ]")
_ADJECTIVE = re.compile(r"(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)$")
_OBLIQUE = re.compile(r"(?:ым|им|ыми|ими|ого|его|ому|ему|ых|их)$")
_STOP = re.compile(r"(?<=[.!?])\s+(?=[А-ЯЁ])")
_NO_MEANING = re.compile(r"\W*(?:[\d-]|буд[еу]т|состав|вырас|сниз)")
_FEWEST = 2
"""Words of a meaning."""


def unsigned(text: str) -> Iterator[tuple[str, str]]:
    """(term, quote) of every term of a block that stands under the heading of a glossary.

    "Дефицит. Когда тратим больше, чем получаем. Дотация. Подарок району"; "Доходы деньги, которые
    поступают в бюджет Расходы деньги, которые бюджет тратит": columns and bold type are lost in
    print.
    """
    text = " ".join(text.split())
    found = [*_by_stops(text)] or [*_by_capitals(text)]
    at = term_apart(text) if not found and text[:1].isupper() else None
    if at is not None and is_term(text[:at], glossary=True):
        found = [(text[: at - 1], text)]
    yield from found


def _by_stops(text: str) -> Iterator[tuple[str, str]]:
    """A short sentence that is only a term, and the sentences after it up to the next term."""
    term, meaning = "", list[str]()
    for sentence in (*_STOP.split(text), ""):
        name = sentence.rstrip(".:")
        if not sentence or (sentence[-1] not in "!?" and _heads(name, first=not (term or meaning))):
            told = " ".join(meaning)
            if term and defines(folded(told), named=True, glossary=True):
                yield term, f"{term}. {told}"
            term, meaning = name, []
        else:
            meaning.append(sentence)


def _heads(name: str, *, first: bool) -> bool:
    if first:
        return len(name.split()) <= _FIRST_TERM and is_term(name, glossary=True)
    named = len(name.split()) - bool(_ADJECTIVE.search(name.split()[0])) <= _NEXT_TERM
    return named and is_term(name)


def _by_capitals(text: str) -> Iterator[tuple[str, str]]:
    """Two terms or more, each with a capital, each followed by what it is."""
    starts = [m.start() for m in _CAPITAL.finditer(text)]
    starts = [at for at in starts if _named(_first(text[at:]))]
    ends = [*starts[1:], len(text)]
    pieces = [text[a:b].strip() for a, b in zip(starts, ends, strict=False)]
    told = [(_first(piece), piece) for piece in pieces]
    meant = [(t, p) for t, p in told if _means(folded(p[len(t) :])) and t not in p[len(t) :]]
    if len(meant) > 1:
        yield from meant


def _named(first: str) -> bool:
    return is_term(first) and _OBLIQUE.search(first.split()[0]) is None


def _first(text: str) -> str:
    """The first word, with its noun when it is an adjective."""
    words = text.split()
    size = 2 if len(words) > 1 and _ADJECTIVE.search(words[0]) else 1
    return " ".join(words[:size]).rstrip(",.")


def _means(rest: str) -> bool:
    words = rest.split()
    return (
        len(words) >= _FEWEST
        and not re.match(r"\W*[\d-]", rest)
        and defines(rest, named=True, glossary=True)
    )
