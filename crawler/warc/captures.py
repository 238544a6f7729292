"""The index of the archive: a SQLite cache of what the files say, who are the truth."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, fields
from operator import attrgetter
from pathlib import Path

from crawler.model import Capture, Run
from crawler.notes import Note, NoteKind
from crawler.warc.memory import capture_of
from crawler.warc.remarks import Noted, noted_of
from crawler.warc.story import Saved

VERSION = 3

_SCHEMA = """
CREATE TABLE runs (
  id TEXT PRIMARY KEY, started TEXT NOT NULL, finished TEXT NOT NULL, tool TEXT NOT NULL,
  regions TEXT NOT NULL, vantage TEXT NOT NULL);
CREATE TABLE files (name TEXT PRIMARY KEY, size INTEGER NOT NULL);
CREATE TABLE captures (
  id TEXT PRIMARY KEY, run TEXT NOT NULL, region TEXT NOT NULL, url TEXT NOT NULL,
  final_url TEXT NOT NULL, fetched_at TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL,
  http_status INTEGER, media_type TEXT NOT NULL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL,
  warc_file TEXT NOT NULL, warc_offset INTEGER NOT NULL, source TEXT NOT NULL, via TEXT NOT NULL,
  clicks INTEGER, link_texts TEXT NOT NULL, promise REAL NOT NULL, last_modified TEXT NOT NULL,
  content_disposition TEXT NOT NULL, tls TEXT NOT NULL, tls_problem TEXT NOT NULL,
  drawn TEXT NOT NULL,
  first_offset INTEGER NOT NULL, holds INTEGER NOT NULL);
CREATE INDEX captures_address ON captures (region, url);
CREATE INDEX captures_bytes ON captures (sha256) WHERE holds;
CREATE INDEX captures_run ON captures (run);
CREATE TABLE notes (
  note TEXT PRIMARY KEY, run TEXT NOT NULL, at TEXT NOT NULL, kind TEXT NOT NULL,
  region TEXT NOT NULL, subject TEXT NOT NULL, facts TEXT NOT NULL,
  file TEXT NOT NULL, offset INTEGER NOT NULL);
CREATE INDEX notes_run ON notes (run, region, kind);
"""

_AS_THEY_ARE = tuple(f.name for f in fields(Capture) if f.name != "link_texts")
_COLUMNS = (*_AS_THEY_ARE, "link_texts", "first_offset", "holds")
_TABLES = frozenset({"runs", "files", "captures", "notes"})

_values = attrgetter(*_AS_THEY_ARE)
_INSERT = (
    f"INSERT OR IGNORE INTO captures ({', '.join(_COLUMNS)}) "  # noqa: S608  # names of our fields
    f"VALUES ({', '.join('?' * len(_COLUMNS))})"
)

_INSERT_NOTE = """
INSERT OR IGNORE INTO notes VALUES (
  :note, :run, :at, :kind, :region, :subject, :facts, :file, :offset)
"""


class Index:
    """One SQLite database. ``path`` None keeps it in memory."""

    def __init__(self, path: Path | None, *, readonly: bool = False) -> None:
        self._readonly = readonly
        name = (
            f"{path.absolute().as_uri()}?mode={'ro' if readonly else 'rwc'}" if path else ":memory:"
        )
        # Callers may save from a worker thread; the archive lets one at a time in.
        self._db = sqlite3.connect(name, uri=True, timeout=30, check_same_thread=False)
        self._db.row_factory = sqlite3.Row
        self._path = path

    def prepare(self) -> bool:
        """Make the tables of an empty database; False when it is not one this code can use.

        A writer that meets a full disk or a lock raises: that is no fault of the database.
        """
        try:
            if not self._readonly:
                self._db.execute("PRAGMA journal_mode=WAL")
                self._db.execute("PRAGMA synchronous=NORMAL")
                # An answer writes nine pages: at the usual 1,000 a crawl without delays waits for
                # the disk three times as often.
                self._db.execute("PRAGMA wal_autocheckpoint=4000")
            known = self._version()
            if known == 0 and not self._readonly and not self._tables():
                self._db.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version={VERSION}; COMMIT;")
                known = VERSION
            check = self._db.execute("PRAGMA quick_check(1)").fetchone()[0]
            whole = check == "ok" and self._tables() == _TABLES
        except sqlite3.OperationalError:
            if not self._readonly:
                raise
            return False
        except sqlite3.DatabaseError:
            return False
        return whole and known == VERSION

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Everything inside is kept together or not at all."""
        with self._db:
            self._db.execute("BEGIN IMMEDIATE")
            yield

    def open_run(self, run: Run) -> None:
        """Remember a run; every file of it says the same."""
        row = {**asdict(run), "regions": json.dumps(run.regions)}
        self._db.execute(
            "INSERT OR IGNORE INTO runs VALUES (:id, :started, '', :tool, :regions, :vantage)", row
        )

    def close_run(self, run: Run) -> None:
        """Remember that a run ended."""
        self.open_run(run)
        self._db.execute("UPDATE runs SET finished = ? WHERE id = ?", (run.finished, run.id))

    def insert(self, saved: Saved) -> None:
        """Remember a capture; an id that is there already stays as it was."""
        texts = json.dumps(saved.capture.link_texts)
        row = (*_values(saved.capture), texts, saved.first, saved.holds)
        self._db.execute(_INSERT, row)

    def insert_note(self, noted: Noted) -> None:
        """Remember a note; an id that is there already stays as it was."""
        row = asdict(noted.note)
        row |= {"facts": json.dumps(row["facts"]), "note": noted.id}
        self._db.execute(_INSERT_NOTE, {**row, "file": noted.file, "offset": noted.offset})

    def set_size(self, name: str, size: int) -> None:
        """Remember up to where a file has been read into the index."""
        self._db.execute("INSERT OR REPLACE INTO files VALUES (?, ?)", (name, size))

    def clear(self) -> None:
        """Forget everything."""
        for table in ("captures", "notes", "files", "runs"):
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608  # names from the line above

    def sizes(self) -> dict[str, int]:
        """Every known file and the size up to which the index knows it."""
        return dict(self._db.execute("SELECT name, size FROM files ORDER BY name").fetchall())

    def runs(self) -> tuple[Run, ...]:
        """All runs, oldest first."""
        rows = self._db.execute("SELECT * FROM runs ORDER BY started, length(id), id").fetchall()
        return tuple(Run(**{**row, "regions": tuple(json.loads(row["regions"]))}) for row in rows)

    def captures(self, region: str | None = None, run: str | None = None) -> tuple[Capture, ...]:
        """Captures by id, of one region or run when asked."""
        rows = self._db.execute(
            "SELECT * FROM captures WHERE (?1 IS NULL OR region = ?1) AND (?2 IS NULL OR run = ?2)"
            " ORDER BY id",
            (region, run),
        )
        return tuple(_saved(row).capture for row in rows.fetchall())

    def capture(self, name: str) -> Capture | None:
        """The capture with this id."""
        row = self._db.execute("SELECT * FROM captures WHERE id = ?", (name,)).fetchone()
        return _saved(row).capture if row else None

    def in_file(self, name: str) -> dict[str, Saved]:
        """What the index says about one file, by capture id."""
        rows = self._db.execute("SELECT * FROM captures WHERE warc_file = ?", (name,)).fetchall()
        return {row["id"]: _saved(row) for row in rows}

    def notes(
        self, run: str | None = None, region: str | None = None, kind: NoteKind | None = None
    ) -> tuple[Note, ...]:
        """Notes in the order they were made, of one run, region or kind when asked."""
        rows = self._db.execute(
            "SELECT * FROM notes WHERE (?1 IS NULL OR run = ?1) AND (?2 IS NULL OR region = ?2)"
            " AND (?3 IS NULL OR kind = ?3) ORDER BY note",
            (run, region, kind),
        )
        return tuple(noted_of(dict(row)).note for row in rows.fetchall())

    def notes_in_file(self, name: str) -> dict[str, Noted]:
        """What the index says about one file's notes, by their ids."""
        rows = self._db.execute("SELECT * FROM notes WHERE file = ?", (name,)).fetchall()
        return {row["note"]: noted_of(dict(row)) for row in rows}

    def next_note(self, run: str) -> str:
        """The id of the next note of a run."""
        sql = "SELECT max(CAST(substr(note, ?) AS INTEGER)) FROM notes WHERE run = ?"
        last = self._db.execute(sql, (len(run) + 3, run)).fetchone()[0]
        return f"{run}-n{int(last or 0) + 1:06d}"

    def first_offset(self, capture: str) -> int | None:
        """Where the records of a capture start in its file."""
        sql = "SELECT first_offset FROM captures WHERE id = ?"
        row = self._db.execute(sql, (capture,)).fetchone()
        return None if row is None else int(row[0])

    def holders(self, sha256: str) -> tuple[Capture, ...]:
        """The captures whose own records have these bytes, the first to have them first."""
        sql = "SELECT * FROM captures WHERE sha256 = ? AND holds ORDER BY id"
        rows = self._db.execute(sql, (sha256,)).fetchall()
        return tuple(_saved(row).capture for row in rows)

    def last_readable(self, region: str, url: str) -> Capture | None:
        """The newest answer of a server that says what the address publishes."""
        sql = (
            "SELECT * FROM captures WHERE region = ? AND url = ? AND sha256 != ''"
            " AND outcome IN ('ok', 'unchanged') AND drawn = ''"
            " ORDER BY fetched_at DESC, id DESC LIMIT 1"
        )
        row = self._db.execute(sql, (region, url)).fetchone()
        return _saved(row).capture if row else None

    def drawn_from(self, run: str, region: str, url: str) -> Capture | None:
        """The newest answer of a server for an address in one run."""
        sql = (
            "SELECT * FROM captures WHERE region = ? AND url = ? AND run = ? AND drawn = ''"
            " AND sha256 != '' ORDER BY id DESC LIMIT 1"
        )
        row = self._db.execute(sql, (region, url, run)).fetchone()
        return _saved(row).capture if row else None

    def next_number(self, run: str) -> int:
        """The number of the next capture of a run, from 1."""
        sql = "SELECT max(CAST(substr(id, ?) AS INTEGER)) FROM captures WHERE run = ?"
        return int(self._db.execute(sql, (len(run) + 2, run)).fetchone()[0] or 0) + 1

    def close(self) -> None:
        """Leave one plain file behind, which reading needs no write permission for."""
        try:
            if not self._readonly and self._path:
                self._db.execute("PRAGMA busy_timeout=0")
                self._db.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.DatabaseError:
            # A reader is looking: the journal stays beside the database, which is as good.
            pass
        finally:
            self._db.close()

    def _version(self) -> int:
        return int(self._db.execute("PRAGMA user_version").fetchone()[0])

    def _tables(self) -> frozenset[str]:
        rows = self._db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return frozenset(row[0] for row in rows)


def _saved(row: sqlite3.Row) -> Saved:
    found = dict(row)
    first, holds = found.pop("first_offset"), bool(found.pop("holds"))
    found["link_texts"] = json.loads(found["link_texts"])
    return Saved(capture_of(found), first, holds)
