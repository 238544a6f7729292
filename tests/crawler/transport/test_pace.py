"""Is a host asked no faster than it wishes?"""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from time import monotonic

import pytest

from crawler.model import Outcome


def gaps(server):
    return [b.at - a.at for a, b in pairwise(server.asked)]


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"AUTOTHROTTLE_ENABLED": True, "AUTOTHROTTLE_START_DELAY": 0},
        {"DOWNLOAD_DELAY": 0.1, "CONCURRENT_REQUESTS_PER_DOMAIN": 4},
    ],
)
async def test_crawl_delay_is_a_strict_floor(start, crawl, http, settings):
    rules = b"User-agent: *\nCrawl-delay: 0.5\n"
    pages = {f"/{n}": http(b"ok") for n in range(5)}
    server = await start({"/robots.txt": http(rules), **pages})
    seen = await crawl([server.root + path for path in pages], settings=settings)
    assert seen.outcomes() == [Outcome.OK] * 5
    # The usual jitter would allow 0.25; the rest is this machine's own.
    assert min(gaps(server)) >= 0.4
    assert sum(gaps(server)) >= 5 * 0.5 - 0.1


async def test_an_unreasonable_crawl_delay_is_capped_and_said(
    start, crawl, http, caplog, monkeypatch
):
    monkeypatch.setattr("crawler.transport.pace.LONGEST_DELAY", 1.0)
    server = await start({"/robots.txt": http(b"User-agent: *\nCrawl-delay: 9999\n"), "/": http()})
    seen = await crawl([f"{server.root}/"])
    assert seen.outcomes() == [Outcome.OK]
    assert "asks for 9999 s between requests: we keep to 1 s" in caplog.text
    assert all(gap >= 0.6 for gap in gaps(server))


@pytest.mark.parametrize("delay", ["nan", "-5", "0", "soon"])
async def test_nonsense_delays_are_no_delays(start, crawl, http, delay):
    rules = f"User-agent: *\nCrawl-delay: {delay}\n".encode()
    server = await start({"/robots.txt": http(rules), "/": http()})
    assert (await crawl([f"{server.root}/"])).outcomes() == [Outcome.OK]


def once_busy(http, status, headers):
    answers = [http(b"", status, headers), http(b"ok")]

    async def page(asked, writer):
        writer.write(answers.pop(0))
        await writer.drain()

    return page


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable"])
async def test_retry_after_is_waited_for(start, crawl, http, status):
    server = await start({"/": once_busy(http, status, {"Retry-After": "1"})})
    assert (await crawl([f"{server.root}/"])).outcomes() == [Outcome.OK]
    assert gaps(server)[-1] >= 0.99


async def test_retry_after_may_be_a_date(start, crawl, http):
    when = format_datetime(datetime.now(UTC) + timedelta(seconds=3), usegmt=True)
    until = monotonic() + 2  # the date has whole seconds
    server = await start({"/": once_busy(http, "503 Busy", {"Retry-After": when})})
    assert (await crawl([f"{server.root}/"])).outcomes() == [Outcome.OK]
    assert server.asked[-1].at >= until


async def test_retry_after_is_not_waited_for_for_ever(start, crawl, http, monkeypatch):
    monkeypatch.setattr("crawler.transport.pace.LONGEST_WAIT", 0.5)
    server = await start({"/": once_busy(http, "503 Busy", {"Retry-After": "86400"})})
    assert (await crawl([f"{server.root}/"])).outcomes() == [Outcome.OK]
    assert 0.5 <= gaps(server)[-1] < 3


@pytest.mark.parametrize("said", ["", "soon", "-1", "1e9", "Fri, 99 Foo 2026"])
async def test_nonsense_in_retry_after(start, crawl, http, said):
    server = await start({"/": once_busy(http, "503 Busy", {"Retry-After": said})})
    assert (await crawl([f"{server.root}/"])).outcomes() == [Outcome.OK]


async def test_one_request_at_a_time_with_a_delay(start, crawl, http):
    pages = {f"/{n}": http(b"ok") for n in range(4)}
    server = await start(pages)
    delays = {"DOWNLOAD_DELAY": 0.5, "AUTOTHROTTLE_ENABLED": True}
    await crawl(
        [server.root + path for path in pages], settings=delays | {"AUTOTHROTTLE_START_DELAY": 0.5}
    )
    assert len(server.asked) == 5
    # A busy machine reads one request late and the next in time.
    assert all(gap >= 0.35 for gap in gaps(server))
