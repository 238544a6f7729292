"""The files of an archive, each read as if it had been published by itself."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from scoring.document import Document, Member
from scoring.extract.archives import UNPACKERS
from scoring.extract.archives.packed import Packed, unframed
from scoring.sandbox import NoAnswer, Sandbox, SandboxEndedError
from scoring.unpacking import INSTALL, PROGRAMS

ARCHIVES = frozenset({*UNPACKERS, *PROGRAMS})
DEEPEST = 2
"""Archives in one another: an archive in an archive is opened, one in that is not."""
REFUSALS = frozenset(
    {
        *("unsafe-path", "not-a-file", "too-deep", "too-large", "too-slow", "encrypted"),
        *("torn", "unsupported-format", "crashed"),
    }
)
"""Why a member is not read. What unpacks hostile bytes may say what it likes; this is published."""
_TAPE = "application/x-tar"

Read = Callable[[bytes, str], tuple[Document, int]]
"""Bytes and path to the Document and the length of its JSON."""


@dataclass(slots=True)
class Allowance:
    """What one archive, with the archives in it, may still cost.

    ``unpacked`` are bytes of its files, ``text`` bytes of what they say, ``slow`` the files that
    may take all their time.
    """

    files: int = 1_000
    unpacked: int = 512 << 20
    text: int = 160 << 20
    slow: int = 5


class _Unopened(Exception):  # noqa: N818  # an archive that stays shut is no error of ours
    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


def is_archive(document: Document) -> bool:
    """Is it an archive nobody has opened yet?"""
    return document.media_type in ARCHIVES and document.unreadable == "unsupported-format"


def opened(
    document: Document,
    body: bytes,
    sandbox: Sandbox,
    read: Read,
    *,
    url: str = "",
    depth: int = 0,
    allowance: Allowance | None = None,
) -> Document:
    """The Document of an archive with its members, or with the reason why it stays shut.

    Members stand in order of their paths; files of an archive within follow as its own. Raises
    SandboxEndedError when the sandbox was ended meanwhile.
    """
    allowed = allowance or Allowance()
    if depth >= DEEPEST:
        return replace(document, unreadable="too-deep", detail="an archive in archives")
    members: list[Member] = []
    try:
        for one in _files(document.media_type, body, sandbox, url, allowed):
            members += _members(one, sandbox, read, depth, allowed)
    except _Unopened as shut:
        # What came before the trouble was read, and is there for anybody who opens the archive.
        reason = "" if members else shut.reason
        return replace(document, unreadable=reason, detail=str(shut)[:300], members=tuple(members))
    if not members:
        return replace(document, unreadable="empty", detail="an archive without files")
    return replace(document, unreadable="", detail="", members=tuple(members))


def member_body(body: bytes, path: str, *, url: str = "") -> bytes:
    """The bytes of the member ``path`` of the archive ``body``, unpacked anew.

    Raises LookupError when the archive holds no such file or cannot be opened.
    """
    with Sandbox() as sandbox:
        document, _ = sandbox.read(body, url=url)
        try:
            for one in _files(document.media_type, body, sandbox, url, Allowance()):
                if one.path == path and not one.reason:
                    return one.body
                if path.startswith(one.path + "/") and one.body:
                    return member_body(one.body, path.removeprefix(one.path + "/"), url=one.path)
        except (_Unopened, KeyError) as shut:
            raise LookupError(f"the archive cannot be opened: {shut}") from None
    raise LookupError(f"the archive holds no file {path}")


def _members(
    one: Packed, sandbox: Sandbox, read: Read, depth: int, allowed: Allowance
) -> Iterator[Member]:
    if one.reason:
        yield _refused(one, one.reason, one.detail)
        return
    if allowed.text <= 0 or allowed.slow <= 0:
        reason = "too-large" if allowed.text <= 0 else "too-slow"
        yield _refused(one, reason, "the archive had used up what one archive may cost")
        return
    document, length = read(one.body, one.path)
    allowed.text -= length
    allowed.slow -= document.unreadable == "too-slow"
    if is_archive(document):
        document = opened(
            document, one.body, sandbox, read, url=one.path, depth=depth + 1, allowance=allowed
        )
        for inner in document.members:
            yield replace(inner, path=f"{one.path}/{inner.path}")
        if document.members:
            return
    yield Member(one.path, document.sha256, len(one.body), document)


def _refused(one: Packed, reason: str, detail: str) -> Member:
    """Unread: of bytes nobody has, there is no hash."""
    sha256 = hashlib.sha256(one.body).hexdigest() if one.body else ""
    known = reason if reason in REFUSALS else "crashed"
    document = Document(sha256, "", unreadable=known, detail=detail[:300])
    return Member(one.path, sha256, len(one.body), document)


def _files(
    media_type: str, body: bytes, sandbox: Sandbox, url: str, allowed: Allowance
) -> Iterator[Packed]:
    """The files one after another; raises _Unopened for an archive that stays shut."""
    if media_type in PROGRAMS:
        media_type, body = _TAPE, _tape(media_type, body, sandbox)
    start, count = 0, 1
    while start < count:
        hints = {"media_type": media_type, "url": url, "start": start, "total": allowed.unpacked}
        answer = sandbox.ask("scoring.extract.archives:unpack", body, unframed, **hints)
        if isinstance(answer, NoAnswer):
            raise _Unopened(answer.reason, answer.detail)
        files, count = answer
        if not files:
            return
        for one in files:
            allowed.files -= 1
            allowed.unpacked -= len(one.body)
            if allowed.files < 0:
                raise _Unopened("too-large", "more files than one archive may hold")
            yield one
        start += len(files)


def _tape(media_type: str, body: bytes, sandbox: Sandbox) -> bytes:
    ran = PROGRAMS[media_type](body, sandbox.ended)
    if ran.reason == "stopped":
        raise SandboxEndedError
    if ran.reason == "missing-program":
        raise _Unopened(ran.reason, f"{ran.detail}: apt-get install {INSTALL}")
    if ran.reason:
        raise _Unopened(ran.reason, ran.detail)
    return ran.said
