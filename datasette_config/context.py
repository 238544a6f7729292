"""A quote among the words it stands in: the text of its page, with the quote marked."""

import re
from collections.abc import Iterable, Sequence

from datasette_config.marked import Part, Span, marked
from datasette_config.reading import Database

_AROUND = 220  # letters shown before and after the words quoted
_PASSAGES = """
select text from passages where sha256 = :sha256 and (:leaf = '' or locator = :leaf
    or substr(locator, 1, length(:leaf) + 1) = :leaf || ';') order by number
"""
_LEAF = re.compile(r"(?:member=[^;]*(?:;|$))?(?:(?:page|slide|sheet)=[^;&]*)?")
_JOINT = re.compile(r"\s*(?:…|\.\.\.|\|)\s*")
# Between words of a quote: white space, or the border of two cells of one row.
_GAP = r"[\s|]+"


async def surroundings(
    db: Database, cited: Sequence[tuple[str, str, str]]
) -> Sequence[Sequence[Part] | None]:
    """For each (sha256, locator, quote) the words quoted, marked, with some before and after.

    () when they are not found: notes of our own ("first seen …") stand in no text. Quotes of one
    page are marked in one text, with the first of them; the others get None.
    """
    pages: dict[tuple[str, str], list[tuple[int, Sequence[Span]]]] = {}
    texts: dict[tuple[str, str], str] = {}
    for number, (sha256, locator, quote) in enumerate(cited):
        page = (sha256, _leaf(locator))
        if sha256 and locator and quote and page not in texts:
            texts[page] = await _text(db, *page)
        if spans := located(texts.get(page, ""), quote):
            pages.setdefault(page, []).append((number, spans))
    found: list[Sequence[Part] | None] = [()] * len(cited)
    for page, several in pages.items():
        every = _united(span for _, spans in several for span in spans)
        for number, _ in several:
            found[number] = None
        found[several[0][0]] = marked(texts[page], every, _AROUND)
    return found


def _leaf(locator: str) -> str:
    """The page, slide or sheet a place lies on; "" for a document without them."""
    found = _LEAF.match(locator)
    return found[0].rstrip(";") if found else ""


async def _text(db: Database, sha256: str, leaf: str) -> str:
    rows = await db.execute(_PASSAGES, {"sha256": sha256, "leaf": leaf})
    return "\n".join(row["text"] for row in rows)


def _united(spans: Iterable[Span]) -> Sequence[Span]:
    """The spans in order, those that overlap as one."""
    united: list[Span] = []
    for start, end in sorted(spans):
        if united and start < united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united


def located(text: str, quote: str) -> Sequence[Span]:
    """Where the parts of a quote stand in a text, in order; () unless every part is there."""
    spans: list[Span] = []
    for piece in filter(None, _JOINT.split(quote)):
        pattern = re.compile(_GAP.join(map(re.escape, piece.split())))
        found = pattern.search(text, spans[-1][1] if spans else 0)
        found = found or next((m for m in pattern.finditer(text) if _free(m.span(), spans)), None)
        if found is None:
            return ()
        spans.append(found.span())
    return sorted(spans)


def _free(span: Span, spans: Sequence[Span]) -> bool:
    return all(span[1] <= start or end <= span[0] for start, end in spans)
