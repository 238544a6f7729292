"""An answer that brought nothing new, kept in one record: the revisit tells of its capture, too.

A second crawl of a site that has not changed would otherwise double the archive with requests
and descriptions. Only what the record does not say anyway is written.
"""

import json
from dataclasses import MISSING, fields, replace

from crawler.model import Capture
from crawler.warc.fields import Value
from crawler.warc.memory import capture_of
from crawler.warc.record import Part
from crawler.warc.walk import Piece

HEADER = "Budgetwatch-Capture"
_DIGEST = "WARC-Payload-Digest"
_PLACE = ("warc_file", "warc_offset")
# What most captures of a second crawl have in common.
_USUAL: dict[str, Value] = {
    "outcome": "unchanged",
    "reason": "HTTP 304",
    "media_type": "text/html",
    "tls": "verified",
    "http_status": 304,
    "source": "",
    "via": "",
    "clicks": None,
    "link_texts": [],
    "last_modified": "",
    "content_disposition": "",
}


def alone(revisit: Part, capture: Capture) -> Part:
    """The revisit record with its capture in a header of its own."""
    written = dict(revisit.headers)
    usual = _usual(capture.id, revisit.date, written["WARC-Target-URI"], written.get(_DIGEST, ""))
    said = {
        name: value
        for name, value in _values(capture).items()
        if name not in usual or usual[name] != value
    }
    line = json.dumps(said, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return replace(revisit, headers=(*revisit.headers, (HEADER, line)))


def told_alone(piece: Piece, file: str) -> Capture | None:
    """The capture a revisit tells of itself; None when a metadata record does."""
    line = piece.header(HEADER)
    if not line:
        return None
    said: dict[str, Value] = json.loads(line)
    target, day = piece.header("WARC-Target-URI"), piece.header("WARC-Date")
    known = _usual(str(said["id"]), day, target, piece.header(_DIGEST))
    return capture_of({**known, **said, "warc_file": file, "warc_offset": piece.offset})


def _values(capture: Capture) -> dict[str, Value]:
    values = {f.name: getattr(capture, f.name) for f in fields(Capture) if f.name not in _PLACE}
    return {**values, "link_texts": list(capture.link_texts), "outcome": str(capture.outcome)}


def _usual(name: str, day: str, target: str, digest: str) -> dict[str, Value]:
    """What the record says of its capture without the header, and what goes without saying."""
    silent = {f.name: f.default for f in fields(Capture) if f.default is not MISSING}
    return {
        **silent,
        **_USUAL,
        "run": name.rpartition("-")[0],
        "fetched_at": day,
        "url": target,
        "final_url": target,
        "sha256": digest.removeprefix("sha256:"),
    }
