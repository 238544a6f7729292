"""Cells of CSV that a spreadsheet would run as formulas, made texts; and so Datasette's own CSV."""

import csv
import io
import re
from collections.abc import Iterable

from datasette.app import Datasette  # type: ignore[import-untyped]  # ships no types

from datasette_config.cache import App, Message, Receive, Scope, Send

_RUNS = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?(e[+-]?\d+)?", re.IGNORECASE)
_PLAIN = (b"text/plain", b"text/csv")
# The default is 128 KB, and what was read of a document may be longer.
csv.field_size_limit(64 * 2**20)


def line(cells: Iterable[object]) -> str:
    """A row of CSV (RFC 4180), none of its cells a formula."""
    return _row(defused(cell) for cell in cells)


def _row(cells: Iterable[object]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def defused(cell: object) -> object:
    """Text that begins as a formula does gets an apostrophe before it; numbers stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_RUNS) else cell


def defusing(datasette: Datasette, app: App) -> App:
    """The application, the CSV of Datasette's own pages written anew.

    An answer of theirs is held whole: it has ``max_returned_rows`` at most, for streaming is off.
    """
    base = datasette.setting("base_url").rstrip("/")
    theirs = re.compile(
        rf"{re.escape(base)}/({'|'.join(map(re.escape, datasette.databases))})/.*\.csv"
    )

    async def passing(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not theirs.fullmatch(scope["path"]):
            return await app(scope, receive, send)
        started: list[Message] = []
        body = bytearray()

        async def held(message: Message) -> None:
            if message["type"] == "http.response.start":
                started.append(message)
            if not _is_csv(started[0]):
                await send(message)
                return
            body.extend(message.get("body", b""))
            if message["type"] == "http.response.body" and not message.get("more_body"):
                await send(_unsized(started[0]))
                await send({"type": "http.response.body", "body": _anew(bytes(body))})

        await app(scope, receive, held)
        return None

    return passing


def _is_csv(start: Message) -> bool:
    kind = next((v for k, v in start["headers"] if k.lower() == b"content-type"), b"")
    return start["status"] == 200 and kind.startswith(_PLAIN)


def _unsized(start: Message) -> Message:
    kept = [(k, v) for k, v in start["headers"] if k.lower() != b"content-length"]
    return {**start, "headers": kept}


def _anew(body: bytes) -> bytes:
    rows = csv.reader(io.StringIO(body.decode(), newline=""))
    # Here a number is written as a text is; what reads as a number runs nothing.
    return "".join(
        _row(cell if _NUMBER.fullmatch(cell) else defused(cell) for cell in row) for row in rows
    ).encode()
