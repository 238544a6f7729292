"""Steps of the budget process told in the order of time: by months, or one after another."""

import re
from collections.abc import Sequence
from itertools import takewhile

from scoring.checks.step_names import BEEN, SHORT, by_months, step_of, stop
from scoring.language.ru.folded import folded
from scoring.passages import Passage, Piece
from scoring.remembered import of_text

_WHEN = re.compile(
    r"\b(?:январ|феврал|март[еау]?\b|апрел|ма[йея]\b|июн|июл|август|сентябр|октябр|ноябр|декабр|весн|лет(?:о|ом)\b|"
    r"осен|зим)"
)
_MONTHS = 3
_IN_TURN = re.compile(
    r"\b(?:сначала|сперва|первым делом|затем|потом|после (?:этого|того|чего)|дальше|далее|наконец|"
    r"в конце|итог|последн\w+ слово|напоследок|следом|теперь|вслед за этим)\b"
)
_BODIES = re.compile(
    r"\b(?:депутат|парламент|дум[аеуы]\b|собрани|хурал|минфин|министерств|ведомств|губернатор)"
)
_MAKERS = re.compile(
    r"\b(?:дум|собрани|парламент|хурал|депутат|минфин|министерств|ведомств|правительств|губернатор|"
    r"район|учреждени|департамент)"
)
_YEAR = re.compile(r"20\d\d")
_DAY = re.compile(r"\b\d{1,2} (?:октябр|ноябр|декабр|январ)")


def one_after_another(tells: Sequence[Passage]) -> bool:
    """Drawn up by some, then read or adopted by others, as every year: "Потом его читают депутаты".

    What has been, or is set for a day, is news.
    """
    plain = folded(" ".join(passage.text for passage in tells))
    named = {step for p in tells for step in step_of(p.text)}
    both = named & {"drafting", "submission"} and named & {"review", "adoption"}
    news = BEEN.search(plain) or _YEAR.search(plain) or _DAY.search(plain)
    turns = _IN_TURN.search(plain) is not None or _months(tells) > 1
    return bool(both) and turns and news is None


def is_of_months(text: str) -> bool:
    """Does a passage name enough months to go through a year?"""
    return len(_times(text)) >= _MONTHS


def year_told(passage: Passage, steps: int) -> bool:
    """One passage that goes from month to month: "в июле — заявки, в ноябре — чтения"."""
    return is_of_months(passage.text) and len(by_months(passage.text)) >= steps


@of_text
def ends_in_law(text: str) -> bool:
    """Sentences with the end of the way, in turn: "обсуждают в Думе, затем подписывает глава".

    They tell of every year: what has been, or is set for a day, is news.
    """
    plain = folded(text)
    news = BEEN.search(plain) or _YEAR.search(plain) or _DAY.search(plain)
    last = {"review", "adoption"} <= step_of(text)
    return last and _IN_TURN.search(plain) is not None and not news


@of_text
def made_ready(text: str) -> bool:
    """One sentence with who draws it up and who submits it, of every year."""
    plain = folded(text)
    if not {"drafting", "submission"} <= step_of(text) or BEEN.search(plain) or _YEAR.search(plain):
        return False
    return len({body[0] for body in _MAKERS.finditer(plain)}) >= _MONTHS


def line_of_time(near: Sequence[Passage], steps: int) -> list[Passage]:
    """A line of time: short lines, of what comes every year and not of what has been."""
    line = list(takewhile(_is_stop, near))
    told = {step for p in line for step in stop(p.text)} - {"execution", "reporting"}
    if len(line) < _MONTHS or len(told) < steps:
        return []
    return line if _months(line) >= _MONTHS else []


def _is_stop(passage: Passage) -> bool:
    """A row of a calendar may say "закон подписан" of every year."""
    plain = folded(passage.text)
    been = BEEN.search(plain) and (passage.piece is not Piece.ROW or _YEAR.search(plain))
    return len(plain.split()) <= SHORT and not been


def year_round(read: Sequence[Passage]) -> bool:
    """Told by months, or as one thing after another."""
    return _months(read) >= _MONTHS or _in_turn(read)


def _in_turn(read: Sequence[Passage]) -> bool:
    """Told as one thing after another, and with who does them, without sums."""
    plain = folded(" ".join(passage.text for passage in read))
    turns = {turn[0] for turn in _IN_TURN.finditer(plain)}
    return len(turns) > 1 and _BODIES.search(plain) is not None and not re.search(r"\d{3}", plain)


def _months(read: Sequence[Passage]) -> int:
    """How many months and seasons are named."""
    return len(frozenset().union(*(_times(p.text) for p in read)))


@of_text
def _times(text: str) -> frozenset[str]:
    return frozenset(match[0] for match in _WHEN.finditer(folded(text)))
