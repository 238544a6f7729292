"""application/warc-fields whose values are JSON: text from the web cannot add a line to them."""

import json
from collections.abc import Iterable, Mapping

# Made once: `json.dumps` with an option makes a new one for every value.
_JSON = json.JSONEncoder(allow_nan=False)

Value = str | int | float | bool | None | list["Value"]


def clean(text: str, limit: int) -> str:
    """Text that survives UTF-8 and a database: no half surrogates, at most ``limit`` characters."""
    cut = text[:limit]
    return cut if cut.isascii() else cut.encode("utf-8", "replace").decode("utf-8")


def encode(values: Mapping[str, object], plain: Iterable[tuple[str, str]] = ()) -> bytes:
    """One ``name: JSON`` line each, after the ``plain`` lines that the WARC standard names.

    JSON in ASCII escapes every line end, so a line is always one field.
    """
    lines = [f"{name}: {' '.join(text.split())}" for name, text in plain]
    lines += [f"{name}: {_json(value)}" for name, value in values.items()]
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8", "replace")


def _json(value: object) -> str:
    # The encoder is quick with text only: for all else it makes another one.
    if type(value) is int:
        return str(value)
    return "null" if value is None else _JSON.encode(value)


def decode(block: bytes, names: Iterable[str]) -> dict[str, Value]:
    """The named fields that are there; ValueError when one of them is not JSON."""
    wanted = frozenset(names)
    found: dict[str, Value] = {}
    for line in block.decode("utf-8").split("\r\n"):
        name, colon, text = line.partition(": ")
        if colon and name in wanted:
            found[name] = json.loads(text)
    return found
