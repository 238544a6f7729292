"""Support that an edition tells of: for whom, and where its size stands."""

import re
from collections.abc import Iterator, Sequence

from scoring.checks.recipients import groups, heads, helps, receives
from scoring.checks.sizes import measures, sized
from scoring.language.ru.folded import any_of, folded
from scoring.language.ru.lexicon import lexicon
from scoring.language.ru.receivers import given
from scoring.language.ru.signs import holds
from scoring.model import EditionFile
from scoring.passages import Passage, Piece, passages
from scoring.remembered import of_text

# Telephones of help are no help, and a share of a hundred roubles is of a whole section.
_NO_SUPPORT = any_of(
    r"структур\w+ расход|\bгоряч\w+ лини|\bкажд\w+ (?:100|сто|ста|сотни)\b|\bсто рублей\b",
    r"\bобеспеченност|\bукомплектован|\bвылечен|\bпролечен|\bпрооперир",
)
_NUMBER = re.compile(r"\d")
_UNIT = re.compile(r"\b(?:млн|млрд|тыс|руб)\b")
# The head of a table that a scan lost: "Категория Мера Размер, руб."
_SIZE_HEAD = re.compile(r"\b(?:размер|сумма|выплата)\w*[^.;\d]{0,30}\bруб\W*$")
_LAST_NUMBER = re.compile(r"\d\W*$")
# Under such a question whoever speaks gets what the next sentence says.
_MY_CASE = re.compile(
    r"\b(?:ситуаци\w+|на что (?:\w+ )?(?:рассчитывать|надеяться)|"
    r"(?:что|сколько) (?:\w+ )?(?:положено|полагается|причитается|получу)|"
    r"могу (?:ли )?(?:\w+ )?получить|узна\w+ себя|это про (?:вас|тебя|меня)|"
    r"если вы|кому положен\w*)\b"
)
_YOU = re.compile(r"\b(?:вы|вас|вам|ты|тебе|тебя)\b[^?]*\?")
# "Мы рядом, если ты...": what follows is for the reader who is such a one.
_IF_YOU = re.compile(r"\b(?:если|когда) (?:ты|вы|у (?:тебя|вас)|в вашей|в твоей)\b")
_SHORT = 8
"""Words: a shorter sentence names a group for the next one to tell of."""
_HEAD = 12
"""Words of a heading that may name a group."""
_NEXT = 3
"""Sentences after a group's name that may tell what it gets."""


def supported(file: EditionFile) -> Iterator[tuple[Passage, tuple[str, ...], str | None]]:
    """Passages that speak of support for groups, which groups, and where its size stands.

    The size is "" when the passage itself has it, the text that has it when that is another, and
    None when none is told.
    """
    read = passages(file.document.legible)
    headed = False
    for number, passage in enumerate(read):
        # A line in bold over nothing is an entry: "Молодой семье - 480 000 рублей".
        head = passage.piece is Piece.HEADING
        own = groups(passage) if not head or measures(passage.text) else ()
        titled = _titled(read, number) if headed and not own else ()
        headed = head
        named = own or titled
        if not named or _of_goals(passage):
            continue
        near = " ".join((passage.text, *passage.above[-2:]))
        if holds(_NO_SUPPORT, folded(near)):
            continue
        spoken = heads(passage) or len(passage.text.split()) <= _SHORT
        follows = spoken or helps(near)
        after = (_after(read, number) or _over(read, number)) if follows else ""
        beside = _beside(read, number) if len(named) > 1 else ""
        here = sized(passage) or titled or _each(read, number, named)
        size = "" if here else after if measures(after) else None
        # "Пенсионерам 1 200 рублей" says by its case that they get them.
        gets = size is not None and bool(titled or given(passage.text))
        gets = gets or (size is not None and any(_if_you(head) for head in passage.above[-1:]))
        gets = gets or (size == after and any(_of_my_case(head) for head in passage.above[-1:]))
        gets = gets or receives(passage) or helps(near)
        if gets or helps(f"{near} {after} {beside}"):
            yield passage, named, size


def _of_goals(passage: Passage) -> bool:
    """Under a heading of goals; but "Врачам подъёмные, полтора миллиона" is support there too."""
    goal = any(lexicon("policy").words.named(head) for head in passage.above[-1:])
    return goal and not (sized(passage) and given(passage.text))


@of_text
def _if_you(head: str) -> bool:
    return _IF_YOU.search(folded(head)) is not None


@of_text
def _of_my_case(head: str) -> bool:
    return _MY_CASE.search(folded(head)) is not None


def _titled(read: Sequence[Passage], number: int) -> tuple[str, ...]:
    """Whom the heading right over a passage is about: "Вы ветеран труда?", "Дарья, фельдшер"."""
    passage, head = read[number], read[number - 1].text
    if passage.piece is Piece.ROW or passage.above[-1:] != (head,) or len(head.split()) > _HEAD:
        return ()
    told = f"{passage.text} {head}"
    gets = (helps(told) or _YOU.search(folded(head))) and measures(told)
    return tuple(sorted(lexicon("groups").words.named(head))) if gets else ()


def _each(read: Sequence[Passage], number: int, named: Sequence[str]) -> bool:
    """A table that a scan lost: a number to each of several groups, the unit in the line before."""
    numbers = len(_NUMBER.findall(re.sub(r"\d[\d ]*", "1", read[number].text)))
    before = read[number - 1 : number] if number else ()
    if 1 < len(named) <= numbers:
        return any(_UNIT.search(folded(p.text)) for p in before)
    near = [p for p in read[max(0, number - _NEXT) : number] if p.above == read[number].above]
    return (
        numbers == len(named) == 1
        and _LAST_NUMBER.search(read[number].text) is not None
        and any(_SIZE_HEAD.search(folded(p.text)) for p in near)
    )


def _after(read: Sequence[Passage], number: int) -> str:
    """What is told of the group next in its block, up to the next group; of heads the row below."""
    passage, told = read[number], list[str]()
    for after in read[number + 1 : number + 1 + _NEXT]:
        if after.block != passage.block:
            under = not told and after.above == passage.above and _is_size(passage, after)
            return after.text if under else " ".join(told)
        if passage.piece is Piece.ROW:
            return after.text if heads(passage) else ""
        if lexicon("groups").words.named(after.text):
            break
        told.append(after.text)
    return " ".join(told)


def _over(read: Sequence[Passage], number: int) -> str:
    """The line with the sum of a slide that stands over the group's name."""
    before = read[number - 1 : number] if number else ()
    return "".join(
        p.text for p in before if p.above == read[number].above and _is_size(read[number], p)
    )


def _is_size(passage: Passage, after: Passage) -> bool:
    """Is it the next line of a slide to a group's name, and no more than what the group gets?"""
    short = len(passage.text.split()) <= _SHORT and not _NUMBER.search(passage.text)
    lone = passage.piece is not Piece.ROW is not after.piece and len(after.text.split()) <= _SHORT
    return short and lone and measures(after.text) and not lexicon("groups").words.named(after.text)


def _beside(read: Sequence[Passage], number: int) -> str:
    """What is told of several groups at once, in the next line of a slide."""
    following = read[number + 1 : number + 2]
    return " ".join(p.text for p in following if p.above == read[number].above)
