"""Figures as Russian texts write them, and the pictures they are drawn as."""

import json
from html import escape
from math import cos, pi, sin

NBSP = "\u00a0"
COLOURS = ("#1f5a7a", "#d9822b", "#5b8c5a", "#a23b4a", "#7b6aa8", "#3f9c9c", "#b8a13a", "#6b6b6b")


def grouped(number: float, digits: int = 0, space: str = NBSP) -> str:
    """12345.6 -> 12 345,6."""
    return f"{number:,.{digits}f}".replace(",", space).replace(".", ",")


def mlrd(thousands: int) -> str:
    """Thousands of roubles as milliards, one digit."""
    return f"{grouped(thousands / 1e6, 1)} млрд рублей"


def mln(thousands: int) -> str:
    """Thousands of roubles as millions, one digit, without the unit (for tables)."""
    return grouped(thousands / 1e3, 1)


def tys(thousands: int) -> str:
    """Thousands of roubles with the decimal that laws print."""
    return grouped(thousands, 1)


def share(part: float, whole: float) -> str:
    """12,3 %."""
    return f"{grouped(100 * part / whole, 1)}{NBSP}%"


def milliards(items: dict[str, int]) -> dict[str, float]:
    """Named sums in thousands of roubles as milliards, for charts."""
    return {name: value / 1e6 for name, value in items.items()}


def chart(kind: str, items: dict[str, float], title: str) -> str:
    """A figure: inline SVG for browsers, and its numbers for printers that draw for themselves."""
    numbers = escape(json.dumps(list(items.items()), ensure_ascii=False))
    draw = {"bars": _bars, "donut": _donut, "columns": _columns}[kind]
    return (
        f'<figure class="chart" data-kind="{kind}" data-items="{numbers}">{draw(items)}'
        f"<figcaption>{escape(title)}</figcaption></figure>"
    )


def _svg(width: int, height: int, inner: str) -> str:
    return f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}">{inner}</svg>'


def _text(x: float, y: float, words: str, size: int = 12, anchor: str = "start") -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" font-size="{size}" text-anchor="{anchor}">{escape(words)}</text>'


def _bars(items: dict[str, float]) -> str:
    top = max(items.values())
    rows = []
    for i, (name, value) in enumerate(items.items()):
        y = 8 + i * 26
        rows.append(_text(0, y + 14, name))
        rows.append(
            f'<rect x="290" y="{y}" width="{270 * value / top:.0f}" height="18"'
            f' fill="{COLOURS[i % len(COLOURS)]}"/>'
        )
        rows.append(_text(296 + 270 * value / top, y + 14, grouped(value, 1)))
    return _svg(640, 14 + 26 * len(items), "".join(rows))


def _columns(items: dict[str, float]) -> str:
    top = max(items.values())
    out = []
    for i, (name, value) in enumerate(items.items()):
        x, h = 30 + i * 110, 150 * value / top
        out.append(
            f'<rect x="{x}" y="{180 - h:.0f}" width="70" height="{h:.0f}" fill="{COLOURS[i % 8]}"/>'
        )
        out.append(_text(x + 35, 174 - h, grouped(value, 1), 12, "middle"))
        out.append(_text(x + 35, 198, name, 12, "middle"))
    return _svg(40 + 110 * len(items), 206, "".join(out))


def _donut(items: dict[str, float]) -> str:
    whole, angle, out = sum(items.values()), -pi / 2, []
    for i, (name, value) in enumerate(items.items()):
        turn = 2 * pi * value / whole
        x1, y1 = 110 + 95 * cos(angle), 110 + 95 * sin(angle)
        x2, y2 = 110 + 95 * cos(angle + turn), 110 + 95 * sin(angle + turn)
        out.append(
            f'<path d="M110 110 L{x1:.1f} {y1:.1f} A95 95 0 {int(turn > pi)} 1 {x2:.1f} {y2:.1f} Z"'
            f' fill="{COLOURS[i % 8]}" stroke="#fff"/>'
        )
        out.append(f'<rect x="240" y="{34 + i * 24}" width="14" height="14" fill="{COLOURS[i % 8]}"/>')
        out.append(_text(262, 46 + i * 24, f"{name} — {share(value, whole)}"))
        angle += turn
    return _svg(640, max(220, 50 + 24 * len(items)), "".join(out) + '<circle cx="110" cy="110" r="46" fill="#fff"/>')
