"""Aims said as aims are: "сохранить выплаты", "первое: не копить долги", "мы держим тарифы"."""

import re
from collections.abc import Sequence

from scoring.checks.wishes import is_readers, wished
from scoring.facts import Unit
from scoring.facts.quantity import quantities
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.language.ru.words import dictionary
from scoring.passages import Passage, Piece
from scoring.remembered import of_text

_ORDINAL = re.compile(
    r"^\W*(?:во-первых|во-вторых|в-третьих|"
    r"(?:перв|втор|трет|четверт|пят)(?:ое|ая|ый|ой|ье|ья|ий)(?: \w+)?\s*(?:[:-]|это\b))"
)
_BEFORE_IT = re.compile(
    r"^(?:[^а-я]|\b(?:во-первых|во-вторых|в-третьих|перв\w+|втор\w+|трет\w+|четверт\w+|"
    r"главн\w+|важн\w+|основн\w+|задач\w|цель|а|еще|и|не|это|всего|также|кроме того|наконец|"
    r"прежде всего|в первую очередь|потом|затем|мы|по-прежнему)\b)*"
)
_WORD = re.compile(r"[а-я]+(?:-[а-я]+)*")
_NUMBER = re.compile(r"(?<![№\d])(?!\d{1,2}[.)]\s)\d")
_MOST = 10
_LONGEST_TITLE = 3
# "1 → не копить долги": the number and the arrow of a line.
_ARROW = re.compile(r"^\W*\d{1,2}\s?(?:→|->|=>|►|▸)\s?")


@of_text
def numbered(text: str) -> bool:
    """Is it one of several things told in turn: "Первое: ...", "Во-вторых, ..."?"""
    return _ORDINAL.match(folded(text)) is not None


@of_text
def is_aim(text: str) -> bool:
    """Something to be done, told without sums; what begins with no verb, without numbers too."""
    plain = _ARROW.sub("", folded(text))
    if (
        text.rstrip().endswith(("?", ":"))
        or is_readers(plain)
        or any(q.unit is Unit.MONEY for q in quantities(text))
    ):
        return False
    return numbered(text) or _begins(plain) or (not _NUMBER.search(plain) and wished(plain))


def _begins(plain: str) -> bool:
    word = _WORD.match(plain[_BEFORE_IT.match(plain).end() :])  # type: ignore[union-attr]
    return word is not None and "INFN" in dictionary().parse(word[0])[0].tag


@of_text
def hinted(text: str) -> bool:
    """Does it promise goals, so that aims may follow?"""
    return bool(lexicon("aims").words.named(text))


def following(read: Sequence[Passage], number: int) -> list[Passage]:
    """The aims that follow a passage, one after another under the same heading."""
    lead, found = read[number], list[Passage]()
    for at in range(number + 1, min(len(read), number + 1 + _MOST)):
        passage = read[at]
        if opens_item(read, at):
            continue
        led = any(head.endswith(lead.text.strip()) for head in passage.above[-1:])
        here = passage.above == lead.above or led
        if not here or passage.piece is Piece.HEADING or not is_aim(passage.text):
            break
        found.append(passage)
    return found


def opens_item(read: Sequence[Passage], number: int) -> bool:
    """A word or two that open an item or a paragraph: "Люди. Пособия платим день в день"."""
    this, after = read[number], read[number + 1 : number + 2]
    first = this.piece is Piece.SENTENCE and (
        not number or read[number - 1].block != this.block or opens_item(read, number - 1)
    )
    short = len(this.text.split()) <= _LONGEST_TITLE and not this.text.rstrip().endswith("?")
    opens = short and (this.piece is Piece.ITEM or first)
    return opens and any(p.block == this.block and p.above == this.above for p in after)
