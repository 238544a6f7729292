"""Where a file speaks of local budgets: a sentence goes on about what the one before it named."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from scoring.checks.subject import says_something
from scoring.facts import Fact
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.model import Document
from scoring.passages import Passage, Piece, passages
from scoring.remembered import of_document, of_text

_OF_THEM = re.compile(r"\W*(?:из них|в том числе|в т\. ?ч\.|в составе)\W*$", re.I)
# "Семьи в районах ждут помощи. Им выплатят": districts are where, not who.
_WHERE = re.compile(
    r"\b(?:в|по|из|на|для жителей) (?:[а-я]+ )?(?:район|город|муниципал|округ|посел|сел)\w*"
)
# Districts are called municipal districts now, and a region may be a district itself: of several
# it is told that they are given something.
_SEVERAL = ("округам", "поселкам", "селам", "деревням")
_TO_SEVERAL = re.compile(
    rf"(?<!федеральным )(?<!автономным )\b(?:{'|'.join(_SEVERAL)})\b(?! россии)"
)
_TELLS = re.compile(r"\d")
# "На что их можно тратить?" asks on about the same money.
_ASKS_ON = re.compile(
    r"\b(?:их|они|ними|эт\w+ (?:ден\w+|сумм\w+|помощь\w*|средств\w*))\b.*\?\W*$", re.I
)


@dataclass(frozen=True, slots=True)
class Places:
    """What is spoken of at each place of a file: True of local budgets, False of the region's own.

    By locator and sentence, and by locator alone for lines; None where nobody tells.
    """

    by_sentence: Mapping[tuple[str, str], bool | None]
    by_locator: Mapping[str, bool | None]
    of_them: frozenset[tuple[str, str]]

    def them(self, fact: Fact) -> bool:
        """Does "им" of the sentence mean the districts, and not people who live there?"""
        return (fact.locator, fact.whole) in self.of_them

    def local(self, fact: Fact) -> bool | None:
        """Is a figure outside tables told of local budgets?"""
        own = self.by_sentence.get((fact.locator, fact.whole))
        return self.by_locator.get(fact.locator) if own is None else own


@of_document
def places(document: Document) -> Places:
    """Read the passages in their order; what is said of grants stays with whom it named last."""
    sentences: dict[tuple[str, str], bool | None] = {}
    locators: dict[str, bool | None] = {}
    of_them = set[tuple[str, str]]()
    now: bool | None = None
    who = False
    block, slide = -1, False
    for passage in passages(document):
        if passage.piece is Piece.ROW:
            continue
        named = whose(passage.text)
        if named:
            now = "local" in named
            who = now and not _is_where(passage.text)
        elif not _goes_on(passage, block) and not (slide and not _TELLS.search(passage.text)):
            now = None
        if now and who:
            of_them.add((passage.locator, passage.text))
        if passage.piece is Piece.HEADING:
            slide = _is_figure(passage.text)
        block = passage.block
        sentences[passage.locator, passage.text] = now
        locators[passage.locator] = now
    return Places(sentences, locators, frozenset(of_them))


@of_text
def whose(text: str) -> frozenset[str]:
    """Whose budgets a text names: "local", "from-federal", or none."""
    named = lexicon("municipal").words.named(text)
    plain = folded(text)
    several = any(sign in plain for sign in _SEVERAL) and _TO_SEVERAL.search(plain)
    return named | {"local"} if several else named


def _is_where(text: str) -> bool:
    return "local" not in whose(_WHERE.sub(" ", folded(text)))


def _is_figure(head: str) -> bool:
    """Is a heading a figure of grants, as slides have it: "Дотации: 12 %"?"""
    return bool(_TELLS.search(head)) and bool(lexicon("transfers").words.named(head) - {"total"})


def _goes_on(passage: Passage, block: int) -> bool:
    """The same paragraph, or a line of grants, or one that is a figure and says nothing else."""
    if passage.block == block:
        return True
    if passage.piece is Piece.HEADING:
        return _is_figure(passage.text)
    return _is_of_grants(passage.text)


@of_text
def _is_of_grants(text: str) -> bool:
    if _ASKS_ON.search(text):
        return True
    grants = lexicon("transfers").words.named(text)
    bare = _TELLS.search(text) and not says_something(text)
    return bool(grants or bare or _OF_THEM.match(text))
