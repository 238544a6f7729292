"""XML as data: elements repeated under one parent are records, the rest is text."""

from collections import Counter
from collections.abc import Iterator

from scoring.document import BlockKind, Document
from scoring.extract.given import Given
from scoring.extract.office.markup import Element, local, parsed
from scoring.extract.office.refused import refusing
from scoring.extract.office.script import Script
from scoring.extract.spelling import tidy

_WIDEST = 500
_DEEPEST = 4
_LIST = 10
"""Values of one name that still fit one cell."""
Rows = list[tuple[str, ...]]


@refusing
def read(given: Given) -> Document:
    """The Document of an XML file; locators are ``table=N`` and ``block=N``.

    A document type is taken for what it mostly is in data, a trap, and refused.
    """
    script = Script()
    _tell(script, parsed(given.body, "XML"))
    return Document(
        sha256=given.sha256,
        media_type=given.media_type,
        blocks=tuple(script.blocks),
        tables=tuple(script.tables),
    )


def _tell(script: Script, element: Element) -> None:
    """An element's records as a table, what is beside them one by one."""
    kinds = Counter(local(one) for one in element)
    often, count = kinds.most_common(1)[0] if kinds else ("", 0)
    records = [one for one in element if local(one) == often] if count > 1 else []
    rows = _table(records)
    text = tidy(element.text or "")
    if text or element.attrib:
        said = ", ".join(f"{_bare(str(k))}: {v!s}" for k, v in element.attrib.items())
        script.say(BlockKind.PARAGRAPH, ": ".join(filter(None, (local(element), text, said))))
    for one in element:
        if not rows or local(one) != often:
            _tell(script, one)
    if rows:
        script.show(rows, "", often[:300])


def _table(records: list[Element]) -> Rows:
    if any(_is_group(one) for one in records):
        return []
    flat = [dict(_flat(one, "", 0)) for one in records]
    names = list(dict.fromkeys(name for one in flat for name in one))
    if not names or len(names) > _WIDEST or max(map(len, flat)) < 1:
        return []
    return [tuple(names), *(tuple(one.get(name, "") for name in names) for one in flat)]


def _is_group(element: Element) -> bool:
    """It holds records itself: what repeats in it has parts of its own, or repeats often."""
    kinds = Counter(local(one) for one in element)
    parted = {local(one) for one in element if len(one) or one.attrib}
    return any(n > _LIST or (n > 1 and kind in parted) for kind, n in kinds.items())


def _flat(element: Element, under: str, depth: int) -> Iterator[tuple[str, str]]:
    """(name, value) of attributes and leaves below; leaves of one name are joined."""
    found: dict[str, list[str]] = {}
    for key, value in element.attrib.items():
        found.setdefault(f"{under}{_bare(str(key))}", []).append(str(value))
    if text := tidy(element.text or ""):
        found.setdefault(under.rstrip(".") or local(element), []).append(text)
    for one in element:
        if depth < _DEEPEST:
            for name, value in _flat(one, f"{under}{local(one)}.", depth + 1):
                found.setdefault(name, []).append(value)
    yield from ((name, ", ".join(values)) for name, values in found.items())


def _bare(name: str) -> str:
    return name.rpartition("}")[2]
