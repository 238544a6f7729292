"""`make bench`: measure, print, and with ARGS=--record keep a dated row a figure in results.md."""

import platform
import tempfile
from argparse import ArgumentParser
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import (
    again,
    crawl,
    growth,
    manners,
    pdf_speed,
    readability,
    serving,
    thrift,
    whole,
)
from benchmarks.documents import measured
from benchmarks.labels import measured as labels

RESULTS = Path(__file__).parent / "results.md"


def main() -> None:
    asked = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    asked.add_argument("--record", action="store_true", help="keep the figures in results.md")
    record = asked.parse_args().record
    with tempfile.TemporaryDirectory() as folder:
        parts = (
            crawl,
            again,
            whole,
            manners,
            growth,
            pdf_speed,
            measured,
            readability,
            labels,
            serving,
        )
        rows = [row for part in parts for row in part.measure(Path(folder))]
        rows += thrift.measure()
    day = datetime.now(UTC).date()
    where = f"Python {platform.python_version()}, {platform.machine()}"
    lines = [
        f"| {day} | {what} | {figure} | {bar} | {'held' if held else '**missed**'} | {where} |"
        for what, figure, bar, held in rows
    ]
    print("\n".join(lines))
    if record:
        with RESULTS.open("a", encoding="utf-8") as kept:
            kept.write("\n".join(lines) + "\n")


main()
