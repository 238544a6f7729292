"""The site under load: its first byte, its memory, pages that are kept and pages that are not.

    python -m benchmarks.serving

The load is wrk's (``apt-get install wrk``), one thread of it, eight connections. It shares the
cores with the server, so the server's own processor time a request stands beside every figure:
that is what a machine with nothing else to do is asked for.
"""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.country import country
from crawler import registry

Row = tuple[str, str, str, bool]
SECONDS = 10
CONNECTIONS = 8
# Every question is a new one: the number behind it is in no answer, but the shelf keeps by it.
_ANEW = """
local number, ids = 0, {{{ids}}}
function request()
  number = number + 1
  local id = ids[number % #ids + 1]
  return wrk.format("GET", ("{path}"):gsub("ID", id) .. "?anew=" .. number)
end
"""
_REPORT = """
function done(summary, latency)
  io.write(string.format("TOLD %d %f %f %d %d\\n", summary.requests, summary.duration / 1e6,
    latency:percentile(95) / 1000, summary.errors.status, summary.errors.timeout))
end
"""


@dataclass(frozen=True)
class Load:
    """Answers, and how many failed; 95th percentile and the server's own work, milliseconds."""

    answers: int
    seconds: float
    p95: float
    failed: int
    core: float

    @property
    def rate(self) -> float:
        return self.answers / self.seconds

    def told(self) -> str:
        idle = 1000 / self.core
        return f"{self.rate:.0f}/s; {self.core:.2f} ms of the core each, so {idle:.0f}/s of one"


class Server:
    """`budgetwatch serve`, started, and what it has taken so far."""

    def __init__(self, data: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.address = f"http://127.0.0.1:{probe.getsockname()[1]}"
        begun = time.perf_counter()
        line = [sys.executable, "-m", "budgetwatch", "serve", "--rate", "0", "--data", str(data)]
        self.process = subprocess.Popen(
            [*line, "--port", self.address.rpartition(":")[2]],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._wait()
        self.first_byte, self.first_core = time.perf_counter() - begun, self.core()

    def _wait(self) -> None:
        while True:
            try:
                with urlopen(self.address + "/", timeout=60) as answer:
                    answer.read(1)
                    return
            except URLError:
                if self.process.poll() is not None:
                    raise
                time.sleep(0.02)

    def core(self) -> float:
        """Seconds of the processor, of its own and for it."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def megabytes(self) -> float:
        """The most it ever held."""
        told = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.findall(r"VmHWM:\s+(\d+)", told)[0]) / 1024


@contextmanager
def serving(data: Path) -> Iterator[Server]:
    server = Server(data)
    try:
        yield server
    finally:
        server.process.send_signal(signal.SIGINT)
        server.process.wait(30)


def load(server: Server, folder: Path, path: str, ids: Sequence[str] = ()) -> Load:
    """Ask for a page as often as it is answered; with ``ids``, each time for one not yet kept."""
    named = ", ".join(f'"{one}"' for one in ids)
    script = folder / "load.lua"
    script.write_text((_ANEW.format(ids=named, path=path) if ids else "") + _REPORT)
    before = server.core()
    told = subprocess.run(
        ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--timeout", "30s", "-s", str(script),
         server.address + ("/" if ids else path)],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    spent = server.core() - before
    answers, seconds, p95, wrong, late = re.findall(r"TOLD (\S+) (\S+) (\S+) (\S+) (\S+)", told)[0]
    failed = int(wrong) + int(late)
    return Load(int(answers), float(seconds), float(p95), failed, 1000 * spent / int(answers))


def measure(data: Path) -> list[Row]:
    """Rows (what, figure, bar, held); none where wrk is not installed, and that is said."""
    if not shutil.which("wrk"):
        print("serving: not measured, wrk is not installed (apt-get install wrk)", file=sys.stderr)
        return []
    home = data / "country"
    country(home / "build" / "budget.db")
    regions = [region.id for region in registry.load(Path("data/registry"))]
    with serving(home) as server:
        first = (f"{server.first_byte:.1f} s by the clock, {server.first_core:.1f} s of the core",
                 "≤ 5 s", server.first_byte <= 5)  # fmt: skip
        rows = [("site of 89 regions × 5 waves, 75,000 findings: first byte after start", *first)]
        for name, path in (("ranking", "/"), ("scorecard", f"/region/{regions[0]}")):
            kept = load(server, data, path)
            rows.append((f"{name}, kept, 8 connections", kept.told(), "≥ 2000/s, none failed",
                         kept.rate >= 2000 and not kept.failed))  # fmt: skip
        for name, path in (("ranking", "/"), ("scorecard", "/region/ID")):
            new = load(server, data, path, regions)
            rows.append((f"{name}, computed, 8 connections: p95",
                         f"{new.p95:.0f} ms ({new.told()})", "≤ 150 ms, none failed",
                         new.p95 <= 150 and not new.failed))  # fmt: skip
        most = server.megabytes()
    return [*rows, ("memory of the site after all that", f"{most:.0f} MB", "≤ 300 MB", most <= 300)]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for row in measure(Path(folder)):
            print(*row, sep=" | ")
