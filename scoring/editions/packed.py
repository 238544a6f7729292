"""Files of an archive as candidates: an archive is a listing whose links are paths."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from crawler.model import Capture
from scoring.editions.clues import FEW_WORDS, Clues
from scoring.editions.linked import Mention
from scoring.locator import within
from scoring.model import Document, Member, PageLink

_NOTHING = ("empty", "not-a-document", "not-a-file")


def unpacked(
    capture: Capture, archive: Document, mentions: Sequence[Mention], known: set[str]
) -> Iterator[Clues]:
    """Every member with what leads to it: its path in the archive, the links to the archive.

    Bytes in ``known``, by sha256, are a candidate already and passed over; others are added.
    """
    alone = len(archive.members) == 1
    for member in archive.members:
        if member.sha256 and member.sha256 in known:
            continue
        known.add(member.sha256)
        if _says_nothing(member.document):
            continue
        own = _path_as_link(capture, archive, member, mentions)
        # A link to an archive of one file is a link to that file.
        led = (*mentions, own) if alone else (own, *mentions)
        yield Clues(capture, seen_in(archive, member), led, member)


def _says_nothing(document: Document) -> bool:
    """Read to its end, and hardly a word in it: a note for who unpacks, an empty page."""
    read = not document.unreadable and not document.scans and not document.pictures
    return read and document.words < FEW_WORDS


def seen_in(archive: Document, member: Member) -> Document:
    """The Document of a member as a part of its archive.

    Its bytes are the archive's, its places lie in the member: what quotes it points at what was
    captured.
    """
    inside = member.document
    return replace(
        inside,
        sha256=archive.sha256,
        blocks=tuple(replace(b, locator=within(member.path, b.locator)) for b in inside.blocks),
        tables=tuple(replace(t, locator=within(member.path, t.locator)) for t in inside.tables),
        links=tuple(replace(k, locator=within(member.path, k.locator)) for k in inside.links),
    )


def hidden(archive: Document) -> str:
    """Why a part of the archive could not be read, "" when all of it was.

    In a program, a font or a link nobody publishes an edition.
    """
    for member in archive.members:
        document = member.document
        if document.unreadable in _NOTHING:
            continue
        if document.unreadable or document.text_layer_share == 0:
            return document.unreadable or "no-text-layer"
    return ""


def _path_as_link(
    capture: Capture, archive: Document, member: Member, mentions: Sequence[Mention]
) -> Mention:
    """The folders stand over the name as headings do, and over them what led to the archive."""
    path = PurePosixPath(member.path)
    folders = tuple(_words(part) for part in reversed(path.parts[:-1]))
    over = (mentions[0].link.text, *mentions[0].headings) if mentions else ()
    link = PageLink(
        member.path,
        _words(path.stem),
        " / ".join(_words(part) for part in (*path.parts[:-1], path.stem)),
        within(member.path, ""),
    )
    return Mention(capture, archive, link, (*folders, *filter(None, over)))


def _words(name: str) -> str:
    return re.sub(r"[_+\s]+", " ", name).strip()
