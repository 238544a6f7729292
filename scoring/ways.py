"""How many clicks from the home page to an address, and by what words on the last link."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urljoin

from crawler.model import Capture, Region
from scoring.editions.current import current
from scoring.editions.linked import address
from scoring.model import Document, PageLink

_ELSEWHERE = ("#", "mailto:", "tel:", "javascript:", "data:")


@dataclass(frozen=True, slots=True)
class Step:
    """The last click of a shortest way: ``link`` on ``page`` leads there in ``clicks`` clicks."""

    clicks: int
    page: Capture
    link: PageLink


@dataclass(frozen=True, slots=True)
class Ways:
    """Shortest ways over the archived pages of a region.

    ``homes`` are readable captures of the home page. ``steps`` holds, for every address that
    archived pages lead to, all last clicks of the shortest ways to it, in reading order.
    """

    homes: tuple[Capture, ...]
    steps: Mapping[str, tuple[Step, ...]]

    def to(self, captures: Iterable[Capture]) -> tuple[Step, ...]:
        """The last clicks to the nearest of these addresses, () when no page leads there."""
        own = sorted({address(url) for c in captures for url in (c.url, c.final_url)})
        found = [step for target in own for step in self.steps.get(target, ())]
        nearest = min((step.clicks for step in found), default=0)
        return tuple(step for step in found if step.clicks == nearest)


def ways(region: Region, captures: Sequence[Capture], documents: Mapping[str, Document]) -> Ways:
    """Walk the links of the archived pages, breadth first, from the home page on.

    A source that the crawler opened directly may lie two clicks from the home page all the
    same: what counts is what a citizen's browser would do, not how the crawler came by.
    """
    pages = current(captures)
    home = address(str(region.home))
    homes = tuple(c for c in pages if c.clicks == 0 or address(c.url) == home)
    by_address = {address(url): c for c in pages for url in (c.url, c.final_url)}
    steps: dict[str, tuple[Step, ...]] = {}
    reached = {address(url) for c in homes for url in (c.url, c.final_url)}
    front, clicks = list(homes), 0
    while front:
        clicks += 1
        found: dict[str, list[Step]] = {}
        for page in front:
            for target, link in _links(page, documents):
                if target not in reached:
                    found.setdefault(target, []).append(Step(clicks, page, link))
        steps |= {target: tuple(last) for target, last in found.items()}
        reached |= found.keys()
        front = _opened(found, by_address, reached)
    return Ways(homes, steps)


def _opened(
    found: Iterable[str], by_address: Mapping[str, Capture], reached: set[str]
) -> list[Capture]:
    """The archived pages behind the addresses; one that redirects is reached under both names."""
    opened = {c.id: c for target in found if (c := by_address.get(target))}
    for capture in opened.values():
        reached |= {address(capture.url), address(capture.final_url)}
    return sorted(opened.values(), key=lambda c: (c.url, c.id))


def _links(page: Capture, documents: Mapping[str, Document]) -> Iterator[tuple[str, PageLink]]:
    document = documents.get(page.sha256)
    if document is None or "html" not in document.media_type:
        return
    base = page.final_url or page.url
    site = urljoin(base, "/")
    for link in document.links:
        if not link.href.lower().startswith(_ELSEWHERE):
            # Menus repeat on every page: from the site's root they are resolved once.
            target = _target(site if link.href.startswith("/") else base, link.href)
            if target:
                yield target, link


@lru_cache(maxsize=65536)
def _target(base: str, href: str) -> str:
    """Where a link leads, "" for what no browser could follow."""
    try:
        return address(urljoin(base, href))
    except ValueError:
        return ""
