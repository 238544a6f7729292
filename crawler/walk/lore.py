"""What readable answers teach a walk: mirrors, paths, and who lives beside an edition."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from crawler.walk.ask import Ask
from crawler.walk.canonical import address
from crawler.walk.mirrors import Mirrors
from crawler.walk.neighbours import Neighbours
from crawler.walk.paths import Paths
from crawler.walk.promise import HOPELESS
from crawler.walk.traps import is_file
from crawler.walk.words import NAMED

# How often what waits is looked through again because an edition turned up beside it.
MAX_LOOKS = 30


class Lore:
    """One region's lore."""

    def __init__(self, home: str) -> None:
        self.mirrors = Mirrors()
        self.neighbours = Neighbours()
        self.paths = Paths(home)
        self._vias: dict[str, str] = {}
        self._looks = 0

    def asked(self, ask: Ask) -> None:
        """An address is being asked: remember which page led to it."""
        self._vias[address(ask.url)] = ask.via

    def learn(self, ask: Ask, final_url: str, sha256: str, *, document: bool) -> bool:
        """Take in a readable answer; True when what already waits should be looked at again."""
        self.mirrors.learn(final_url, sha256)
        self.paths.told(ask, final_url)
        if not document or ask.promise < NAMED or self._looks >= MAX_LOOKS:
            return False
        list_of_via = self._vias.get(address(ask.via), "")
        new = self.neighbours.learn(ask.url, ask.via, list_of_via)
        self._looks += new
        return new

    def raised(self, waiting: Iterable[Ask]) -> Iterator[Ask]:
        """Yield those of the waiting that an edition beside them makes more promising."""
        for ask in waiting:
            worth = self.neighbours.promise(ask.url, ask.via, file=is_file(ask.url))
            if worth > ask.promise > HOPELESS:
                yield replace(ask, promise=worth)
