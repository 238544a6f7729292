"""All that one crawl needs: its regions' walks, the archive's book, what earlier runs saw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING, Self

from crawler import pages
from crawler.archive import Archive
from crawler.model import Capture, Outcome, Region, Run
from crawler.pages import Link, Page
from crawler.progress import OnEvent, silent
from crawler.registry import load
from crawler.walk.answers import archived_page, links_of, now, page_of
from crawler.walk.budget import Account, Polite, Whole
from crawler.walk.earlier import Earlier
from crawler.walk.ledger import Ledger
from crawler.walk.region import Walk
from crawler.walk.robots_record import sitemaps_named
from crawler.walk.territory import hosts_of

if TYPE_CHECKING:
    from scrapy.http import Response
    from scrapy.settings import BaseSettings

# Without a delay the two ends of a line can work at once; with one, the best next address is
# chosen as late as possible.
_WIDTH_IN_HASTE = 4


class Expedition:
    """A run over some regions. ``allow_private`` is as in the settings."""

    def __init__(
        self,
        regions: Sequence[Region],
        archive: Archive,
        run: Run,
        *,
        polite: Polite,
        allow_private: bool,
        whole: Whole | None = None,
        on_event: OnEvent = silent,
    ) -> None:
        year = datetime.now(UTC).year
        self.allow_private = allow_private
        self.stopping = False
        self.width = 1 if polite.delay else _WIDTH_IN_HASTE
        account = Account(whole or Whole())
        hosts = {region.id: hosts_of(region) for region in regions}
        self.walks = tuple(
            Walk(region, polite, year, whole=account, others=_others(region.id, hosts))
            for region in regions
        )
        self.ledger = Ledger(archive, run, on_event)
        self._archive, self._run = archive, run
        self._before: dict[str, tuple[Capture, ...]] = {}
        self._earlier: dict[str, Earlier] = {}
        self._own_archive = False

    @classmethod
    def of_command(cls, settings: BaseSettings, registry: str, data: str, region: str) -> Self:
        """What ``scrapy crawl sources`` starts; it closes its archive itself."""
        regions = load(Path(registry), tuple(filter(None, region.split(","))))
        archive = Archive(Path(data) / "archive")
        run = begin(archive, regions, environ.get("BUDGETWATCH_VANTAGE", ""))
        made = cls(
            regions,
            archive,
            run,
            polite=Polite(delay=settings.getfloat("DOWNLOAD_DELAY")),
            allow_private=settings.getbool("BUDGETWATCH_ALLOW_PRIVATE"),
        )
        made._own_archive = True
        return made

    def earlier(self, walk: Walk) -> Earlier:
        """What is known of a region's addresses from earlier runs."""
        region = walk.region.id
        if region not in self._earlier:
            self._earlier[region] = Earlier(self._archive, region)
        return self._earlier[region]

    def replay(self, walk: Walk) -> Iterator[str]:
        """Give a walk what this run had archived before it was interrupted; yield the outcomes."""
        before = self._archive.captures(region=walk.region.id, run=self._run.id)
        self._before[walk.region.id] = before
        for capture in before:
            if _is_robots(capture):
                self._sitemaps(walk, capture)
            else:
                good = capture.outcome.readable
                walk.replay(capture, self._links(capture) if good else (), good=good)
            yield str(capture.outcome)
        walk.remember(c for c in self.earlier(walk).there() if not _is_robots(c))

    def _sitemaps(self, walk: Walk, capture: Capture) -> None:
        """What a host's robots.txt named before the interruption is still to be asked."""
        body = self.earlier(walk).body(capture) if capture.sha256 else None
        if body is not None:
            for url in sitemaps_named(capture.outcome, body):
                walk.sitemap(url, capture.final_url)

    def has_archived(self, region: str, url: str) -> bool:
        """True when the part of this run before its interruption archived an address."""
        return any(c.url == url for c in self._before.get(region, ()))

    def links_before(self, walk: Walk, url: str) -> tuple[Link, ...]:
        """The links of a page that says it has not changed, from its archived bytes."""
        capture = self.earlier(walk).at(url)
        return self._links(capture) if capture else ()

    def recall(self, region: str, url: str) -> tuple[Capture, bytes] | None:
        """The last answer of this run that the archive has for an address, and its bytes."""
        mine = self._archive.captures(region=region, run=self._run.id)
        found = next((c for c in reversed(mine) if c.url == url and c.sha256), None)
        return (found, self._archive.read(found)) if found else None

    def ways_on(
        self, walk: Walk, url: str, outcome: Outcome, response: Response
    ) -> tuple[Link, ...]:
        """The links of an answer; of its archived bytes when it says that nothing has changed."""
        if outcome is Outcome.UNCHANGED:
            return self.links_before(walk, url)
        return links_of(response) if outcome in (Outcome.OK, Outcome.TRUNCATED) else ()

    def page(self, walk: Walk, url: str, outcome: Outcome, response: Response) -> Page:
        """The page of an answer, or the archived one that has not changed."""
        return self.page_before(walk, url) if outcome is Outcome.UNCHANGED else page_of(response)

    def page_before(self, walk: Walk, url: str) -> Page:
        """A page that says it has not changed, from its archived bytes."""
        capture = self.earlier(walk).at(url)
        if capture is None or "html" not in capture.media_type:
            return Page(url, b"", "", "")
        body = self.earlier(walk).body(capture) or b""
        return archived_page(capture.final_url, body, capture.media_type)

    def close(self, reason: str) -> None:
        """For ``scrapy crawl``, which gave us an archive of our own: close run and archive."""
        if self._own_archive:
            self.ledger.closed = True
            self.ledger.leave()
            if reason == "finished":
                self._archive.finish(self._run, now())
            self._archive.close()

    def _links(self, capture: Capture) -> tuple[Link, ...]:
        try:
            body = self._archive.read(capture)
        except LookupError:
            return ()
        return pages.links(archived_page(capture.final_url, body, capture.media_type))


def begin(archive: Archive, regions: Sequence[Region], vantage: str = "") -> Run:
    """A new run over some regions; ``vantage`` says who crawls, and from where."""
    from crawler.settings import USER_AGENT

    names = [region.id for region in regions]
    return archive.begin(tool=USER_AGENT, regions=names, started=now(), vantage=vantage)


def _others(region: str, hosts: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The hosts of all regions of this run but one."""
    return frozenset().union(*(theirs for name, theirs in hosts.items() if name != region))


def _is_robots(capture: Capture) -> bool:
    return capture.url.endswith("/robots.txt") and not capture.source
