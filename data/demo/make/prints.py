"""HTML -> PDF by four different makers, so that readers meet four different kinds of PDF.

chromium   prints as a browser does
office     LibreOffice Writer, as most ministries do
reportlab  a programme that draws text itself
scan       printed, rasterised, greyed and slightly turned: pictures without a text layer
"""

import json
import random
import re
import subprocess
import tempfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
from lxml import html as lxml_html
from PIL import Image, ImageFilter
from reportlab.graphics.charts.barcharts import HorizontalBarChart, VerticalBarChart
from reportlab.graphics.charts.piecharts import Pie
from reportlab.graphics.shapes import Drawing
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

FONTS = Path("/usr/share/fonts/truetype/dejavu")
CSS = """
@page { size: %(size)s; margin: 14mm 16mm }
body { font-family: "Liberation Sans", sans-serif; font-size: %(font)s; color: #222; line-height: 1.45 }
section { break-after: page } section:last-child { break-after: auto }
h1 { font-size: 2.6em; color: %(accent)s; margin: .3em 0 } h2 { color: %(accent)s; border-bottom: 3px solid %(accent)s }
.pair { display: flex; gap: 8mm; align-items: center } .pair > * { flex: 1 1 50%% } .pair table { font-size: .72em } .pair td, .pair th { padding: .16em .5em }
svg { max-width: 100%%; height: auto } figure, tr { break-inside: avoid }
.cover { padding: 40mm 20mm; height: 96mm; background: %(accent)s; color: #fff } .cover h1, .cover .kicker { color: inherit }
 .cover .sub { font-size: 1.25em } .kicker { letter-spacing: .04em; color: #666 }
table { border-collapse: collapse; width: 100%%; margin: .8em 0; font-size: .9em } caption { text-align: right; color: #666 }
th { background: %(accent)s; color: #fff; text-align: left } th, td { padding: .28em .5em; border: 1px solid #ccc }
td:not(:first-child), th:not(:first-child) { text-align: right } .right { text-align: right }
figure { margin: .6em 0 } figcaption { color: #666; font-size: .9em } svg text { font-family: "Liberation Sans" }
dt { font-weight: bold; margin-top: .4em } dd { margin: 0 0 .2em 1.2em }
"""
LOOKS = {
    "slides": {"size": "A4 landscape", "font": "13pt", "accent": "#1f5a7a"},
    "brochure": {"size": "A4", "font": "12pt", "accent": "#7b3f2a"},
    "document": {"size": "A4", "font": "12pt", "accent": "#333333"},
}


def chromium(body: str, title: str, look: str, out: Path) -> None:
    """Print with a headless browser."""
    page = f"<!doctype html><html lang=ru><meta charset=utf-8><title>{title}</title>"
    page += f"<style>{CSS % LOOKS[look]}</style><body>{_paired(body)}</body></html>"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "page.html")
        source.write_text(page, "utf-8")
        flags = "--headless --no-sandbox --disable-gpu --disable-background-networking --no-first-run"
        run = ["chromium", *flags.split(), f"--user-data-dir={folder}/profile", "--no-pdf-header-footer"]
        subprocess.run([*run, f"--print-to-pdf={out}", source.as_uri()], check=True, capture_output=True)


def _paired(body: str) -> str:
    """A table and the chart drawn from it stand side by side, as on slides."""
    return re.sub(r"(<table>(?:(?!</table>).)*</table>)\s*(<figure.*?</figure>)", r'<div class="pair">\1\2</div>', body, flags=re.S)


def office(body: str, title: str, _look: str, out: Path) -> None:
    """Print with LibreOffice Writer; it takes no charts, as the copied brochure has none."""
    tree = lxml_html.fromstring(f"<div>{body}</div>")
    for figure in tree.xpath("//figure"):
        figure.drop_tree()
    for number, section in enumerate(tree.xpath("//section")):
        section.tag = "div"
        if number and len(section):
            section[0].set("style", "page-break-before: always")
    for table in tree.xpath("//table"):
        table.set("border", "1"), table.set("width", "100%"), table.set("cellpadding", "3")
    style = "body{font-family:'Liberation Serif';font-size:13pt} p{text-align:justify;text-indent:1cm}"
    page = f"<html lang=ru><head><meta charset=utf-8><title>{title}</title><style>{style}</style></head>"
    page += f"<body>{lxml_html.tostring(tree, encoding='unicode')}</body></html>"
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "page.html").write_text(page, "utf-8")
        base = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to"]
        writer = [*base, "odt:writer8", "--infilter=HTML (StarWriter)", "--outdir", folder]
        subprocess.run([*writer, f"{folder}/page.html"], check=True, capture_output=True)
        subprocess.run([*base, "pdf", "--outdir", folder, f"{folder}/page.odt"], check=True, capture_output=True)
        out.write_bytes(Path(folder, "page.pdf").read_bytes())


def docx(body: str, title: str, _look: str, out: Path) -> None:
    """A Word file, as laws are often published."""
    page = f"<html lang=ru><head><meta charset=utf-8><title>{title}</title></head><body>{body}</body></html>"
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "page.html").write_text(page, "utf-8")
        base = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to"]
        writer = [*base, "odt:writer8", "--infilter=HTML (StarWriter)", "--outdir", folder]
        subprocess.run([*writer, f"{folder}/page.html"], check=True, capture_output=True)
        word = [*base, "docx:MS Word 2007 XML", "--outdir", folder, f"{folder}/page.odt"]
        subprocess.run(word, check=True, capture_output=True)
        out.write_bytes(Path(folder, "page.docx").read_bytes())


def scan(body: str, title: str, look: str, out: Path) -> None:
    """Print, then keep only grey pictures of the pages, as an office scanner gives them."""
    chromium(body, title, look, out)
    dice = random.Random(out.name)  # the same file is turned the same way at each making
    pages = []
    with pdfium.PdfDocument(out) as document:
        for page in document:
            picture = page.render(scale=96 / 72).to_pil().convert("L")
            picture = picture.rotate(dice.uniform(-0.7, 0.7), fillcolor=255, resample=Image.BICUBIC)
            pages.append(picture.filter(ImageFilter.GaussianBlur(0.4)))
    stream = BytesIO()
    first, *rest = pages
    first.save(stream, "PDF", save_all=True, append_images=rest, resolution=96, quality=38)
    out.write_bytes(stream.getvalue())


def reportlab(body: str, title: str, _look: str, out: Path) -> None:
    """Lay the same HTML out with reportlab's own flowables."""
    for name, file in (("Text", "DejaVuSerif.ttf"), ("Bold", "DejaVuSerif-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, FONTS / file))
    pdfmetrics.registerFontFamily("Text", normal="Text", bold="Bold", italic="Text", boldItalic="Bold")
    template = SimpleDocTemplate(
        str(out), pagesize=A4, title=title, author="", invariant=1, pageCompression=1,
        leftMargin=62, rightMargin=54, topMargin=54, bottomMargin=54,
    )  # fmt: skip
    tree = lxml_html.fromstring(f"<div>{body}</div>")
    flow: list[object] = []
    for section in tree.xpath("./section"):
        for element in section:
            flow.extend(_flowables(element))
        flow.append(PageBreak())
    template.build(flow[:-1], onFirstPage=_footer, onLaterPages=_footer)


def _footer(canvas: object, template: object) -> None:
    canvas.setFont("Text", 8)
    canvas.drawCentredString(A4[0] / 2, 30, f"Бюджет для граждан  ·  {template.page}")


def _style(size: float, bold: bool = False, **more: object) -> ParagraphStyle:
    return ParagraphStyle("s", fontName="Bold" if bold else "Text", fontSize=size, leading=size * 1.4, **more)


def _inner(element: object) -> str:
    words = (element.text or "") + "".join(lxml_html.tostring(c, encoding="unicode") for c in element)
    return re.sub(r"\s+", " ", words).strip()


def _flowables(element: object) -> list[object]:
    big = {"h1": 26, "h2": 17, "h3": 13}
    if element.tag in big:
        return [Paragraph(_inner(element), _style(big[element.tag], True, spaceAfter=10, textColor="#7b3f2a"))]
    if element.tag == "p":
        return [Paragraph(_inner(element), _style(10.5, spaceAfter=7))]
    if element.tag in ("ul", "ol", "dl"):
        return [Paragraph(_inner(item), _style(10.5, leftIndent=14), bulletText="•") for item in element]
    if element.tag == "table":
        return [*_table(element), Spacer(1, 10)]
    if element.tag == "figure":
        title = element.findtext("figcaption") or ""
        items = json.loads(element.get("data-items"))
        return [_drawing(element.get("data-kind"), items), Paragraph(title, _style(9, spaceAfter=10))]
    return []


def _table(element: object) -> list[object]:
    rows = [[Paragraph(_inner(c), _style(9)) for c in row.xpath("./td|./th")] for row in element.xpath(".//tr")]
    rest = len(rows[0]) - 1
    table = Table(rows, [478 - 120 * rest, *[120] * rest], repeatRows=1, hAlign="LEFT")
    look = [("GRID", (0, 0), (-1, -1), 0.5, colors.grey), ("BACKGROUND", (0, 0), (-1, 0), colors.whitesmoke)]
    table.setStyle(TableStyle(look))
    caption = element.findtext("caption")
    return ([Paragraph(caption, _style(9, alignment=2))] if caption else []) + [table]


def _drawing(kind: str, items: list[list[object]]) -> Drawing:
    names, values = [n for n, _ in items], [v for _, v in items]
    if kind == "donut":
        drawing, pie = Drawing(440, 180), Pie()
        pie.x, pie.y, pie.width, pie.height, pie.data, pie.labels = 140, 15, 150, 150, values, names
        pie.slices.fontName, pie.slices.fontSize, pie.sideLabels = "Text", 8, 1
        for slice_, colour in enumerate(("#7b3f2a", "#d9a25f", "#8a9a5b")):
            pie.slices[slice_].fillColor = colors.HexColor(colour)
        drawing.add(pie)
        return drawing
    tall = kind == "columns"
    drawing = Drawing(440, 160 if tall else 30 + 22 * len(names))
    bars = VerticalBarChart() if tall else HorizontalBarChart()
    bars.x, bars.y, bars.width = (40, 20, 260) if tall else (190, 10, 230)
    bars.height = drawing.height - 40
    bars.data = [values if tall else values[::-1]]
    bars.categoryAxis.categoryNames = names if tall else names[::-1]
    bars.categoryAxis.labels.fontName, bars.categoryAxis.labels.fontSize = "Text", 8
    bars.valueAxis.valueMin, bars.bars[0].fillColor = 0, colors.HexColor("#b5763f")
    drawing.add(bars)
    return drawing


def dated(out: Path, made: datetime) -> None:
    """Write the day the invented ministry made the file over the day we printed it, same length."""
    stamp = made.strftime("D:%Y%m%d%H%M%S").encode()
    body = re.sub(rb"D:\d{14}", stamp, out.read_bytes())
    out.write_bytes(body)


MAKERS = {"chromium": chromium, "office": office, "reportlab": reportlab, "scan": scan, "docx": docx}
