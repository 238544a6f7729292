"""A second crawl asks for changes only, and tells what vanished or was replaced."""

import itertools
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from crawler.archive import Archive
from crawler.changes import changes
from crawler.model import Capture, Outcome
from crawler.notes import Changed, Note, NoteKind

from .conftest import Crawled, Page, region

HOME = "http://fin.oblast.invalid/"
OPEN = Page('<a href="/b.pdf">Бюджет для граждан 2026</a> <a href="/open/">О бюджете</a>')
PDF = "application/pdf"
CHANGED = "Mon, 12 Oct 2026 08:00:00 GMT"


def asked_again(serving, crawled, headers: Mapping[str, str]) -> Mapping[str, str]:
    """The headers of the second request for a document that came with ``headers``."""
    sent: list[Mapping[str, str]] = []

    def answering(path: str, got: Mapping[str, str]) -> Page | None:
        if path == "/b.pdf":
            sent.append(got)
            return Page("%PDF-1", PDF, headers=headers)
        return {"/": OPEN}.get(path)

    site = serving(answering)
    crawled(site, region(HOME))
    crawled(site, region(HOME))
    assert len(sent) == 2
    assert not {"If-None-Match", "If-Modified-Since"} & set(sent[0])
    return sent[1]


@pytest.mark.parametrize(
    ("etag", "sent"),
    [
        ('"strong"', '"strong"'),
        ('W/"weak"', 'W/"weak"'),
        ('"packed-gzip"', '"packed-gzip", "packed"'),
        ("unquoted", "unquoted"),
        ("x" * 600, None),
    ],
)
def test_both_validators_are_sent(serving, crawled, etag: str, sent: str | None) -> None:
    got = asked_again(serving, crawled, {"ETag": etag, "Last-Modified": CHANGED})
    assert got.get("If-None-Match") == sent
    assert got["If-Modified-Since"] == CHANGED
    assert got["Cache-Control"] == "max-age=0"


def test_without_validators_no_condition(serving, crawled) -> None:
    got = asked_again(serving, crawled, {})
    assert not {"If-None-Match", "If-Modified-Since", "Cache-Control"} & set(got)


def test_the_same_bytes_with_a_plain_200_are_kept_once(serving, crawled, tmp_path: Path) -> None:
    site = serving({"/": OPEN, "/b.pdf": Page("%PDF-1", PDF)})
    crawled(site, region(HOME))
    again = crawled(site, region(HOME)).at("b.pdf")
    assert again.outcome is Outcome.OK
    with Archive(tmp_path / "archive", readonly=True) as archive:
        kinds = [record.kind for record in archive.records(again)]
        assert archive.read(again) == b"%PDF-1"
    assert kinds == ["revisit"], "nothing new came: one record tells it all"


def damaged(root: Path, capture: Capture) -> None:
    """Bit rot inside the record that has the bytes."""
    file = root / capture.warc_file
    data = bytearray(file.read_bytes())
    for at in range(capture.warc_offset + 100, capture.warc_offset + 130):
        data[at] ^= 0xFF
    file.write_bytes(data)


def test_unchanged_without_the_bytes_it_speaks_of_is_asked_whole(
    serving, crawled, tmp_path: Path
) -> None:
    body = "%PDF-" + "".join(str(n) for n in range(500))
    asked = itertools.count()

    def answering(path: str, got: Mapping[str, str]) -> Page | None:
        if path != "/b.pdf":
            return {"/": OPEN}.get(path)
        next(asked)
        if "If-Modified-Since" in got:
            return Page(status=304)
        return Page(body, PDF, headers={"Last-Modified": CHANGED})

    site = serving(answering)
    first = crawled(site, region(HOME)).at("b.pdf")
    damaged(tmp_path / "archive", first)
    second = crawled(site, region(HOME)).at("b.pdf")
    assert next(asked) == 3, "whole; unchanged; whole again"
    assert (second.outcome, second.sha256) == (Outcome.OK, first.sha256)
    with Archive(tmp_path / "archive", readonly=True) as archive:
        assert archive.read(second) == body.encode()
        assert archive.read(first) == body.encode(), "the new copy stands in for the lost one"
    third = crawled(site, region(HOME)).at("b.pdf")
    assert third.outcome is Outcome.UNCHANGED
    assert next(asked) == 5


def test_a_host_that_insists_on_304_gives_nothing(serving, crawled, tmp_path: Path) -> None:
    answers = itertools.count()

    def answering(path: str, _got: Mapping[str, str]) -> Page | None:
        if path != "/b.pdf":
            return {"/": OPEN}.get(path)
        first = next(answers) == 0
        headers = {"Last-Modified": CHANGED}
        return Page("%PDF-" * 100, PDF, headers=headers) if first else Page(status=304)

    site = serving(answering)
    damaged(tmp_path / "archive", crawled(site, region(HOME)).at("b.pdf"))
    again = crawled(site, region(HOME)).at("b.pdf")
    assert again.outcome is Outcome.SERVER_ERROR
    assert next(answers) == 3


def facts(note: Note) -> Changed:
    assert isinstance(note.facts, Changed)
    return note.facts


def told(done: Crawled) -> dict[str, str]:
    """What the run says has changed: kind by the ending of the address."""
    mine = [n for n in done.notes if n.kind in (NoteKind.VANISHED, NoteKind.REPLACED)]
    return {note.subject.removeprefix(HOME): str(note.kind) for note in mine}


def test_what_vanished_and_what_was_replaced(serving, crawled) -> None:
    names = ("gone", "home", "new", "same", "walled", "broken")
    links = "".join(f'<a href="/{name}.pdf">Бюджет для граждан {name}</a>' for name in names)
    answers = {"/": Page(links), **{f"/{n}.pdf": Page(f"%PDF-{n}", PDF) for n in names}}
    site = serving(lambda path, _: answers.get(path))
    own = region(HOME)
    first = crawled(site, own)
    assert told(first) == {}
    del answers["/gone.pdf"]
    answers["/home.pdf"] = Page(status=302, headers={"Location": "/"})
    answers["/new.pdf"] = Page("%PDF-another", PDF)
    answers["/walled.pdf"] = Page("forbidden", status=403)
    answers["/broken.pdf"] = Page("error", status=500)
    second = crawled(site, own)
    found = told(second)
    assert found == {"gone.pdf": "vanished", "home.pdf": "vanished", "new.pdf": "replaced"}
    (gone,) = (n for n in second.notes if n.subject.endswith("gone.pdf"))
    assert facts(gone).before == first.at("gone.pdf").id
    assert facts(gone).now == second.at("gone.pdf").id
    assert facts(gone).sha256_before == first.at("gone.pdf").sha256
    assert (facts(gone).outcome, facts(gone).before_at) == (
        "not-found",
        first.at("gone.pdf").fetched_at,
    )
    (new,) = (n for n in second.notes if n.kind is NoteKind.REPLACED)
    assert facts(new).sha256_now == second.at("new.pdf").sha256 != facts(new).sha256_before
    third = crawled(site, own)
    assert told(third) == {}, "what is gone is told once"
    answers["/gone.pdf"] = Page("%PDF-back", PDF)
    assert told(crawled(site, own)) == {"gone.pdf": "replaced"}


def seen(run: str, url: str, outcome: Outcome, sha: str, **more: object) -> Capture:
    made = Capture(
        id=f"{run}-1", run=run, region="test", url=url, final_url=url,
        fetched_at=f"2026-11-{run}T00:00:00Z", outcome=outcome, reason="", http_status=200,
        media_type=PDF, sha256=sha, bytes=1, warc_file="f", warc_offset=0, source=HOME, via="",
        clicks=1, link_texts=(), promise=0.0, last_modified="", content_disposition="",
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("outcome", [o for o in Outcome if o not in ("ok", "unchanged")])
def test_only_the_site_s_own_word_makes_a_document_vanish(outcome: Outcome) -> None:
    pair = [seen("01", f"{HOME}b.pdf", Outcome.OK, "a"), seen("02", f"{HOME}b.pdf", outcome, "c")]
    kinds = [note.kind for note in changes(pair, region(HOME), "02")]
    gone = outcome in (Outcome.NOT_FOUND, Outcome.SOFT_404)
    assert kinds == ([NoteKind.VANISHED] if gone else [])


def test_a_page_vanishes_when_it_promised_something_and_is_never_replaced() -> None:
    def pair(promise: float, now: Outcome) -> list[NoteKind]:
        more = {"media_type": "text/html", "promise": promise}
        before = seen("01", f"{HOME}b/", Outcome.OK, "a", **more)
        after = seen("02", f"{HOME}b/", now, "c", **more)
        return [note.kind for note in changes([before, after], region(HOME), "02")]

    assert pair(0.9, Outcome.NOT_FOUND) == [NoteKind.VANISHED]
    assert pair(0.1, Outcome.NOT_FOUND) == []
    assert pair(0.9, Outcome.OK) == []


def test_http_and_https_are_one_address() -> None:
    before = seen("01", "http://www.fin.invalid/b.pdf", Outcome.OK, "a")
    after = seen("02", "https://fin.invalid/b.pdf", Outcome.OK, "c")
    (note,) = changes([before, after], region(HOME), "02")
    assert note.kind is NoteKind.REPLACED
