"""One crawl of the town in a process of its own, so that its peak memory is its own.

`python -m benchmarks.visit DATA PORT DELAY PAGES,PAGES,...` prints one line of JSON.
"""

import json
import resource
import subprocess
import sys
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.town import region
from crawler.archive import Archive
from crawler.crawl import Options, Polite, crawl
from crawler.progress import AnswerArchived, Event


@dataclass(frozen=True)
class Visit:
    """Seconds of clock and of CPU, MB at the peak, captures, archive's bytes, outcomes."""

    seconds: float
    cpu: float
    megabytes: float
    answers: int
    archived: int
    outcomes: dict[str, int]


def visit(data: Path, port: int, pages: list[int], delay: float = 0) -> Visit:
    """Crawl hosts of so many pages each, in another process."""
    sizes = ",".join(map(str, pages))
    command = [sys.executable, "-m", "benchmarks.visit", str(data), str(port), str(delay), sizes]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return Visit(**json.loads(done.stdout))


def main() -> None:
    data, port, delay, sizes = sys.argv[1:]
    regions = [region(n, int(size)) for n, size in enumerate(sizes.split(","))]
    polite = Polite(delay=float(delay), max_requests=100_000, max_bytes=2**40)
    options = Options((f"*:*:127.0.0.1:{port}",), allow_private_hosts=True, polite=polite)
    met: Counter[str] = Counter()

    def count(event: Event) -> None:
        if isinstance(event, AnswerArchived):
            met[str(event.outcome)] += 1

    with Archive(Path(data) / "archive") as archive:
        started, worked = time.perf_counter(), time.process_time()
        crawl(regions, archive, options=options, on_event=count)
        seconds, cpu = time.perf_counter() - started, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = sum(p.stat().st_size for p in (Path(data) / "archive").glob("*.warc.gz"))
    print(json.dumps(asdict(Visit(seconds, cpu, peak, met.total(), size, dict(met)))))


if __name__ == "__main__":
    main()
