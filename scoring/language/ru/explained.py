"""Which terms a document uses, and which of them it explains, in a glossary or in place."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, zip_longest

from scoring.language.ru.definitions import definitions
from scoring.language.ru.folded import folded
from scoring.language.ru.meanings import defines, defines_below
from scoring.language.ru.sentences import split
from scoring.language.ru.signs import any_in
from scoring.language.ru.vocabulary import Term, named, vocabulary
from scoring.language.ru.words import lemmas
from scoring.model import BlockKind, Document
from scoring.remembered import of_document

_BRACKETS = re.compile(r"\(([^()]{3,200})\)")
_NOT_MEANING = re.compile(
    r"^\W*(?:далее|приложен|таблиц|табл\b|рис|см\b|смотри|в том числе|без учета|с учетом|млн|млрд|"
    r"тыс|руб|процент|статья|ст\b|закон|раздел|от \d|на \d|за \d|по состоянию)"
)
_IN_OTHER_WORDS = re.compile(
    r"\b(?:то есть|т\.\s?е\.|иначе говоря|иными словами|другими словами|проще говоря|"
    r"по-простому|простыми словами|это (?:когда|значит|деньги|означает)|означает, что|значит, что)"
)
_CALLED = re.compile(
    r"\bназыва(?:ют|ется|ются|ем|ли|лся)\b|\bзов(?:ут|ется)\b|\bзовут(?:ся)?\b|\bимену\w+\b|"
    r"\bэто и (?:есть|называ)|\bэто (?:и )?называ|"
    r"\bпо-научному\b|\bговорят:|\bназвали\b"
)
_BESIDE_SIGNS = (
    "то есть", "т.", "говоря", "словами", "по-простому", "это ", "означает", "значит", "назыв",
    "зов", "имену", "по-научному", "говорят:", "назвали",
)  # fmt: skip
"""Of either every way to say it has one at least: most sentences have none."""
_DIGIT = re.compile(r"\d")
_WHAT_IS = re.compile(r"^\W*(?:что такое|что значит|что это такое|зачем нужн\w+|откуда бер\w+)\b")
# «Когда расходы больше доходов, возникает дефицит», «Расходы больше доходов — это дефицит».
_WHEN = re.compile(r"\b(?:когда|если)\b.{5,80}\b(?:больше|меньше|превы\w+|не хвата\w+|выше)\b")
# «Не хватало миллиарда! — Это дефицит, — сказал Филин.»
_THIS = re.compile(
    r"^\W*(?:вот )?(?:это|такое)(?: и есть| и называется| называется|,? значит,?)?[ -]+"
    r"(?P<term>[а-я-]+(?: [а-я-]+)?)(?=\W*(?:$|[,.!;]))"
)
_SO = r"(?:это|и есть)\s+(?:и\s+есть\s+)?[\w-]+(?:\s[\w-]+)?\W*$"
_THIS_IS = re.compile(rf"\w{{3,}}\W+\w{{3,}}\W+{_SO}")
_ENDS_SO = re.compile(_SO)
# «Субсидии дают на общее дело», «дотации — 5 млрд рублей, их можно тратить на любые нужды».
_GIVEN = re.compile(
    r"\b(?:да[её]?(?:ют|т|[её]т)(?:ся)?|выделя\w+|предоставля\w+|перечисля\w+|получают|тратят|"
    r"ид[её]т|идут|приход\w+)\s+(?:на\s+(?!\d)|для\s|чтобы\s|при\s+условии|без\s|под\s|тогда|тем\b)"
)
# What readers call by the noun alone.
_HEADED = re.compile(r"программа$|\bдолг$|поступления$|\bфонд$")
_NEAR = 5
_FEW = 3
"""Terms of a text that leaves its terms to its tables."""
_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


@dataclass(frozen=True, slots=True)
class Used:
    """A term where it was met first: the words around it and their place."""

    term: Term
    quote: str
    locator: str


def used(document: Document) -> tuple[Used, ...]:
    """Terms the text of a document uses, each where it is met first, in reading order.

    Rows of tables are looked through only where the text names hardly a term: a table's rows are
    called as the law calls them, and nobody reads them all beside a text.
    """
    said = _met(_text(document))
    named = sum(not use.term.aside for use in said)
    return said if named >= _FEW else _met((*_text(document), *_rows(document)))


def defined_besides(document: Document) -> tuple[Used, ...]:
    """Words that the document itself takes for terms, defining them, and our list does not."""
    return tuple(
        Used(Term(term=d.term), d.quote, d.locator)
        for d in definitions(document)
        if len(d.term) > 1 and not named(d.term)
    )


def explained(document: Document) -> frozenset[str]:
    """Names of the terms that the document explains.

    By the form of a definition (scoring.language.ru.definitions), or where they are used: a
    meaning in brackets after the term or the term in brackets after its meaning, "то есть",
    "это называют", "Дотация: помощь ...", "когда расходы больше доходов, возникает дефицит", a
    heading "Что такое дефицит?" with text below, and an abbreviation whose full words stand in
    the document.
    """
    defined = definitions(document)
    found = {term.term for d in defined for term in named(d.term)}
    found.update(_by_noun(d.term for d in defined))
    told = [text for text, _ in chain(_text(document), _rows(document))]
    for text in told:
        if named(text):
            found.update(_in_place(text))
    return frozenset((*found, *_asked(document), *_full(told)))


def _by_noun(terms: Iterable[str]) -> Iterator[str]:
    """«Программа — это ...» explains the state programmes, «Долг — ...» the region's debt."""
    nouns = {tuple(lemmas(term)) for term in terms}
    yield from (term for noun, term in _nouns() if (noun,) in nouns)


@cache
def _nouns() -> tuple[tuple[str, str], ...]:
    """The nouns that terms of several words are called by alone, and the terms."""
    said = ((lemmas(name), name, t.term) for t in vocabulary() for name in (t.term, *t.also))
    return tuple(
        (words[-1], term)
        for words, name, term in said
        if len(words) > 1 and _HEADED.search(folded(name))
    )


def _full(told: Iterable[str]) -> Iterator[str]:
    """Abbreviations whose full words stand in the text."""
    for text in told:
        if "налог" in folded(text):
            said = " ".join(lemmas(text))
            yield from (term for term, full in _in_full().items() if full in said)


@cache
def _in_full() -> dict[str, str]:
    """The words abbreviations stand for, in dictionary forms."""
    return {t.term: " ".join(lemmas(t.full)) for t in vocabulary() if t.full}


def _met(told: Iterable[tuple[str, str]]) -> tuple[Used, ...]:
    found: dict[str, Used] = {}
    for text, locator in told:
        for term in named(text):
            if term.term not in found:
                found[term.term] = Used(term, _around(text, term), locator)
    return tuple(found.values())


def _text(document: Document) -> Iterator[tuple[str, str]]:
    """What a reader reads: (text, locator)."""
    for block in document.blocks:
        if block.kind is not BlockKind.BOILERPLATE:
            yield block.text, block.locator


@of_document
def _rows(document: Document) -> tuple[tuple[str, str], ...]:
    """Tables row by row, their captions first."""
    return tuple(
        (" | ".join(dict.fromkeys(filter(None, map(str.strip, row)))), table.locator)
        for table in document.tables
        for row in ((table.caption,), *table.rows)
    )


def _in_place(text: str) -> Iterator[str]:
    for sentence in split(text):
        plain = folded(sentence)
        if "(" in plain:
            yield from _in_brackets(plain)
        named = "это" in plain or "и есть" in plain
        if (named or "такое" in plain) and (this := _THIS.match(plain)):
            yield from _names(this["term"])
        if not _DIGIT.search(plain) and _GIVEN.search(plain):
            yield from list(_names(" ".join(plain.split()[:2])))[:1]
        conditional = "когда" in plain or "если" in plain
        if (conditional and _WHEN.search(plain)) or (named and _is_called(plain)):
            yield from _names(_tail(plain, _NEAR))
        if any_in(plain, _BESIDE_SIGNS) and (
            _IN_OTHER_WORDS.search(plain) or _CALLED.search(plain)
        ):
            yield from _beside(plain)
    yield from _before_colon(text) if ":" in text else ()


def _is_called(plain: str) -> bool:
    """Ends it in "это дефицит"? The words before cost more to look for, and few have the end."""
    return _ENDS_SO.search(plain) is not None and _THIS_IS.search(plain) is not None


def _before_colon(text: str) -> Iterator[str]:
    head, colon, rest = folded(text[:300]).partition(":")
    if colon and len(head.split()) <= _NEAR and defines_below(rest):
        yield from _names(head)


def _in_brackets(plain: str) -> Iterator[str]:
    for match in _BRACKETS.finditer(plain):
        inner, before = match[1], plain[: match.start()]
        names = list(_names(inner))
        if names and len(inner.split()) <= _NEAR:
            # "Превышение расходов над доходами (дефицит)"; but "трансферты (дотации)" are a kind.
            if len(names) == 1 and len(before.split()) >= 3 and not list(_names(_tail(before, 3))):
                yield names[0]
        elif not _NOT_MEANING.search(inner) and defines(inner, named=True, glossary=False):
            yield from _last(before)


def _beside(plain: str) -> Iterator[str]:
    """Terms within a few words of "то есть" or "называют"."""
    for match in (*_IN_OTHER_WORDS.finditer(plain), *_CALLED.finditer(plain)):
        yield from _last(plain[: match.start()])
        if _CALLED.match(match[0]):
            yield from _names(" ".join(plain[match.end() :].split()[:_NEAR]))


def _asked(document: Document) -> Iterator[str]:
    """«Что такое дефицит?» with running text after it explains."""
    main = [b for b in document.blocks if b.kind is not BlockKind.BOILERPLATE]
    for block, following in zip_longest(main, main[1:]):
        if "?" not in block.text:
            continue
        question, mark, answer = folded(block.text).partition("?")
        answered = len(answer.split()) >= _NEAR or (
            following is not None
            and following.kind in _TEXT
            and len(following.text.split()) >= _NEAR
        )
        if mark and answered and _WHAT_IS.match(question) and len(question.split()) <= 2 * _NEAR:
            yield from _names(question)


def _names(text: str) -> Iterator[str]:
    return (term.term for term in named(text))


def _last(before: str) -> Iterable[str]:
    """The term that ends within a few words of the end of ``before``."""
    return list(_names(_tail(before, _NEAR)))[-1:]


def _tail(text: str, count: int) -> str:
    return " ".join(text.split()[-count:])


def _around(text: str, term: Term) -> str:
    """The sentence a term stands in."""
    return next((one for one in split(text) if term in named(one)), text)
