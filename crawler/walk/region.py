"""The walk of one region: what to ask next, and what an answer adds. It touches no network."""

from collections import Counter
from collections.abc import Collection, Iterable

from crawler.model import Capture, Outcome, Region, Source
from crawler.pages.link import Link, LinkKind
from crawler.walk.behind import Behind, is_behind, is_click, reaches
from crawler.walk.budget import Budget, Polite
from crawler.walk.canonical import address, canonical, place, site
from crawler.walk.frontier import Ask, Frontier
from crawler.walk.promise import HOPELESS, ON_THE_WAY, PROMISING, From, hope, of_sitemap, own_words
from crawler.walk.territory import Reach, Territory
from crawler.walk.traps import Patience, is_file, is_paging, shows_all, trap, trap_behind
from crawler.walk.words import NAMED

MAX_DEPTH = 10
MAX_SITEMAPS = 10
MAX_UNSEEN = 25
MAX_LINK_TEXT = 200
MAX_MENU = 20_000
# The home page is walked first, so that what it leads to is known by its clicks from there; the
# registry's sources wait for that, but not longer than this share of the region's budget.
HOME_SHARE = 0.25
HOME_CLICKS = 3

_SCRIPTS = (".js", ".mjs")
_HOPES = {
    "budget_for_citizens": 1.0,
    "portal_section": 0.85,
    "finance_authority": 0.6,
    "related": 0.55,
}
# A front page is asked for what lies behind it, not for what it says.
_FRONT = 0.2
_BEQUESTS = {"finance_authority": 0.3, "related": 0.5}


class Walk:
    """One region's walk. ``year`` is the present one; ``now`` is seconds of a monotonic clock."""

    def __init__(self, region: Region, limits: Polite, year: int) -> None:
        self.region = region
        self.territory = Territory(region)
        self.budget = Budget(limits)
        self.frontier = Frontier()
        self.traps: Counter[str] = Counter()
        self._year = year
        self._patience = Patience()
        self._behind = Behind()
        self._sources = {place(c): (c, s) for s in region.sources if (c := canonical(str(s.url)))}
        self._held = [_seed(url, source) for url, source in self._sources.values()]
        self._home = canonical(str(region.home)) or str(region.home)
        self._underway: set[str] = set()
        self._home_answered = self._found = False
        self._sitemaps = 0
        self._read: set[tuple[str, str]] = set()
        self._speaking: set[str] = set()
        self._scripted: set[str] = set()
        self.frontier.offer(self._named(Ask(self._home, self._home, clicks=0, promise=1.0)))

    def next(self, now: float, busy: Collection[str] = ()) -> Ask | None:
        """Return the next address to ask, on a host that is not ``busy``; None for none now."""
        if self.budget.spent(now):
            return None
        if self._held and self._home_is_walked(now):
            held, self._held = self._held, []
            for seed in held:
                self.frontier.offer(seed)
        ask = self.frontier.best(busy)
        if ask is None or not self._is_worth(ask):
            return None
        self.frontier.close(ask.url)
        self._underway.add(ask.url)
        self.budget.start(now)
        self.budget.spend(requests=1)
        self.budget.explored += ask.promise < ON_THE_WAY
        return ask

    @property
    def underway(self) -> int:
        """How many addresses were handed out and are not answered yet."""
        return len(self._underway)

    def answered(
        self, ask: Ask, final_url: str, links: Iterable[Link] = (), *, good: bool = False
    ) -> None:
        """Take in what came of an address: where it ended, and the links of a readable page."""
        self._underway.discard(ask.url)
        self._home_answered |= ask.clicks == 0
        self._found |= good and ask.promise >= NAMED
        self.learn(ask, final_url, links, good=good)

    def learn(
        self, ask: Ask, final_url: str, links: Iterable[Link] = (), *, good: bool = False
    ) -> None:
        """Take in the links of a page whose last word is not said yet: it stays underway."""
        self.frontier.close(final_url)
        if good and not ask.away and self.territory.is_kin(final_url):
            self.territory.adopt(final_url)
        page = From(canonical(final_url) or ask.url, self._bequest(ask), ask.depth)
        if good and shows_all(ask.url):
            self._patience.seen_whole(ask.url)
            self.frontier.drop(self._patience.is_part_of_seen)
        for link in self._behind.turned(links):
            if link.kind is LinkKind.ENDPOINT:
                self._speaking |= {ask.url, ask.via}
            self._admit(link, ask, page)

    def has_scripts_to_read(self, url: str) -> bool:
        """True while a script of a page waits, in which an endpoint may yet be found."""
        return self.frontier.waits_from(url, _SCRIPTS)

    def has_endpoint(self, url: str) -> bool:
        """True when a page or one of its scripts names where its data comes from."""
        return url in self._speaking

    def open_routes(self, url: str) -> None:
        """A page is drawn by scripts: its ``#/...`` links lead to further pages."""
        self._scripted.add(address(url))

    def replay(self, capture: Capture, links: Iterable[Link], *, good: bool) -> None:
        """Take in what an earlier part of this run archived, as if it had just been answered."""
        texts = capture.link_texts
        away = not self.territory.owns(capture.url)
        ask = Ask(
            capture.url,
            capture.source,
            capture.via,
            capture.clicks,
            texts,
            capture.promise,
            len(texts),
            away,
            sitemap=any(link.kind is LinkKind.SITEMAP or link.lastmod for link in links),
        )
        self.frontier.close(ask.url)
        if capture.drawn:
            self.open_routes(capture.final_url)
        sent = not capture.drawn and capture.outcome is not Outcome.EMPTY_SHELL
        self.budget.spend(requests=sent, size=capture.bytes * sent)
        self.answered(ask, capture.final_url, links, good=good)

    def sitemap(self, url: str, of: str) -> None:
        """Let a sitemap wait: behind what the home page leads to, before aimless looking."""
        found = canonical(url, of)
        if found and self.territory.owns(found) and self._sitemaps < MAX_SITEMAPS:
            ask = Ask(found, self._home, of, promise=ON_THE_WAY, depth=1, sitemap=True)
            self._sitemaps += self.frontier.offer(ask)

    def leave(self, url: str) -> None:
        """Stop walking the host of an address: it has stopped answering."""
        self.frontier.leave(site(url), PROMISING, MAX_UNSEEN)

    def unseen(self) -> tuple[Ask, ...]:
        """Return the most promising addresses that were never asked, sources first."""
        for seed in self._held:
            self.frontier.offer(seed)
        return self.frontier.rest(PROMISING, MAX_UNSEEN)

    def _bequest(self, ask: Ask) -> float:
        """What a page's promise says of its links: that of a ministry's front page, little."""
        if place(ask.url) == place(self._home):
            return _FRONT
        known = self._sources.get(place(ask.url))
        return _BEQUESTS.get(known[1].kind, ask.promise) if known else ask.promise

    def _home_is_walked(self, now: float) -> bool:
        limits = self.budget.limits
        if not self._home_answered:
            return False
        if self.budget.requests >= HOME_SHARE * limits.max_requests:
            return True
        if self.budget.elapsed(now) >= HOME_SHARE * limits.max_seconds:
            return True
        best = self.frontier.best()
        near = best is not None and best.promise >= ON_THE_WAY and not self._is_far(best)
        return not near and not self._underway

    @staticmethod
    def _is_far(ask: Ask) -> bool:
        return ask.clicks is None or ask.clicks > HOME_CLICKS

    def _is_worth(self, ask: Ask) -> bool:
        if ask.promise >= ON_THE_WAY:
            # While sources wait for the home page's answers, nothing else jumps the queue.
            return True
        if self._held and self._underway:
            return False
        return ask.promise > HOPELESS and self.budget.may_explore(found=self._found)

    def _admit(self, link: Link, parent: Ask, page: From) -> None:
        """Let a link wait, if it leads somewhere worth asking."""
        if link.menu:  # the same on every page of the site
            seen = (link.url, link.text)
            if seen in self._read:
                return
            if len(self._read) < MAX_MENU:
                self._read.add(seen)
        url = self._unrouted(canonical(link.url))
        if url is None or self.frontier.knows(url):
            return
        if parent.sitemap:
            self._admit_entry(link, url, parent)
        elif self._is_open(link, url, parent):
            promise = hope(link, url, page, self._year)
            if promise > HOPELESS and self._is_patient(link, url, promise, parent):
                self.frontier.offer(self._named(self._ask(link, url, parent, promise)))

    def _unrouted(self, url: str | None) -> str | None:
        """Without a browser that opens it, a route is the page it stands on."""
        if url is None or "#" not in url or address(url) in self._scripted:
            return url
        return url.partition("#")[0]

    def _admit_entry(self, link: Link, url: str, parent: Ask) -> None:
        if link.kind is LinkKind.SITEMAP:
            self.sitemap(url, parent.url)
            return
        promise = of_sitemap(url, self._year)
        if promise > ON_THE_WAY and self.territory.owns(url) and not self._is_trap(url):
            ask = Ask(url, parent.source, parent.url, None, ("",), promise, 1)
            self.frontier.offer(self._named(ask))

    def _is_open(self, link: Link, url: str, parent: Ask) -> bool:
        """True when the address may be walked at all: no trap, not somebody else's."""
        if parent.depth >= MAX_DEPTH or self._is_trap(url, link):
            return False
        if is_behind(link):
            says = own_words(link, url)
            return reaches(self.territory, url, parent.url, says) and self._behind.has_room(link)
        if link.kind is LinkKind.CHAPTER and site(url) == site(parent.url):
            # The rest of an edition is where its beginning is, whoever owns the place.
            return parent.promise >= PROMISING or self.territory.owns(url)
        file = is_file(url)
        says = own_words(link, url) if not file else max(own_words(link, url), parent.promise)
        reach = self.territory.reach(url, says=says, file=file)
        if reach is Reach.ONE_HOP and parent.away and not file:
            return False
        return reach is not Reach.OUTSIDE

    def _is_trap(self, url: str, link: Link | None = None) -> bool:
        why = trap_behind(url) if link is not None and is_behind(link) else trap(url)
        self.traps[why] += bool(why)
        return bool(why)

    def _is_patient(self, link: Link, url: str, promise: float, parent: Ask) -> bool:
        """Endless lists and endless numbers are followed for a while only."""
        if self._patience.is_part_of_seen(url):
            return False
        if is_paging(url):
            wanted = parent.promise >= ON_THE_WAY or is_behind(link)
            going = wanted and self._patience.with_paging(url)
        else:
            going = promise >= PROMISING or self._patience.with_shape(url)
        self.traps["endless list"] += not going
        return going

    def _ask(self, link: Link, url: str, parent: Ask, promise: float) -> Ask:
        return Ask(
            url,
            parent.source,
            parent.url,
            None if parent.clicks is None else parent.clicks + is_click(link),
            (*parent.link_texts, link.text[:MAX_LINK_TEXT]),
            promise,
            parent.depth + (not is_paging(url)),
            away=not self.territory.owns(url),
        )

    def _named(self, ask: Ask) -> Ask:
        """An address that the registry names counts as that source, however it was reached."""
        known = self._sources.get(place(ask.url))
        if known is None:
            return ask
        url, source = known
        promise = max(ask.promise, _HOPES[source.kind])
        return Ask(
            ask.url, url, ask.via, ask.clicks, ask.link_texts, promise, ask.depth, away=ask.away
        )


def _seed(url: str, source: Source) -> Ask:
    return Ask(url, url, promise=_HOPES[source.kind])
