"""The programs that make the documents; each is used where it is installed."""

import importlib.util
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from benchmarks.documents.canvas import drawn, on_its_side
from benchmarks.documents.page import page_of
from benchmarks.documents.scans import scanned
from benchmarks.documents.site import site_of
from benchmarks.documents.truth import Case

Maker = Callable[[Case, Path], bytes | None]
_WAIT = 120


def chromium(case: Case, folder: Path) -> bytes | None:
    """Printed by Chromium."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        return None
    page, made = folder / "page.html", folder / "page.pdf"
    page.write_text(page_of(case), "utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    home = [f"--user-data-dir={folder / 'chromium'}"]
    _run([program, *options, *home, f"--print-to-pdf={made}", page.as_uri()])
    return made.read_bytes() if made.exists() else None


def weasyprint(case: Case, folder: Path) -> bytes | None:
    """Printed by WeasyPrint, where it is installed (`uv sync --group bench`)."""
    if importlib.util.find_spec("weasyprint") is None:
        return None
    from weasyprint import HTML

    made: bytes = HTML(string=page_of(case)).write_pdf()
    return made


def office(ending: str, through: str = "") -> Maker:
    """Converted by LibreOffice from the page of HTML; ``through`` names its own format between."""

    def convert(case: Case, folder: Path) -> bytes | None:
        program = shutil.which("soffice") or shutil.which("libreoffice")
        if program is None or case.layout in ("slides", "pamphlet"):
            return None
        if case.layout == "duties" and ending == "pdf":
            # It drops the rules of HTML's cells, and no reader of ours sees words as a table then.
            return None
        if ending in ("xlsx", "ods", "xls") and not (case.tables and case.layout == "wide"):
            return None
        page = folder / f"office-{ending}.html"
        page.write_text(page_of(case), "utf-8")
        home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
        kind = ["--infilter=calc_HTML_WebQuery"] if ending in ("xlsx", "ods", "xls") else []
        kind = kind or ["--infilter=writer_web_HTML" if ending == "html" else "--writer"]
        _run([program, home, "--headless", *kind, "--convert-to", ending,
              "--outdir", str(folder), str(page)])  # fmt: skip
        made = page.with_suffix(f".{ending}")
        return made.read_bytes() if made.exists() else None

    return convert


def scan(case: Case, folder: Path) -> bytes | None:
    """Chromium's pages as pictures of 200 dpi in grey: what a scanner leaves."""
    printed = chromium(case, folder)
    return scanned(printed) if printed else None


def _run(command: list[str]) -> None:
    subprocess.run(command, check=False, timeout=_WAIT, capture_output=True)


MAKERS: dict[str, tuple[str, Maker]] = {
    "HTML page of a site": ("page.html", lambda case, _: site_of(case)),
    "PDF by Chromium": ("c.pdf", chromium),
    "PDF by LibreOffice": ("l.pdf", office("pdf")),
    "PDF by ReportLab": ("r.pdf", lambda case, _: drawn(case)),
    "PDF by ReportLab, turned": ("t.pdf", lambda case, _: on_its_side(case, turned=90)),
    "PDF by ReportLab, lying": ("t.pdf", lambda case, _: on_its_side(case, turned=0)),
    "PDF by WeasyPrint": ("w.pdf", weasyprint),
    "DOCX by LibreOffice": ("d.docx", office("docx")),
    "ODT by LibreOffice": ("o.odt", office("odt")),
    "DOC by LibreOffice": ("d.doc", office("doc")),
    "RTF by LibreOffice": ("r.rtf", office("rtf")),
    "XLSX by LibreOffice": ("x.xlsx", office("xlsx")),
    "ODS by LibreOffice": ("x.ods", office("ods")),
    "scan, 200 dpi": ("s.pdf", scan),
}
"""Who makes a document and under what name; makers give None where they cannot."""
