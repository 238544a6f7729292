"""Markdown as HTML: a page of the site, or sheets for a browser to print."""

import base64
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from benchmarks.labels.model import Labelled, Page
from benchmarks.labels.prints import picture
from benchmarks.labels.prints.pieces import Chart, chart, leaves, parser

Address = Callable[[str], str]
_SITE = """<!doctype html>
<html lang="ru"><head><meta charset="utf-8"><title>{title}</title></head>
<body><header class="site-header"><a href="/">{body}</a></header>
<nav class="breadcrumbs"><a href="/">Главная</a> / {title}</nav>
<main>{heading}
{text}</main>
<footer>© {body}. Все права защищены.</footer></body></html>
"""
_STYLE = """
@page {{ size: {size}; margin: 16mm 18mm; }}
body {{ font-family: "{font}"; font-size: {type}pt; line-height: 1.4; color: #222; }}
section {{ break-after: page; }} section:last-child {{ break-after: auto; }}
h1, h2, h3 {{ color: {accent}; break-after: avoid; }} h1 {{ font-size: 2.2em; }}
table {{ border-collapse: collapse; width: 100%; margin: .8em 0; font-size: .9em; }}
th, td {{ padding: .25em .5em; {rule} }} th {{ text-align: left; }}
td:not(:first-child), th:not(:first-child) {{ text-align: right; }}
tr, figure {{ break-inside: avoid; }} figure {{ margin: .8em 0; }} img, svg {{ max-width: 100%; }}
figcaption {{ color: #666; font-size: .9em; }}
"""
_BOXED, _LINED = "border: 1px solid #888;", "border-bottom: 1px solid #ddd;"
LOOKS: tuple[dict[str, str], ...] = (
    {"font": "DejaVu Sans", "type": "11", "accent": "#1f5a7a", "rule": _BOXED},
    {"font": "DejaVu Serif", "type": "12", "accent": "#7b3f2a", "rule": _BOXED},
    {"font": "DejaVu Sans", "type": "10", "accent": "#2e6b3a", "rule": _LINED},
)


def site_page(region: Labelled, page: Page, address: Address) -> str:
    """A page of the site; ``address`` says where the picture of a caption lies."""
    titled = page.text.lstrip().startswith("# ")
    return _SITE.format(
        title=escape(page.title),
        body=escape(region.region.body),
        heading="" if titled else f"<h1>{escape(page.title)}</h1>",
        text=html(page.text, address),
    )


def sheets(text: str, look: dict[str, str], *, lying: bool) -> str:
    """The text for print, a section to a page; pictures lie within."""
    title = next((line.strip("# ") for line in text.splitlines() if line.startswith("#")), "")
    sections = "".join(f"<section>{html(leaf, _inside)}</section>" for leaf in leaves(text))
    style = _STYLE.format(size="A4 landscape" if lying else "A4", **look)
    return (
        f'<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{style}</style></head><body>{sections}</body></html>"
    )


def html(markdown: str, address: Address) -> str:
    """Markdown as HTML, charts as vector drawings, the heads of headless tables left out."""
    reader: MarkdownIt = parser()

    def fence(_: Any, tokens: Sequence[Token], at: int, *__: Any) -> str:
        return drawing(chart(tokens[at].content))

    def image(_: Any, tokens: Sequence[Token], at: int, *__: Any) -> str:
        caption = escape(tokens[at].content)
        return f'<img src="{address(tokens[at].content)}" alt="{caption}" width="640" height="400">'

    reader.add_render_rule("fence", fence)
    reader.add_render_rule("image", image)
    tokens = reader.parse(markdown)
    return str(reader.renderer.render(_headed(tokens), reader.options, {}))


def drawing(told: Chart) -> str:
    """A bar chart as SVG with its caption."""
    most = max(abs(value) for _, value in told.bars) or 1
    rows = "".join(
        f'<text x="0" y="{18 + 26 * n}">{escape(name)}</text>'
        f'<rect x="260" y="{4 + 26 * n}" width="{round(220 * abs(value) / most)}" height="18" '
        f'fill="#2a6f97"/><text x="{268 + round(220 * abs(value) / most)}" y="{18 + 26 * n}">'
        f"{picture.figure(value)}</text>"
        for n, (name, value) in enumerate(told.bars)
    )
    size = f'width="580" height="{26 * len(told.bars) + 8}" font-size="13"'
    return (
        f"<figure><figcaption>{escape(told.title)}</figcaption><svg {size}>{rows}</svg></figure>\n"
    )


def _inside(caption: str) -> str:
    packed = base64.b64encode(picture.photograph(caption)).decode()
    return f"data:image/jpeg;base64,{packed}"


def _headed(tokens: list[Token]) -> list[Token]:
    """The same tokens without the heads of tables that say nothing."""
    kept: list[Token] = []
    start = None
    for token in tokens:
        kept.append(token)
        if token.type == "thead_open":
            start = len(kept) - 1
        elif token.type == "thead_close" and start is not None:
            if not any(t.content for t in kept[start:] if t.type == "inline"):
                del kept[start:]
            start = None
    return kept
