"""Whatever a site sends, a record stays a record and the index can be made anew from it."""

import io
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from crawler.archive import Archive
from crawler.model import Answer, Hop, Outcome

WHEN = "2026-11-23T20:08:00Z"
FORGED = "WARC/1.1\r\nWARC-Type: metadata\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
NASTY = (
    FORGED,
    'x"\r\nregion: "south"\r\nsha256: "0"',
    "a\nb\rc\0d\x85e\u2028f\x1b[31mg",
    "\ud800 half a pair",
    "ы" * 100_000,
    "%0d%0aX: y",
    "[::1",
    "",
)


def answer(**given) -> Answer:
    plain = {
        "region": "north",
        "url": "https://a.invalid/",
        "final_url": "https://a.invalid/",
        "fetched_at": WHEN,
        "outcome": Outcome.OK,
        "http_status": 200,
    }
    return Answer(**{**plain, **given})


def saved_and_read_again(root: Path, answers) -> list[tuple[bytes, ...]]:
    """Save, check with warcio, forget the index, make it anew: nothing may differ."""
    with Archive(root) as archive:
        run = archive.begin(
            tool="test\r\nrobots: none", regions=("north",), started=WHEN, vantage=NASTY[1]
        )
        captures = tuple(archive.add(run, a) for a in answers)
        runs = (archive.finish(run, WHEN),)
        assert archive.captures() == captures
        assert archive.runs() == runs
        assert list(archive.verify()) == []
    (root / "index.sqlite").unlink()
    program = Path(sys.executable).with_name("warcio")
    done = subprocess.run([program, "check", *root.glob("*.warc.gz")], capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    with Archive(root) as archive:
        assert archive.captures() == captures
        assert archive.runs() == runs
        return [archive.read(c) if c.sha256 else None for c in captures]


@pytest.mark.parametrize("nasty", NASTY)
@pytest.mark.parametrize("http_status", [200, 999, None])
def test_text_from_the_web_adds_no_line(tmp_path, nasty, http_status):
    got = answer(
        url=f"https://a.invalid/{nasty}",
        final_url=f"https://a.invalid/{nasty}",
        reason=nasty,
        source=nasty,
        via=nasty,
        link_texts=(nasty,) * 200,
        http_status=http_status,
        headers=((nasty, "v"), ("X", nasty), ("Content-Type", nasty), ("Last-Modified", nasty))
        if http_status
        else (),
        request_headers=(("Referer", nasty), (nasty, nasty)),
        hops=(Hop(nasty, 302, ((nasty, nasty), ("Location", nasty)), FORGED.encode()),),
        body=FORGED.encode("utf-8") if http_status else b"",
    )
    read = saved_and_read_again(tmp_path, [got, got])
    assert read == [got.body if http_status else None] * 2
    with Archive(tmp_path, readonly=True) as archive:
        assert {c.region for c in archive.captures()} == {"north"}
        for capture in archive.captures():
            assert max(map(len, capture.link_texts)) <= 500
            assert len(capture.link_texts) <= 50
            kinds = [r.kind for r in archive.records(capture)]
            assert kinds.count("metadata") == 1
    records = [
        r for p in tmp_path.glob("*.warc.gz") for r in ArchiveIterator(io.BytesIO(p.read_bytes()))
    ]
    assert len(records) == 2 + 2 * (5 if http_status else 3)


def test_raw_header_bytes_are_kept_as_they_came(tmp_path):
    name = 'attachment; filename="бюджет.pdf"'.encode("cp1251").decode("latin-1")
    headers = (
        ("Content-Disposition", name),
        ("", "blank"),
        ("Set-Cookie", "a=1"),
        ("set-cookie", "b=2"),
        ("Bad Name", "x"),
        ("Transfer-Encoding", "chunked"),
        ("Content-Encoding", "br"),
    )
    with Archive(tmp_path) as archive:
        run = archive.begin(tool="t", regions=("north",), started=WHEN)
        capture = archive.add(run, answer(headers=headers, body=b"5\r\nhello\r\n0\r\n\r\n"))
        assert capture.content_disposition == name
        raw = b"".join(_members(tmp_path / capture.warc_file))
    assert (
        b'\r\nContent-Disposition: attachment; filename="\xe1\xfe\xe4\xe6\xe5\xf2.pdf"\r\n' in raw
    )
    assert b"\r\nX-Archive-Orig-Unnamed: : blank\r\n" in raw
    assert b"\r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\n" in raw
    assert b"\r\nX-Archive-Orig-Unnamed: Bad Name: x\r\n" in raw
    assert b"\r\nTransfer-Encoding" not in raw


def _members(path: Path):
    import gzip

    with gzip.open(path) as file:
        yield file.read()


def test_headers_without_end_are_bounded(tmp_path):
    headers = tuple((f"X-{n}", "y" * 100_000) for n in range(5_000))
    (body,) = saved_and_read_again(tmp_path, [answer(headers=headers, body=b"kept")])
    assert body == b"kept"


def test_a_body_of_many_megabytes_is_not_copied_many_times(tmp_path):
    code = (
        "import resource, sys; from pathlib import Path; sys.path.insert(0, sys.argv[2])\n"
        "from crawler.archive import Archive\n"
        "from crawler.model import Answer, Outcome\n"
        "body = bytes(200_000_000); u = 'https://a.invalid/'; w = '2026-11-23T20:08:00Z'\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "with Archive(Path(sys.argv[1])) as archive:\n"
        "    run = archive.begin(tool='t', regions=('n',), started=w)\n"
        "    archive.add(run, Answer('n', u, u, w, Outcome.OK, http_status=200, body=body))\n"
        "    assert list(archive.verify()) == []\n"
        "print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path, root], capture_output=True, text=True, check=True
    )
    # The body itself was touched neither before nor by us: zeros are mapped on being read.
    assert int(done.stdout) < 200 + 60


texts = st.text(st.characters(codec=None), max_size=60)
headers = st.lists(st.tuples(texts, texts), max_size=6).map(tuple)
hops = st.lists(
    st.builds(Hop, texts, st.integers(100, 999), headers, st.binary(max_size=50)), max_size=2
).map(tuple)
answers = st.builds(
    answer,
    url=texts,
    final_url=texts,
    outcome=st.sampled_from([o for o in Outcome if o is not Outcome.UNCHANGED]),
    reason=texts,
    http_status=st.integers(0, 10_000),
    headers=headers,
    request_headers=headers,
    body=st.sampled_from([b"", b"one", b"two\r\n\r\nWARC/1.1\r\n", b"\x1f\x8b\x08" + bytes(20)]),
    hops=hops,
    source=texts,
    via=texts,
    clicks=st.none() | st.integers(0, 99),
    link_texts=st.lists(texts, max_size=3).map(tuple),
    promise=st.floats(allow_nan=False, allow_infinity=False),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(answers, min_size=1, max_size=4))
def test_any_answers_survive(some):
    with tempfile.TemporaryDirectory() as folder:
        bodies = saved_and_read_again(Path(folder), some)
    assert bodies == [a.body for a in some]
