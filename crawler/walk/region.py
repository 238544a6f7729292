"""The walk of one region: what to ask next, and what an answer adds. It touches no network."""

from collections.abc import Collection, Iterable

from crawler.model import Capture, Outcome, Region
from crawler.pages.link import Link, LinkKind
from crawler.walk.ask import Ask, of_capture
from crawler.walk.budget import Account, Budget, Polite, Whole
from crawler.walk.canonical import canonical, site
from crawler.walk.elsewhere import LeftAlone
from crawler.walk.frontier import Frontier
from crawler.walk.gate import Gate
from crawler.walk.lore import Lore
from crawler.walk.named import Named
from crawler.walk.paths import Path
from crawler.walk.promise import HOPELESS, ON_THE_WAY, PROMISING, From, of_sitemap
from crawler.walk.roots import Roots
from crawler.walk.shares import Shares
from crawler.walk.territory import Territory
from crawler.walk.traps import is_file
from crawler.walk.words import NAMED

MAX_SITEMAPS = 10
MAX_UNSEEN = 25
# An address that is left with so much promise is told of: somebody may have to look.
WORTH_TELLING = 0.3
MAX_REMEMBERED = 100
# The home page is walked first, so that what it leads to is known by its clicks from there; the
# registry's sources wait for that, but not longer than this share of the region's budget.
HOME_SHARE = 0.25
HOME_CLICKS = 3
# What earlier runs knew is asked at the latest when so much of the budget is spent.
MEMORY_SHARE = 0.8


class Walk:
    """One region's walk. ``year`` is the present one; ``now`` is seconds of a monotonic clock.

    ``whole`` is the account the regions of a run share, ``others`` the hosts of other regions.
    """

    def __init__(
        self,
        region: Region,
        limits: Polite,
        year: int,
        *,
        whole: Account | None = None,
        others: Collection[str] = (),
    ) -> None:
        self.region = region
        self.territory = Territory(region, others)
        self.budget = Budget(limits, whole or Account(Whole()))
        self.frontier = Frontier()
        self._registry = Named(region)
        self._home = self._registry.home
        self._lore = Lore(self._home)
        self._gate = Gate(region, self.territory, self.frontier, self._lore, year)
        self.traps = self._gate.traps
        self._year = year
        self._held = self._registry.seeds
        self._shares = Shares(limits, {self._home, *(seed.url for seed in self._held)})
        self._underway: dict[str, Ask] = {}
        self._remembered: tuple[Ask, ...] = ()
        self._home_answered = self._found = False
        self._sitemaps = 0
        self._roots = Roots()
        self.frontier.offer(self._registry.told(Ask(self._home, self._home, clicks=0, promise=1.0)))

    def next(self, now: float, busy: Collection[str] = ()) -> Ask | None:
        """Return the next address to ask, on a host that is not ``busy``; None for none now."""
        self._shares.clock(now, (ask.source for ask in self._underway.values()))
        if self.budget.spent(now):
            return None
        if self._held and self._home_is_walked(now):
            held, self._held = self._held, []
            for seed in held:
                self.frontier.offer(seed)
        ask = self._best(busy)
        if self._recall(ask, now):
            ask = self._best(busy)
        if ask is None or not self._is_worth(ask):
            return None
        self.frontier.close(ask.url)
        self._hand_out(ask, now)
        return ask

    @property
    def underway(self) -> int:
        """How many addresses were handed out and are not answered yet."""
        return len(self._underway)

    @property
    def paths(self) -> tuple[Path, ...]:
        """Shorter ways from the home page than the captures tell, known when the walk ends."""
        return self._lore.paths.better()

    @property
    def left_alone(self) -> tuple[LeftAlone, ...]:
        """Links like an edition's that are somebody else's and were not followed."""
        return self._gate.elsewhere.all()

    def spend(self, ask: Ask, *, requests: int = 0, size: int = 0) -> None:
        """Book what an address cost: bytes that came, a redirect's request, -1 for none sent."""
        self.budget.spend(requests=requests, size=size)
        self._shares.bill(ask.source, requests=requests, size=size)

    def answered(
        self,
        ask: Ask,
        final_url: str,
        links: Iterable[Link] = (),
        *,
        good: bool = False,
        sha256: str = "",
        document: bool | None = None,
    ) -> None:
        """Take in what came of an address: where it ended, and the links of a readable page.

        ``sha256`` is that of the body, ``document`` says that it is a file and no page; None
        when only the address can tell.
        """
        self._underway.pop(ask.url, None)
        self._roots.answered(ask.url, good=good)
        self._home_answered |= ask.clicks == 0
        self._found |= good and ask.promise >= NAMED
        if good:
            is_document = is_file(final_url) if document is None else document
            self._remark(ask, final_url, sha256, document=is_document)
            self._gate.seen_whole(ask.url)
        self.learn(ask, final_url, links)

    def learn(self, ask: Ask, final_url: str, links: Iterable[Link] = ()) -> None:
        """Take in the links of a page whose last word is not said yet: it stays underway."""
        self.frontier.close(final_url)
        page = From(canonical(final_url) or ask.url, self._registry.bequest(ask), ask.depth)
        for link in self._gate.behind.turned(links):
            self._admit(link, ask, page)

    def is_filling(self, url: str) -> bool:
        """True while what stands behind a scripted page is still to be asked or to answer."""
        behind = self._roots.behind(url)
        return any(u in self._underway or self.frontier.waits(u) for u in behind)

    def is_spoken_for(self, url: str) -> bool:
        """True when an endpoint has given what a scripted page would show."""
        return self._roots.is_spoken_for(url)

    def open_routes(self, url: str) -> None:
        """A page is drawn by scripts: its ``#/...`` links lead to further pages."""
        self._gate.open_routes(url)

    def replay(self, capture: Capture, links: Iterable[Link], *, good: bool) -> None:
        """Take in what an earlier part of this run archived, as if it had just been answered."""
        links = tuple(links)
        sitemap = any(link.kind is LinkKind.SITEMAP or link.lastmod for link in links)
        ask = of_capture(capture, away=not self.territory.owns(capture.url), sitemap=sitemap)
        self.frontier.close(ask.url)
        self._lore.asked(ask)
        if capture.drawn:
            self.open_routes(capture.final_url)
        sent = not capture.drawn and capture.outcome is not Outcome.EMPTY_SHELL
        self.spend(ask, requests=sent, size=capture.bytes * sent)
        self.answered(ask, capture.final_url, links, good=good, sha256=capture.sha256)

    def remember(self, captures: Iterable[Capture]) -> None:
        """Hold what earlier runs archived: if no link leads there now, it is asked near the end.

        That an edition has vanished must rest on a request. Clicks are those of this run only.
        """
        asks = (
            of_capture(c, away=not self.territory.owns(c.url), again=True)
            for c in captures
            if not self.territory.stranger(c.url) or self.territory.owns(c.url)
        )
        kept = sorted((a for a in asks if a.promise >= PROMISING), key=lambda a: -a.promise)
        self._remembered = tuple(kept[:MAX_REMEMBERED])

    def sitemap(self, url: str, of: str) -> None:
        """Let a sitemap wait: behind what the home page leads to, before aimless looking."""
        found = canonical(url, of)
        if found and self.territory.owns(found) and self._sitemaps < MAX_SITEMAPS:
            ask = Ask(found, self._home, of, promise=ON_THE_WAY, depth=1, sitemap=True)
            self._sitemaps += self.frontier.offer(ask)

    def leave(self, url: str) -> None:
        """Stop walking the host of an address: it has stopped answering."""
        self.frontier.leave(site(url), WORTH_TELLING, MAX_UNSEEN)

    def unseen(self) -> tuple[Ask, ...]:
        """Return the most promising addresses that were never asked, sources first."""
        for ask in (*self._held, *self._remembered):
            self.frontier.offer(ask)
        return self.frontier.rest(WORTH_TELLING, MAX_UNSEEN)

    def _hand_out(self, ask: Ask, now: float) -> None:
        self._underway[ask.url] = ask
        self._lore.asked(ask)
        self.budget.start(now)
        self.spend(ask, requests=1)
        self.budget.explored += ask.promise < ON_THE_WAY

    def _best(self, busy: Collection[str]) -> Ask | None:
        """The most promising address, of a source that may still spend."""
        below = self._shares.below()
        if below is not None:
            ask = self.frontier.best(busy, below)
            if ask is not None and self._is_worth(ask):
                return ask
            if any(waited_for.source in below for waited_for in self._underway.values()):
                return None
        return self.frontier.best(busy)

    def _remark(self, ask: Ask, final_url: str, sha256: str, *, document: bool) -> None:
        if not ask.away and self.territory.is_kin(final_url):
            self.territory.adopt(final_url)
        if self._lore.learn(ask, final_url, sha256, document=document):
            for neighbour in tuple(self._lore.raised(self.frontier.all())):
                self.frontier.offer(neighbour)

    def _home_is_walked(self, now: float) -> bool:
        if not self._home_answered:
            return False
        if self.budget.used(now) >= HOME_SHARE:
            return True
        best = self.frontier.best()
        near = best is not None and best.promise >= ON_THE_WAY and not self._is_far(best)
        return not near and not self._underway

    def _recall(self, best: Ask | None, now: float) -> bool:
        """Offer what earlier runs knew, once all that promises was asked or the budget goes."""
        nothing = best is None or best.promise < ON_THE_WAY
        idle = nothing and not self._held and not self._underway
        if not self._remembered or not (idle or self.budget.used(now) >= MEMORY_SHARE):
            return False
        remembered, self._remembered = self._remembered, ()
        for ask in remembered:
            self.frontier.offer(ask)
        return True

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
        if parent.sitemap and link.kind is LinkKind.SITEMAP:
            self.sitemap(link.url, parent.url)
        elif parent.sitemap:
            self._admit_entry(link, parent)
        elif ask := self._gate.let_in(link, parent, page):
            self._roots.led(parent.url, link, ask.url)
            self.frontier.offer(self._registry.told(ask))

    def _admit_entry(self, link: Link, parent: Ask) -> None:
        url = canonical(link.url)
        if url is None or self.frontier.knows(url):
            return
        promise = of_sitemap(url, self._year)
        if promise > ON_THE_WAY and self.territory.owns(url) and not self._gate.is_trap(url):
            ask = Ask(url, parent.source, parent.url, None, ("",), promise, 1)
            self.frontier.offer(self._registry.told(ask))
