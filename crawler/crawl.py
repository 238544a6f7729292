"""Start a crawl from Python: regions in, captures in the archive, a Run out."""

import asyncio
import gc
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import current_thread, main_thread

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.settings import Settings
from twisted.python.failure import Failure

from crawler.archive import Archive
from crawler.attended import Attended
from crawler.browser.studio import leaving
from crawler.model import Region, Run
from crawler.options import Options
from crawler.progress import Event
from crawler.spiders.sources import Sources
from crawler.stopped import CrawlStoppedError
from crawler.transport.resolve import Redirections
from crawler.transport.roots import check
from crawler.walk.answers import now
from crawler.walk.budget import Polite, Whole
from crawler.walk.expedition import Expedition, begin

__all__ = ["Options", "Polite", "Whole", "crawl"]

# After Ctrl-C: what is on its way may still arrive for so many seconds.
GRACE = 1.0
# Two hundred hosts wait for their delays side by side; each is a request on its way to Scrapy.
SIDE_BY_SIDE = 512
# New objects, after which Python looks for rings of them that nobody needs any more.
SWEPT_AFTER = 10_000


def crawl(
    regions: Sequence[Region],
    archive: Archive,
    *,
    options: Options,
    on_event: Callable[[Event], None],
) -> Run:
    """Crawl the regions into the archive and return the finished run.

    With ``resume`` the newest unfinished run goes on, for those of the regions that belong to it;
    nothing it has archived is asked again. Ctrl-C raises KeyboardInterrupt and leaves the run
    unfinished; so does CrawlStoppedError, when Scrapy gave up. ValueError for a ``resolve`` or an
    ``extra_ca`` nobody can read. It works any number of times in one process, but not inside a
    running event loop.
    """
    Redirections.parse(list(options.resolve))
    check(options.extra_ca)
    run = _run(regions, archive, options)
    expedition = Expedition(
        [region for region in regions if region.id in run.regions],
        archive,
        run,
        polite=options.polite,
        whole=options.whole,
        allow_private=options.allow_private_hosts,
        on_event=on_event,
    )
    with _hearing(), _rarely_swept():
        try:
            asyncio.run(_crawl(expedition, _settings(options)))
        except (KeyboardInterrupt, CrawlStoppedError):
            expedition.ledger.leave()
            raise
        expedition.ledger.leave()
    return archive.finish(run, now())


def _run(regions: Sequence[Region], archive: Archive, options: Options) -> Run:
    before = archive.unfinished() if options.resume else None
    if before and any(region.id in before.regions for region in regions):
        return before
    return begin(archive, regions, options.vantage)


def _settings(options: Options) -> Settings:
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    delay = options.polite.delay
    settings.setdict(
        {
            "BUDGETWATCH_RESOLVE": list(options.resolve),
            "BUDGETWATCH_ALLOW_PRIVATE": options.allow_private_hosts,
            "BUDGETWATCH_EXTRA_CA": [str(file) for file in options.extra_ca],
            "BUDGETWATCH_LOOPBACK_AT_ONCE": options.loopback_at_once,
            "BUDGETWATCH_BROWSER": options.browser,
            "DOWNLOAD_DELAY": delay,
            "AUTOTHROTTLE_START_DELAY": delay,
            # Without a delay there is nothing to adapt: it is for sites of one's own.
            "AUTOTHROTTLE_ENABLED": delay > 0,
            "CONCURRENT_REQUESTS": SIDE_BY_SIDE,
        },
        priority="cmdline",
    )
    return settings


async def _crawl(expedition: Expedition, settings: Settings) -> None:
    """Run Scrapy to its end; the first fault of our own stops it and is raised."""
    # asyncio would note every asynchronous generator, twenty an answer, to close it at the end:
    # those a task is in are closed by their task, the others when nobody holds them any more.
    sys.set_asyncgen_hooks(firstiter=None)
    crawler = Crawler(Sources, settings)
    crawler.signals = Attended(crawler)
    faults: list[BaseException] = []
    stopping: set[asyncio.Task[None]] = set()
    reasons: list[str] = []

    def closed(reason: str) -> None:
        reasons.append(reason)

    def fault(failure: Failure) -> None:
        faults.append(failure.value or RuntimeError("a fault without a name"))
        expedition.ledger.closed = True
        if not stopping:
            stopping.add(asyncio.ensure_future(crawler.stop_async()))

    crawler.signals.connect(fault, signals.spider_error)
    crawler.signals.connect(fault, signals.item_error)
    crawler.signals.connect(closed, signals.spider_closed)
    task = asyncio.ensure_future(crawler.crawl_async(expedition=expedition))
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        expedition.stopping = True
        if current_thread() is main_thread():
            # An impatient second Ctrl-C changes nothing: the first is over within the grace.
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        await _leave(crawler, task)
        raise
    finally:
        expedition.ledger.closed = True
    if faults:
        raise faults[0]
    _all_ended(expedition, " ".join(reasons))


def _all_ended(expedition: Expedition, why: str) -> None:
    """Scrapy may end a crawl of its own accord; a run cut short is no finished run."""
    left = [w.region.id for w in expedition.walks if not expedition.ledger.has_ended(w.region.id)]
    if left:
        raise CrawlStoppedError(
            f"The crawl stopped before its end ({why or 'no reason given'}); not done: "
            f"{', '.join(left)}. What was fetched is kept. "
            "To go on, run the same command: add --resume."
        )


@contextmanager
def _hearing() -> Iterator[None]:
    """Afterwards Ctrl-C means what it meant before."""
    before = signal.getsignal(signal.SIGINT)
    try:
        yield
    finally:
        if current_thread() is main_thread():
            signal.signal(signal.SIGINT, before)


@contextmanager
def _rarely_swept() -> Iterator[None]:
    """Every answer leaves some hundred objects that live for a moment: looked at less often."""
    before = gc.get_threshold()
    gc.set_threshold(SWEPT_AFTER, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


async def _leave(crawler: Crawler, task: asyncio.Task[None]) -> None:
    """Stop asking; what does not arrive within the grace is let go."""
    await crawler.signals.send_catch_log_async(signal=leaving)
    stop = asyncio.ensure_future(crawler.stop_async())
    await asyncio.wait([stop, task], timeout=GRACE)
    for one in (stop, task):
        one.cancel()
        with suppress(asyncio.CancelledError, Exception):
            await one
