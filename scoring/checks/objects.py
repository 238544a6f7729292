"""Objects being built that an edition names one by one, and where the sum of each stands."""

import re
from collections.abc import Iterator, Mapping, Sequence

from scoring.checks import building, not_objects, object_names
from scoring.checks.lines import opening
from scoring.checks.listing import lists_objects, names_listed
from scoring.checks.priced import has_number, has_sum, name, sum_after, sum_under
from scoring.checks.single import is_single
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.model import EditionFile
from scoring.passages import Passage, Piece, passages
from scoring.remembered import of_text, of_words

_RESULTS = re.compile(r"\b(?:получил|сделано|сделали|итог|результат|удалось|измени|гордимся)")
# "1,2 млрд рублей в 2027 году" are no words of a name.
_SIZES = re.compile(
    r"\b\d[\d\s,.]*(?:тыс|млн|млрд|миллион|миллиард)\w*\.?(?:\s?(?:руб\w*|₽))?"
    r"(?:\s(?:в|на|за)\s20\d\d\s?год\w*)?",
    re.I,
)
_LISTED = 8
"""Sentences of a paragraph that one lead may open."""
_SHORT = 12
"""Words of a line that may be the name of an object and no more."""


def projects(
    file: EditionFile, told: Mapping[str, Sequence[str]]
) -> Iterator[tuple[Passage, str, str]]:
    """Passages that each name an object being built: with its name, and the next with its sum.

    ``told`` are the ``sums`` of the file: who prices several objects in a breath builds them.
    """
    read = passages(file.document.legible)
    promised = -len(read) - _LISTED
    for number, (passage, listed) in enumerate(zip(read, names_listed(read), strict=True)):
        if building.promises(passage.text):
            promised = number
        # What promises buildings may be the lead of what follows near, or of a list.
        led = number - promised <= _LISTED or (promised >= 0 and passage.piece is Piece.ITEM)
        if not (led or listed or passage.text in told or _may_be(passage)):
            continue
        called = listed or name(passage)
        several = len(told.get(passage.text, ())) > 1
        # Of several objects each was asked apart; what else their sentence tells is no matter.
        if not_objects.refused("" if several and not listed else called, passage.above) or (
            building.is_quoted(called) and _of_programmes(read, number)
        ):
            continue
        if passage.piece is Piece.HEADING:
            under = sum_under(read, number) if _heads_its_own(passage.text) else ""
            if under:
                yield passage, called, under
            continue
        own = has_sum(passage) or passage.text in told
        after = "" if own else sum_after(read, number)
        in_list = bool(listed) and has_number(passage)
        if (
            several
            or in_list
            or _is_one(read, number, called, priced=own or bool(after))
            or (own and _beside(read, number))
        ):
            yield passage, called, after


def _may_be(passage: Passage) -> bool:
    """Is an object named there, or do its headings say that whatever stands there is one?"""
    return building.may_name(passage.text) or _lists(passage.above[-2:])


@of_words
def _lists(above: tuple[str, ...]) -> bool:
    return lists_objects(above) or building.builds(above)


def _of_programmes(read: Sequence[Passage], number: int) -> bool:
    """Does a sentence before it in its paragraph, or right over its list, tell of programmes?"""
    this = read[number]
    before = read[max(0, number - _LISTED) : number]
    near = (p.text for p in before if p.block == this.block or p.piece is not this.piece)
    return any(map(building.speaks_of_programmes, near)) and this.piece is not Piece.ROW


def _beside(read: Sequence[Passage], number: int) -> bool:
    """Has a lone object a sum in a paragraph where another, with a name, has one too?"""
    this = read[number]
    short = this.piece is Piece.SENTENCE and len(this.text.split()) <= _SHORT
    if not short or not is_single(this.text) or building.so_many(this.text):
        return False
    near = read[max(0, number - _LISTED) : number + _LISTED]
    others = (p.text for p in near if p.block == this.block and p is not this)
    return any(building.names_an_object(text) and building.has_money(text) for text in others)


def _heads_its_own(head: str) -> bool:
    """Is a heading the name of one object, as "Мост через Студёную"?"""
    short = len(head.split()) <= _SHORT and not head.rstrip().endswith(("?", ":"))
    return short and building.names_an_object(head) and is_single(head)


def _over(read: Sequence[Passage], number: int) -> tuple[str, ...]:
    """The headings over a passage, and the question or lead its list answers."""
    passage = read[number]
    before = number - 1
    while before >= 0 and read[before].piece is Piece.ITEM is passage.piece:
        before -= 1
    lead = read[before] if before >= 0 and passage.piece is Piece.ITEM else None
    asks = lead is not None and lead.text.rstrip().endswith(("?", ":"))
    led = (lead.text,) if lead is not None and asks else ()
    return (*passage.above, *led, *_lead(read, number), *_closing(read, number))


def _closing(read: Sequence[Passage], number: int) -> tuple[str, ...]:
    """The sentence that sums up a paragraph: "Школа в Ключах. Мост. Вот наши стройки"."""
    passage = read[number]
    if passage.piece is not Piece.SENTENCE or not building.names_an_object(passage.text):
        return ()
    later = (p for p in read[number + 1 : number + 1 + _LISTED] if p.block == passage.block)
    return tuple(p.text for p in later if building.sums_up(p.text))[:1]


def _lead(read: Sequence[Passage], number: int) -> tuple[str, ...]:
    """The words before the colon with which the paragraph of a passage begins to list."""
    passage = read[number]
    if passage.piece is Piece.ROW:
        return ()
    first = next(p for p in read[max(0, number - _LISTED) : number + 1] if p.block == passage.block)
    return (opening(first.text),)


def _is_row_of_one(passage: Passage, name: str) -> bool:
    """Is a row of this object and no other, and is it told as something being built?"""
    if lists_objects(passage.above):
        return has_number(passage)
    if not building.objects(name) or not has_number(passage):
        return False
    over = building.is_building(passage.above)
    works = over or "works" in lexicon("objects").words.named(name)
    return (over and is_single(name)) or (works and object_names.is_named(name))


def _is_one(read: Sequence[Passage], number: int, name: str, *, priced: bool) -> bool:
    """Is it this object and no other, and is it told as something being built?"""
    passage = read[number]
    if passage.piece is Piece.ROW:
        return _is_row_of_one(passage, name)
    # Most passages name nothing that is built, and no sum: what is over them is no matter.
    if not priced and not building.objects(name):
        return False
    above = _over(read, number)
    over = building.is_building(above)
    works = "works" in lexicon("objects").words.named(name)
    listed = lists_objects(passage.above) and building.is_titled(name)
    if priced and (listed or building.is_project(name, above)):
        return True
    bare = _without_sizes(name)
    short = passage.piece is Piece.ITEM or len(bare.split()) <= _SHORT
    # Under "Что построим" whatever is named with its place and its sum is built.
    if short and building.builds(above) and priced and object_names.is_named(name):
        return not building.so_many(name)
    if not building.objects(name) or building.so_many(name):
        return False
    if is_single(name) and priced and (over or building.is_priced_work(name)):
        return True
    if not object_names.is_named(bare):
        return False
    results = _RESULTS.search(folded(" ".join(passage.above[-1:]))) and building.titled(name)
    return works or over or (short and priced) or bool(results)


@of_text
def _without_sizes(name: str) -> str:
    return _SIZES.sub(" ", name)
