"""JSON: lists of like records as tables, the rest as lines of names and values."""

import json
from collections.abc import Iterator, Mapping, Sequence

from scoring.document import BlockKind, Document
from scoring.extract.charset import decode
from scoring.extract.given import Given
from scoring.extract.office.numbers import plain
from scoring.extract.office.refused import Refused, refusing
from scoring.extract.office.script import Script

_WIDEST = 500
_DEEPEST = 40
_FLATTENED = 4
Rows = list[tuple[str, ...]]


@refusing
def read(given: Given) -> Document:
    """The Document of a JSON file; locators are ``table=N`` and ``block=N``."""
    text, _ = decode(given.body, given.header)
    try:
        held = json.loads(text.removeprefix("\ufeff"))
    except RecursionError:
        raise Refused("too-large", "JSON nested too deep") from None
    except ValueError as error:
        raise Refused("torn", f"JSON: {error}") from None
    script = Script()
    _tell(script, held, "", 0)
    return Document(
        sha256=given.sha256,
        media_type=given.media_type,
        blocks=tuple(script.blocks),
        tables=tuple(script.tables),
    )


def _tell(script: Script, held: object, name: str, depth: int) -> None:
    if depth > _DEEPEST:
        raise Refused("too-large", f"JSON nested deeper than {_DEEPEST}")
    if isinstance(held, Mapping):
        for key, value in held.items():
            _tell(script, value, f"{name}.{key}" if name else str(key), depth + 1)
    elif isinstance(held, list) and (rows := table(held)):
        script.show(rows, "", name[:300])
        for key, value in _lists_in(held):
            _tell(script, value, f"{name}.{key}" if name else key, depth + 1)
    elif isinstance(held, list):
        for value in held:
            _tell(script, value, name, depth + 1)
    elif held is not None and held != "":
        said = _text(held)
        script.say(BlockKind.PARAGRAPH, f"{name}: {said}" if name else said)


def _lists_in(records: Sequence[object]) -> Iterator[tuple[str, list[object]]]:
    """Lists of records within records: their rows need a table of their own."""
    for one in records:
        for key, value in one.items() if isinstance(one, Mapping) else ():
            if isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
                yield str(key), value


def table(records: Sequence[object]) -> Rows:
    """Records as rows under their names; lists of lists as they are; none where they differ."""
    if len(records) > 1 and all(isinstance(one, list) for one in records):
        lists = [one for one in records if isinstance(one, list)]
        plainly = not any(isinstance(cell, list | dict) for one in lists for cell in one)
        return [tuple(_text(cell) for cell in one) for one in lists] if plainly else []
    if not records or not all(isinstance(one, Mapping) for one in records):
        return []
    flat = [dict(_flat(one, "", 0)) for one in records if isinstance(one, Mapping)]
    names = list(dict.fromkeys(name for one in flat for name in one))
    if not names or len(names) > _WIDEST:
        return []
    return [tuple(names), *(tuple(one.get(name, "") for name in names) for one in flat)]


def _flat(record: Mapping[object, object], under: str, depth: int) -> Iterator[tuple[str, str]]:
    for key, value in record.items():
        name = f"{under}.{key}" if under else str(key)
        if isinstance(value, Mapping) and depth < _FLATTENED:
            yield from _flat(value, name, depth + 1)
        elif isinstance(value, list):
            # Records within a record have a table of their own.
            if not any(isinstance(one, list | dict) for one in value):
                yield name, ", ".join(map(_text, value))
        elif not isinstance(value, Mapping):
            yield name, _text(value)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, float):
        return plain(value)
    return "" if value is None else " ".join(str(value).split())
