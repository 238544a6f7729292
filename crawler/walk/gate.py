"""Which links of a page are let into the walk, and with what promise."""

from collections import Counter

from crawler.model import Region
from crawler.pages.link import Link, LinkKind
from crawler.walk.ask import Ask
from crawler.walk.behind import Behind, is_behind, is_click, reaches
from crawler.walk.canonical import address, canonical, site
from crawler.walk.elsewhere import Elsewhere
from crawler.walk.frontier import Frontier
from crawler.walk.lore import Lore
from crawler.walk.municipal import Municipal
from crawler.walk.promise import (
    HOPELESS,
    ON_THE_WAY,
    PROMISING,
    From,
    hope,
    is_below,
    of_a_row,
    own_words,
)
from crawler.walk.spoken import spoken
from crawler.walk.territory import Reach, Territory, is_disk
from crawler.walk.traps import Patience, is_file, is_paging, shows_all, trap, trap_behind
from crawler.walk.words import BUDGET, WAY

MAX_DEPTH = 10
MAX_LINK_TEXT = 200
MAX_MENU = 20_000
MAX_KINDS = 20_000
TITLE = 3  # words
# Pages of one host of another owner, such as a portal «Открытый бюджет» the region links to.
MAX_AWAY = 60
# What has been let through of a kind makes the next one of it less urgent, not less possible.
_CROWDED = 0.98
_ALIKE = 0.95
_LEAST = HOPELESS * 1.05
_MUNICIPAL = _TAIL = 0.1
_CHAPTER = 0.4


class Gate:
    """One region's gate. ``traps`` counts what was recognised and left, by name."""

    def __init__(
        self, region: Region, territory: Territory, frontier: Frontier, lore: Lore, year: int
    ) -> None:
        self.traps: Counter[str] = Counter()
        self.elsewhere = Elsewhere()
        self.behind = Behind()
        self._scripted: set[str] = set()
        self._municipal = Municipal(region)
        self._territory, self._frontier, self._lore = territory, frontier, lore
        self._year = year
        self._patience = Patience()
        self._read: set[tuple[str, str]] = set()
        self._away: Counter[str] = Counter()
        self._alike: Counter[tuple[str, str]] = Counter()

    def open_routes(self, url: str) -> None:
        """A page is drawn by scripts: its ``#/...`` links lead to further pages."""
        self._scripted.add(address(url))

    def seen_whole(self, url: str) -> None:
        """A list came in one piece: its parts are not asked."""
        if shows_all(url):
            self._patience.seen_whole(url)
            self._frontier.drop(self._patience.is_part_of_seen)

    def let_in(self, link: Link, parent: Ask, page: From) -> Ask | None:
        """What a link of a page has the walk ask, None for nothing worth asking."""
        url = None if self._was_read(link) else self._unrouted(canonical(link.url))
        if url is None:
            return None
        text = link.text[:MAX_LINK_TEXT]
        if self._frontier.knows(url):
            self._lore.paths.step(parent.url, url, text)
            return None
        promise = self._promise(link, url, parent, page)
        if promise >= ON_THE_WAY:
            self._lore.paths.step(parent.url, url, text)
        turned = is_paging(url, parent.url, text)
        return (
            Ask(
                url,
                parent.source,
                parent.url,
                None if parent.clicks is None else parent.clicks + is_click(link),
                (*parent.link_texts, text),
                promise,
                parent.depth + (not turned),
                away=not self._territory.owns(url),
            )
            if promise
            else None
        )

    def _unrouted(self, url: str | None) -> str | None:
        """Without a browser that opens it, a route is the page it stands on."""
        if url is None or "#" not in url or address(url) in self._scripted:
            return url
        return url.partition("#")[0]

    def _was_read(self, link: Link) -> bool:
        """True for a menu's link that another page has shown: it is the same on all of them."""
        seen = (link.url, link.text)
        if not link.menu or seen in self._read:
            return link.menu
        if len(self._read) < MAX_MENU:
            self._read.add(seen)
        return False

    def _promise(self, link: Link, url: str, parent: Ask, page: From) -> float:
        """What to expect behind a link; 0 for one that is not let in."""
        if parent.depth >= MAX_DEPTH or self.is_trap(url, link.text, behind=is_behind(link)):
            return 0.0
        file, turned = is_file(url), is_paging(url, page.url, link.text)
        found = hope(link, url, page, self._year, turned=turned)
        if not turned:
            found = max(found, self._lore.neighbours.promise(url, page.url, file=file))
        elif self._lore.neighbours.has_list(page.url):
            found = max(found, ON_THE_WAY)
        if is_behind(link) and parent.promise >= ON_THE_WAY:
            # Without it the page is empty: what its script asks for is as good as the page.
            found = max(found, ON_THE_WAY)
        found = self._of_place(link, url, parent, found)
        if found <= HOPELESS or not self._reaches(link, url, parent, found, file=file):
            return 0.0
        return self._in_patience(link, url, page.url, found, turned=turned)

    def is_trap(self, url: str, text: str = "", *, behind: bool = False) -> bool:
        """True for an address that is never walked; counted by its reason.

        ``behind`` is True for what a page's script asks for.
        """
        why = trap_behind(url) if behind else trap(url, text)
        if not why and self._is_mirrored(url):
            why = "mirror"
        self.traps[why] += bool(why)
        return bool(why)

    def _is_mirrored(self, url: str) -> bool:
        """True when the walk has, or will have, the same page under its first address."""
        original = self._lore.mirrors.original(url)
        known = f"http://{original}"
        return bool(original) and (self._frontier.knows(known) or self._frontier.waits(known))

    def _of_place(self, link: Link, url: str, parent: Ask, found: float) -> float:
        """Nothing for a municipality's edition, little for what else speaks of municipalities."""
        if found <= _MUNICIPAL or not self._is_municipal(link, url):
            return found
        if self._is_chapter(link, url, parent):
            return min(found, _CHAPTER)
        if found >= PROMISING or own_words(link, url) >= BUDGET:
            self.elsewhere.note(url, link.text or link.context, parent.url, "municipal")
            return 0.0
        return min(found, _MUNICIPAL)

    def _is_chapter(self, link: Link, url: str, parent: Ask) -> bool:
        """An edition's page tells of help to municipalities on a page below it, or in a file."""
        part = not link.menu and (is_file(url) or is_below(url, parent.url))
        own = part and parent.promise >= PROMISING and own_words(link, url) < BUDGET
        return own and self._municipal.speaks_of_all(link.text)

    def _is_municipal(self, link: Link, url: str) -> bool:
        own = f"{link.text}. {link.context}"
        if self._municipal.speaks(own) or self._municipal.speaks(spoken(url)):
            return True
        above = link.heading.rpartition(" / ")[2]
        return (
            bool(above) and not self._municipal.is_regional(own) and self._municipal.speaks(above)
        )

    def _reaches(self, link: Link, url: str, parent: Ask, found: float, *, file: bool) -> bool:
        """True for the region's own and for what its links support elsewhere, one host away."""
        if is_behind(link):
            says = own_words(link, url)
            return reaches(self._territory, url, parent.url, says) and self.behind.has_room(link)
        if self._territory.owns(url):
            return True
        if link.kind is LinkKind.CHAPTER and site(url) == site(parent.url):
            # The rest of an edition is where its beginning is, whoever owns the place.
            return parent.promise >= PROMISING
        wrapped = file or is_disk(url)
        says = max(own_words(link, url), of_a_row(link))
        if wrapped:
            says = max(says, parent.promise)
        if parent.away and not wrapped:
            return self._stays(url, parent, found, says)
        if self._territory.reach(url, says=says, file=file) is Reach.ONE_HOP:
            return True
        if says >= BUDGET:
            why = self._territory.stranger(url) or "no support"
            self.elsewhere.note(url, link.text or link.context, parent.url, why)
        return False

    def _stays(self, url: str, parent: Ask, found: float, says: float) -> bool:
        """From a place of another owner only promising pages of the same place, and not all."""
        host = site(url)
        near = host == site(parent.url) and (found >= PROMISING or says >= WAY)
        if not near or self._territory.stranger(url) or self._away[host] >= MAX_AWAY:
            return False
        self._away[host] += not self._frontier.waits(url)
        return True

    def _in_patience(self, link: Link, url: str, page: str, found: float, *, turned: bool) -> float:
        """Endless lists and endless numbers are followed for a while only, and with less zeal."""
        if self._patience.is_part_of_seen(url):
            return 0.0
        if turned:
            going = self._patience.with_paging(url)
        else:
            going = found >= PROMISING or self._patience.with_shape(url, link.text)
        self.traps["endless list"] += not going
        if not going:
            return 0.0
        if (
            turned or max(found, own_words(link, url)) >= 0.8
        ):  # an edition of 2013 is not like that of 2012
            return found
        if found < ON_THE_WAY:
            return max(found * _CROWDED ** self._patience.crowd(url), _LEAST)
        return self._among_alike(link, page, found)

    def _among_alike(self, link: Link, page: str, found: float) -> float:
        """Of twenty annexes in a row the first is as good as any, the last can wait.

        A title is compared with those of the whole site, "Download" with those of its page.
        """
        titled = len(link.text.split()) >= TITLE
        kind = "" if titled else address(page), self._patience.shape(link.text)
        before = self._alike[kind]
        if before or len(self._alike) < MAX_KINDS:
            self._alike[kind] += 1
        return max(found * _ALIKE**before, _TAIL)
