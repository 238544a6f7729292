"""Indicators told without a unit: "двое из ста без работы", "нас миллион", "ВРП … 101 → 102"."""

import re
from collections.abc import Iterable, Iterator

from scoring.checks.answers import in_file
from scoring.checks.macro_budget import is_of_budget
from scoring.checks.macro_residents import LEAST_REGION, MOST_REGION
from scoring.facts.numerals import PAD, in_digits
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.language.ru.signs import any_in
from scoring.model import EditionFile, Evidence
from scoring.passages import Passage, Piece, passages
from scoring.remembered import of_text

_SIGNS = ("нас", "жител", "из ста", "из сотни", "из кажд", "→", "->", "=>", "➔")
"""Of which any of these ways has one."""
# So few of a hundred have no work: "без работы - двое из ста"; "её" is the work named before.
_OF_HUNDRED = re.compile(
    r"\b(?:один|одного|дв(?:ое|а)|тро?[еи]|четыре|четверо|"
    r"пят(?:ь|еро)|шест(?:ь|еро)|сем(?:ь|еро)|\d) "
    r"(?:человека? )?из (?:каждых )?(?:ста\b|сотни|100\b)"
)
_WORKLESS = re.compile(
    r"\bбез работы\b|\bбезработ|\b(?:ищ[уе]т|иска\w+|не (?:может|могут) найти|не наш\w+) "
    r"(?:[а-я]+ )?работу|\bработ[аыу]\b.{1,60}\bбез нее\b"
)
# "Нас, жителей края, будет 1200 тысяч": so many, and neither roubles nor things.
_RESIDENTS = re.compile(
    r"(?:(?<!для )(?<!у )(?<!от )(?<!из )(?<!на )\bнас|"
    r"(?:^|[.;:!?,] )(?:(?:сейчас|сегодня|всего|теперь) )?жителей)\b"
    r"(?:, (?:[а-я]+ ){1,3}?[а-я]+,)?(?: (?:в|на) [а-я-]+)?"
    r"(?: (?:[а-я]+ой|[а-я]+ом) [а-я]+)?"
    r"(?: (?:будет|станет|останется|теперь|сейчас|сегодня|уже|почти|около|больше|чуть|всего|"
    r"примерно|живет|стало|осталось|насчитывается)){0,3}\W{1,3}"
    r"(?P<n>\d{1,4}(?:,\d+)?) ?(?P<scale>тысяч\w*|тыс\b\.?|млн|миллион\w*)"
    r"(?:,? (?P<more>\d{1,3}) тысяч\w*)?(?=\W*$| ?[.,;!-]| человек| жител)"
)
_SOME = re.compile(
    r"\b(?:получ|поддерж|участ|охва|льгот|выплат|помо[гщ]|обеспеч|среди|для|рубл)\w*"
)
_SCALES = {"ты": 1e3, "мл": 1e6, "ми": 1e6}
# Values of years joined by arrows, each perhaps with its year behind it.
_ARROWS = re.compile(
    r"^\W*(?P<label>[^\d→…]{2,70}?)[\s:.…–—-]*\d[\d ]*(?:,\d+)? ?%?(?: ?\(\d{4}[^()]{0,8}\))?"
    r"\s*(?:→|->|=>|➔)\s*\d"
)
_ECONOMY = re.compile(
    r"^\W*(?:рост )?экономик[аи](?: (?:региона|области|края|республики))?(?:, %)?\W*$"
)


def spoken(files: Iterable[EditionFile]) -> Iterator[tuple[str, Evidence]]:
    """Each indicator told in one of these ways, and where."""
    for file in files:
        for passage in passages(file.document.legible):
            if passage.piece is Piece.ROW:
                continue
            for topic in _topics(passage):
                yield topic, in_file(file, passage.locator, passage.text)


def _topics(passage: Passage) -> tuple[str, ...]:
    return _told(passage.text) if any_in(folded(passage.text), _SIGNS) else ()


@of_text
def _told(text: str) -> tuple[str, ...]:
    plain = folded(text)
    if any_in(plain, _SIGNS[-4:]):
        return _by_arrows(plain)
    digits = in_digits(plain).replace(PAD, "")
    found = []
    if _counts_residents(digits):
        found.append("population")
    if " из " in plain and _WORKLESS.search(plain) and _OF_HUNDRED.search(plain):
        found.append("unemployment")
    return tuple(found)


def _counts_residents(digits: str) -> bool:
    told = _RESIDENTS.search(re.sub(r"\s+", " ", digits))
    if told is None or _SOME.search(digits[: told.start("n")]):
        return False
    value = float(told["n"].replace(",", ".")) * _SCALES[told["scale"][:2]]
    value += float(told["more"] or 0) * 1e3
    return LEAST_REGION <= value <= MOST_REGION


def _by_arrows(plain: str) -> tuple[str, ...]:
    told = _ARROWS.match(plain)
    if told is None or is_of_budget(told["label"]):
        return ()
    if "руб" not in plain and _ECONOMY.match(told["label"]):
        return ("grp",)
    named = lexicon("macro").words.found(told["label"])
    return tuple(mention.topic for mention in named[-1:])
