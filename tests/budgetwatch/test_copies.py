"""Copies from a real archive through the site: bytes that cannot run, pages drawn apart."""

import hashlib
import io
import sqlite3
import struct
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx2
import pytest
from reportlab.pdfgen.canvas import Canvas

from budgetwatch.copies import Copies, copies, png
from crawler.archive import Archive
from crawler.model import Answer, Outcome
from datasette_config.files.copies import filename, safe
from datasette_config.serve import app

STARTED = "2026-11-23T09:00:00Z"
PAGE = b"<script>alert(1)</script>"


def brochure() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(300, 200))
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, 0, 300, 200, fill=1)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def answer(path: str, kind: str, body: bytes) -> Answer:
    url = f"http://minfin.kitezh.invalid/{path}"
    return Answer(
        "kitezh", url, url, STARTED, Outcome.OK,
        http_status=200, body=body, headers=(("Content-Type", kind),),
    )  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("kept") / "archive"
    with Archive(root) as kept:
        run = kept.begin(tool="t", regions=["kitezh"], started=STARTED)
        kept.add(run, answer("page", "text/html", PAGE))
        kept.add(run, answer("%D0%B1%D0%B4%D0%B3.pdf", "application/pdf", brochure()))
        kept.add(run, answer("torn.pdf", "application/pdf", b"%PDF-1.7 and nothing more"))
        kept.finish(run, STARTED)
    return root


@pytest.fixture(scope="module")
def held(archive: Path) -> Iterator[Copies]:
    with copies(archive) as kept:
        assert kept
        yield kept


@pytest.fixture(scope="module")
def database(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The table of captures alone: all that a copy needs."""
    out = tmp_path_factory.mktemp("db") / "budget.db"
    with closing(sqlite3.connect(out)) as db, Archive(archive, readonly=True) as kept:
        db.execute("create table captures (id primary key, sha256, bytes, media_type, final_url)")
        for c in kept.captures():
            row = (c.id, c.sha256, c.bytes, c.media_type, c.final_url)
            db.execute("insert into captures values (?, ?, ?, ?, ?)", row)
        db.commit()
    return out


@pytest.fixture
async def client(database: Path, held: Copies) -> httpx2.AsyncClient:
    site = app(database, held)
    await site.invoke_startup()
    return httpx2.AsyncClient(
        transport=httpx2.ASGITransport(app=site.app()), base_url="http://site"
    )


def ids(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as db:
        return [row[0] for row in db.execute("select id from captures order by id")]


async def test_a_page_is_shown_as_its_source(client: httpx2.AsyncClient, database: Path) -> None:
    got = await client.get(f"/archive/{ids(database)[0]}")
    assert got.content == PAGE
    assert got.headers["content-type"] == "text/plain"
    assert got.headers["x-content-type-options"] == "nosniff"
    policy = got.headers["content-security-policy"]
    assert "sandbox" in policy
    assert policy.startswith("default-src 'none'")
    assert got.headers["content-disposition"].startswith("inline")


async def test_a_pdf_is_saved(client: httpx2.AsyncClient, database: Path) -> None:
    got = await client.get(f"/archive/{ids(database)[1]}")
    with closing(sqlite3.connect(database)) as db:
        (told,) = db.execute(
            "select sha256 from captures where final_url like '%B3.pdf'"
        ).fetchone()
    assert hashlib.sha256(got.content).hexdigest() == told
    assert got.headers["content-disposition"].startswith("attachment; ")
    assert "filename*=UTF-8''%D0%B1%D0%B4%D0%B3.pdf" in got.headers["content-disposition"]
    assert "sandbox" in got.headers["content-security-policy"]


async def test_a_page_of_a_pdf_is_drawn(client: httpx2.AsyncClient, database: Path) -> None:
    got = await client.get(f"/archive/{ids(database)[1]}/page/1.png")
    assert got.status_code == 200, got.text
    assert got.headers["content-type"] == "image/png"
    assert got.content.startswith(b"\x89PNG\r\n\x1a\n")
    wide, high = struct.unpack(">II", got.content[16:24])
    assert (wide, high) == (400, 267)
    begin = got.content.index(b"IDAT") + 4
    (size,) = struct.unpack(">I", got.content[begin - 8 : begin - 4])
    rows = zlib.decompress(got.content[begin : begin + size])
    middle = (3 * wide + 1) * (high // 2) + 1 + 3 * (wide // 2)
    assert rows[middle : middle + 3] == b"\xff\x00\x00"


@pytest.mark.parametrize(
    "way", ["{0}/page/1.png", "{1}/page/2.png", "{1}/page/0.png", "{1}/page/-1.png",
            "{2}/page/1.png", "nobody", "nobody/page/1.png", "..%2F..%2Fetc%2Fpasswd"],
)  # fmt: skip
async def test_what_is_not_there(way: str, client: httpx2.AsyncClient, database: Path) -> None:
    assert (await client.get("/archive/" + way.format(*ids(database)))).status_code == 404


async def test_without_an_archive_nothing_is_served(database: Path, tmp_path: Path) -> None:
    with copies(tmp_path / "none") as kept:
        assert kept is None
    site = app(database)
    for way in ("", "/page/1.png"):
        assert (await site.client.get(f"/archive/{ids(database)[1]}{way}")).status_code == 404
    site.close()


@pytest.mark.parametrize(
    ("told", "served"),
    [("text/html; charset=x", ("text/plain", "inline")), ("image/svg+xml", ("application/octet-stream", "attachment")),
     ("image/PNG", ("image/png", "inline")), ("application/pdf", ("application/pdf", "attachment")),
     ("application/javascript", ("application/octet-stream", "attachment")), ("", ("application/octet-stream", "attachment"))],
)  # fmt: skip
def test_nothing_is_served_as_what_could_run(told: str, served: tuple[str, str]) -> None:
    assert safe(told) == served


@pytest.mark.parametrize(
    "url",
    [
        'http://a/x".html',
        "http://a/%0d%0aSet-Cookie:x",
        "http://[",
        "http://a/..",
        "http://a/" + "x" * 500,
    ],
)
def test_a_name_stays_inside_its_quotes(url: str) -> None:
    said = filename(url, "text/plain")
    assert said.count('"') == 2
    assert said.isascii()
    assert said.isprintable()
    assert ".." not in said
    assert len(said) < 900


@pytest.mark.parametrize(
    "ppm",
    [
        b"",
        b"P6\n2 2\n255\n" + b"x" * 11,
        b"P6\n0 2\n255\n",
        b"P5\n1 1\n255\nx",
        b"P6\n1 1\n255\nxxxx",
    ],
)
def test_only_a_picture_is_a_picture(ppm: bytes) -> None:
    assert png(ppm) is None
