"""A document of the set as a page of HTML: printed by browsers, converted by office programs."""

from html import escape

from benchmarks.documents.truth import Case, Piece

_SHY = "\u00ad"
_VOWELS = "аеёиоуыэюя"
_STYLE = """
@page {{ size: {size}; margin: {margin}; }}
body {{ font-family: "{font}"; font-size: {type}pt; line-height: 1.35; margin: 0; }}
h1 {{ font-size: 2em; }} h2 {{ font-size: 1.4em; break-after: avoid; }}
table {{ border-collapse: collapse; width: 100%; margin: 8pt 0; font-size: .9em; }}
td, th {{ {rule} padding: 3pt 5pt; text-align: left; font-weight: normal; }}
td + td, th + th {{ text-align: right; }}
.side, .foot {{ color: #777; font-size: 8pt; }}
.note {{ font-size: .8em; }} sup {{ font-size: .65em; }}
{more}
"""
_MORE = {
    "brochure": ".main {{ column-count: {columns}; column-gap: 24pt; text-align: justify; }}",
    "pamphlet": ".main {{ column-count: {columns}; column-gap: 20pt; }}"
    " h1, h2, table {{ column-span: all; }}",
    "duties": "td + td {{ text-align: left; }}",
    "slides": "h2 {{ break-before: page; column-span: all; }} .slide {{ column-count: {columns};"
    " column-gap: 30pt; column-fill: auto; height: 300pt; }} .cell {{ break-after: column; }}",
    "background": "body {{ background: linear-gradient(160deg, #eef6ff, #fff3e0); }}",
}


def page_of(case: Case) -> str:
    """The document as HTML with its style, for print."""
    body = _slides(case) if case.layout == "slides" else "\n".join(map(_told(case), case.pieces))
    charts = (_pie() + _bars()) if case.charts == 2 else _bars() if case.charts else ""
    return (
        f'<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>{case.name}</title>'
        f"<style>{_style(case)}</style></head><body><div class=main>{body}{charts}</div>"
        "</body></html>"
    )


def _style(case: Case) -> str:
    wide = case.layout in ("slides", "wide", "pamphlet")
    return _STYLE.format(
        size="A4 landscape" if wide else "A4",
        margin="12mm" if case.layout == "wide" else "20mm",
        font="DejaVu Serif" if case.serif else "DejaVu Sans",
        type=9 if case.layout in ("brochure", "wide") else 11,
        rule="" if case.layout == "plain" else "border: 1px solid #444;",
        more=_MORE.get(case.layout, "").format(columns=case.columns),
    )


def _told(case: Case):  # type: ignore[no-untyped-def]  # a closure over the layout
    def told(piece: Piece) -> str:
        text = escape(piece.text)
        if case.layout == "brochure":
            text = " ".join(map(hyphenated, text.split(" ")))
        if piece.kind == "heading":
            return f"<h{piece.depth}>{text}</h{piece.depth}>"
        if piece.kind == "item":
            return "<ul>" * piece.depth + f"<li>{text}</li>" + "</ul>" * piece.depth
        if piece.kind == "note":
            return f"<p class=note>{text}</p>"
        if piece.kind == "table":
            return table(piece)
        if case.layout == "notes":
            text = f"{text[:-1]}<sup>{text[-1]}</sup>"
        return f"<p>{text}</p>"

    return told


def table(piece: Piece) -> str:
    """A table of HTML."""
    rows = []
    for cells in piece.cells:
        told = (f'<td colspan="{c.across}" rowspan="{c.down}">{escape(c.text)}</td>' for c in cells)
        rows.append(f"<tr>{''.join(told)}</tr>")
    return f"<table>{''.join(rows)}</table>"


def _slides(case: Case) -> str:
    told = _told(case)
    parts, open_one = [told(case.pieces[0])], False
    cell: list[str] = []

    def close() -> None:
        if cell:
            parts.append(f"<div class=cell>{''.join(cell)}</div>")
            cell.clear()

    for piece in case.pieces[1:]:
        if piece.kind == "heading":
            close()
            parts.append(("</div>" if open_one else "") + told(piece) + "<div class=slide>")
            open_one = True
            continue
        if piece.kind == "paragraph":
            close()
        cell.append(told(piece))
    close()
    return "".join(parts) + "</div>"


def hyphenated(word: str) -> str:
    """The word with soft hyphens between its syllables, two letters from either end."""
    last = len(word) - 3
    return "".join(
        sign + (_SHY if sign.lower() in _VOWELS and 1 <= n < last and word[n + 1].isalpha() else "")
        for n, sign in enumerate(word)
    )


def _bars() -> str:
    bars = "".join(
        f'<rect x="{20 + 60 * n}" y="{200 - h}" width="40" height="{h}" fill="#2a6f97"/>'
        for n, h in enumerate((80, 130, 60, 170))
    )
    return f'<div style="break-inside: avoid"><svg width="300" height="210">{bars}</svg></div>'


def _pie() -> str:
    sectors = (
        ("M150 100 L150 10 A90 90 0 0 1 240 100 Z", "#2a6f97"),
        ("M150 100 L240 100 A90 90 0 0 1 150 190 Z", "#e07a5f"),
        ("M150 100 L150 190 A90 90 0 0 1 60 100 Z", "#81b29a"),
        ("M150 100 L60 100 A90 90 0 0 1 150 10 Z", "#f2cc8f"),
    )
    paths = "".join(f'<path d="{d}" fill="{colour}"/>' for d, colour in sectors)
    return f'<div style="break-inside: avoid"><svg width="300" height="210">{paths}</svg></div>'
