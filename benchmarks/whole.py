"""The whole job as a stranger runs it: seconds, and the memory of it all."""

import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.sites import DEMO


@dataclass
class Spent:
    """Seconds of clock; MB of the largest process and of all processes together, at the peak."""

    seconds: float
    largest: float
    together: float


def spend(*arguments: str) -> Spent:
    """Run `budgetwatch ARGUMENTS` and watch what it and its children take."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "budgetwatch", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    peaks = [0.0, 0.0]
    over = threading.Event()

    def watch() -> None:
        while not over.wait(0.02):
            sizes = [_resident(pid) for pid in _family(process.pid)]
            peaks[0] = max(peaks[0], *sizes, 0)
            peaks[1] = max(peaks[1], sum(sizes))

    watcher = threading.Thread(target=watch)
    watcher.start()
    code = process.wait()
    seconds = time.perf_counter() - started
    over.set()
    watcher.join()
    if code:
        raise SystemExit(f"budgetwatch {' '.join(arguments)} exited {code}")
    return Spent(seconds, *peaks)


def _family(pid: int) -> list[int]:
    members = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            members += [m for child in task.read_text().split() for m in _family(int(child))]
        except OSError:
            continue
    return members


def _resident(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


def measure(data: Path) -> list[tuple[str, str, str, bool]]:
    """Rows (what, figure, bar, held)."""
    folder = data / "whole"
    demo = spend("demo", "--no-serve", "--data", str(folder))
    shared = ("--data", str(folder), "--registry", str(DEMO / "registry"))
    again = sorted(spend("judge", *shared, "--wave", "2026").seconds for _ in range(3))[1]
    real = spend(
        "run",
        "--data",
        str(data / "real"),
        "--delay",
        "0",
        "--resolve",
        "*:*:127.0.0.1:9",
        "--allow-private-hosts",
    )
    return [
        ("whole demo, cold", f"{demo.seconds:.1f} s", "≤ 60 s", demo.seconds <= 60),
        ("demo's archive judged again, nothing changed", f"{again:.1f} s", "≤ 3 s", again <= 3),
        *_memory("demo", demo),
        *_memory("run, 89 regions, closed ports", real),
    ]


def _memory(what: str, spent: Spent) -> list[tuple[str, str, str, bool]]:
    told = f"{spent.together:.0f} MB (largest process {spent.largest:.0f} MB)"
    return [(f"peak memory of {what}", told, "≤ 400 MB", spent.together <= 400)]
