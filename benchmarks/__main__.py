"""`make bench`: measure, print, and with ARGS=--record keep a dated row a figure in results.md."""

import platform
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import crawl, pdf_speed, whole
from benchmarks.documents import measured

RESULTS = Path(__file__).parent / "results.md"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        rows = [*crawl.measure(place), *whole.measure(place)]
        rows += [*pdf_speed.measure(place), *measured.measure(place)]
    day = datetime.now(UTC).date()
    where = f"Python {platform.python_version()}, {platform.machine()}"
    lines = [
        f"| {day} | {what} | {figure} | {bar} | {'held' if held else '**missed**'} | {where} |"
        for what, figure, bar, held in rows
    ]
    print("\n".join(lines))
    if "--record" in sys.argv:
        with RESULTS.open("a", encoding="utf-8") as kept:
            kept.write("\n".join(lines) + "\n")


main()
