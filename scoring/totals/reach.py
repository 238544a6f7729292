"""Which texts stand so near words of a gap that three sums may close there: of most none does."""

from collections.abc import Callable, Iterator, Sequence

from scoring.totals.signs import gaps


def reached(
    texts: Sequence[str], counted: Callable[[int], int | None], far: int
) -> Iterator[range]:
    """Runs of the places of ``texts`` that are not farther than ``far`` sums from words of a gap.

    Those words may stand in the line beside their sum. ``counted`` tells how many sums a text has,
    None when it has no line that is read.
    """
    run = range(0)
    for place in gaps(texts):
        if counted(place) is None:
            continue
        before, behind = (_beside(place, step, len(texts), counted) for step in (-1, 1))
        if not any(counted(at) for at in (before, place, behind)):
            continue
        low = _far(before, -1, len(texts), counted, far)
        high = _far(behind, 1, len(texts), counted, far)
        if run and low > run.stop:
            yield run
            run = range(0)
        run = range(run.start if run else low, high + 1)
    if run:
        yield run


def _beside(place: int, step: int, size: int, counted: Callable[[int], int | None]) -> int:
    """The next place that is read, or the last there is."""
    at = place
    while 0 <= at + step < size:
        at += step
        if counted(at) is not None:
            return at
    return at


def _far(place: int, step: int, size: int, counted: Callable[[int], int | None], far: int) -> int:
    """The place so many sums away."""
    at, passed = place, 0
    while passed < far and 0 <= at + step < size:
        at += step
        passed += counted(at) or 0
    return at
