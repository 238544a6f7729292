"""What a later crawl confirms is told by its difference, and can be told again from the files."""

import json
from dataclasses import replace

import pytest

from crawler.archive import Archive
from crawler.model import Answer, Outcome
from tests.crawler.test_archive import check

FIRST, SECOND = "2026-11-23T20:08:00Z", "2026-12-01T00:00:00Z"
PAGE = Answer(
    region="n",
    url="https://a.invalid/о-бюджете",
    final_url="https://a.invalid/о-бюджете",
    fetched_at=FIRST,
    outcome=Outcome.OK,
    http_status=200,
    headers=(("Content-Type", "text/html"), ("Last-Modified", "yesterday")),
    body="Бюджет".encode(),
    source="https://a.invalid/",
    via="https://a.invalid/map",
    clicks=2,
    link_texts=("Карта", "Бюджет"),
    promise=0.25,
    media_type="text/html",
    tls="verified",
)
SAME = replace(PAGE, fetched_at=SECOND, outcome=Outcome.UNCHANGED, reason="HTTP 304", body=b"")
AGAIN = replace(SAME, http_status=304, headers=(("ETag", "1"),))
GONE = replace(
    PAGE,
    url="https://a.invalid/gone",
    final_url="https://a.invalid/gone",
    outcome=Outcome.NOT_FOUND,
    reason="HTTP 404",
    http_status=404,
    body=b"none",
)
ANSWERS = {
    "confirmed": AGAIN,
    "sent again": replace(PAGE, fetched_at=SECOND),
    "by another way": replace(AGAIN, via="https://a.invalid/", clicks=1, link_texts=("Бюджет",)),
    "for another region": replace(PAGE, region="s", fetched_at=SECOND, source="", clicks=None),
    "still not found": replace(GONE, fetched_at=SECOND),
    "over another channel": replace(AGAIN, tls="unverified", tls_problem="expired"),
}


def begin(archive, started):
    return archive.begin(tool="t 1", regions=("n", "s"), started=started)


def crawled(root, answer):
    """A run, and one that meets ``answer``: its capture."""
    with Archive(root) as archive:
        first = begin(archive, FIRST)
        archive.add(first, PAGE)
        archive.add(first, GONE)
        archive.finish(first, FIRST)
        return archive.add(begin(archive, SECOND), answer)


def told(archive, capture):
    (record,) = archive.records(capture)
    headers = dict(record.headers)
    return json.loads(headers.get("Budgetwatch-Capture-Differs", "null")), headers


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_the_index_is_made_anew_from_differences(tmp_path, answer):
    kept = crawled(tmp_path, answer)
    with Archive(tmp_path) as archive:
        before = archive.captures()
        assert before[-1] == kept
        assert archive.read(kept) == archive.read(before[1 if answer.http_status == 404 else 0])
        assert list(archive.verify()) == []
    (tmp_path / "index.sqlite").unlink()
    with Archive(tmp_path) as archive:
        assert archive.captures() == before
        assert list(archive.verify()) == []
    check(tmp_path)


def test_only_the_difference_is_written(tmp_path):
    kept = crawled(tmp_path, ANSWERS["confirmed"])
    with Archive(tmp_path) as archive:
        said, headers = told(archive, kept)
        assert said == {"of": archive.captures()[0].id, "id": kept.id, "region": "n"} | {
            # The record has addresses as they are asked for.
            "url": PAGE.url,
            "final_url": PAGE.final_url,
        }
        assert headers["WARC-Refers-To-Date"] == FIRST
        assert headers["WARC-Refers-To-Target-URI"] == headers["WARC-Target-URI"]
        other = archive.add(archive.unfinished(), ANSWERS["by another way"])
        assert set(told(archive, other)[0]) - set(said) == {"via", "clicks", "link_texts"}


def test_without_what_it_confirms_it_is_listed_and_made_whole_again(tmp_path):
    kept = crawled(tmp_path, ANSWERS["confirmed"])
    first = tmp_path / "20261123T200800Z-00001.warc.gz"
    first.rename(tmp_path / "elsewhere")
    with Archive(tmp_path) as archive:
        (left,) = archive.captures()
        named = ("id", "run", "region", "url", "fetched_at", "outcome", "sha256", "http_status")
        assert [getattr(left, n) for n in named] == [getattr(kept, n) for n in named]
        assert (left.via, left.clicks, left.link_texts) == ("", None, ())
        assert "refers to are in no file" in next(archive.verify()).what
    (tmp_path / "elsewhere").rename(first)
    with Archive(tmp_path) as archive:
        assert archive.captures()[-1] == kept
        assert list(archive.verify()) == []
    with Archive(tmp_path) as archive:
        assert archive.repairs == ()


def test_what_a_later_file_holds_is_told_whole(tmp_path):
    """A run that goes on after a newer one began stands before it, by the names of the files."""
    with Archive(tmp_path) as archive:
        older = begin(archive, FIRST)
        archive.add(begin(archive, SECOND), PAGE)
        kept = archive.add(older, AGAIN)
        assert told(archive, kept)[0] is None
        before = archive.captures()
    (tmp_path / "index.sqlite").unlink()
    with Archive(tmp_path) as archive:
        assert archive.captures() == before
