"""The words of a publication, indexed once beside it: quotes, titles, questions, names."""

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from datasette_config.lemmas import lemmas, words
from datasette_config.mark import Mark, mark

# What can be found. The same words at the same place of the same bytes are one entry, however
# many waves and criteria cite them.
BETWEEN = " · "
"""What stands between the Russian and the English of one entry."""
_ENTRIES = """
select 'region' as kind, id as region, '' as criterion, '' as stage, '' as url, '' as locator,
    '' as capture, name_ru || :between || name_en as text, 4 as lift from regions
union all
select 'criterion', '', id, '', '', '', '', question_ru || :between || question_en, 3
    from criteria group by id
union all
select 'edition', region, '', stage, url, '', why_capture, title, 2 from editions
union all
select 'document', c.region, '', '', c.final_url, '', max(c.id), d.title, 1
    from documents d join captures c on c.sha256 = d.sha256
    where d.title <> '' group by c.region, d.sha256
union all
select 'quote', f.region, f.criterion, f.stage, e.url, e.locator, max(e.capture), e.quote, 0
    from evidence e join findings f on f.id = e.finding
    where e.quote <> '' group by f.region, e.sha256, e.locator, e.quote
"""
_KEPT = 600  # letters of a text that are kept and searched
_FOUND = """
select e.kind, e.region, e.criterion, e.stage, e.url, e.locator, e.capture, e.text
from stems s join entries e on e.id = s.rowid
where stems match :wanted and (:region = '' or e.region = :region)
order by e.lift desc, bm25(stems), e.id limit :most offset :skipped
"""
_COUNT = """
select count(*) from stems s join entries e on e.id = s.rowid
where stems match :wanted and (:region = '' or e.region = :region)
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something found. ``kind``: region, criterion, edition, document or quote."""

    kind: str
    region: str
    criterion: str
    stage: str
    url: str
    locator: str
    capture: str
    text: str


class Index:
    """An index of its own in a temporary file of SQLite's; the publication is only read."""

    def __init__(self, database: Path) -> None:
        self._one_at_a_time = threading.Lock()
        self._held = sqlite3.connect("", check_same_thread=False)
        self._held.execute("create table entries (id integer primary key, kind, region, criterion,"
                           " stage, url, locator, capture, text, lift)")  # fmt: skip
        self._held.execute("create virtual table stems using fts5(words, content='',"
                           " tokenize='unicode61 remove_diacritics 0', detail=none)")  # fmt: skip
        source = sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)
        try:
            self._fill(source)
        finally:
            source.close()

    def _fill(self, source: sqlite3.Connection) -> None:
        for number, row in enumerate(source.execute(_ENTRIES, {"between": BETWEEN}), 1):
            text = row[7][:_KEPT]
            self._held.execute(
                "insert into entries values (?,?,?,?,?,?,?,?,?,?)",
                (number, *row[:7], text, row[8]),
            )
            self._held.execute(
                "insert into stems (rowid, words) values (?, ?)", (number, " ".join(_stems(text)))
            )
        self._held.commit()

    def find(
        self, said: str, *, region: str = "", most: int, skipped: int = 0
    ) -> tuple[Sequence[Entry], int]:
        """Entries with every word said, in any form; and how many there are in all."""
        wanted = query(said)
        if not wanted:
            return (), 0
        which = {"wanted": wanted, "region": region, "most": most, "skipped": skipped}
        with self._one_at_a_time:
            rows = self._held.execute(_FOUND, which).fetchall()
            number = self._held.execute(_COUNT, which).fetchone()[0]
        return [Entry(*row) for row in rows], number


def query(said: str) -> str:
    """What FTS5 is asked: all the words, each in any of its readings. No syntax gets through."""
    every = list(dict.fromkeys(lemmas(m[0]) for m in words(said)))[:12]
    return " AND ".join("(" + " OR ".join(f'"{lemma}"' for lemma in one) + ")" for one in every)


def _stems(text: str) -> Iterator[str]:
    for match in words(text):
        yield from lemmas(match[0])


_BUILT: dict[Path, tuple[Mark, Index]] = {}
_BUILDING = threading.Lock()


def index_of(database: Path) -> Index:
    """The index of a publication, built when first asked for. Seconds for a large one.

    Another file under the same name gets one of its own, and that of the file before goes.
    """
    with _BUILDING:
        now = mark(database)
        if database not in _BUILT or _BUILT[database][0] != now:
            _BUILT[database] = now, Index(database)
        return _BUILT[database][1]
