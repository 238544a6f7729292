"""What vanished from the regions' sites or was replaced, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from sqlite3 import Row

from datasette_config.links import href, shown
from datasette_config.reading import Database

_CHANGES = """
select c.*, r.name_ru, r.name_en from changes c join regions r on r.id = c.region
where (:region = '' or c.region = :region) and (:kind = '' or c.kind = :kind)
order by c.now_at desc, c.run desc, c.region, c.url limit :most
"""
_COUNT = """
select count(*) from changes
where (:region = '' or region = :region) and (:kind = '' or kind = :kind)
"""


@dataclass(frozen=True, slots=True)
class Change:
    """One address whose answer is not what it was. Times are UTC.

    ``kind``: vanished or replaced. ``before`` and ``now`` are captures of the archive.
    """

    run: str
    region: str
    name_ru: str
    name_en: str
    kind: str
    href: str
    shown: str
    before_at: str
    now_at: str
    outcome: str
    reason: str
    before: str
    now: str
    sha256_before: str
    sha256_now: str

    @property
    def names(self) -> dict[str, str]:
        """The region's name by language."""
        return {"ru": self.name_ru, "en": self.name_en}


async def changes(
    db: Database, *, region: str = "", kind: str = "", most: int
) -> tuple[Sequence[Change], int]:
    """The newest changes, of one region or kind when asked; and how many there are in all."""
    which = {"region": region, "kind": kind, "most": most}
    rows = [_change(row) for row in await db.execute(_CHANGES, which)]
    return rows, (await db.execute(_COUNT, which)).single_value()


def _change(row: Row) -> Change:
    return Change(
        row["run"],
        row["region"],
        row["name_ru"],
        row["name_en"],
        row["kind"],
        href(row["url"]),
        shown(row["url"]),
        row["before_at"],
        row["now_at"],
        row["outcome"],
        row["reason"][:300],
        row["capture_before"],
        row["capture_now"],
        row["sha256_before"],
        row["sha256_now"],
    )
