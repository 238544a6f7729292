"""What a PDF says of itself: title and dates. Hints, not proof: tools write them, not people."""

import re
from datetime import date

from scoring.extract.spelling import tidy

_DATE = re.compile(r"D?:?\s*(\d{4})[-.]?(\d{2})[-.]?(\d{2})")
_FILE = re.compile(
    r"\.(docx?|xlsx?|pptx?|odt|rtf|pdf|html?|aspx?|php|indd|cdr|qxd|tmp)\b|"
    r"^https?:|^microsoft (word|power|excel)",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"(untitled|без имени|без названия|слайд \d*|презентация( powerpoint)?|powerpoint presentation|"
    r"документ\s?\d*|document\s?\d*|title|заголовок|доклад|лист\s?\d+|\W*\d*\W*)$",
    re.IGNORECASE,
)
_LONGEST = 300


def day_of(stamp: str) -> str:
    """``2026-11-23`` of ``D:20261123144312Z'``; "" when it is no day of the calendar."""
    match = _DATE.match(stamp.strip())
    try:
        return date(int(match[1]), int(match[2]), int(match[3])).isoformat() if match else ""
    except ValueError:
        return ""


def title_of(told: str) -> str:
    """The title a file tells when a person could have meant it, "" otherwise.

    Programs put a file name there, or the name of a template; a broken encoding shows as
    signs outside letters.
    """
    title = tidy(told[:1000])
    letters = sum(sign.isalpha() for sign in title)
    if (
        _FILE.search(title)
        or _EMPTY.match(title)
        or letters < 0.5 * len(title)
        or "\ufffd" in title
    ):
        return ""
    strange = sum("\u00c0" <= sign <= "\u00ff" for sign in title)
    return title[:_LONGEST] if letters >= 4 and strange < 0.3 * letters else ""
