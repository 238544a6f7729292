"""The archive gives back what was put in, and its files are what WARC readers expect."""

import subprocess
import sys
import threading
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from uuid import UUID, uuid5

import pytest

from crawler.archive import Archive, ArchiveLockedError
from crawler.model import Answer, Hop, Outcome
from crawler.warc.record import record_id

STARTED, LATER, DONE = "2026-11-23T20:08:00Z", "2026-11-23T20:08:07Z", "2026-11-23T21:00:00Z"
PAGE = Answer(
    region="north",
    url="https://fin.invalid/open",
    final_url="https://fin.invalid/open/",
    fetched_at=LATER,
    outcome=Outcome.OK,
    http_status=200,
    request_headers=(("User-Agent", "budgetwatch"), ("Proxy-Authorization", "Basic c2VjcmV0")),
    headers=(
        ("Content-Type", "Text/HTML; charset=windows-1251"),
        ("Last-Modified", "Mon, 02 Nov 2026 08:00:00 GMT"),
        ("Content-Disposition", 'inline; filename="x.html"'),
        ("Content-Encoding", "gzip"),
        ("Content-Length", "7"),
    ),
    body="<p>Бюджет для граждан</p>".encode("cp1251"),
    source="https://fin.invalid/",
    via="https://fin.invalid/",
    clicks=1,
    link_texts=("Открытый бюджет", "Бюджет для граждан"),
    promise=0.1 + 0.2,
)
GONE = replace(
    PAGE,
    url="https://gone.invalid/",
    final_url="https://gone.invalid/",
    outcome=Outcome.DNS,
    reason="no such name",
    http_status=None,
    headers=(),
    body=b"",
    clicks=None,
)


def check(path: Path) -> None:
    """What `warcio check` says about a file, or nothing."""
    program = Path(sys.executable).with_name("warcio")
    done = subprocess.run([program, "check", *sorted(path.glob("*.warc.gz"))], capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def begin(archive: Archive):
    return archive.begin(tool="budgetwatch 0.1", regions=("north", "south"), started=STARTED)


def test_a_capture_says_what_the_answer_said(tmp_path):
    with Archive(tmp_path / "archive") as archive:
        capture = archive.add(begin(archive), PAGE)
        assert archive.read(capture) == archive.body(capture.sha256) == PAGE.body
        assert archive.captures() == (capture,)
    assert capture.id == "20261123T200800Z-000001"
    assert capture.media_type == "text/html"
    assert capture.sha256 == sha256(PAGE.body).hexdigest()
    assert capture.bytes == len(PAGE.body)
    assert capture.last_modified == "Mon, 02 Nov 2026 08:00:00 GMT"
    assert capture.content_disposition == 'inline; filename="x.html"'
    for name in ("region", "url", "final_url", "fetched_at", "outcome", "reason", "http_status",
                 "source", "via", "clicks", "link_texts", "promise"):  # fmt: skip
        assert getattr(capture, name) == getattr(PAGE, name), name


def test_a_failure_is_kept_without_bytes(tmp_path):
    with Archive(tmp_path) as archive:
        capture = archive.add(begin(archive), GONE)
        assert (capture.sha256, capture.bytes, capture.http_status) == ("", 0, None)
        assert [r.kind for r in archive.records(capture)] == ["metadata"]
        with pytest.raises(LookupError, match="dns: no such name"):
            archive.read(capture)
    check(tmp_path)


def test_every_hop_is_kept_with_its_request(tmp_path):
    hops = (
        Hop("http://fin.invalid/open", 301, (("Location", "https://fin.invalid/open"),)),
        Hop("https://fin.invalid/open", 302, (("Location", "/open/"),), b"<a href=/open/>here</a>"),
    )
    with Archive(tmp_path) as archive:
        run = begin(archive)
        capture = archive.add(run, replace(PAGE, hops=hops))
        lost = archive.add(run, replace(GONE, hops=hops))
        found = archive.records(capture)
        kinds = ["response", "request"]
        assert [r.kind for r in found] == [*kinds, *kinds, *kinds, "metadata"]
        assert [r.kind for r in archive.records(lost)] == [*kinds, *kinds, "metadata"]
        assert found[4].offset == capture.warc_offset
        assert archive.read(capture) == PAGE.body
        targets = [dict(r.headers)["WARC-Target-URI"] for r in found[::2]]
        assert targets[:3] == [hops[0].url, hops[1].url, PAGE.final_url]
    check(tmp_path)


def test_the_head_tells_a_decoded_body_and_no_secret(tmp_path):
    with Archive(tmp_path) as archive:
        response, request, _ = archive.records(archive.add(begin(archive), PAGE))
    assert "X-Archive-Orig-Content-Encoding: gzip\r\n" in response.head
    assert "X-Archive-Orig-Content-Length: 7\r\n" in response.head
    assert f"\r\nContent-Length: {len(PAGE.body)}\r\n" in response.head
    assert "\r\nContent-Encoding" not in response.head
    assert request.head.startswith("GET /open/ HTTP/1.1\r\nHost: fin.invalid\r\n")
    assert "c2VjcmV0" not in request.head


def test_bytes_that_are_known_become_a_revisit(tmp_path):
    with Archive(tmp_path) as archive:
        run = begin(archive)
        first = archive.add(run, PAGE)
        again = archive.add(
            run,
            replace(PAGE, region="south", url="https://b.invalid/", final_url="https://b.invalid/"),
        )
        third = archive.add(run, replace(PAGE, region="south", fetched_at=DONE))
        for capture in (again, third):
            record = archive.records(capture)[0]
            headers = dict(record.headers)
            assert record.kind == "revisit"
            assert headers["WARC-Profile"].endswith("/1.1/revisit/identical-payload-digest")
            assert (
                headers["WARC-Refers-To"]
                == dict(archive.records(first)[0].headers)["WARC-Record-ID"]
            )
            assert headers["WARC-Refers-To-Target-URI"] == PAGE.final_url
            assert headers["WARC-Refers-To-Date"] == LATER
            assert archive.read(capture) == PAGE.body
            assert capture.media_type == "text/html"
        assert list(archive.verify()) == []
    check(tmp_path)


def test_unchanged_points_to_the_bytes_of_before(tmp_path):
    news = replace(PAGE, body=b"newer", fetched_at=DONE)
    same = replace(
        PAGE, outcome=Outcome.UNCHANGED, http_status=304, headers=(("ETag", "1"),), body=b""
    )
    with Archive(tmp_path) as archive:
        run = begin(archive)
        first = archive.add(run, PAGE)
        unchanged = archive.add(run, same)
        newer = archive.add(run, news)
        still = archive.add(run, replace(same, fetched_at="2026-11-23T21:30:00Z"))
        assert (unchanged.sha256, unchanged.bytes) == (first.sha256, first.bytes)
        assert (unchanged.media_type, unchanged.last_modified) == (
            first.media_type,
            first.last_modified,
        )
        assert still.sha256 == newer.sha256 == sha256(b"newer").hexdigest()
        assert archive.read(unchanged) == PAGE.body
        headers = dict(archive.records(still)[0].headers)
        assert headers["WARC-Profile"].endswith("/server-not-modified")
        assert headers["WARC-Refers-To-Date"] == DONE
        with pytest.raises(ValueError, match="never saved before"):
            archive.add(run, replace(same, region="south"))
        assert len(archive.captures()) == 4
    check(tmp_path)


def test_an_empty_body_is_bytes_too(tmp_path):
    with Archive(tmp_path) as archive:
        run = begin(archive)
        empty = archive.add(run, replace(PAGE, body=b""))
        other = archive.add(
            run, replace(PAGE, body=b"", url="https://b.invalid/", final_url="https://b.invalid/")
        )
        assert (archive.read(empty), archive.read(other)) == (b"", b"")
        assert archive.records(other)[0].kind == "response"
        assert list(archive.verify()) == []
    check(tmp_path)


def test_captures_and_runs_are_found_and_sorted(tmp_path):
    with Archive(tmp_path) as archive:
        assert archive.unfinished() is None
        one, two = begin(archive), begin(archive)
        assert (one.id, two.id) == ("20261123T200800Z", "20261123T200800Z-2")
        kept = [
            archive.add(run, a) for run in (two, one) for a in (PAGE, replace(GONE, region="south"))
        ]
        assert archive.captures() == tuple(sorted(kept, key=lambda c: c.id))
        assert {c.region for c in archive.captures(region="south")} == {"south"}
        assert {c.run for c in archive.captures(run=two.id)} == {two.id}
        assert archive.captures(region="south", run=one.id) == (kept[3],)
        assert archive.unfinished() == two
        done = archive.finish(two, DONE)
        assert done == replace(two, finished=DONE)
        assert archive.unfinished() == one
        assert archive.runs() == (one, done)
        for again in (lambda: archive.finish(two, DONE), lambda: archive.add(two, PAGE)):
            with pytest.raises(ValueError, match="ended at"):
                again()


def test_a_resumed_run_goes_on_counting(tmp_path):
    with Archive(tmp_path) as archive:
        first = archive.add(begin(archive), PAGE)
    with Archive(tmp_path) as archive:
        run = archive.unfinished()
        second = archive.add(run, GONE)
        archive.finish(run, DONE)
        assert archive.captures() == (first, second)
        assert archive.repairs == ()
    assert (second.id[-6:], second.warc_file) == ("000002", "20261123T200800Z-00002.warc.gz")
    check(tmp_path)


def test_large_series_is_rotated(tmp_path):
    with Archive(tmp_path, rotate_at=2_000) as archive:
        run = begin(archive)
        kept = tuple(archive.add(run, replace(PAGE, body=b"%d" % n)) for n in range(9))
        archive.finish(run, DONE)
        assert len({c.warc_file for c in kept}) > 2
        assert [archive.read(c) for c in kept] == [b"%d" % n for n in range(9)]
        assert list(archive.verify()) == []
        runs = archive.runs()
    (tmp_path / "index.sqlite").unlink()
    with Archive(tmp_path) as archive:
        assert (archive.captures(), archive.runs()) == (kept, runs)
    check(tmp_path)


def test_the_same_answers_give_the_same_files(tmp_path):
    def written(root: Path) -> dict[str, bytes]:
        with Archive(root) as archive:
            run = begin(archive)
            for answer in (PAGE, PAGE, GONE, replace(PAGE, body=b"%PDF" * 9)):
                archive.add(run, answer)
            archive.finish(run, DONE)
        return {p.name: p.read_bytes() for p in root.glob("*.warc.gz")}

    assert written(tmp_path / "a") == written(tmp_path / "b")


def test_a_second_writer_is_refused_and_a_reader_is_not(tmp_path):
    with Archive(tmp_path) as archive:
        run = begin(archive)
        kept = archive.add(run, PAGE)
        with pytest.raises(ArchiveLockedError, match="Wait until it ends"):
            Archive(tmp_path)
        with Archive(tmp_path, readonly=True) as reader:
            assert reader.read(*reader.captures()) == PAGE.body
            later = archive.add(run, GONE)
            assert reader.captures() == (kept, later)
            assert list(reader.verify()) == []
            for write in (lambda: begin(reader), lambda: reader.add(run, PAGE)):
                with pytest.raises(OSError, match="reading only"):
                    write()
    with Archive(tmp_path) as archive:
        assert archive.repairs == ()


def test_a_reader_stays_right_while_writers_come_and_go(tmp_path):
    with Archive(tmp_path) as archive:
        run = begin(archive)
    with Archive(tmp_path, readonly=True) as reader:
        for n in range(3):
            assert len(reader.captures()) == n
            with Archive(tmp_path) as archive:
                archive.add(run, replace(PAGE, body=b"%d" % n))
                assert len(reader.captures()) == n + 1
        assert list(reader.verify()) == []


def test_reading_writes_nothing(tmp_path):
    with Archive(tmp_path) as archive:
        archive.add(begin(archive), PAGE)

    def state() -> list[tuple[str, int, bytes]]:
        return [(p.name, p.stat().st_mtime_ns, p.read_bytes()) for p in sorted(tmp_path.iterdir())]

    before = state()
    with Archive(tmp_path, readonly=True) as reader:
        assert list(reader.verify()) == []
        reader.read(*reader.captures())
        assert state() == before
    assert state() == before


def test_reading_an_archive_that_is_not_there(tmp_path):
    with pytest.raises(FileNotFoundError, match="budgetwatch crawl"):
        Archive(tmp_path / "none", readonly=True)
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    ("wrong", "match"),
    [
        ({"fetched_at": "23.11.2026"}, "UTC time"),
        ({"promise": float("nan")}, "promise"),
        ({"http_status": None}, "no HTTP status"),
    ],
)
def test_what_no_crawl_can_meet_is_refused(tmp_path, wrong, match):
    with Archive(tmp_path) as archive:
        run = begin(archive)
        with pytest.raises(ValueError, match=match):
            archive.add(run, replace(PAGE, **wrong))
        with pytest.raises(ValueError, match="not begun"):
            archive.add(replace(run, id="20200101T000000Z"), PAGE)
        assert archive.add(run, PAGE).id.endswith("-000001")


def test_threads_may_share_it(tmp_path):
    with Archive(tmp_path) as archive:
        run = begin(archive)

        def work(name: int) -> None:
            for n in range(20):
                archive.add(run, replace(PAGE, body=b"%d %d" % (name, n)))

        threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len({archive.read(c) for c in archive.captures()}) == 80
        assert list(archive.verify()) == []
    check(tmp_path)


def test_a_child_process_does_not_keep_the_lock(tmp_path):
    """The scorer's workers are forked: they inherit every open file."""
    with Archive(tmp_path):
        child = subprocess.Popen(["sleep", "30"], pass_fds=_open_files())
    try:
        with Archive(tmp_path) as archive:
            assert archive.repairs == ()
    finally:
        child.kill()
        child.wait()


def _open_files() -> tuple[int, ...]:
    return tuple(
        int(p.name) for p in Path("/proc/self/fd").iterdir() if p.exists() and int(p.name) > 2
    )


@pytest.mark.parametrize("part", ["response", "hop-0-request", "ответ"])
def test_a_record_is_named_by_a_uuid_of_what_it_is(part):
    space = UUID("6b1b1c5e-9f0e-5d6a-8a55-0d6e6a1f2b11")
    name = "20261123T200800Z-000001"
    assert record_id(name, part) == f"<{uuid5(space, f'{name}/{part}').urn}>"
