"""Definitions in Russian texts: a term, and words that say what it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, pairwise

from scoring.language.ru.folded import folded
from scoring.language.ru.meanings import defines, defines_below
from scoring.language.ru.passing import passing, spelt_out
from scoring.language.ru.series import series
from scoring.language.ru.signs import any_in
from scoring.language.ru.terms import is_term
from scoring.language.ru.unsigned import unsigned
from scoring.model import Block, BlockKind, Document, Table
from scoring.remembered import of_text

_HEADS = (BlockKind.TITLE, BlockKind.HEADING)
_GLOSSARY = re.compile(
    r"\b(?:глоссари\w+|словар\w*|терминологи\w+|термин(?:|ы|ов|ах|ами)|азбук\w+|расшифровк\w+|"
    r"(?:основн\w+|бюджетн\w+|ключев\w+|главн\w+|важн\w+|нов\w+) поняти\w+|"
    r"поняти[яе] и определени|"
    r"(?:основн|ключев|важн|нужн|полезн|нов|умн|трудн|непонятн|сложн|незнаком|бюджетн)\w+ слов\w*|"
    r"слов[оа] (?:вам )?(?:незнаком|непонятн|неясн)\w+|о ч[её]м (?:эти|это|наши) слов\w+|"
    r"слова,? которые|что (?:значат|означают|значит|означает|такое)|кто есть кто|"
    r"говорим на одном языке|"
    r"разбер[её]мся в словах|объясняем слова|glossary)(?!\w)"
)
_TERMS_HEAD = re.compile(r"\W*(?:термин\w*|поняти[ея]|слов[оа]|определяемое|выражение)\b")
# Of a class to begin with the machine of patterns skips to the next sign.
_IS = re.compile(
    r"[\s-](?:(?<=\s)(?:\s*-\s*это\b:?|-\s|←\s|\s*это\b|\s*представля(?:ет|ют)\s+собой\b)|"
    r"(?<=-)\s+это\b)"
)
_ASIDE = re.compile(r"\([^()]{0,120}\)")
_STOP = re.compile(r"[.;:!?\n•·▪►●|]|^")
_CALLED = re.compile(
    r"(?<![а-я])под\s++(?P<under>[^.,;!?\n]{4,60}?)\s+(?:понима\w+|подразумева\w+|име\w+ в виду)"
    r"|(?:^|[.;!?\n])\s*+(?P<left>[^.;!?\n]{4,90}?),?\s+(?:называ(?:ют|ется|ются|ем)|зовут(?:ся)?|зов[её]тся|"
    r"именуют(?:ся)?|именуется):?\s+(?P<right>[^.;!?\n,:()]{4,})"
)
_IT_IS = re.compile(r"\W*(?:вот )?это (?:и есть |называется |называют )?[а-я]+(?: [а-я]+)?\W*$")
_IS_SIGNS = (" -", "\n-", "←", "это", "представля")
_CALLED_SIGNS = ("понима", "подразумева", "в виду", "называ", "зовут", "зовет", "имену")
"""Of the signs every such form has one at least: most texts have none."""
_SPACES = re.compile(r"[^\S\n]{2,}|[^\S\n ]")
_CAPITAL = re.compile(r"\b[А-ЯЁ]")
_LONGEST_TERM = 90
_PROSE_CELL = 30
"""Letters of a table's cell that may be a sentence."""
_SECTION = re.compile(
    r"\W*(?:раздел|глава|часть|приложение|слайд|страница|урок|тема) (?:[ivxхu]+|\d+)\W*"
)
_REMEMBERED = 64


@dataclass(frozen=True, slots=True)
class Definition:
    """A term explained, the words it is explained by, and where."""

    term: str
    quote: str
    locator: str


@lru_cache(maxsize=_REMEMBERED)
def definitions(document: Document) -> tuple[Definition, ...]:
    """Every term the document defines, once, in the order of reading.

    A definition is known by its form: "Бюджет — это ...", "Дотация – межбюджетный трансферт,
    ...", a list or a two-column table of terms, a line with a term above the line that says
    what it is. Its term is one of budgets, or it stands under the heading of a glossary.
    "Доходы — 36 млрд рублей" has the form and defines nothing: a sum is not a meaning.
    """
    found: dict[str, Definition] = {}
    for definition in (*_in_blocks(document.blocks), *_in_tables(document.tables)):
        if not _SECTION.fullmatch(folded(definition.term)):
            found.setdefault(_key(definition.term), definition)
    return tuple(found.values())


def _in_blocks(blocks: Sequence[Block]) -> Iterator[Definition]:
    main = [_spaced(block) for block in blocks if block.kind is not BlockKind.BOILERPLATE]
    glossary, level = False, 0
    for position, block in enumerate(main):
        after = main[position + 1] if position + 1 < len(main) else None
        below = [] if after is None else list(_below(block, after, glossary=glossary))
        if _opens(block):
            glossary, level = True, block.level or 9
        elif block.kind in _HEADS and block.level <= level:
            # In a PDF the terms themselves may be set as headings.
            glossary = glossary and bool(below)
        signed = [*_signed(block, glossary=glossary), *below]
        asked = after if after is not None and _goes_on(block, after) else None
        text = block.text if asked is None else f"{block.text} {asked.text}"
        if glossary and not signed:
            signed += [Definition(t, quote, block.locator) for t, quote in unsigned(block.text)]
        yield from signed
        yield from _in_passing(text, (asked or block).locator, glossary=glossary)


def _spaced(block: Block) -> Block:
    """Runs of spaces, as text set in columns has them, would cost their square in time."""
    if "  " not in block.text and block.text.isprintable():
        return block
    text = _SPACES.sub(" ", block.text)
    return block if block.text == text else replace(block, text=text)


def _goes_on(block: Block, following: Block) -> bool:
    """Does the next block answer a question, or name what was told: "Это дефицит бюджета"?"""
    return block.text.rstrip().endswith("?") or _IT_IS.match(folded(following.text)) is not None


def _opens(block: Block) -> bool:
    """A heading of a glossary; where a PDF lost its headings, a line that says no more."""
    most = 12 if block.kind in _HEADS else 4
    short = len(block.text.split(maxsplit=most)) <= most
    return short and _GLOSSARY.search(folded(block.text)) is not None


def _signed(block: Block, *, glossary: bool) -> Iterator[Definition]:
    told = _told(block.text, glossary=glossary)
    return (Definition(term, quote, block.locator) for term, quote in told)


@of_text
def _told(text: str, *, glossary: bool) -> tuple[tuple[str, str], ...]:
    return (*_in_text(text, glossary=glossary), *_called(text))


def _in_text(text: str, *, glossary: bool) -> Iterator[tuple[str, str]]:
    """Definitions of the form "term — meaning"; a paragraph may hold several."""
    plain = folded(text)
    if not any_in(plain, _IS_SIGNS):
        return
    plain = _ASIDE.sub(lambda aside: "_" * len(aside[0]), plain)
    signs = list(_IS.finditer(plain))
    starts = [
        _start(text, plain, signs[n - 1].end() if n else 0, sign.start(), glossary=glossary)
        for n, sign in enumerate(signs)
    ]
    terms = [(sign, start) for sign, start in zip(signs, starts, strict=True) if start is not None]
    ends = [*(start for _, start in terms[1:]), len(text)]
    for (sign, start), end in zip(terms, ends, strict=False):
        meaning = plain[sign.end() : end].strip()
        named = "это" in sign[0] or "собой" in sign[0]
        if defines(meaning, named=named, glossary=glossary):
            term = text[start : sign.start()].strip(' \t«»"-–—•')
            if spelt_out(term, meaning):
                continue
            yield term, text[start:end].strip()


def _start(text: str, plain: str, since: int, end: int, *, glossary: bool) -> int | None:
    """Where the term before ``end`` begins, None when what stands there is no term."""
    near = max(since, end - 2 * _LONGEST_TERM)
    stops = [m.end() for m in _STOP.finditer(plain, near, end)]
    fresh = [stops[-1]] if stops else ([0] if not near else [])
    capitals = [m.start() for m in _CAPITAL.finditer(text, near, end)]
    for start in (*fresh, *reversed([c for c in capitals if not stops or c >= stops[-1]])):
        phrase = _ASIDE.sub(" ", text[start:end])
        if len(phrase) <= _LONGEST_TERM and is_term(phrase, glossary=glossary):
            return start
    return None


def _called(text: str) -> Iterator[tuple[str, str]]:
    """Forms without a dash: "под дефицитом понимается ...", "это называют дефицитом"."""
    plain = folded(text)
    for match in _CALLED.finditer(plain) if any_in(plain, _CALLED_SIGNS) else ():
        for side in ("under", "right", "left"):
            if match[side] and len(match[side].split()) <= 4 and is_term(match[side]):
                term = text[match.start(side) : match.end(side)]
                yield term, text[match.start() :].strip(" .;")
                break


def _below(block: Block, following: Block, *, glossary: bool) -> Iterator[Definition]:
    """A line that is only a term, above a line that says what it is."""
    term, meaning = block.text.strip(" :.-–—"), following.text
    flowing = following.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    ended = block.text.rstrip().endswith((".", ";", "!", "?", ","))
    if flowing and not ended and "\n" not in term and is_term(term):
        plain = folded(meaning)
        # "Доходы" above "Доходы области в 2026 году ..." heads a story, it defines nothing.
        again = _key(term).split()[0] in _key(" ".join(meaning.split()[:3])).split()
        sure = not again and (glossary or meaning[:1].islower())
        if sure and not _IS.search(plain[:60]) and defines_below(plain):
            yield Definition(term, f"{term}: {meaning}", following.locator)


def _in_tables(tables: Sequence[Table]) -> Iterator[Definition]:
    for table in tables:
        yield from _in_cells(table)
        heads = table.rows[0] if table.rows else ()
        starts = [n for n, head in enumerate(heads) if _is_terms_head(head)]
        headed = 0 in starts
        glossary = headed or _GLOSSARY.search(folded(table.caption)) is not None
        rows = table.rows[headed:]
        for told in chain.from_iterable(_side_by_side(row, starts) for row in rows):
            cells = list(dict.fromkeys(filter(None, map(str.strip, told))))
            if len(cells) != 2 or not is_term(cells[0], glossary=glossary):
                continue
            if defines(folded(cells[1]), named=False, glossary=glossary):
                yield Definition(cells[0], " — ".join(cells), table.locator)


def _is_terms_head(head: str) -> bool:
    return _TERMS_HEAD.match(folded(head)) is not None


def _side_by_side(row: Sequence[str], starts: Sequence[int]) -> Sequence[Sequence[str]]:
    """A glossary in two columns: "Термин, Значение" and beside them the same heads again."""
    cuts = (*starts, len(row))
    if len(starts) < 2 or any(n - m <= 1 for m, n in pairwise(cuts)):
        return (row,)
    return [row[since:until] for since, until in pairwise(cuts)]


def _in_cells(table: Table) -> Iterator[Definition]:
    """Prose put into cells, as sheets of notes have it."""
    for row in table.rows:
        long = [cell for cell in row if len(cell) > _PROSE_CELL]
        for cell in dict.fromkeys(long):
            block = _spaced(Block(BlockKind.PARAGRAPH, cell, table.locator))
            yield from _signed(block, glossary=False)
            yield from _in_passing(block.text, block.locator)


def _in_passing(text: str, locator: str, *, glossary: bool = False) -> Iterator[Definition]:
    for start, stop, quote in passing(text):
        yield Definition(text[start:stop], quote, locator)
    for term, quote in series(text, glossary=glossary):
        yield Definition(term, quote, locator)


def _key(term: str) -> str:
    """Дотация, Дотации and «дотация» are one term."""
    words = re.findall(r"[а-яa-z]+", folded(_ASIDE.sub(" ", term)))
    return " ".join(word[:-2] if len(word) > 4 else word for word in words)
