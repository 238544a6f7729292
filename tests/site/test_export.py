"""The site as files: every link leads somewhere, on a plain file server, at any depth."""

import hashlib
import json
import re
import sqlite3
import threading
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import urlopen

import pytest
from bs4 import BeautifulSoup
from typer.testing import CliRunner

from budgetwatch.cli import door
from datasette_config.export import places
from datasette_config.export.page import page
from datasette_config.export.site import NotOursError, export
from datasette_config.queries import queries
from tests.site.invented import PLACES

ADDRESS = "https://budget.example/open"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's own name for it
        pass


@pytest.fixture(scope="module")
def folder(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("export") / "open"
    written = export(database, out, ADDRESS + "/")
    assert written == sum(f.is_file() for f in out.rglob("*")) - 1
    return out


@pytest.fixture(scope="module")
def root(folder: Path) -> Iterator[str]:
    """A plain file server that shows the folder below its root, as many hosts do."""
    handler = partial(Quiet, directory=str(folder.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/open/"
        server.shutdown()
        thread.join()


def walk(root: str) -> tuple[dict[str, set[str]], list[str], list[tuple[str, str]]]:
    """The ids on each page, dead links, and links to a part of a page."""
    waiting, ids, dead, parts = [root], dict[str, set[str]](), list[str](), list[tuple[str, str]]()
    known = {root}
    while waiting:
        here = waiting.pop()
        try:
            with urlopen(here) as answer:
                kind, body, at = answer.headers["Content-Type"], answer.read(), answer.url
        except HTTPError:
            dead.append(here)
            continue
        ids[here] = set()
        if not kind.startswith("text/html"):
            continue
        soup = BeautifulSoup(body, "lxml")
        ids[here] = {str(tag["id"]) for tag in soup.select("[id]")}
        for tag in soup.select("[href], [src]"):
            to, part = urldefrag(urljoin(at, str(tag.get("href") or tag.get("src"))))
            if urlsplit(to).netloc != urlsplit(root).netloc:
                continue
            assert to.startswith(root), (here, to)
            if part:
                parts.append((to, part))
            if to not in known:
                known.add(to)
                waiting.append(to)
    return ids, dead, parts


def test_no_link_is_dead_and_nothing_is_out_of_reach(root: str, folder: Path) -> None:
    ids, dead, parts = walk(root)
    assert dead == []
    assert [(to, part) for to, part in parts if part not in ids[to]] == []
    reached = {urlsplit(to).path.removeprefix("/open/") for to in ids}
    reached = {f"{p}index.html" if p.endswith("/") or not p else p for p in reached}
    written = {str(f.relative_to(folder)) for f in folder.rglob("*") if f.is_file()}
    # Pictures of regions are named, not linked; each by a page.
    named = {
        picture
        for page in folder.rglob("*.html")
        for picture in re.findall(
            r'og:image" content="[^"]*?/((?:en/)?social/[^"]+)"', page.read_text()
        )
    }
    assert len(named) == 2 * len(PLACES)
    alone = {p for p in written - reached - named if not p.startswith("badge/")}
    assert alone == {".budgetwatch-site", "404.html", "robots.txt", "sitemap.xml"}


def test_the_walk_finds_a_dead_link(root: str, folder: Path) -> None:
    lost = folder / "region/kitezh/index.html"
    kept = lost.read_bytes()
    lost.unlink()
    (lost.parent / "index.html").write_text("<a href='../gone/'>x</a>")
    try:
        assert any(address.endswith("/region/gone/") for address in walk(root)[1])
    finally:
        lost.write_bytes(kept)


def test_every_page_of_the_sitemap_is_there_in_both_languages(folder: Path) -> None:
    told = ET.fromstring((folder / "sitemap.xml").read_bytes())
    pages = [str(loc.text) for loc in told.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert any("/en/region/kitezh" in p for p in pages)
    for address in pages:
        assert address.startswith(ADDRESS + "/")
        assert (folder / address.removeprefix(ADDRESS + "/") / "index.html").is_file(), address


def test_pages_say_what_files_cannot_do(folder: Path) -> None:
    for name in ("search", "compare", ""):
        for lang, said in (("", "копия сайта файлами"), ("en", "a copy of the site as files")):
            html = (folder / lang / name / "index.html").read_text("utf-8")
            assert "<form" not in html
            assert said in html


def test_nothing_tells_where_the_pages_were_asked(folder: Path) -> None:
    for file in folder.rglob("*"):
        if file.is_file() and file.suffix != ".db":
            assert b"export.invalid" not in file.read_bytes(), file
    feed = (folder / "changes.atom").read_text("utf-8")
    assert f"{ADDRESS}/changes.atom" in feed
    assert 'href="/open/"' in (folder / "404.html").read_text("utf-8")


def test_twins_and_answers_are_whole(folder: Path, database: Path) -> None:
    twin = json.loads((folder / "api/v1/region/kitezh.json").read_text("utf-8"))
    assert twin["region"]["standing"]
    described = json.loads((folder / "api/v1/openapi.json").read_text("utf-8"))
    assert "/api/v1/region/{region}.json" in described["paths"]
    held = sqlite3.connect(database)
    (number,) = held.execute("select count(*) from due").fetchone()
    held.close()
    asked = json.loads((folder / database.stem / "deadlines.json").read_text("utf-8"))
    assert len(asked["rows"]) == number
    for query in queries():
        assert list((folder / database.stem).glob(f"{query.name}*.csv")), query.name
    same = (folder / "data/budget.db").read_bytes()
    assert hashlib.sha256(same).hexdigest() in (folder / "data/budget.db.sha256").read_text()


def test_a_second_export_replaces_the_first_with_the_same_bytes(
    folder: Path, database: Path, tmp_path: Path
) -> None:
    runner = CliRunner()
    data, out = tmp_path / "data", tmp_path / "again"
    (data / "build").mkdir(parents=True)
    (data / "build/budget.db").write_bytes(database.read_bytes())
    out.mkdir()
    (out / ".budgetwatch-site").touch()
    (out / "old.html").touch()
    asked = ["export", "--site", str(out), "--data", str(data), "--address", ADDRESS, "--json"]
    done = runner.invoke(door(), asked)
    assert done.exit_code == 0, done.output
    assert _tree(out) == _tree(folder)
    assert not (out / "old.html").exists()


def _tree(folder: Path) -> dict[str, str]:
    return {
        str(f.relative_to(folder)): hashlib.sha256(f.read_bytes()).hexdigest()
        for f in folder.rglob("*")
        if f.is_file()
    }


def test_what_is_not_ours_is_not_overwritten(database: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(NotOursError, match="Name a new or an empty folder"):
        export(database, tmp_path, ADDRESS)
    assert (tmp_path / "thesis.txt").read_text() == "years of work"


@pytest.mark.parametrize("what", [["--address", "budget.example"], []])
def test_a_wrong_address_or_no_database_is_said(what: list[str], tmp_path: Path) -> None:
    asked = ["export", "--site", str(tmp_path / "o"), "--data", str(tmp_path), *what]
    done = CliRunner().invoke(door(), asked)
    assert done.exit_code == (2 if what else 1)
    assert not (tmp_path / "o").exists()


RAW = places.Raw("budget", {"unmet"})


@pytest.mark.parametrize(
    ("address", "stands"),
    [
        ("/region/kitezh", "/region/kitezh"),
        ("/static/site.css?_hash=1", "/static/site.css"),
        ("/budget", "/en/data"),
        ("/budget/unmet?region=x", "/budget/unmet.csv?region=x"),
        ("/budget/unmet.json?region=x", "/budget/unmet.json?region=x"),
        ("/budget/evidence?finding=a%2Fb", "/data/evidence.csv"),
        ("/budget/evidence.json", None),
        ("/-/jump", None),
    ],
)
def test_what_stands_for_an_address(address: str, stands: str | None) -> None:
    assert places.exported(address, RAW, "en") == stands


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/en/", "en/index.html"),
        ("/region/kitezh?wave=2025", "region/kitezh/wave=2025/index.html"),
        ("/api/v1/region/kitezh", "api/v1/region/kitezh.json"),
        ("/api/v1/amounts?stage=draft", "api/v1/amounts.stage=draft.json"),
        ("/changes.atom", "changes.atom"),
        ("/404.html", "404.html"),
        ("/budget/unmet.csv?region=x", "budget/unmet.region=x.csv"),
    ],
)
def test_the_file_of_an_address(address: str, file: str) -> None:
    assert places.file(address) == file


@pytest.mark.parametrize(
    "query", ["q=../../../etc", "q=%D0%B1", "q=" + "a" * 4000, "q=a/b\\c", "..", "."]
)
def test_no_query_leaves_its_folder(query: str) -> None:
    name = places.file(f"/search?{query}").split("/")
    assert (name[0], name[-1], len(name)) == ("search", "index.html", 3)
    assert re.fullmatch(r"[A-Za-z0-9=&._-]{1,100}", name[1])
    assert name[1] not in (".", "..")


def test_words_that_look_like_a_link_stay_words() -> None:
    html = '<p title="a href=&#34;/x&#34;">href=&#34;/y&#34;</p><a href="/z">z</a>'
    made = page(html, lambda to: to, lambda to: to[1:] + "/", "")
    assert made.found == ("/z",)
    assert made.html == html.replace('"/z"', '"z/"')
