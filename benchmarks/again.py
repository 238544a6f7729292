"""The same sites crawled twice: how much is confirmed and not sent, how little of it is kept."""

from pathlib import Path

from benchmarks.crawl import ours
from benchmarks.sites import served
from benchmarks.town import town
from benchmarks.visit import visit

PAGES = [60, 60]
"""Pages of some 50 KB, as sites with their menus are; every tenth is a file of 1 MB."""


def measure(data: Path) -> list[tuple[str, str, str, bool]]:
    """Rows (what, figure, bar, held)."""
    folder = data / "again"
    with town(heavy=True) as port:
        first = visit(folder / "town", port, PAGES)
        second = visit(folder / "town", port, PAGES)
    confirmed = second.outcomes.get("unchanged", 0) / first.outcomes["ok"]
    grown = second.archived / first.archived - 1
    shy = _of_demo(folder / "demo")
    return [
        (
            "re-crawl: of the first crawl's pages, 304",
            f"{confirmed:.0%}",
            "≥ 90 %",
            confirmed >= 0.9,
        ),
        (
            "re-crawl of usual pages and files, the archive grows by",
            f"{grown:.1%}",
            "≤ 5 %",
            grown <= 0.05,
        ),
        (
            "re-crawl of the demo (13 KB an answer), the archive grows by",
            f"{shy:.1%}",
            "≤ 5 %",
            shy <= 0.05,
        ),
    ]


def _of_demo(folder: Path) -> float:
    sizes = []
    with served() as resolve:
        for _ in range(2):
            ours(folder, resolve)
            files = (folder / "archive").glob("*.warc.gz")
            sizes.append(sum(path.stat().st_size for path in files))
    return sizes[1] / sizes[0] - 1
