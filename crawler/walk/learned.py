"""What a region's walk has learned besides its answers, as notes for the archive."""

from collections.abc import Iterator

from crawler.notes import BetterPath, LeftAlone, Note, NoteKind, RegionEnded
from crawler.progress import Counts
from crawler.walk.region import Walk


def learned(walk: Walk, counts: Counts, limit: str) -> Iterator[Note]:
    """Yield how the walk ended, what it left alone, and the shorter ways it found in the end."""
    region = walk.region.id
    ended = RegionEnded(
        limit,
        traps(walk),
        counts.answers,
        counts.requests,
        counts.bytes,
        counts.waiting,
        round(counts.seconds, 1),
    )
    yield Note(NoteKind.REGION_ENDED, region, region, ended)
    for left in walk.left_alone:
        yield Note(NoteKind.LEFT_ALONE, region, left.url, LeftAlone(left.text, left.via, left.why))
    for path in walk.paths:
        facts = BetterPath(path.clicks, path.link_texts)
        yield Note(NoteKind.BETTER_PATH, region, path.url, facts)


def traps(walk: Walk) -> tuple[tuple[str, int], ...]:
    """What was recognised and left, by name, with how often."""
    return tuple(sorted((name, count) for name, count in walk.traps.items() if name and count))
