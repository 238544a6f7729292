"""Text in pictures: recognised, marked, never taken for a text layer, given up when too poor."""

from __future__ import annotations

import io
import re
import subprocess
import textwrap
from collections.abc import Iterator
from functools import lru_cache

import pytest

pytest.importorskip("reportlab")
from PIL import Image, ImageFilter  # a part of reportlab's own needs
from reportlab.lib.utils import ImageReader

from crawler.model import Capture, Outcome
from scoring import ocr
from scoring.amounts import totals
from scoring.checks.text_layer import TextLayer
from scoring.checks.totals import Totals
from scoring.document import Document
from scoring.extract.archives.packed import unframed
from scoring.extract.pdf.render import render
from scoring.language.ru.prose import prose
from scoring.model import Edition, EditionFile, Evidence, Publication, Stage, Status
from scoring.ocr.table import lines_of, paragraphs
from scoring.ocr.tesseract import LOWEST
from scoring.opening import lacking, whole
from scoring.program import found
from scoring.sandbox import Sandbox
from tests.scoring.made_archives import zipped
from tests.scoring.made_pdf import pdf, written

TOLD = (
    "Бюджет для граждан к закону об областном бюджете на 2026 год. "
    "Доходы областного бюджета на 2026 год составят 36 519,2 млн рублей, расходы составят 37 719,2 млн рублей. "
    "Больше половины расходов направляется на школы, больницы и поддержку семей с детьми. "
    "Вопросы о бюджете можно задать министерству финансов на личном приёме каждый вторник."
)
WORDS = re.findall(r"\w+", TOLD.lower())


@pytest.fixture(scope="module", autouse=True)
def tesseract() -> None:
    if not found("tesseract"):
        pytest.skip("tesseract is not installed: apt-get install tesseract-ocr tesseract-ocr-rus")
    known = subprocess.run(
        ["tesseract", "--list-langs"], capture_output=True, text=True, timeout=60
    )
    if "rus" not in known.stdout.split():
        pytest.skip("tesseract knows no Russian: apt-get install tesseract-ocr-rus")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as held:
        yield held


@lru_cache(maxsize=1)
def page() -> Image.Image:
    body = pdf(written(*textwrap.wrap(TOLD, 60), size=13))
    read = unframed(render(body, pages=[1]))
    assert read is not None
    return Image.open(io.BytesIO(read[0][0].body))


def picture(image: Image.Image, kind: str = "PNG", **more: object) -> bytes:
    held = io.BytesIO()
    image.save(held, kind, **more)
    return held.getvalue()


def scanned(image: Image.Image):
    return lambda canvas: canvas.drawImage(ImageReader(image), 0, 0, 595, 842)


def read(sandbox: Sandbox, body: bytes) -> Document:
    return whole(body, sandbox)[0]


def recall(document: Document) -> float:
    got = set(re.findall(r"\w+", " ".join(b.text for b in document.blocks).lower()))
    return sum(word in got for word in WORDS) / len(WORDS)


def test_a_scan_between_pages_of_text(sandbox: Sandbox) -> None:
    text = written(
        "Областной бюджет понятными словами, страница с настоящим текстовым слоем.", size=11
    )
    document = read(sandbox, pdf(text, scanned(page()), text))
    assert recall(document) > 0.95
    marked = [b for b in document.blocks if b.ocr]
    assert marked
    assert all(re.fullmatch(r"page=2;ocr=\d\d", b.locator) for b in marked)
    assert [b.locator.partition(";")[0] for b in document.blocks] == sorted(
        b.locator.partition(";")[0] for b in document.blocks
    )
    (scan,) = document.scans
    assert (scan.page, scan.reason) == (2, "")
    assert scan.confidence > 90
    assert document.text_layer_share == pytest.approx(2 / 3, abs=1e-3)
    assert not lacking(document)


def test_figures_are_not_taken_from_what_was_recognised(sandbox: Sandbox) -> None:
    typed = read(sandbox, pdf(written(*textwrap.wrap(TOLD, 60), size=13)))
    scan = read(sandbox, pdf(scanned(page())))
    assert {a.concept for a in totals(typed, 2026, "x-adopted-2026")} == {"revenue", "expenditure"}
    assert totals(scan, 2026, "x-adopted-2026") == ()
    assert scan.typed.blocks == ()
    assert scan.text_layer_share == 0
    assert any("школы, больницы" in passage.text for passage in prose(scan))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP"])
def test_pictures_by_themselves(sandbox: Sandbox, kind: str) -> None:
    document = read(sandbox, picture(page(), kind))
    assert (document.unreadable, document.pages, document.text_layer_share) == ("", 1, 0.0)
    assert recall(document) > 0.95


def test_a_fax_of_two_pages(sandbox: Sandbox) -> None:
    body = picture(page(), "TIFF", save_all=True, append_images=[page()])
    document = read(sandbox, body)
    assert document.pages == 2
    assert {b.locator.partition(";")[0] for b in document.blocks} == {"page=1", "page=2"}


@pytest.mark.parametrize("turn", [90, 180])
def test_a_page_scanned_on_its_side(sandbox: Sandbox, turn: int) -> None:
    assert recall(read(sandbox, picture(page().rotate(turn, expand=True)))) > 0.9


def test_too_poor_to_read(sandbox: Sandbox) -> None:
    poor = page().filter(ImageFilter.GaussianBlur(4))
    alone = read(sandbox, picture(poor))
    assert (alone.unreadable, alone.blocks) == ("low-confidence", ())
    inside = read(sandbox, pdf(scanned(poor)))
    assert [scan.reason for scan in inside.scans] == ["low-confidence"]
    assert 0 < inside.scans[0].confidence < LOWEST
    assert (inside.unreadable, inside.blocks, inside.text_layer_share) == ("", (), 0)
    blank = picture(Image.new("L", (800, 600), 255), "BMP")
    assert read(sandbox, blank).unreadable == "empty"
    assert read(sandbox, picture(page().resize((90, 120)))).detail.startswith("a picture too small")


def test_an_archive_of_scans_costs_no_more_than_some_pages(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scoring.opening._Members.__init__.__defaults__", (3,))
    two = pdf(*[scanned(page().resize((600, 850)))] * 2)
    body = zipped(
        ("1.pdf", two), ("2.pdf", two + b"\n"), ("3.pdf", two + b"\n\n"), ("4.png", picture(page()))
    )
    document = read(sandbox, body)
    tried = [[s.reason != "no-text-layer" for s in m.document.scans] for m in document.members]
    assert tried == [[True, True], [True, False], [False, False], []]
    assert document.members[3].document.unreadable == "unsupported-format"


def test_a_picture_that_is_none(sandbox: Sandbox) -> None:
    whole_one = picture(page())
    for body in (whole_one[:9000], whole_one[:16] + bytes(9000), b"\xff\xd8\xff" + bytes(9000)):
        document = read(sandbox, body)
        assert document.unreadable in ("crashed", "empty", "low-confidence", "torn"), document
        assert document.blocks == ()


def test_without_the_program_it_is_said_and_not_final(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    inside, alone = read(sandbox, pdf(scanned(page()))), read(sandbox, picture(page()))
    assert [scan.reason for scan in inside.scans] == ["missing-program"]
    assert alone.unreadable == "missing-program"
    assert "apt-get install tesseract-ocr" in alone.detail
    assert lacking(inside) == lacking(alone) == {"tesseract-ocr tesseract-ocr-rus"}


def test_so_many_pages_are_tried_and_no_more(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr, "MOST_PAGES", 2)
    document = read(sandbox, pdf(*[scanned(page().resize((600, 850)))] * 4))
    assert [scan.reason for scan in document.scans][2:] == ["no-text-layer"] * 2
    assert document.scans[0].reason != "no-text-layer"


def test_a_wall_map_is_drawn_coarser(sandbox: Sandbox) -> None:
    read_back = unframed(render(pdf(written("Карта"), size=(14_000, 14_000)), pages=[1, 9]))
    assert read_back is not None
    drawn, gone = read_back[0]
    assert len(drawn.body) < 25_000_000
    assert int(drawn.detail) < 100
    assert gone.reason == "torn"


def test_the_share_of_text_is_not_better_for_it(sandbox: Sandbox) -> None:
    scan = read(sandbox, pdf(scanned(page())))
    capture = Capture(
        "c1", "r1", "x", "http://x.invalid/a.pdf", "http://x.invalid/a.pdf", "2026-11-20T10:00:00Z", Outcome.OK, "", 200,
        "application/pdf", scan.sha256, 9, "w", 0, "", "", 1, (), 0.0, "", "",
    )  # fmt: skip
    why = Evidence("c1", capture.url, scan.sha256)
    edition = Edition(
        "x",
        Stage.ADOPTED,
        2026,
        "t",
        (EditionFile("brochure", capture, scan),),
        Publication(None, None, ""),
        why,
    )
    assert scan.words > 40
    assert TextLayer(kind="text-layer").measure(None, edition).value == 0
    told = Totals(kind="totals").measure(None, edition)
    assert told.status is Status.MEASURED
    assert told.value
    assert told.high == 1
    assert told.evidence
    assert all(";ocr=" in e.locator for e in told.evidence)


def test_rows_of_the_table() -> None:
    head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
    rows = [
        "5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t96.1\tБюд-", "5\t1\t1\t1\t2\t1\t0\t0\t9\t9\t95\tжет",
        "5\t1\t1\t1\t2\t2\t0\t0\t9\t9\t5\t|||", "5\t1\t1\t2\t1\t1\t0\t0\t9\t9\tnan\tx", "torn\trow",
        "5\t1\t2\t1\t1\t1\t0\t0\t9\t9\t90\tОтдельно",
    ]  # fmt: skip
    (lines,) = lines_of("\n".join([head, *rows]))
    assert paragraphs(lines) == ("Бюджет", "Отдельно")
    assert lines_of("") == ()
