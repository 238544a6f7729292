"""What changed: scores between waves, and files between crawls."""

from collections.abc import Sequence
from dataclasses import dataclass

from datasette_config.asked import Asked
from datasette_config.happened import Change, changes
from datasette_config.ranking import Standing, ranking

_MOST = 100
_MOVERS = 8
_KINDS = ("vanished", "replaced")


@dataclass(frozen=True, slots=True)
class Changes:
    """``risen`` and ``fallen`` since the wave ``before`` ("" when this is the first).

    ``found`` are the newest changes on the sites out of ``number``.
    """

    before: str
    risen: Sequence[Standing]
    fallen: Sequence[Standing]
    kind: str
    found: Sequence[Change]
    number: int


async def read(asked: Asked) -> Changes:
    """The changes, of one kind when asked."""
    table = await ranking(asked.db, asked.rating, asked.lang)
    moved = [s for s in table.by_id.values() if s.change]
    moved.sort(key=lambda s: (-abs(s.change or 0), s.id))
    kind = asked.choices.get("kind", "")
    kind = kind if kind in _KINDS else ""
    found, number = await changes(asked.db, kind=kind, most=_MOST)
    return Changes(
        next((s.before for s in table.by_id.values()), ""),
        [s for s in moved if (s.change or 0) > 0][:_MOVERS],
        [s for s in moved if (s.change or 0) < 0][:_MOVERS],
        kind,
        found,
        number,
    )
