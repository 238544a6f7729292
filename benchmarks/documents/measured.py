"""The set made anew by every program at hand, read, and compared with what it says."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.documents.figures import Figures
from benchmarks.documents.tools import MAKERS
from benchmarks.documents.truth import Case, cases
from scoring.document import Document
from scoring.reader import Reader

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
                    _read(figures, case, _document(folder, body, file), each)
            yield name, half, figures


def _place(folder: Path, name: str, case: Case) -> Path:
    place = folder / hashlib.sha256(f"{name}{case.half}{case.name}".encode()).hexdigest()[:12]
    place.mkdir(exist_ok=True)
    return place


def _document(folder: Path, body: bytes, file: str) -> Document:
    """As the scorer reads it: in the sandbox, old formats and scans with the programs beside it."""
    name = hashlib.sha256(body).hexdigest()
    return Reader(folder / "read", 1).read({name: (file, "")}, lambda _: body)[name]


def _read(
    figures: Figures, case: Case, document: Document, each: Callable[[str], None] | None
) -> None:
    if document.unreadable in ("unsupported-format", "missing-program"):
        return
    if document.scans and not document.words:  # nobody here reads scans
        return
    own = Figures()
    for one in (figures, own):
        one.add(case, document)
    if each:
        each(
            f"  {case.half} {case.name}: CER {own.error:.2f} cells {own.accuracy:.1f} "
            f"order {own.order:.1f} pictures {document.pictures} of {case.charts}"
        )


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
