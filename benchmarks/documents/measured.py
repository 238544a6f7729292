"""The set made anew by every program at hand, read, and compared with what it says."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.documents.figures import Figures
from benchmarks.documents.tools import MAKERS
from benchmarks.documents.truth import Case, cases
from scoring.extract import extract

KEEP = "--each"
BARS = {"scan": (5.0, 0.0)}
_BAR = (1.0, 95.0)
HALVES = ("shown", "held_out")


def measured(
    folder: Path, part: str = "", each: Callable[[str], None] | None = None
) -> Iterator[tuple[str, str, Figures]]:
    """Figures by maker and half; makers whose format no reader reads give none."""
    told = cases()
    for name, (file, make) in MAKERS.items():
        if part.casefold() not in name.casefold():
            continue
        for half in HALVES:
            figures = Figures()
            for case in (case for case in told if case.half == half):
                body = make(case, _place(folder, name, case))
                if body is not None:
                    _read(figures, case, body, file, each)
            yield name, half, figures


def _place(folder: Path, name: str, case: Case) -> Path:
    place = folder / hashlib.sha256(f"{name}{case.half}{case.name}".encode()).hexdigest()[:12]
    place.mkdir(exist_ok=True)
    return place


def _read(
    figures: Figures, case: Case, body: bytes, file: str, each: Callable[[str], None] | None
) -> None:
    document = extract(body, url=file)
    if document.unreadable == "unsupported-format" or _is_unread_scan(file, document.words):
        return
    own = Figures()
    for one in (figures, own):
        one.add(case, document)
    if each:
        each(
            f"  {case.half} {case.name}: CER {own.error:.2f} cells {own.accuracy:.1f} "
            f"order {own.order:.1f} pictures {document.pictures} of {case.charts}"
        )


def _is_unread_scan(file: str, words: int) -> bool:
    """Without a reader of scans there is nothing to compare."""
    return file == "s.pdf" and words == 0


def measure(folder: Path) -> list[tuple[str, str, str, bool]]:
    """Rows (what, figure, bar, held)."""
    rows = []
    for name, half, figures in measured(folder):
        if not figures.documents:
            continue
        most, least = BARS.get(name.partition(",")[0], _BAR)
        told = f"CER {figures.error:.2f} %, cells {figures.accuracy:.1f} %"
        bar = f"≤ {most:g} %" + (f", ≥ {least:g} %" if least else "")
        held = figures.error <= most and figures.accuracy >= least
        rows.append((f"{name}, {half.replace('_', ' ')} half", told, bar, held))
    return rows
