"""What our readers cannot open, a program of the system turns into what they can."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from scoring import libreoffice
from scoring.document import Document
from scoring.program import Ran
from scoring.sandbox import Sandbox, SandboxEndedError

MISSING = "missing-program"
"""The reason of a Document whose reader needs a program: what a sandbox cannot start."""


@dataclass(frozen=True, slots=True)
class Converter:
    """``run`` makes of the bytes a file ``result``, a name its bytes are then known by.

    ``install`` says what to install, as a person types it.
    """

    run: Callable[[bytes, threading.Event], Ran]
    result: str
    install: str


CONVERTERS: Mapping[str, Converter] = MappingProxyType(
    {
        "application/msword": Converter(
            libreoffice.to_docx, "converted.docx", "libreoffice-writer"
        ),
        "application/vnd.ms-powerpoint": Converter(
            libreoffice.to_pptx, "converted.pptx", "libreoffice-impress"
        ),
    }
)
"""Formats only a program reads; ``scoring.extract`` names them ``missing-program``."""


def needed(document: Document) -> Converter | None:
    """The converter a Document waits for, None when it is read or hopeless."""
    return CONVERTERS.get(document.media_type) if document.unreadable == MISSING else None


def converted(document: Document, body: bytes, sandbox: Sandbox) -> tuple[Document, bytes]:
    """The Document of what a program made of the bytes, under the bytes' own hash and format.

    With it the bytes it was read from: those the program made, or those it made nothing of.

    The program runs beside the sandbox, in a cage of its own (``scoring.program``); what it made
    is as hostile as what it was made of, and is read in the sandbox. Raises SandboxEndedError
    when the sandbox was ended meanwhile.
    """
    converter = needed(document)
    if converter is None:
        return document, body
    ran = converter.run(body, sandbox.ended)
    if ran.reason == "stopped":
        raise SandboxEndedError
    if ran.reason == MISSING:
        detail = f"{document.detail}; {ran.detail}: apt-get install {converter.install}"
        return replace(document, detail=detail), body
    made = ran.made.get(converter.result)
    if made is None:
        detail = ran.detail or f"{converter.install} made nothing of it"
        return replace(document, unreadable=ran.reason or "torn", detail=detail), body
    read, _ = sandbox.read(made, url=converter.result)
    return replace(read, sha256=document.sha256, media_type=document.media_type), made
