"""What heads goals: a heading, a line that is one, a sentence that counts them."""

import re
from collections.abc import Sequence

from scoring.checks.lines import NUMBERED, ends, is_head
from scoring.checks.wishes import wished
from scoring.facts import Unit
from scoring.facts.quantity import quantities
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.language.ru.signs import any_in
from scoring.language.ru.terms import is_term
from scoring.passages import Passage, Piece
from scoring.remembered import of_text

_GOAL = r"(?:цел(?:и|ей|ям|ями)|задач\w*|приоритет\w*|ориентир\w*|принцип\w*)"
_GOAL_SIGNS = ("цел", "задач", "приоритет", "ориентир", "принцип")
"""Of which what ``_GOAL`` finds has one: they grow together."""
MANY = r"(?:дв[аеу]\w*|тр(?:и|ех|емя|ем)|четыр\w+|пят[ьи]|шест[ьи]|сем[ьи]|несколько)"
"""Two to seven, or several, in any case."""
_COUNTED = re.compile(
    rf"\b{MANY} (?:[а-я]+(?:ых|ые|ими|ыми|их|ие) ){{0,2}}{_GOAL}\b|"
    rf"\b{_GOAL} (?:[а-я]+ ){{0,3}}{MANY}\b"
)
_OTHERS = re.compile(
    r"\b(?:дотаци|субсиди|субвенци|программ|налог|конкурс|урок|опрос|портал|тест|проект[аы]\b)"
)
_CHAPTER = re.compile(r"^(?:[ivx]{1,5}[.)]|(?:тема|урок|глава|раздел|часть|лист|слайд)\b)")
_LONGEST_LIST = 8
_WHITHER = re.compile(
    r"^\W*(?:куда|к чему|зачем|чего|ради чего|для чего|за что)\b"
    r"(?!.*\b(?:деньг|денег|средств|рубл|трат|пойд|ид[еу]т|уход))[^.!]*\?\W*$"
)


# "Отдел бюджетной политики" is an office, whatever it is called by; an office has tasks too.
_OFFICE = re.compile(
    r"\b(?:задач|цел)\w* (?:и функци\w+ )?(?:[а-я-]+ )?(?:палат|министерств|минфин|департамент|"
    r"казначейств|комитет|инспекци|управлени|учреждени|орган)\w*|"
    r"\b(?:отдел|управлени|департамент|сектор|комитет|министерств)\w* (?:[а-я-]+ ){0,3}"
    r"(?:политик\w*|приоритетн\w+ [а-я]+)|"
    r"\bприоритетн(?:ый|ого|ому|ым|ом|ая|ой|ую) (?:[а-я]+ )?(?:проект|программ|объект)\w* ?\""
)
_OFFICE_SIGNS = ("политик", "приоритетн", "задач", "цел")


@of_text
def names_goals(text: str) -> bool:
    """Does it name goals of budget policy, or say how many there are?"""
    plain = folded(text)
    told = _OFFICE.sub(" ", plain) if any_in(plain, _OFFICE_SIGNS) else text
    return bool(lexicon("policy").words.named(told)) or counted_goals(text)


@of_text
def counted_goals(text: str) -> bool:
    """Does it say how many goals the budget has ("у власти три задачи"), not a grant's?"""
    plain = folded(text)
    if not any_in(plain, _GOAL_SIGNS):
        return False
    return _COUNTED.search(plain) is not None and _OTHERS.search(plain) is None


def beneath(read: Sequence[Passage], number: int) -> list[Passage]:
    """What stands under a line that is a head, up to the next such line.

    Where the first of the list ends as a sentence, the line that does not is the next head; a
    list of lines without stops goes on until one names a thing of the budget or a sum.
    """
    found: list[Passage] = []
    for at in range(number + 1, min(len(read), number + 1 + _LONGEST_LIST)):
        passage = read[at]
        if passage.piece is Piece.HEADING or passage.above != read[number].above:
            break
        if is_head(read, at) and (_stopped(found) or _opens(passage.text)):
            break
        found.append(passage)
    return found


def _stopped(found: Sequence[Passage]) -> bool:
    return bool(found) and (
        ends(found[0].text)
        or NUMBERED.match(found[0].text) is not None
        or found[0].piece is Piece.ITEM
    )


def _opens(text: str) -> bool:
    plain = folded(text.strip())
    summed = any(quantity.unit is Unit.MONEY for quantity in quantities(text))
    chapter = _CHAPTER.match(plain) is not None or plain.endswith((":", "?"))
    named = is_term(text) and not wished(plain)
    return chapter or summed or named or names_goals(text)


def over(passage: Passage) -> tuple[str, ...]:
    """Its heading; of a row, and of what answers "Куда плывём?", also the one over that."""
    asked = _WHITHER.match(folded(next(iter(passage.above[-1:]), "")))
    return passage.above[-2:] if passage.piece is Piece.ROW or asked else passage.above[-1:]
