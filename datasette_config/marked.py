"""A text with some of its words marked, cut down to what stands around them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Span = tuple[int, int]
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text; ``hit`` when it is marked."""

    text: str
    hit: bool


def marked(text: str, spans: Sequence[Span], around: int) -> Sequence[Part]:
    """The marked stretches of ``text`` with up to ``around`` letters on both sides of each.

    ``spans`` are in order and do not overlap. What is left out leaves an ellipsis; words stay
    whole. Without spans, the beginning of the text.
    """
    windows: list[Span] = []
    for start, end in spans or [(0, 0)]:
        first, last = _opened(text, start - around), _closed(text, end + around)
        if windows and first <= windows[-1][1]:
            windows[-1] = (windows[-1][0], last)
        else:
            windows.append((first, last))
    return [part for part in _parts(text, windows, spans) if part.text]


def _parts(text: str, windows: Sequence[Span], spans: Sequence[Span]) -> Iterator[Part]:
    for number, (first, last) in enumerate(windows):
        if number or first:
            yield Part(f" {_ELLIPSIS} " if number else f"{_ELLIPSIS} ", hit=False)
        at = first
        for start, end in spans:
            if first <= start and end <= last:
                yield Part(text[at:start], hit=False)
                yield Part(text[start:end], hit=True)
                at = end
        yield Part(text[at:last], hit=False)
    if windows[-1][1] < len(text):
        yield Part(f" {_ELLIPSIS}", hit=False)


def _opened(text: str, at: int) -> int:
    """The beginning of the first word at or after ``at``."""
    if at <= 0:
        return 0
    while at < len(text) and not text[at - 1].isspace():
        at += 1
    return at


def _closed(text: str, at: int) -> int:
    """The end of the last word before ``at``."""
    if at >= len(text):
        return len(text)
    while at > 0 and not text[at].isspace():
        at -= 1
    return at
