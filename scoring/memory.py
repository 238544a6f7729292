"""Regions judged before: a verdict is good as long as nothing it was made of has changed."""

import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import metadata
from pathlib import Path

import msgspec

from crawler.model import Capture, Region
from scoring.extract import VERSION
from scoring.rubric import Rubric
from scoring.verdict import Verdict

_PACKAGE = Path(__file__).parent
_SHARED = _PACKAGE.parent / "crawler" / "model.py"
_READERS = ("pymorphy3", "pymorphy3-dicts-ru", "DAWG2", "razdel", "rensa", "pydantic")
"""What reads Russian and compares texts: another release may read otherwise."""
LARGEST = 256 << 20
"""Bytes of a remembered verdict: a larger file is none of ours."""


@dataclass(frozen=True, slots=True)
class _Kept:
    key: str
    verdict: Verdict


def _region(kind: type, told: object) -> object:
    """The registry's entry, which people write and pydantic reads."""
    return Region.model_validate(told)


# pydantic reads a verdict of a thousand amounts in twice the time, and that is all there is to do.
_READ = msgspec.json.Decoder(_Kept, dec_hook=_region)
_WRITE = msgspec.json.Encoder(enc_hook=lambda region: region.model_dump(mode="json"))


class Memory:
    """Verdicts under ``<build>/verdicts/<wave>``, one JSON file a region, with the key of each.

    The key is over all a verdict follows from: captures, the registry's entry, rubrics, day,
    wave, which runs had ended, and our own code. Anything else in a file counts as not judged.
    """

    def __init__(
        self, build: Path, wave: str, as_of: date, rubrics: Sequence[Rubric], ended: Iterable[str]
    ) -> None:
        self._folder = build / "verdicts" / wave
        self._ended = frozenset(ended)
        policy = "\n".join(map(repr, rubrics))
        self._shared = f"{code()}\n{VERSION}\n{wave}\n{as_of}\n{policy}\n"

    def key(self, region: Region, captures: Sequence[Capture]) -> str:
        """The key of what will be judged; any order of captures gives the same."""
        runs = sorted({c.run for c in captures} & self._ended)
        seen = sorted(repr(capture) for capture in captures)
        told = "\n".join((region.model_dump_json(), *runs, "", *seen))
        return hashlib.sha256((self._shared + told).encode()).hexdigest()

    def recall(self, region: str, key: str) -> Verdict | None:
        """The verdict made of the very same; None for none, or a file that is not ours."""
        path = self._path(region)
        try:
            if path.stat().st_size > LARGEST:
                return None
            body = path.read_bytes()
            # The key stands first: of what has changed no more is parsed.
            if not body.startswith(f'{{"key":"{key}"'.encode()):
                return None
            return _READ.decode(body).verdict
        except (FileNotFoundError, ValueError):
            return None

    def keep(self, region: str, key: str, verdict: Verdict) -> None:
        """Remember a verdict in place of an older one, whole or not at all."""
        path = self._path(region)
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(f".{os.getpid()}.part")
        half.write_bytes(_WRITE.encode(_Kept(key, verdict)))
        half.replace(path)

    def _path(self, region: str) -> Path:
        return self._folder / f"{region}.json"


@cache
def code() -> str:
    """The sha256 of all that judges: our modules and word lists, and the readers' releases."""
    whole = hashlib.sha256()
    files = (p for p in _PACKAGE.rglob("*") if p.suffix in (".py", ".yaml", ".csv", ".txt"))
    for path in (*sorted(files), _SHARED):
        whole.update(f"{path.relative_to(_PACKAGE.parent).as_posix()}\n".encode())
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    for name in _READERS:
        whole.update(f"{name} {_version(name)}\n".encode())
    return whole.hexdigest()


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
