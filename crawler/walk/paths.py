"""The shortest way from the home page to each address, known for good when the walk has ended."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from crawler.walk.ask import Ask, is_shorter
from crawler.walk.canonical import address

# What leads on is kept, not every link of every page: 89 regions are walked side by side.
MAX_STEPS = 2_000


@dataclass(frozen=True, slots=True)
class Path:
    """A better way to an address than its capture tells: clicks from home, and the links' words."""

    url: str
    clicks: int
    link_texts: tuple[str, ...]


class Paths:
    """Collects the steps from page to page, and what the captures said of their paths."""

    def __init__(self, home: str) -> None:
        self._home = address(home)
        self._steps: dict[str, dict[str, str]] = {}
        self._count = 0
        self._told: dict[str, tuple[str, int | None]] = {}
        self._spelled: dict[str, str] = {}
        self._moved: dict[str, str] = {}

    def step(self, page: str, url: str, text: str) -> None:
        """A page links to an address in these words; the first words count."""
        here = self._steps.setdefault(address(page), {})
        key = address(url)
        if key not in here and self._count < MAX_STEPS:
            here[key] = text
            self._count += 1

    def told(self, ask: Ask, final_url: str) -> None:
        """An address was read, and archived with the path known at that time."""
        asked, answered = address(ask.url), address(final_url)
        before = ask.url.removesuffix(asked)
        self._told[asked] = _told(before, ask.clicks)
        self._spelled.pop(asked, None)
        if before == ask.url:  # a route behind a "#", or an address without its scheme
            self._spelled[asked], self._told[asked] = ask.url, _told("", ask.clicks)
        if answered != asked:
            self._moved.setdefault(answered, asked)
        if ask.via and ask.clicks is not None and ask.link_texts:
            self.step(ask.via, ask.url, ask.link_texts[-1])

    def better(self) -> tuple[Path, ...]:
        """What is now known to be nearer to the home page than its capture says, by address."""
        shortest = self._shortest()
        found = (
            Path(self._spelled.get(key, before + key), len(shortest[key]), shortest[key])
            for key, (before, clicks) in self._told.items()
            if key in shortest and is_shorter(len(shortest[key]), clicks)
        )
        return tuple(sorted(found, key=lambda path: path.url))

    def _shortest(self) -> dict[str, tuple[str, ...]]:
        """The words on the shortest way to every address that can be reached."""
        ways: dict[str, tuple[str, ...]] = {self._home: ()}
        waiting = deque([self._home])
        while waiting:
            here = waiting.popleft()
            for there, text in self._onward(here):
                if there not in ways:
                    ways[there] = (*ways[here], text)
                    waiting.append(there)
        return ways

    def _onward(self, page: str) -> Iterator[tuple[str, str]]:
        for key, text in self._steps.get(page, {}).items():
            # A link to where a redirect led is a link to what was asked.
            yield (key if key in self._told else self._moved.get(key, key)), text


@lru_cache(maxsize=256)
def _told(before: str, clicks: int | None) -> tuple[str, int | None]:
    """What an address lacks of its url, and its clicks: the same few for thousands of pages."""
    return before, clicks
