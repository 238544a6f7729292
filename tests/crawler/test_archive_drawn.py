"""A page that a browser drew stands in the archive as what it is: a conversion of an answer."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from crawler.archive import Archive
from crawler.model import Answer, Capture, Outcome

STARTED, LATER = "2026-11-23T20:08:00Z", "2026-11-23T20:08:07Z"
SHELL = Answer(
    region="north",
    url="https://fin.invalid/#/budget",
    final_url="https://fin.invalid/#/budget",
    fetched_at=LATER,
    outcome=Outcome.OK,
    http_status=200,
    headers=(("Content-Type", "text/html"), ("ETag", '"one"')),
    body=b"<script src=app.js></script>",
)
HTML = "<h1>Бюджет для граждан</h1>".encode()
DRAWN = replace(
    SHELL,
    http_status=None,
    headers=(("Content-Type", "text/html; charset=utf-8"),),
    body=HTML,
    drawn="Chromium 156.0.8078.108",
)


def kept(path: Path, *answers: Answer) -> tuple[Capture, ...]:
    with Archive(path) as archive:
        run = archive.begin(tool="budgetwatch", regions=("north",), started=STARTED)
        return tuple(archive.add(run, answer) for answer in answers)


def test_it_gives_its_bytes_and_names_the_browser(tmp_path: Path) -> None:
    shell, drawn = kept(tmp_path, SHELL, DRAWN)
    with Archive(tmp_path, readonly=True) as archive:
        assert archive.read(drawn) == HTML
        assert archive.read(shell) == SHELL.body
        assert archive.captures() == (shell, drawn)
        assert list(archive.verify()) == []
    assert (shell.drawn, drawn.drawn) == ("", "Chromium 156.0.8078.108")
    assert (drawn.http_status, drawn.media_type) == (None, "text/html")


def test_the_index_is_made_anew_from_the_files(tmp_path: Path) -> None:
    before = kept(tmp_path, SHELL, DRAWN)
    (tmp_path / "index.sqlite").unlink()
    with Archive(tmp_path) as archive:
        assert archive.captures() == before
        assert archive.read(before[1]) == HTML


def test_other_programs_see_a_conversion(tmp_path: Path) -> None:
    kept(tmp_path, SHELL, DRAWN)
    (file,) = tmp_path.glob("*.warc.gz")
    with file.open("rb") as stream:
        found = [
            (r.rec_type, dict(r.rec_headers.headers), r.content_stream().read())
            for r in ArchiveIterator(stream)
        ]
    (answered,) = [said for kind, said, _ in found if kind == "response"]
    ((said, body),) = [(said, body) for kind, said, body in found if kind == "conversion"]
    assert body == HTML
    assert said["WARC-Refers-To"] == answered["WARC-Record-ID"]
    assert said["Content-Type"] == "text/html; charset=utf-8"


def test_a_server_confirms_its_own_answer_and_not_the_drawing(tmp_path: Path) -> None:
    kept(tmp_path, SHELL, DRAWN)
    same = replace(SHELL, outcome=Outcome.UNCHANGED, http_status=304, body=b"")
    confirmed, again = kept(tmp_path, same, DRAWN)
    with Archive(tmp_path, readonly=True) as archive:
        assert archive.read(confirmed) == SHELL.body
        assert archive.read(again) == HTML
        assert list(archive.verify()) == []


def test_an_answer_with_the_bytes_of_a_drawing_is_kept_itself(tmp_path: Path) -> None:
    """A revisit may refer to what a server said, never to what a browser made."""
    *_, said = kept(tmp_path, SHELL, DRAWN, replace(SHELL, url="https://fin.invalid/b", body=HTML))
    with Archive(tmp_path, readonly=True) as archive:
        assert next(r.kind for r in archive.records(said)) == "response"


def test_what_no_browser_can_have_drawn_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no server answered"):
        kept(tmp_path, DRAWN)
    with pytest.raises(ValueError, match="no server answered it with a status"):
        kept(tmp_path, SHELL, replace(DRAWN, http_status=200))


def test_archives_from_before_there_was_a_browser_are_read(tmp_path: Path) -> None:
    """Their descriptions have no such field, and their index no such column."""
    from crawler.warc.memory import capture_block, read_capture

    (shell,) = kept(tmp_path, SHELL)
    old = b"".join(
        line + b"\r\n" for line in capture_block(shell).splitlines() if b"drawn:" not in line
    )
    assert b"drawn:" in capture_block(shell)
    assert read_capture(old, shell.warc_file, shell.warc_offset) == shell
    with sqlite3.connect(tmp_path / "index.sqlite") as db:
        db.execute("ALTER TABLE captures DROP COLUMN drawn")
        db.execute("PRAGMA user_version=1")
    db.close()
    with Archive(tmp_path) as archive:
        assert archive.captures() == (shell,)
