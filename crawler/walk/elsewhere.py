"""Links that look like an edition and are not followed: they are somebody else's, and told of."""

from dataclasses import dataclass

from crawler.walk.canonical import address

MAX_LEFT = 200
MAX_TEXT = 200


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A link as the page ``via`` shows it.

    ``why`` is federal, municipal, other region's, social network or no support.
    """

    url: str
    text: str
    via: str
    why: str


class Elsewhere:
    """What was left alone, each address once."""

    def __init__(self) -> None:
        self._left: dict[str, LeftAlone] = {}

    def note(self, url: str, text: str, via: str, why: str) -> None:
        """Remember a link that is not followed; the first reason counts."""
        if len(self._left) < MAX_LEFT:
            self._left.setdefault(address(url), LeftAlone(url, text[:MAX_TEXT], via, why))

    def all(self) -> tuple[LeftAlone, ...]:
        """Everything left alone, by address."""
        return tuple(sorted(self._left.values(), key=lambda left: left.url))
