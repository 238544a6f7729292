"""What a line of text says of a day of publication: by a word beside it, or by nothing else."""

import re
from collections.abc import Iterator
from datetime import date

from scoring.dating.printed import Found, Said, days, plausible, said
from scoring.model import Dated, Evidence

_DATE_LINE = re.compile(r"^\W*(?:г\.\s*)?(?:[а-яё-]+,?\s+)?$", re.I)


def labelled(text: str, until: date, proof: Evidence) -> Iterator[Dated]:
    """Days that a text says it was published or updated on."""
    for found in days(text):
        meaning = said(text, found)
        if not plausible(found.day, until):
            continue
        if meaning is Said.PUBLISHED:
            yield Dated("printed", found.day, found.day, quoting(proof, text))
        elif meaning is Said.UPDATED:
            yield Dated("last-modified", None, found.day, quoting(proof, text))


def alone(line: str, until: date, proof: Evidence) -> Iterator[Dated]:
    """A line that is a day and nothing else, but for the town before it."""
    for found in bare(line, until):
        before, after = line[: found.start], line[found.end :]
        if _DATE_LINE.match(before) and re.fullmatch(
            r"[\s.,|]*(?:г\.?|года?)?[\s.,|]*(?:\d{1,2}:\d{2})?\W*", after
        ):
            yield Dated("printed", found.day, found.day, quoting(proof, line))


def bare(text: str, until: date) -> list[Found]:
    """Days of which nothing is said."""
    return [f for f in days(text) if said(text, f) is Said.BARE and plausible(f.day, until)]


def quoting(proof: Evidence, text: str) -> Evidence:
    """The same pointer with other words."""
    return Evidence(proof.capture, proof.url, proof.sha256, proof.locator, text.strip()[:300])
