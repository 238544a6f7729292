"""How fast PDFs are read, beside PDFium's bare text loop on the same file in the same run."""

import hashlib
import io
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median

import pypdfium2

from benchmarks.documents.canvas import drawn
from benchmarks.documents.tools import chromium
from benchmarks.documents.truth import Case, cases
from scoring.extract import extract
from scoring.reader import Reader

_ROUNDS, _TURNS = 21, 5
_LONG = 500


def bare(body: bytes) -> int:
    """Text of every page and nothing else, as a stranger would take it."""
    file = pypdfium2.PdfDocument(body)
    pages = len(file)
    for index in range(pages):
        page = file[index]
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    file.close()
    return pages


def ratio(body: bytes) -> tuple[float, float]:
    """Our speed as a share of the bare loop's, and our pages a second of CPU; each the median."""
    ratios, speeds = [], []
    extract(body)
    for _ in range(_ROUNDS):
        alone, ours = _cpu(lambda: bare(body)), _cpu(lambda: extract(body))
        ratios.append(alone / ours)
        speeds.append(bare(body) / ours)
    return median(ratios), median(speeds)


def _cpu(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def joined(bodies: list[bytes], pages: int) -> bytes:
    """One file of so many pages, the given ones again and again."""
    whole = pypdfium2.PdfDocument.new()
    sources = [pypdfium2.PdfDocument(body) for body in bodies]
    while len(whole) < pages:
        for source in sources:
            whole.import_pages(source)
    held = io.BytesIO()
    whole.save(held)
    return held.getvalue()


def two_cores(folder: Path, body: bytes, count: int = 6) -> tuple[float, float]:
    """How much faster two reading processes are than one, on so many different files.

    By the clock, and by the CPU time each took: that is what a machine nobody else works on
    would give, for the program that waits for them takes a fiftieth of theirs. Medians.
    """
    bodies = {}
    for number in range(count):
        other = body + b"\n%" + str(number).encode()
        bodies[hashlib.sha256(other).hexdigest()] = other
    gains = []
    for turn in range(_TURNS):
        (alone, worked), (together, shared) = (
            _read(Reader(folder / f"cache-{turn}-{processes}", processes), bodies)
            for processes in (1, 2)
        )
        gains.append((alone / together, 2 * worked / shared))
    by_clock, by_cpu = zip(*gains, strict=True)
    return median(by_clock), median(by_cpu)


def _read(reader: Reader, bodies: Mapping[str, bytes]) -> tuple[float, float]:
    """Seconds by the clock and of its processes' CPU time."""
    started, before = time.perf_counter(), _children()
    reader.read(dict.fromkeys(bodies, ("a.pdf", "")), bodies.__getitem__)
    return time.perf_counter() - started, _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def peak(path: Path) -> float:
    """MB that a process needs to read a file, at most."""
    command = [sys.executable, "-m", "benchmarks.pdf_speed", str(path)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _samples(folder: Path) -> dict[str, bytes]:
    shown = {case.name: case for case in cases() if case.half == "shown"}

    def made(maker: Callable[[Case], bytes | None], *names: str) -> bytes:
        return joined([body for name in names if (body := maker(shown[name]))], 20)

    found = {"ReportLab, text and tables": made(drawn, "report", "brochure", "wide")}
    printed = [chromium(shown[name], folder) for name in ("report", "brochure")]
    if all(printed):
        found["Chromium, text and tables"] = joined([body for body in printed if body], 20)
    return found


def measure(folder: Path, *files: Path) -> list[tuple[str, str, str, bool]]:
    """Rows (what, figure, bar, held)."""
    samples = _samples(folder) | {file.name: file.read_bytes() for file in files}
    rows = []
    for name, body in samples.items():
        share, speed = ratio(body)
        told = f"{share:.2f} ({speed:.0f} pages/s)"
        rows.append((f"PDF of the bare loop's pages/s: {name}", told, "≥ 0.6", share >= 0.6))
    body = next(iter(samples.values()))
    gain, by_cpu = two_cores(folder, joined([body], 100))
    told = f"{gain:.2f} ({by_cpu:.2f} by CPU time)"
    rows.append(("PDFs on two cores, of one", told, "≥ 1.7", gain >= 1.7))
    long = folder / "long.pdf"
    long.write_bytes(joined([body], _LONG))
    used = peak(long)
    what = f"peak memory of reading {_LONG} pages of PDF"
    return [*rows, (what, f"{used:.0f} MB", "≤ 400 MB", used <= 400)]


if __name__ == "__main__":
    extract(Path(sys.argv[1]).read_bytes())
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
