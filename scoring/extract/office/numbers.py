"""Numbers of office files as a Russian reader sees them: commas, percents, dates."""

import re
from datetime import date, datetime, time, timedelta

_PERCENT = re.compile(r"%")
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
_PLACES = re.compile(r"[.,](0+)")


def plain(number: float) -> str:
    """``1234,5``: up to 15 digits as Excel keeps them, a decimal comma, no thousands apart."""
    if number != number or number in (float("inf"), float("-inf")):  # a NaN
        return ""
    text = format(number, ".15g")
    if "e" in text:
        text = format(number, "f") if abs(number) >= 1 else format(number, ".20f").rstrip("0")
        text = text.removesuffix(".000000")
    return text.replace(".", ",")


def percent(number: float, code: str = "0%") -> str:
    """``15,3%`` of 0.153 by a format such as ``0.0%``."""
    places = _PLACES.search(_LITERAL.sub("", code).split(";")[0])
    return f"{number * 100:.{len(places[1]) if places else 0}f}%".replace(".", ",")


def is_percent(code: str) -> bool:
    """Does this number format show a percent?"""
    return bool(_PERCENT.search(_LITERAL.sub("", code)))


def shown(text: str, code: str = "") -> str:
    """A number written by a program (``1234.5``), as its format shows it to a reader."""
    try:
        number = float(text)
    except ValueError:
        return text
    return percent(number, code) if is_percent(code) else plain(number)


def day(moment: date | datetime | time | timedelta, code: str = "") -> str:
    """``15.12.2024``, ``15.12.2024 10:30``, ``10:30``; or a year alone, as its format says."""
    if isinstance(moment, timedelta):
        minutes = int(moment.total_seconds() // 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    if isinstance(moment, time):
        return moment.strftime("%H:%M")
    bare = _LITERAL.sub("", code).lower()
    if bare and "d" not in bare and "h" not in bare and "y" in bare:
        return f"{moment.month:02}.{moment.year}" if "m" in bare else f"{moment.year}"
    said = f"{moment.day:02}.{moment.month:02}.{moment.year}"
    hours = isinstance(moment, datetime) and (moment.hour or moment.minute)
    return f"{said} {moment.strftime('%H:%M')}" if hours else said
