"""Is this picture part of what is told, or an icon, a logo, a counter?"""

import re

from selectolax.lexbor import LexborNode

_SMALLEST = 100
_ICON = re.compile(
    r"icon|ico[_./-]|logo|sprite|pixel|counter|spacer|blank|1x1|button|btn|arrow|bullet|gerb|"
    r"emblem|avatar|flag|print|mc\.yandex|share|social|loader|preload",
    re.IGNORECASE,
)
_SHAPES = "path, rect, circle, polygon, line, polyline, ellipse"
_FEWEST_SHAPES = 5
_STYLED = re.compile(r"(?:^|[\s;])(width|height)\s*:\s*(\d+(?:\.\d+)?px)", re.IGNORECASE)


def is_picture(node: LexborNode) -> bool:
    """True for images and charts larger than icons; sizes unknown count as large."""
    attributes = node.attributes
    style = dict(_STYLED.findall((attributes.get("style") or "")[:500]))
    sides = [_pixels(attributes.get(name) or style.get(name)) for name in ("width", "height")]
    if any(side is not None and side < _SMALLEST for side in sides):
        return False
    if node.tag == "svg":
        return any(sides) or len(node.css(_SHAPES)) >= _FEWEST_SHAPES
    if node.tag == "canvas":
        return True
    names = f"{attributes.get('src') or ''} {attributes.get('class') or ''}"
    return not _ICON.search(names[:2000])


def _pixels(value: str | None) -> float | None:
    match = re.match(r"\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$", value or "")
    return float(match[1]) if match else None
