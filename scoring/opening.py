"""Bytes to a whole Document: read, converted, unpacked, recognised, each where it is needed."""

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import TypeAdapter

from scoring import members, ocr, unpacking
from scoring.conversion import CONVERTERS, MISSING, converted, needed
from scoring.document import Document
from scoring.ocr import inset, tesseract
from scoring.ocr.tesseract import INSTALL
from scoring.sandbox import Sandbox

_DOCUMENT = TypeAdapter(Document)


def whole(
    body: bytes, sandbox: Sandbox, *, url: str = "", media_type: str = ""
) -> tuple[Document, bytes]:
    """The Document of the bytes and its JSON; never raises for what they hold.

    Raises SandboxEndedError when the sandbox was ended meanwhile.
    """
    document, written = _read(body, sandbox, url, media_type)
    if members.is_archive(document):
        read = _Members(sandbox).read
        document = members.opened(document, body, sandbox, read, url=url)
        written = _DOCUMENT.dump_json(document)
    return document, written


def lacking(document: Document) -> frozenset[str]:
    """What to install to read more of it, as packages of Debian; empty when nothing is missing."""
    waits = set()
    if document.unreadable == MISSING and document.media_type in CONVERTERS:
        waits.add(CONVERTERS[document.media_type].install)
    if document.unreadable == MISSING and document.media_type in unpacking.PROGRAMS:
        waits.add(unpacking.INSTALL)
    if ocr.lacks_program(document.scans):
        waits.add(INSTALL)
    return frozenset(waits).union(*(lacking(m.document) for m in document.members))


def unseen(document: Document) -> bool:
    """Has it pictures nobody has looked at, though the program that could is there?"""
    return bool(document.insets) and tesseract.installed()


def told(documents: Iterable[Document]) -> str:
    """One sentence on all that waits for a program, "" when nothing does."""
    waiting = [packages for document in documents if (packages := lacking(document))]
    if not waiting:
        return ""
    install = " ".join(sorted(frozenset[str]().union(*waiting)))
    return (
        f"{len(waiting)} documents could not be read in full, for programs that are not "
        f"installed; install them and judge again: apt-get install {install}"
    )


def _read(
    body: bytes, sandbox: Sandbox, url: str, media_type: str, pages: int = ocr.MOST_PAGES
) -> tuple[Document, bytes]:
    document, written = sandbox.read(body, url=url, media_type=media_type)
    before = document
    if needed(document):
        document, body = converted(document, body, sandbox)
    if ocr.wanted(document):
        document = ocr.recognised(document, body, sandbox, pages)
    if unseen(document):
        document = inset.told(document, body, sandbox)
    return document, written if document is before else _DOCUMENT.dump_json(document)


@dataclass(slots=True)
class _Members:
    """Reads the files of one archive; ``pages`` of them may still be recognised."""

    sandbox: Sandbox
    pages: int = ocr.MOST_OF_ARCHIVE

    def read(self, body: bytes, path: str) -> tuple[Document, int]:
        document, written = _read(body, self.sandbox, path, "", self.pages)
        self.pages -= ocr.tried(document)
        return document, len(written)
