"""Is this picture part of what is told, or an icon, a logo, a counter?"""

import re

from selectolax.lexbor import LexborNode

_SMALLEST = 100
_ICON = re.compile(
    r"icon|ico[_./-]|logo|sprite|pixel|counter|spacer|blank|1x1|button|btn|arrow|bullet|gerb|"
    r"emblem|avatar|flag|mc\.yandex|loader|preload|captcha|placeholder|top100|hotlog|"
    r"liveinternet|/(?:socials?|share|banners?|print|widgets?)/",
    re.IGNORECASE,
)
# As a file's name these may be its subject: "social-policy.png" is a chart.
_ICON_CLASS = re.compile(
    r"\b(?:social|share|print|special|banner|widget|visually|smile|emoji)", re.I
)
# «pdf.png» beside a link says what kind of file it is; «budget-pdf.png» may be a cover.
_FILE_TYPE = re.compile(
    r"(?:^|[/_-])(?:file|ext|type)?[_-]?(?:pdf|docx?|xlsx?|pptx?|zip|rar|word|excel|rss|download|search|"
    r"phone|mail|email|vk|ok|tg|telegram|max|rutube|youtube|menu|close|home|print|share|eye)\d{0,3}"
    r"\.(?:png|gif|svg|jpe?g|webp|ico)(?:$|[?#])",
    re.IGNORECASE,
)
_SHAPES = "path, rect, circle, polygon, line, polyline, ellipse"
_FEWEST_SHAPES = 5
_FEWEST_WORDS = 2
_STYLED = re.compile(r"(?:^|[\s;])(width|height)\s*:\s*(\d+(?:\.\d+)?px)", re.IGNORECASE)
# What lazy pages show until the true picture is loaded: a dot or an empty frame, in the address.
_SMALLEST_INLINE = 1500
_LATER = ("data-src", "data-original", "data-lazy-src", "data-lazy")


def is_picture(node: LexborNode) -> bool:
    """True for images and charts larger than icons; sizes unknown count as large."""
    attributes = node.attributes
    style = dict(_STYLED.findall((attributes.get("style") or "")[:500]))
    sides = [_pixels(attributes.get(name) or style.get(name)) for name in ("width", "height")]
    if node.tag == "svg" and len(node.css("text")) >= _FEWEST_WORDS and node.css_first(_SHAPES):
        # A chart of two bars is as flat as an icon; icons have no words.
        return True
    if any(side is not None and side < _SMALLEST for side in sides):
        return False
    if node.tag == "svg":
        return any(sides) or len(node.css(_SHAPES)) >= _FEWEST_SHAPES
    if node.tag == "canvas":
        return True
    shown = source(node)
    if shown[:5].lower() == "data:" and len(shown) < _SMALLEST_INLINE:
        return False
    name = "" if shown[:5].lower() == "data:" else shown[:2000]
    looks = (attributes.get("class") or "")[:500]
    icon = _ICON.search(f"{name} {looks}") or _ICON_CLASS.search(looks) or _FILE_TYPE.search(name)
    return icon is None


def source(node: LexborNode) -> str:
    """Where an image comes from, the one to be loaded later before the one shown meanwhile."""
    attributes = node.attributes
    later = next((value for name in _LATER if (value := attributes.get(name))), "")
    return later or attributes.get("src") or ""


def _pixels(value: str | None) -> float | None:
    match = re.match(r"\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$", value or "")
    return float(match[1]) if match else None
