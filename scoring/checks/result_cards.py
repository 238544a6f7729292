"""Results on cards: "СТРОИМ ШКОЛУ", where, and under it a number by itself: "1 100", "мест"."""

import re
from collections.abc import Iterator, Sequence

from scoring.checks.answers import in_file
from scoring.language.ru.folded import folded
from scoring.model import EditionFile, Evidence
from scoring.passages import Passage, Piece, passages
from scoring.remembered import of_text

_BUILDS = re.compile(
    r"^\W*(?:мы )?(?:(?:по|до)?стро(?:им|или|ено|ена|ен)|достраиваем|возводим|возвед[её]м|возвели|"
    r"откр(?:ываем|оем|ыли)|"
    r"сда(?:[её]м|дим|ли)|вводим|вв[её]ли|введ[её]м|отремонтируем|отремонтировали|ремонтируем|"
    r"обновляем|обновим|"
    r"обновили|покупаем|купим|купили|закупаем|закупим)\b"
)
_CARD = re.compile(r"\W*(?P<n>\d{1,3}(?: \d{3})+|\d+)\s*(?P<noun>[а-я²].*)?")
_CAPACITY = re.compile(
    r"^\W*(?:(?:новых|ученических|школьных) )?(?:мест[ао]?|ко(?:ек|йк[иа])|посещени[йя] в смену|"
    r"посещени[йя]|ученик\w+|дет(?:ей|ям)|"
    r"воспитанник\w+|км|километр\w*|квартир\w*|автобус\w*|троллейбус\w*|машин\w*|"
    r"м²|кв\.? ?м)\b[^\d]{0,30}$"
)
_YEAR = re.compile(r"20[1-4]\d")
_LONGEST_HEAD = 8
_BEFORE = 3


def carded(file: EditionFile) -> Iterator[tuple[float, Evidence]]:
    """Each number that stands by itself on a card of what is built, and where."""
    read = passages(file.document.legible)
    for number, passage in enumerate(read):
        if not passage.text[:1].isdigit() or passage.piece is Piece.ROW:
            continue
        if (value := _counted(read, number)) and _on_card(read, number):
            yield value, in_file(file, passage.locator, passage.text)


def _counted(read: Sequence[Passage], number: int) -> float | None:
    told = _CARD.fullmatch(folded(read[number].text))
    if told is None or _YEAR.fullmatch(told["n"]):
        return None
    after = read[number + 1 : number + 2]
    noun = told["noun"] or (folded(after[0].text) if after else "")
    return float(told["n"].replace(" ", "")) if _CAPACITY.match(noun) else None


def _on_card(read: Sequence[Passage], number: int) -> bool:
    """The heading over it, or a short line right before it, says that something is built."""
    this = read[number]
    near = [p.text for p in read[max(0, number - _BEFORE) : number] if p.above == this.above]
    return any(map(_builds, (*this.above[-1:], *near)))


@of_text
def _builds(text: str) -> bool:
    short = len(text.split()) <= _LONGEST_HEAD and not any(map(str.isdigit, text))
    return short and _BUILDS.match(folded(text)) is not None
