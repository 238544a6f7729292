"""Which archived pages link to an address, and what stands around the link there."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import unquote, urljoin, urlsplit

from crawler.model import Capture
from scoring.editions.rows import Cell, cells_of
from scoring.model import Block, BlockKind, Document, Evidence, PageLink

_NO_CELL = Cell((), "")
NEAREST = 3
"""Mentions of which more is asked: those of the pages a reader comes by first."""
_MOST_LED = 12
_HEADS = (BlockKind.TITLE, BlockKind.HEADING)


@dataclass(frozen=True, slots=True)
class Mention:
    """A link on an archived page; ``headings`` are those it stands under, nearest first.

    ``cell`` is the text of the table cell it stands in, "" outside tables; ``led`` are the words
    of links that lead to the page, told of the nearest mentions only.
    """

    page: Capture
    document: Document
    link: PageLink
    headings: tuple[str, ...]
    cell: str = ""
    led: tuple[str, ...] = ()

    @property
    def evidence(self) -> Evidence:
        """The row of the link on its page."""
        quote = self.link.context or self.link.text
        return Evidence(
            self.page.id, self.page.url, self.page.sha256, self.link.locator, quote[:300]
        )


@lru_cache(maxsize=65536)
def address(url: str) -> str:
    """One spelling for an address: no scheme, "www.", fragment or percent signs."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url
    query = f"?{parts.query}" if parts.query else ""
    return unquote(f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}{query}")


def mentions(
    captures: Iterable[Capture], documents: Mapping[str, Document], targets: Iterable[Capture]
) -> dict[str, tuple[Mention, ...]]:
    """Every link of every archived page to one of ``targets``, by address, nearest pages first."""
    wanted = {address(url) for target in targets for url in (target.url, target.final_url)}
    tails = {_tail(url) for url in wanted}
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    for page in sorted(captures, key=lambda c: (c.clicks is None, c.clicks, c.url)):
        document = documents.get(page.sha256)
        if document is not None and document.links:
            for mention in _on(page, document, tails):
                target = address(_resolved(page, mention.link.href))
                if target in wanted:
                    found[target].append(mention)
    return {target: tuple(links) for target, links in sorted(found.items())}


def leading_to(capture: Capture, known: Mapping[str, tuple[Mention, ...]]) -> tuple[Mention, ...]:
    """The links that lead to a capture, those of the page the crawler came by first."""
    own = {address(capture.url), address(capture.final_url)}
    links = [m for target in sorted(own) for m in known.get(target, ())]
    links = [m for m in links if not own & {address(m.page.url), address(m.page.final_url)}]
    links.sort(key=lambda m: address(m.page.url) != address(capture.via))
    near = (replace(m, led=_led(m.page, known)) for m in links[:NEAREST])
    return (*near, *links[NEAREST:])


def _led(page: Capture, known: Mapping[str, tuple[Mention, ...]]) -> tuple[str, ...]:
    leading = known.get(address(page.url), ())[:_MOST_LED]
    return tuple(dict.fromkeys(m.link.text for m in leading if m.link.text))


def links_to(page: Capture, document: Document, target: Capture) -> bool:
    """Does this page, as captured, link to the target?"""
    own = {address(target.url), address(target.final_url)}
    tails = {_tail(url) for url in own}
    near = (link.href for link in document.links if _tail(link.href) in tails)
    return any(address(_resolved(page, href)) in own for href in near)


def _on(page: Capture, document: Document, tails: set[str]) -> Iterable[Mention]:
    near = {n for n, link in enumerate(document.links) if _tail(link.href) in tails}
    if not near:
        return
    above = _headings(document.blocks)
    cells = cells_of(document)
    for n in sorted(near):
        link = document.links[n]
        cell = cells.get(n, _NO_CELL)
        heads = (*cell.heads, *_over(document.links, n, above))
        yield Mention(page, document, link, heads, cell.text)


def _over(links: tuple[PageLink, ...], n: int, above: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The headings over a link; a table does not tell its place, its neighbours on the page do."""
    if at := _ordinal(links[n]):
        return above[min(at, len(above) - 1)]
    before = next((o for link in reversed(links[:n]) if (o := _ordinal(link))), 0)
    after = next((o for link in links[n + 1 :] if (o := _ordinal(link))), len(above)) - 1
    sure = set(above[min(before, len(above) - 1)]) | set(_titles(above))
    return tuple(head for head in above[max(0, min(after, len(above) - 1))] if head in sure)


def _titles(above: list[tuple[str, ...]]) -> tuple[str, ...]:
    return next((chain[-1:] for chain in above if chain), ())


def _tail(href: str) -> str:
    """The end of an address: most links differ there, and to resolve each one is slow."""
    return unquote(href.partition("#")[0].strip().rstrip("/")).rpartition("/")[2]


def _headings(blocks: tuple[Block, ...]) -> list[tuple[str, ...]]:
    """For every block (from 1) the headings over it: a deeper one hides those of its level."""
    chain: tuple[Block, ...] = ()
    above: list[tuple[str, ...]] = [()]
    for block in blocks:
        if block.kind in _HEADS:
            chain = (block, *(b for b in chain if _level(b) < _level(block)))
            above.append(tuple(b.text for b in chain))
        else:
            above.append(above[-1])
    return above


def _level(block: Block) -> int:
    return 0 if block.kind is BlockKind.TITLE else block.level or 2


def _ordinal(link: PageLink) -> int:
    """The block a link stands in, 0 for one in a table."""
    kind, _, digits = link.locator.partition("=")
    return int(digits) if kind == "block" and digits.isdigit() else 0


def joined(base: str, href: str) -> str:
    """Where a link of the page ``base`` leads; what no browser could follow stands as written."""
    try:
        return urljoin(base, href)
    except ValueError:
        return href


def _resolved(page: Capture, href: str) -> str:
    return joined(page.final_url or page.url, href)
