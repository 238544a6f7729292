"""A database swapped in while the site is read: no question fails, and the new one is served."""

import asyncio
import http.client
import sqlite3
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from datasette_config.opened import opened
from datasette_config.rendering import published
from datasette_config.renewal import Renewed
from datasette_config.serve import app
from scoring.judgement import Judgement
from tests.site.conftest import release
from tests.site.test_serve import free_port, get, running

OLD, NEW = "Китежская область", "Новокитежская область"


def renamed(judged: Judgement) -> Judgement:
    """The same judgement, one region under another name."""
    regions = []
    for facts in judged.regions:
        region = facts.region
        if region.name.ru == OLD:
            region = region.model_copy(update={"name": region.name.model_copy(update={"ru": NEW})})
        regions.append(replace(facts, region=region))
    return replace(judged, regions=tuple(regions))


class Reader(threading.Thread):
    """Asks one address after another over one connection, until told to stop."""

    def __init__(self, port: int, paths: Callable[[int], str], stop: threading.Event) -> None:
        super().__init__()
        self.port, self.paths, self.stop = port, paths, stop
        self.statuses: Counter[int] = Counter()
        self.names: list[str] = []
        self.failed: list[str] = []

    def run(self) -> None:
        try:
            with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)) as line:
                tag, number = "", 0
                while not self.stop.is_set():
                    number += 1
                    line.request("GET", self.paths(number), headers={"If-None-Match": tag})
                    answer = line.getresponse()
                    text = answer.read().decode()
                    self.statuses[answer.status] += 1
                    tag = answer.getheader("ETag") or ""
                    if answer.status == 200:
                        self.names.append(NEW if NEW in text else OLD if OLD in text else text)
        except (OSError, http.client.HTTPException) as wrong:
            self.failed.append(repr(wrong))


@contextmanager
def served(database: Path, folder: Path) -> Iterator[tuple[int, Path]]:
    """`budgetwatch serve` on a copy of the database: its port, and the file it follows."""
    there, port = folder / "build" / "budget.db", free_port()
    there.parent.mkdir(parents=True)
    there.write_bytes(database.read_bytes())
    line = [sys.executable, "-m", "budgetwatch", "serve", "--rate", "0", "--port", str(port)]
    with running([*line, "--data", str(folder)], folder):
        assert OLD in get(port, "/")
        yield port, there


def until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_a_swap_under_load_fails_no_request(
    database: Path, judged: Judgement, tmp_path: Path
) -> None:
    stop = threading.Event()
    with served(database, tmp_path) as (port, there):
        readers = [
            Reader(port, lambda _: "/", stop),
            Reader(port, lambda n: f"/?sort=name&n={n}", stop),
            Reader(port, lambda n: f"/region/kitezh?n={n}", stop),
        ]
        for reader in readers:
            reader.start()
        until(lambda: all(r.statuses[200] for r in readers))
        release(renamed(judged), there)
        until(lambda: NEW in get(port, "/"))
        until(lambda: all(r.names[-1] == NEW for r in readers))
        stop.set()
        for reader in readers:
            reader.join()
        # What the shelf keeps is of the new database, its checksum and its search too.
        assert f"{NEW}" in get(port, "/data/regions.csv")
        with closing(http.client.HTTPConnection("127.0.0.1", port)) as line:
            line.request("GET", "/data/budget.db")
            assert line.getresponse().read() == there.read_bytes()
    for reader in readers:
        assert not reader.failed
        assert set(reader.statuses) <= {200, 304}
        # Old, then new, and never back: nobody is answered by both.
        assert reader.names == sorted(reader.names, key=[OLD, NEW].index)
        assert {OLD, NEW} == set(reader.names)


def test_a_file_that_is_no_publication_is_left_alone(
    database: Path, judged: Judgement, tmp_path: Path
) -> None:
    with served(database, tmp_path) as (port, there):
        for number, body in enumerate((b"", b"torn" * 999, None)):
            wrong = tmp_path / str(number)
            if body is None:
                with closing(sqlite3.connect(wrong)) as another:
                    another.execute("create table something (id)")
            else:
                wrong.write_bytes(body)
            wrong.replace(there)
            time.sleep(1.5)
            assert OLD in get(port, f"/?n={number}")
        there.unlink()
        time.sleep(1.5)
        assert OLD in get(port, "/?n=gone")
        release(renamed(judged), there)
        until(lambda: NEW in get(port, "/"))
        # A link turned to another file is another file.
        (tmp_path / "link").symlink_to(database)
        (tmp_path / "link").replace(there)
        until(lambda: OLD in get(port, "/"))


async def test_what_is_under_way_ends_on_the_database_it_began_with(
    database: Path, judged: Judgement, tmp_path: Path
) -> None:
    there = tmp_path / "budget.db"
    there.write_bytes(database.read_bytes())
    site = Renewed(there, lambda: opened(lambda: app(there), there), every=0.05)
    said: asyncio.Queue[dict[str, str]] = asyncio.Queue()
    begun = asyncio.Event()

    async def told(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "lifespan.startup.complete":
            begun.set()

    living = asyncio.create_task(site({"type": "lifespan"}, said.get, told))
    await said.put({"type": "lifespan.startup"})
    await begun.wait()
    slow, first, go_on = _Slow(), asyncio.Event(), asyncio.Event()
    asked = asyncio.create_task(
        site(_scope("/data/regions.csv"), said.get, slow.held(first, go_on))
    )
    await first.wait()
    release(renamed(judged), there)
    while NEW not in (again := await _ask(site, "/data/regions.csv")):
        assert OLD in again
        await asyncio.sleep(0.05)
    go_on.set()
    await asked
    assert OLD in slow.text
    assert NEW not in slow.text
    await said.put({"type": "lifespan.shutdown"})
    await living


async def test_every_connection_is_open_before_the_first_question(
    database: Path, judged: Judgement, tmp_path: Path
) -> None:
    there = tmp_path / "budget.db"
    there.write_bytes(database.read_bytes())
    site = await opened(lambda: app(there), there)
    release(renamed(judged), there)
    together = threading.Barrier(site.site.setting("num_sql_threads"))

    def name(held: sqlite3.Connection) -> str:
        together.wait(20)
        told: str = held.execute("select name_ru from regions where id = 'kitezh'").fetchone()[0]
        return told

    one = published(site.site)
    names = await asyncio.gather(*(one.execute_fn(name) for _ in range(together.parties)))
    assert set(names) == {OLD}
    await site.leave()
    with pytest.raises(Exception, match="closed"):
        await one.execute("select 1")


class _Slow:
    """A reader who takes the first piece and then waits."""

    def __init__(self) -> None:
        self.text = ""

    def held(self, first: asyncio.Event, go_on: asyncio.Event) -> Callable[..., Any]:
        async def send(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                first.set()
                await go_on.wait()
            self.text += message.get("body", b"").decode()

        return send


async def _ask(site: Renewed, path: str) -> str:
    slow, gone = _Slow(), asyncio.Event()
    gone.set()
    await site(_scope(path), asyncio.Queue[dict[str, str]]().get, slow.held(gone, gone))
    return slow.text


def _scope(path: str) -> dict[str, Any]:
    return {
        "type": "http", "method": "GET", "path": path, "raw_path": path.encode(),
        "query_string": b"", "headers": [(b"host", b"localhost")], "scheme": "http",
        "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80), "http_version": "1.1",
    }  # fmt: skip
