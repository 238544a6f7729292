"""An answer that brought nothing new, kept in one record: the revisit tells of its capture, too.

A second crawl of a site that has not changed would otherwise double the archive with requests
and descriptions. Only what the record does not say anyway is written; and of a capture that
confirms one of an earlier run, only what differs from that one.
"""

import json
from collections.abc import Callable
from dataclasses import MISSING, fields, replace

from crawler.model import Capture
from crawler.warc.fields import Value
from crawler.warc.memory import capture_of
from crawler.warc.record import Part
from crawler.warc.walk import Piece

HEADER = "Budgetwatch-Capture"
DIFFERS = "Budgetwatch-Capture-Differs"
NOT_MODIFIED = "server-not-modified"
Recall = Callable[[str], Capture | None]
"""The capture of an earlier file by its id, None when it is lost."""

_PROFILE = "WARC-Profile"
_DIGEST = "WARC-Payload-Digest"
_PLACE = ("warc_file", "warc_offset")
# What no answer has in common with the one it confirms.
_CONFIRMATION: dict[str, Value] = {
    "outcome": "unchanged",
    "reason": "HTTP 304",
    "http_status": 304,
}
# What most captures of a second crawl have in common.
_USUAL: dict[str, Value] = {
    **_CONFIRMATION,
    "bytes": 0,
    "promise": 0.0,
    "media_type": "text/html",
    "tls": "verified",
    "source": "",
    "via": "",
    "clicks": None,
    "link_texts": [],
    "last_modified": "",
    "content_disposition": "",
}


def alone(revisit: Part, capture: Capture, holder: Capture) -> Part:
    """The revisit record with its capture in a header of its own.

    ``holder`` has the bytes. In a file that is always read before, it need not be told again.
    """
    if not _is_earlier(holder, capture):
        line = _line(capture, _usual(capture.id, _of_part(revisit)))
        return replace(revisit, headers=(*revisit.headers, (HEADER, line)))
    usual = _as_before(holder, capture.id, _of_part(revisit))
    # The region is always told: what is confirmed may be lost one day.
    line = _line(capture, {k: v for k, v in usual.items() if k != "region"}, of=holder.id)
    # URI and date say to other readers which record is meant, the line says it to us.
    headers = tuple(header for header in revisit.headers if header[0] != "WARC-Refers-To")
    return replace(revisit, headers=(*headers, (DIFFERS, line)))


def told_alone(piece: Piece, file: str, recall: Recall) -> Capture | None:
    """The capture a revisit tells of itself; None when a metadata record does.

    When the capture it confirms is lost, what would be as in that one is as it usually is.
    """
    line = piece.header(DIFFERS) or piece.header(HEADER)
    if not line:
        return None
    said: dict[str, Value] = json.loads(line)
    name = str(said["id"])
    before = recall(str(said.pop("of"))) if "of" in said else None
    known = _as_before(before, name, piece.header) if before else _usual(name, piece.header)
    return capture_of({**known, **said, "warc_file": file, "warc_offset": piece.offset})


def tells_alone(piece: Piece) -> bool:
    """True for a revisit that tells of its capture itself."""
    return bool(piece.header(HEADER) or piece.header(DIFFERS))


def _is_earlier(holder: Capture, capture: Capture) -> bool:
    """True when the holder's file comes before every file of the capture's run, by name."""
    return holder.warc_file < f"{capture.run}-"


def _of_part(part: Part) -> Callable[[str], str]:
    written = {**dict(part.headers), "WARC-Date": part.date}
    return lambda name: written.get(name, "")


def _line(capture: Capture, usual: dict[str, Value], **more: Value) -> str:
    said = {k: v for k, v in _values(capture).items() if k not in usual or usual[k] != v}
    return json.dumps({**more, **said}, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _values(capture: Capture) -> dict[str, Value]:
    values = {f.name: getattr(capture, f.name) for f in fields(Capture) if f.name not in _PLACE}
    return {**values, "link_texts": list(capture.link_texts), "outcome": str(capture.outcome)}


def _as_before(before: Capture, name: str, header: Callable[[str], str]) -> dict[str, Value]:
    """What goes without saying of a capture that confirms ``before``."""
    confirms = header(_PROFILE).endswith(NOT_MODIFIED)
    known = {k: v for k, v in _values(before).items() if k != "id"}
    return {**known, **(_CONFIRMATION if confirms else {}), **_by_record(name, header)}


def _usual(name: str, header: Callable[[str], str]) -> dict[str, Value]:
    """What the record says of its capture without the line, and what goes without saying."""
    silent = {f.name: f.default for f in fields(Capture) if f.default is not MISSING}
    return {**silent, **_USUAL, **_by_record(name, header)}


def _by_record(name: str, header: Callable[[str], str]) -> dict[str, Value]:
    target = header("WARC-Target-URI")
    return {
        "run": name.rpartition("-")[0],
        "fetched_at": header("WARC-Date"),
        "url": target,
        "final_url": target,
        "sha256": header(_DIGEST).removeprefix("sha256:"),
    }
