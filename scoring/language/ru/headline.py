"""Does a line look like a heading, in texts that have lost how it was set?"""

import re

_MOST_LETTERS, _MOST_WORDS = 90, 10
_SENTENCE = re.compile(r"[.;:,…]\W*$")
_BEGINS = re.compile(
    r"\W{0,3}(?:(?:Раздел|Глава|Часть|Слайд)\s+)?(?:(?:[IVXLC]+|\d{1,2})[.)]\s*)*\W{0,2}[A-ZА-ЯЁ]"
)
_COUNTS = re.compile(
    r"(?<!\d)(?!20[0-4]\d,\s)\d[\d .,]*\s*(?:млрд|млн|тыс|руб|коп|₽|%|км|га|кв|чел|мест|шт)|"
    r"\d[\d ,]{3,}\d|[@|]|\+7|(?<!\b20\d)\d-\d\d"
)


def is_headline(text: str) -> bool:
    """A short line that begins as a heading, ends as no sentence does and tells no figure."""
    line = " ".join(text.split())
    if len(line) > _MOST_LETTERS or len(line.split()) > _MOST_WORDS:
        return False
    return bool(_BEGINS.match(line)) and not _SENTENCE.search(line) and not counts(line)


def counts(line: str) -> bool:
    """Does it tell a figure with what that counts, a phone or an address?"""
    return _COUNTS.search(line) is not None
