"""What drawing may cost: every page is taken for hostile."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of the browser tier. Sizes are bytes, times are seconds of the wall clock.

    ``seconds`` is for one page, the pauses a site is owed included. ``frozen``: a page that does
    not answer for so long is killed. ``quiet``: a page is drawn when nothing came and nothing
    changed for so long; ``restless``: when nothing came for so long, whatever still moves.
    ``pages`` are drawn in one region, ``pages_in_run`` in all; when the browser did not start so
    many times in a row (``failures``), nothing is drawn any more. ``memory`` is of all its
    processes together, what they share apart. ``chromium`` is a path, "" for the system's.
    """

    seconds: float = 180.0
    frozen: float = 10.0
    quiet: float = 2.0
    restless: float = 12.0
    requests: int = 40
    answer: int = 10 * 2**20
    dom: int = 5 * 2**20
    elements: int = 200_000
    memory: int = 2**30
    pages: int = 10
    pages_in_run: int = 500
    failures: int = 5
    chromium: str = ""
