"""The same pages again under another prefix or host: /ru/, /new/, /index.php/, a second name."""

from urllib.parse import urlsplit

from crawler.walk.canonical import address

# So many different pages must come byte for byte the same under both prefixes. One page served
# for every unknown address (a soft 404) is one page, however often it comes.
ENOUGH = 3
MAX_PAIRS = 500
MAX_BODIES = 2_000

_Pair = tuple[str, str]


class Mirrors:
    """Learns from the bodies' sha256 which prefix shows what another one has shown."""

    def __init__(self) -> None:
        self._first: dict[str, str] = {}
        self._same: dict[_Pair, set[str]] = {}
        self._proven: dict[str, str] = {}

    def learn(self, url: str, sha256: str) -> None:
        """Take in what an address answered."""
        if not sha256:
            return
        here = address(url)
        if sha256 not in self._first:
            if len(self._first) < MAX_BODIES:
                self._first[sha256] = here
            return
        pair = _prefixes(self._first[sha256], here)
        if pair is None or (pair not in self._same and len(self._same) >= MAX_PAIRS):
            return
        bodies = self._same.setdefault(pair, set())
        bodies.add(sha256)
        if len(bodies) >= ENOUGH and pair[1] not in self._proven:
            self._proven[pair[1]] = pair[0]

    def original(self, url: str) -> str:
        """Return the address a mirror's address repeats, without its scheme; "" for no mirror."""
        here = address(url)
        for mirror, original in self._proven.items():
            if here.startswith(mirror):
                return original + here[len(mirror) :]
        return ""


def _prefixes(first: str, second: str) -> _Pair | None:
    """What differs at the beginning of two addresses that end the same: (original, mirror)."""
    one, other = _parts(first), _parts(second)
    if one is None or other is None or one[1] != other[1]:
        return None
    left, right = one[0], other[0]
    same = 0
    while same < min(len(left), len(right)) - 1 and left[-1 - same] == right[-1 - same]:
        same += 1
    if not same:
        return None
    original, mirror = left[: len(left) - same], right[: len(right) - same]
    return "/".join(original) + "/", "/".join(mirror) + "/"


def _parts(url: str) -> tuple[list[str], str] | None:
    """An address without scheme as its host and segments, and its query."""
    try:
        parts = urlsplit(f"//{url}")
    except ValueError:
        return None
    return [parts.netloc, *parts.path.split("/")[1:]], parts.query
