"""Makes the files of labelled sites, each once: what was made lies in a cache by its source."""

from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from benchmarks.documents.scans import scanned
from benchmarks.labels.model import File, Labelled
from benchmarks.labels.prints import browser, office, sheets, slides, word
from benchmarks.labels.prints.page import LOOKS
from benchmarks.labels.prints.page import sheets as printable
from benchmarks.labels.prints.stamped import stamped
from benchmarks.labels.vocabulary import Format

_THROUGH_WORD = {Format.PDF_OFFICE: "pdf", Format.ODT: "odt", Format.RTF: "rtf", Format.DOC: "doc"}
_ALONE: Mapping[Format, Callable[[File], bytes]] = {
    Format.DOCX: word.document,
    Format.PPTX: slides.presentation,
    Format.XLSX: sheets.workbook,
    Format.CSV: sheets.delimited,
}
_BROWSER = (Format.PDF, Format.SCAN)
Job = tuple[str, File, Labelled]


def made(regions: Iterable[Labelled], cache: Path) -> dict[tuple[str, str], Path]:
    """The file of every (region, path), made now or before.

    Raises FileNotFoundError when Chromium or LibreOffice is wanted and not installed.
    """
    cache.mkdir(parents=True, exist_ok=True)
    jobs = [(key(file, region), file, region) for region in regions for file in region.files]
    wanted = {name: (name, file, region) for name, file, region in jobs}
    absent = [job for name, job in wanted.items() if not (cache / name).is_file()]
    for name, body in _bodies(absent).items():
        half = cache / f"{name}.part"
        half.write_bytes(_dated(body, wanted[name][1]))
        half.replace(cache / name)
    return {(region.region.id, file.path): cache / name for name, file, region in jobs}


def key(file: File, region: Labelled) -> str:
    """A name for what will be made: of the text, its format and date, and of the makers' code."""
    told = (file.text, str(file.format), str(file.created), str(_lying(region)), _look(region))
    return sha256("\0".join((_makers(), *map(str, told))).encode()).hexdigest()[:32]


def _bodies(jobs: list[Job]) -> dict[str, bytes]:
    found = {name: _ALONE[f.format](f) for name, f, _ in jobs if f.format in _ALONE}
    pages = [job for job in jobs if job[1].format in _BROWSER]
    sources = [printable(f.text, LOOKS[_look(r)], lying=_lying(r)) for _, f, r in pages]
    for (name, file, _), body in zip(pages, browser.printed(sources) if pages else (), strict=True):
        found[name] = scanned(body) if file.format is Format.SCAN else body
    for kind, ending in _THROUGH_WORD.items():
        typed = {name: _dated(word.document(f), f) for name, f, _ in jobs if f.format is kind}
        found |= office.converted(typed, "docx", ending)
    books = {name: _dated(sheets.workbook(f), f) for name, f, _ in jobs if f.format is Format.ODS}
    return found | office.converted(books, "xlsx", "ods")


def _dated(body: bytes, file: File) -> bytes:
    return stamped(body, file.created)


def _look(region: Labelled) -> int:
    return int(sha256(region.region.id.encode()).hexdigest(), 16) % len(LOOKS)


def _lying(region: Labelled) -> bool:
    return "slides" in region.manner


def _makers() -> str:
    code = sorted(Path(__file__).parent.glob("*.py"))
    return sha256(b"".join(path.read_bytes() for path in code)).hexdigest()
