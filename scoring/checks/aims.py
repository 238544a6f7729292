"""Aims said as aims are: "сохранить выплаты", "первое: не копить долги", "мы держим тарифы"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from scoring.facts import Unit
from scoring.facts.quantity import quantities
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.language.ru.words import dictionary
from scoring.passages import Passage, Piece

_ORDINAL = re.compile(
    r"^\W*(?:во-первых|во-вторых|в-третьих|в-четвертых|"
    r"(?:перв|втор|трет|четверт|пят)(?:ое|ая|ый|ье|ья|ий)(?: \w+)?\s*(?:[:-]|это\b))"
)
_BEFORE_IT = re.compile(
    r"^(?:[^а-я]|\b(?:во-первых|во-вторых|в-третьих|перв\w+|втор\w+|трет\w+|четверт\w+|"
    r"главн\w+|важн\w+|основн\w+|задач\w|цель|а|еще|и|не|это|всего|также|кроме того|наконец|"
    r"прежде всего|в первую очередь|потом|затем|чтобы|мы|по-прежнему)\b)*"
)
_WORD = re.compile(r"[а-я]+(?:-[а-я]+)*")
_WE = re.compile(r"^\W*(?:во-первых|во-вторых|в-третьих)\W+(?:\w+ ){0,2}мы\b|^\W*мы\b")
_MOST = 10


def numbered(text: str) -> bool:
    """Is it one of several things told in turn: "Первое: ...", "Во-вторых, ..."?"""
    return _ORDINAL.match(folded(text)) is not None


def is_aim(text: str) -> bool:
    """Something to be done, told without sums; what is done by "us" is told without numbers too."""
    plain = folded(text)
    if text.rstrip().endswith(("?", ":")) or any(q.unit is Unit.MONEY for q in quantities(text)):
        return False
    if numbered(text):
        return True
    word = _WORD.match(plain[_BEFORE_IT.match(plain).end() :])  # type: ignore[union-attr]
    tag = dictionary().parse(word[0])[0].tag if word else ()
    ours = {"VERB", "1per", "plur"} <= set(getattr(tag, "grammemes", ()))
    return "INFN" in tag or (ours and not re.search(r"\d", text))


def hinted(text: str) -> bool:
    """Does it promise goals, so that aims may follow?"""
    return bool(lexicon("aims").words.named(text))


def following(read: Sequence[Passage], number: int) -> list[Passage]:
    """The aims that follow a passage, one after another under the same heading."""
    lead, found = read[number], list[Passage]()
    for passage in read[number + 1 : number + 1 + _MOST]:
        here = passage.above == lead.above or passage.above[-1:] == (lead.text.strip(),)
        if not here or passage.piece is Piece.HEADING or not is_aim(passage.text):
            break
        found.append(passage)
    return found


def of_us(read: Sequence[Passage]) -> Iterator[Passage]:
    """What "Во-первых, мы ... Во-вторых, мы ..." states, whatever stands before."""
    for first, second in pairwise(read):
        told = [p for p in (first, second) if numbered(p.text) and _WE.match(folded(p.text))]
        if len(told) == 2 and first.block == second.block and all(is_aim(p.text) for p in told):
            yield from told
