"""A note as a WARC metadata record of its own, and back: typed facts, every text bounded."""

import json
from dataclasses import asdict, dataclass, replace
from typing import Any

from pydantic import TypeAdapter

from crawler.notes import FACTS, Facts, Note, NoteKind
from crawler.warc.fields import clean, decode, encode
from crawler.warc.heads import uri
from crawler.warc.record import Part, record_id

MAX_TEXT = 2_000
MAX_SUBJECT = 8_000
MAX_ITEMS = 1_000

_FIELDS = ("note", "run", "at", "kind", "region", "subject", "facts")
_READERS: dict[NoteKind, TypeAdapter[Facts]] = {k: TypeAdapter(t) for k, t in FACTS.items()}


@dataclass(frozen=True, slots=True)
class Noted:
    """A note and where it stands. ``id`` is unique in the archive."""

    id: str
    note: Note
    file: str
    offset: int


def bounded(note: Note, run: str, started: str) -> Note:
    """The note as the archive keeps it: whose run, at what time, and no text without an end."""
    facts = _READERS[note.kind].validate_python(_cut(asdict(note.facts)))
    subject, region = clean(note.subject, MAX_SUBJECT), clean(note.region, MAX_TEXT)
    return replace(
        note, subject=subject, region=region, facts=facts, at=note.at or started, run=run
    )


def part_of(note_id: str, note: Note) -> Part:
    """The record. ValueError for a number that JSON cannot hold."""
    values = {
        "note": note_id,
        "run": note.run,
        "at": note.at,
        "kind": note.kind,
        "region": note.region,
        "subject": note.subject,
        "facts": asdict(note.facts),
    }
    about = uri(note.subject)
    headers = (("WARC-Target-URI", about),) if "://" in about else ()
    return Part("metadata", record_id(note_id, "note"), note.at, encode(values), headers=headers)


def read_note(block: bytes, file: str, offset: int) -> Noted | None:
    """The note a metadata record holds, None when it is about something else.

    ValueError or TypeError when its facts are not those of its kind.
    """
    found: dict[str, Any] = dict(decode(block, _FIELDS))
    if len(found) < len(_FIELDS):
        return None
    facts = json.dumps(found.pop("facts"))
    return noted_of({**found, "facts": facts, "file": file, "offset": offset})


def noted_of(found: dict[str, Any]) -> Noted:
    """A note from plain values, its facts as JSON; what a newer version added is passed over."""
    kind = NoteKind(str(found["kind"]))
    facts = _READERS[kind].validate_json(found["facts"])
    region, subject, at, run = (str(found[n]) for n in ("region", "subject", "at", "run"))
    note = Note(kind, region, subject, facts, at, run)
    return Noted(str(found["note"]), note, str(found["file"]), int(found["offset"]))


def _cut(value: Any) -> Any:
    match value:
        case str():
            return clean(value, MAX_TEXT)
        case list() | tuple():
            return [_cut(one) for one in value[:MAX_ITEMS]]
        case dict():
            return {name: _cut(one) for name, one in value.items()}
    return value
