"""Pages per second of our crawl, archive and all, beside Scrapy as it comes on the same pages.

Two baselines: one is given the list of pages and follows nothing; the other finds them by
links, as any spider must, and as ours does.
"""

import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.sites import DEMO, served
from benchmarks.town import host, town
from benchmarks.visit import visit
from crawler import registry
from crawler.archive import Archive
from crawler.crawl import Options, Polite, crawl
from crawler.model import Capture
from crawler.progress import silent


def ours(data: Path, resolve: tuple[str, ...]) -> tuple[list[Capture], float]:
    """Every capture that was answered, and seconds from the first line of the crawl to its last."""
    options = Options(resolve=resolve, allow_private_hosts=True, polite=Polite(delay=0))
    with Archive(data / "archive") as archive:
        started = time.perf_counter()
        crawl(registry.load(DEMO / "registry"), archive, options=options, on_event=silent)
        seconds = time.perf_counter() - started
        return [c for c in archive.captures() if c.http_status], seconds


def bare(data: Path, captures: list[Capture], resolve: tuple[str, ...]) -> tuple[float, float]:
    """Seconds of clock and of CPU bare Scrapy takes for them, in a process of its own."""
    ports = {rule.split(":")[0]: rule.rsplit(":", 1)[1] for rule in resolve}
    lines = []
    for capture in captures:
        at = urlsplit(capture.url)
        query = f"?{at.query}" if at.query else ""
        port = ports.get(at.hostname or "", ports.get("*", ""))
        lines.append(f"{at.hostname} http://127.0.0.1:{port}{at.path}{query}")
    (data / "pages").write_text("\n".join(lines), "utf-8")
    command = [sys.executable, "-m", "benchmarks.bare", str(data / "pages")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    _, seconds, cpu = done.stdout.split()
    return float(seconds), float(cpu)


def followed(homes: list[str]) -> tuple[int, float, float]:
    """Pages Scrapy's CrawlSpider meets from some home pages, its seconds of clock and of CPU."""
    command = [sys.executable, "-m", "benchmarks.followed", *homes]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    pages, seconds, cpu = done.stdout.split()
    return int(pages), float(seconds), float(cpu)


def measure(data: Path, rounds: int = 5) -> list[tuple[str, str, str, bool]]:
    """Rows (what, figure, bar, held): the median of several rounds, ours and bare in turn."""
    ratios, speeds = [], []
    with served() as resolve:
        for number in range(rounds):
            folder = data / f"crawl-{number}"
            folder.mkdir()
            captures, seconds = ours(folder, resolve)
            ratios.append(bare(folder, captures, resolve)[0] / seconds)
            speeds.append(len(captures) / seconds)
    ratio, speed = sorted(ratios)[rounds // 2], sorted(speeds)[rounds // 2]
    told = f"{ratio:.2f} ({speed:.0f} pages/s; {min(ratios):.2f}–{max(ratios):.2f})"
    return [("demo crawl, of bare Scrapy's pages/s", told, "≥ 0.8", ratio >= 0.8), *of_town(data)]


def of_town(data: Path, rounds: int = 5) -> list[tuple[str, str, str, bool]]:
    """The same race over 1,200 pages of 8 KB, where our work on each page weighs most.

    By the clock, and by CPU time, which a shared machine bends less.
    """
    ratios: dict[str, list[float]] = defaultdict(list)
    with town() as port:
        homes = [f"http://{host(n, 150)}:{port}/" for n in range(8)]
        for number in range(rounds):
            folder = data / f"town-{number}"
            folder.mkdir()
            met = visit(folder, port, [150] * 8)
            with Archive(folder / "archive", readonly=True) as archive:
                captures = [c for c in archive.captures() if c.http_status]
            seconds, cpu = bare(folder, captures, (f"*:*:127.0.0.1:{port}",))
            ratios[_LISTED].append(seconds / met.seconds)
            ratios[f"{_LISTED}, {_CPU}"].append(cpu / met.cpu)
            pages, seconds, cpu = followed(homes)
            assert pages == sum(c.http_status == 200 for c in captures)
            ratios[_FOUND].append(seconds / met.seconds)
            ratios[f"{_FOUND}, {_CPU}"].append(cpu / met.cpu)
    return [_row(what, found) for what, found in ratios.items()]


_LISTED = "1,200 small pages, of the pages/s of Scrapy that is given their list"
_FOUND = "1,200 small pages, of the pages/s of a CrawlSpider that finds them"
_CPU = "by CPU time"


def _row(what: str, ratios: list[float]) -> tuple[str, str, str, bool]:
    ratio = sorted(ratios)[len(ratios) // 2]
    return what, f"{ratio:.2f} ({min(ratios):.2f}–{max(ratios):.2f})", "≥ 0.8", ratio >= 0.8
