"""A chart's data as a table: what it draws is kept in the file beside the drawing."""

from collections.abc import Iterator
from dataclasses import dataclass

from scoring.extract.office.markup import Element, below, child, children, local, value
from scoring.extract.office.numbers import shown
from scoring.extract.spelling import tidy

_MOST_POINTS = 2000
_MOST_SERIES = 100


@dataclass(frozen=True, slots=True)
class Chart:
    """Series are columns, categories rows; the first row holds the names of the series."""

    title: str
    unit: str
    rows: tuple[tuple[str, ...], ...]


def chart(root: Element | None) -> Chart | None:
    """The chart of a chart part, None where it keeps no data."""
    plot = next(below(root, "plotArea"), None)
    series = (
        [e for group in plot if (plot is not None) for e in children(group, "ser")]
        if plot is not None
        else []
    )
    series = series[:_MOST_SERIES]
    if not series:
        return None
    names = [_words(child(one, "tx")) for one in series]
    labels: dict[int, str] = {}
    for one in series:
        labels = {
            **dict(
                _points(child(one, "cat") if child(one, "cat") is not None else child(one, "xVal"))
            ),
            **labels,
        }
    values = [
        dict(_points(child(one, "val") if child(one, "val") is not None else child(one, "yVal")))
        for one in series
    ]
    places = sorted({place for held in (labels, *values) for place in held})[:_MOST_POINTS]
    rows = [("", *names)]
    rows += [(labels.get(at, ""), *(held.get(at, "") for held in values)) for at in places]
    title = _words(child(next(below(root, "chart"), None), "title"))
    units = [_words(child(axis, "title")) for axis in children(plot, "valAx")]
    return Chart(title, " ".join(filter(None, units)), tuple(rows)) if places else None


def _points(source: Element | None) -> Iterator[tuple[int, str]]:
    """(place, text) of the cached points; labels of several levels are read from the outermost."""
    levels = list(below(source, "lvl")) or ([] if source is None else [source])
    found: dict[int, str] = {}
    for level in levels[:1]:
        code = next((e.text or "" for e in below(level, "formatCode")), "")
        numeric = any(local(e) in ("numCache", "numLit") for e in level.iter())
        for point in below(level, "pt"):
            text = (next(below(point, "v"), point).text or "").strip()
            place = value(point, "idx")
            if place.isdigit() and len(place) < 7:
                found[int(place)] = shown(text, code) if numeric else tidy(text)
    yield from found.items()


def _words(element: Element | None) -> str:
    return tidy("".join(e.text or "" for e in below(element, "t", "v")))
