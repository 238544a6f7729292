"""The demo's sites in a process of their own, so that the server's work is not counted as ours."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from budgetwatch.demo_site import serve

DEMO = Path(__file__).parent.parent / "data" / "demo"


def _process(folder: Path) -> subprocess.Popen[str]:
    hurried = folder / "demo"
    shutil.copytree(DEMO, hurried)
    for robots in hurried.rglob("robots.txt"):
        lines = robots.read_text("utf-8").splitlines(keepends=True)
        robots.write_text("".join(x for x in lines if not x.startswith("Crawl-delay")), "utf-8")
    command = [sys.executable, "-m", "benchmarks.sites", str(hurried)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True)


@contextmanager
def served() -> Iterator[tuple[str, ...]]:
    """The ``--resolve`` strings that lead to the sites while the block runs.

    One of them asks for a Crawl-delay, which we keep and bare Scrapy does not: for a race
    of code and not of manners the sites are served without that line.
    """
    with TemporaryDirectory() as folder, _process(Path(folder)) as process:
        assert process.stdout is not None
        try:
            yield tuple(json.loads(process.stdout.readline()))
        finally:
            process.terminate()


if __name__ == "__main__":
    with serve(Path(sys.argv[1])) as demo:
        print(json.dumps(demo.resolve), flush=True)
        sys.stdin.read()
