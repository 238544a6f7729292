"""Lines an author broke within one paragraph: a list in disguise, or prose made narrow?

«Налоговые⏎16 980⏎Неналоговые⏎584» are names and figures, each on its line, as designed pages have
them; «Доходы составят 39,8 млрд рублей,⏎что на 5 % больше» is one sentence.
"""

import re
from collections.abc import Sequence

from scoring.extract.spelling import tidy

BREAK = "\u2028"
"""Stands in a text for a line its author broke; Unicode's own sign for it."""
_MOST_LINES = 400
_FIGURE = re.compile(
    r"[~≈+–—-]?\s*\d[\d\s.,]*+(?:\s*(?:тыс|млн|млрд|трлн|тысяч\w*+|миллион\w*+|миллиард\w*+)\.?)?"
    r"(?:\s*(?:руб\w*+|₽|%|чел|ед|шт|км|процент\w*+)\.?)*+(?:\s*/\s*\w++)?"
)
"""A line that is nothing but a figure and its unit."""
_ENDS_IN_FIGURE = re.compile(
    r"\d(?:\s*(?:тыс|млн|млрд|трлн|тысяч\w*+|миллион\w*+|миллиард\w*+)\.?)?"
    r"(?:\s*(?:руб\w*+|₽|%|процент\w*+)\.?)?[);,]?$"
)
_UNIT = re.compile(
    r"(?:(?:тыс|млн|млрд|трлн|тысяч\w*+|миллион\w*+|миллиард\w*+)\.?\s*)?(?:руб\w*+|₽|%|чел\w*+)?\.?"
)
_DIGIT = re.compile(r"\d")
_ENDED = re.compile(r"[.!?;:…][\"»)]*$")
_HELD = re.compile(
    r"(?:[,(«\"/–—-]|(?<!\w)(?:а|и|или|в|во|на|по|с|со|к|ко|о|об|от|до|из|за|для|при|не|у|под|над|"
    r"без|чем|что|это))$",
    re.IGNORECASE,
)
"""What cannot end a line that says something whole."""
_MARK = re.compile(r"[–—•*+-]\s|\d{1,2}[.)]\s")
_OF_A_CARD = 5
_WIDE = 40
"""Letters of a line as prose has it between two edges."""


def unbroken(text: str) -> list[str]:
    """The pieces a paragraph with BREAKs is to a reader, each on one line; [] of nothing."""
    if BREAK not in text:
        said = tidy(text)
        return [said] if said else []
    lines = [line for line in map(tidy, text.split(BREAK, _MOST_LINES)) if line]
    if len(lines) < 2 or not any(map(_DIGIT.search, lines)):
        return [" ".join(lines)] if lines else []
    if _is_card(lines):
        return [" ".join(lines)]
    widest = max(map(len, lines))
    before, *others = lines
    found = [before]
    for line in others:
        if not _goes_on(before, line, widest):
            found.append(line)
            before = line
            continue
        found[-1] = f"{found[-1]} {line}"
        before = f"{before} {line}" if _UNIT.fullmatch(line) else line
    return found


def _goes_on(before: str, line: str, widest: int) -> bool:
    """Is the line one with the line before it?"""
    if _MARK.match(line):
        return False
    if _UNIT.fullmatch(line):
        return _ENDS_IN_FIGURE.search(before) is not None
    if _is_figure(before):
        return False
    small = line[0].islower()
    if len(before) >= _WIDE and len(before) * 3 >= widest * 2 and not _ENDED.search(before):
        # Prose between two edges: a line is as full as it can be.
        return small or (line[0].isdigit() and not _ENDS_IN_FIGURE.search(before))
    if _HELD.search(before):
        return True
    if _is_figure(line) or _ENDED.search(before):
        return False
    if _ENDS_IN_FIGURE.search(before):
        return small and not _DIGIT.search(line) and len(before.split()) > len(line.split())
    return small or not (_DIGIT.search(before) or _DIGIT.search(line))


def parts(before: str, line: str) -> bool:
    """Does a short line end what it says, for the next ends in a figure of its own as it does?"""
    return _ENDS_IN_FIGURE.search(before) is not None and _ENDS_IN_FIGURE.search(line) is not None


def _is_card(lines: Sequence[str]) -> bool:
    """One figure and what it is of: «39 764 млн⏎доходы», «Школа № 9⏎1 100 мест⏎1,3 млрд ₽»."""
    figures = sum(map(_is_figure, lines))
    ended = sum(_ENDS_IN_FIGURE.search(line) is not None for line in lines)
    return len(lines) <= _OF_A_CARD and figures == 1 and ended == 1


def _is_figure(line: str) -> bool:
    return _FIGURE.fullmatch(line) is not None
