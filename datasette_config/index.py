"""The words of a publication, indexed once beside it: quotes, texts, titles, questions, names."""

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from dataclasses import astuple, fields, replace
from pathlib import Path

from datasette_config.entries import Entry, entries
from datasette_config.lemmas import lemmas, words
from datasette_config.mark import Mark, mark

_KEPT = 600  # letters of a text that are kept and searched
_COLUMNS = ", ".join(field.name for field in fields(Entry))
_FOUND = """
select e.* from stems s join entries e on e.id = s.rowid
where stems match :wanted and (:region = '' or e.region = :region)
order by e.lift desc, bm25(stems), e.id limit :most offset :skipped
"""
_COUNT = """
select count(*) from stems s join entries e on e.id = s.rowid
where stems match :wanted and (:region = '' or e.region = :region)
"""


class Index:
    """An index of its own in a temporary file of SQLite's; the publication is only read."""

    def __init__(self, database: Path) -> None:
        self._one_at_a_time = threading.Lock()
        self._held = sqlite3.connect("", check_same_thread=False)
        self._held.execute(f"create table entries (id integer primary key, lift, {_COLUMNS})")
        self._held.execute("create virtual table stems using fts5(words, content='',"
                           " tokenize='unicode61 remove_diacritics 0', detail=none)")  # fmt: skip
        source = sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)
        try:
            self._fill(source)
        finally:
            source.close()

    def _fill(self, source: sqlite3.Connection) -> None:
        marks = ", ".join("?" * (2 + len(fields(Entry))))
        for number, (entry, lift) in enumerate(entries(source), 1):
            stems = " ".join(_stems(entry.text if entry.sha256 else entry.text[:_KEPT]))
            kept = replace(entry, text="" if entry.sha256 else entry.text[:_KEPT])
            self._held.execute(
                f"insert into entries values ({marks})",  # noqa: S608 - question marks only
                (number, lift, *astuple(kept)),
            )
            self._held.execute("insert into stems (rowid, words) values (?, ?)", (number, stems))
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
        return [Entry(*row[2:]) for row in rows], number


def query(said: str) -> str:
    """What FTS5 is asked: all the words, each in any of its readings. No syntax gets through."""
    every = list(dict.fromkeys(lemmas(m[0]) for m in words(said)))[:12]
    return " AND ".join("(" + " OR ".join(f'"{lemma}"' for lemma in one) + ")" for one in every)


def _stems(text: str) -> Iterator[str]:
    for match in words(text):
        yield from lemmas(match[0])


_BUILT: dict[Path, tuple[Mark, Index]] = {}
_BUILDING = threading.Lock()
_PREPARED: set[Path] = set()


def prepare(database: Path) -> None:
    """Begin to build the index in the background: the reader who opens the form will ask."""
    if database not in _PREPARED:
        _PREPARED.add(database)
        threading.Thread(target=index_of, args=(database,), daemon=True).start()


def index_of(database: Path) -> Index:
    """The index of a publication, built when first asked for. Seconds for a large one.

    Another file under the same name gets one of its own, and that of the file before goes.
    """
    with _BUILDING:
        now = mark(database)
        if database not in _BUILT or _BUILT[database][0] != now:
            _BUILT[database] = now, Index(database)
        return _BUILT[database][1]
