"""SmartArt: the words of a diagram, in the order of its branches."""

from scoring.extract.office.markup import Element, below, child, value
from scoring.extract.spelling import tidy

_MOST = 2000


def words_of(root: Element | None) -> list[str]:
    """The text of each shape, a parent before its children."""
    points = {value(p, "modelId"): p for p in below(root, "pt") if value(p, "modelId")}
    branches: dict[str, list[tuple[int, str]]] = {}
    for one in below(root, "cxn"):
        if value(one, "type") in ("", "parOf"):
            order = value(one, "srcOrd")
            place = int(order) if order.isdigit() and len(order) < 6 else 0
            branches.setdefault(value(one, "srcId"), []).append((place, value(one, "destId")))
    starts = [key for key, point in points.items() if value(point, "type") == "doc"]
    told = _walked(starts, branches)
    # A point no branch leads to is told last, in the order of the file.
    every = dict.fromkeys((*told, *(k for k, p in points.items() if value(p, "type") == "")))
    said = (_text(points[key]) for key in list(every)[:_MOST] if key in points)
    return [text for text in said if text]


def _walked(starts: list[str], branches: dict[str, list[tuple[int, str]]]) -> list[str]:
    order: dict[str, None] = {}
    waiting = list(starts)
    while waiting and len(order) < _MOST:
        key = waiting.pop(0)
        if key not in order:
            order[key] = None
            waiting[:0] = [to for _, to in sorted(branches.get(key, []))]
    return list(order)


def _text(point: Element) -> str:
    if value(point, "type") not in ("", "node", "asst"):
        return ""
    paragraphs = below(child(point, "t"), "p")
    return tidy(" ".join("".join(t.text or "" for t in below(p, "t")) for p in paragraphs))
