"""Ten times the pages: does the crawl's memory stay? The same pages again: does the archive?"""

from pathlib import Path

from benchmarks.town import town
from benchmarks.visit import Visit, visit

FEW, MANY = 250, 2500
HOSTS = 8
MOST_MEMORY = 1.2


def measure(data: Path) -> list[tuple[str, str, str, bool]]:
    """Rows (what, figure, bar, held)."""
    with town() as port:
        few = visit(data / "few", port, [FEW] * HOSTS)
        many = visit(data / "many", port, [MANY] * HOSTS)
    ratio = many.megabytes / few.megabytes
    told = f"{ratio:.2f} ({_told(few)} → {_told(many)})"
    return [("peak memory, 2,000 → 20,000 pages", told, f"≤ {MOST_MEMORY}", ratio <= MOST_MEMORY)]


def _told(visit: Visit) -> str:
    return f"{visit.megabytes:.0f} MB, {visit.answers / visit.seconds:.0f} answers/s"
