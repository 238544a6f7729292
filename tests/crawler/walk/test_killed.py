"""kill -9 at any moment, again and again: what was reported is kept, nothing is asked twice."""

import json
import os
import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from crawler.archive import Archive
from crawler.crawl import Options, Polite, crawl
from crawler.notes import NoteKind
from crawler.politeness import hosts
from crawler.walk.hosts import OFTEN

from .conftest import Page, Site, region

# Every event is told on stdout the moment it is told to us: that is the report. A third of the
# lives end right inside the writing of a note, with half of it on the disk.
LIFE = """
import json, os, signal, sys
from pathlib import Path
from crawler.archive import Archive
from crawler.crawl import Options, Polite, crawl
from crawler.model import Name, Region
from crawler.progress import AnswerArchived, RegionFinished
from crawler.warc.series import Series
from crawler.warc.shelf import Shelf
root, resolve, answers, torn = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4] == "torn"
regions = [
    Region(id=n, name=Name(ru=n, en=n), iso_3166_2=f"XX-{n}", home=f"http://{n}.invalid/")
    for n in ("one", "two")
]
whole, told = Shelf._write, 0

def tearing(self, waiting):
    del waiting[len(waiting) // 2:]
    whole(self, waiting)
    os.kill(os.getpid(), signal.SIGKILL)

def noting(self, run, part, listing, note=Series.note):
    if torn and told >= answers:
        Shelf._write = tearing
    note(self, run, part, listing)

Series.note = noting

def note(event):
    global told
    if isinstance(event, AnswerArchived):
        print(json.dumps([event.region, event.url]), flush=True)
        told += 1
        if told >= answers and not torn:
            os.kill(os.getpid(), signal.SIGKILL)

options = Options((resolve,), True, resume=True, polite=Polite(delay=0))
with Archive(Path(root)) as archive:
    crawl(regions, archive, options=options, on_event=note)
print("done", flush=True)
"""
PAGES = 30


def answering(path: str, _headers: object) -> Page | None:
    if path == "/":
        rows = "".join(f'<a href="/p{n}/">Бюджет для граждан {n}</a>' for n in range(PAGES // 2))
        return Page(rows)
    if path.endswith(".pdf"):
        return Page(path.encode(), "application/pdf")
    if path.startswith("/p"):
        return Page(f'<p>{path}</p><a href="{path}b.pdf">Брошюра</a>')
    return None


def lived(
    site: Site, root: Path, answers: int, *, torn: bool
) -> tuple[list[tuple[str, str]], bool]:
    """One life of the crawl: what it reported, and whether it came to its end."""
    there = Path(__file__).parents[3]
    child = subprocess.run(
        [sys.executable, "-c", LIFE, str(root), site.resolve, str(answers), "torn" if torn else ""],
        env={**os.environ, "PYTHONPATH": str(there)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    *said, last = child.stdout.splitlines() or [""]
    if child.returncode == 0:
        assert last == "done"
        return [tuple(json.loads(line)) for line in said], True
    assert child.returncode == -signal.SIGKILL, child.stderr
    lines = [*said, last] if last else said
    return [tuple(json.loads(line)) for line in lines], False


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_killed_at_many_moments(serving, tmp_path: Path, seed: int) -> None:
    site = serving(answering)
    chance = random.Random(seed)
    reported: list[tuple[str, str]] = []
    kept: set[tuple[str, str]] = set()
    for life in range(5):
        before, known = len(site.asked), {url.removeprefix("http://") for _, url in kept}
        said, done = lived(site, tmp_path / "a", chance.randint(1, 20), torn=life % 3 == 1)
        reported += said
        with Archive(tmp_path / "a") as archive:
            (run,) = archive.runs()
            kept = {(c.region, c.url) for c in archive.captures()}
            assert set(reported) <= kept, "what was reported saved is saved"
            assert not list(archive.verify())
            assert bool(run.finished) == done
        once_more = known & set(site.asked[before:])
        assert all(url.endswith("/robots.txt") for url in once_more), "nothing is asked twice"
        if done:
            break
    options = Options((site.resolve,), True, resume=True, polite=Polite(delay=0))
    regions = [region(f"http://{name}.invalid/", name=name) for name in ("one", "two")]
    with Archive(tmp_path / "a") as archive:
        if archive.unfinished():
            crawl(regions, archive, options=options, on_event=lambda _: None)
        (run,) = archive.runs()
        captures, notes = archive.captures(), archive.notes()
        assert not list(archive.verify())
        assert archive.unfinished() is None
    assert Counter((c.region, c.url) for c in captures).most_common(1)[0][1] == 1
    assert len(captures) == 2 * (1 + PAGES + 2)  # home, pages, robots.txt, sitemap.xml
    ended = Counter(n.region for n in notes if n.kind is NoteKind.REGION_ENDED)
    assert ended == {"one": 1, "two": 1}
    sent = sum(h.facts.requests for h in hosts(notes, [run]))
    assert len(site.asked) - 6 * 2 * OFTEN <= sent <= len(site.asked)
    assert {h.facts.at_once for h in hosts(notes, [run])} <= {1}
