"""The zip an office file is: members by name, bounded, and what they refer to."""

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass

from scoring.extract.given import Given
from scoring.extract.office.markup import Element, parsed, value
from scoring.extract.office.refused import Refused

MOST_MEMBERS = 20_000
LARGEST_MEMBER = 48 << 20
"""Bytes of one part, unpacked: a parsed tree takes ten times as much memory."""
LARGEST = 192 << 20
"""Bytes of all parts that are read."""
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: a part of the package, or an address outside."""

    kind: str
    target: str
    external: bool


class Package:
    """A package of parts. Every method raises Refused for what cannot or must not be read."""

    def __init__(self, given: Given) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(given.body))
            held = self._zip.infolist()
        except _FAULTS as error:
            raise Refused("torn", f"zip: {error}") from None
        if len(held) > MOST_MEMBERS:
            raise Refused("too-large", f"{len(held)} parts, read up to {MOST_MEMBERS}")
        # Windows programs write backslashes, some a slash in front.
        self._members = {one.filename.replace("\\", "/").lstrip("/"): one for one in held}
        self._left = LARGEST

    def __contains__(self, name: str) -> bool:
        return name in self._members

    @property
    def names(self) -> list[str]:
        """All parts, in order of their names."""
        return sorted(self._members)

    def bytes_of(self, name: str, most: int = LARGEST_MEMBER) -> bytes:
        """A part's bytes. What the directory says of its size is not believed."""
        member = self._members.get(name)
        if member is None:
            raise Refused("torn", f"no part {name}")
        if member.flag_bits & 1:
            raise Refused("encrypted", "protected by a password")
        most = min(most, self._left)
        try:
            with self._zip.open(member) as part:
                body = part.read(most + 1)
        except RuntimeError as error:
            raise Refused("encrypted", f"{name}: {error}") from None
        except _FAULTS as error:
            raise Refused("torn", f"{name}: {error}") from None
        if len(body) > most:
            raise Refused("too-large", f"{name}: more than {most >> 20} MiB unpacked")
        self._left -= len(body)
        return body

    def xml(self, name: str) -> Element:
        """A part's root element."""
        return parsed(self.bytes_of(name), name)

    def xml_if(self, name: str) -> Element | None:
        """A part's root element, None where the part is missing or torn."""
        if name not in self._members:
            return None
        try:
            return self.xml(name)
        except Refused as refused:
            if refused.reason != "torn":
                raise
            return None

    def relations(self, name: str = "") -> dict[str, Relation]:
        """What a part refers to, by id; of the package itself with no name."""
        folder, _, own = name.rpartition("/")
        root = self.xml_if(f"{folder}/_rels/{own}.rels".lstrip("/"))
        found: dict[str, Relation] = {}
        for one in root if root is not None else ():
            external = value(one, "TargetMode") == "External"
            target = value(one, "Target")
            kind = value(one, "Type").rpartition("/")[2]
            if not external:
                target = _inside(folder, target)
            found[value(one, "Id")] = Relation(kind, target, external)
        return found

    def main(self, default: str) -> str:
        """The part the package is about."""
        known = self.relations().values()
        named = next((r.target for r in known if r.kind == "officeDocument" and not r.external), "")
        return named if named in self._members else default


def _inside(folder: str, target: str) -> str:
    path = target if target.startswith("/") else f"/{folder}/{target}"
    return posixpath.normpath(path.split("#")[0]).lstrip("/")
