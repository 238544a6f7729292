"""How an answer is put: a value 0..1 with bounds, words in both languages and proof, or a code."""

from collections.abc import Iterable

from crawler.model import Capture
from scoring.locator import within
from scoring.model import Answered, Edition, EditionFile, Evidence, Status

MOST_QUOTE = 300
MOST_PROOF = 12


def measured(
    value: float,
    words: tuple[str, str],
    proof: Iterable[Evidence],
    *,
    low: float | None = None,
    high: float | None = None,
) -> Answered:
    """A measurement; ``words`` say in Russian and English what was seen; no bounds mean value."""
    return Answered(
        Status.MEASURED,
        value,
        value if low is None else low,
        value if high is None else high,
        words[0],
        tuple(proof)[:MOST_PROOF],
        words[1],
    )


def unknown(
    code: str, proof: Iterable[Evidence], *, low: float = 0.0, high: float = 1.0
) -> Answered:
    """Not enough was seen. ``code`` is from the closed lists of reasons the site puts in words."""
    return Answered(Status.UNKNOWN, None, low, high, code, tuple(proof)[:MOST_PROOF])


def seen(capture: Capture) -> Evidence:
    """A capture as a whole."""
    return Evidence(capture.id, capture.final_url, capture.sha256)


def in_file(file: EditionFile, locator: str = "", quote: str = "") -> Evidence:
    """A place in a file of an edition, with its words cut to what a reader needs."""
    if file.member and not locator:
        locator = within(file.member, "")
    capture = file.capture
    return Evidence(capture.id, capture.final_url, capture.sha256, locator, cut(quote))


def cut(quote: str) -> str:
    """Its words, as many as a reader needs."""
    words = " ".join(quote.split())
    return words if len(words) <= MOST_QUOTE else f"{words[: MOST_QUOTE - 1].rstrip()}…"


def in_files(edition: Edition) -> tuple[Evidence, ...]:
    """Every file of an edition as a whole: what a "not there" cites."""
    return tuple(in_file(file) for file in edition.files)
