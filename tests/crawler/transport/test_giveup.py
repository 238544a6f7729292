"""Does a dead host cost little, and a host in trouble keep its chance?"""

import asyncio
from time import monotonic

from crawler.model import Outcome

NO_ROBOTS = {"ROBOTSTXT_OBEY": False, "RETRY_ENABLED": False}


async def silent(asked, writer):
    await asyncio.sleep(30)


async def test_a_silent_host_is_asked_twice(start, crawl):
    server = await start({f"/{n}": silent for n in range(10)})
    seen = await crawl([f"{server.root}/{n}" for n in range(10)], settings=NO_ROBOTS)
    assert set(seen.outcomes()) == {Outcome.TIMEOUT}
    assert len(server.asked) <= 3  # the third was on its way when the second failed


async def test_what_is_not_asked_says_so(start, crawl, http):
    server = await start({f"/{n}": silent for n in range(4)})
    urls = [f"{server.root}/{n}" for n in range(4)]
    seen = await crawl(urls, settings=NO_ROBOTS | {"CONCURRENT_REQUESTS": 1})
    assert len(server.asked) == 2
    last = seen.ended[urls[-1]]
    assert last[0] is Outcome.TIMEOUT
    assert last[1].startswith("not asked again: the host failed 2 times, last: ")


async def test_one_failure_of_the_name_system_is_enough(crawl):
    urls = [f"http://nowhere.invalid:{80 + n}/" for n in range(5)]
    seen = await crawl(urls, settings=NO_ROBOTS | {"CONCURRENT_REQUESTS": 1})
    assert set(seen.outcomes()) == {Outcome.DNS}
    assert sum("not asked again" in why for _, why in seen.ended.values()) == 4


async def test_a_host_that_answered_once_has_more_chances(start, crawl, http):
    pages = {"/": http(b"ok"), **{f"/{n}": silent for n in range(8)}}
    server = await start(pages)
    urls = [f"{server.root}/", *(f"{server.root}/{n}" for n in range(8))]
    await crawl(urls, settings=NO_ROBOTS | {"CONCURRENT_REQUESTS": 1})
    assert len(server.asked) == 6  # one answer, five failures


async def test_a_secure_port_that_is_dead_does_not_close_the_plain_one(start, crawl, http):
    server = await start({"/": http(b"ok")})
    seen = await crawl(
        [f"https://127.0.0.1:1/{n}" for n in range(4)] + [f"{server.root}/"],
        settings={"CONCURRENT_REQUESTS": 1},
    )
    assert seen.ended[f"{server.root}/"] == (Outcome.OK, "")


async def test_a_host_that_turns_us_away_is_left_alone(start, crawl, http):
    busy = http(b"", "429 Too Many Requests")
    server = await start({f"/{n}": busy for n in range(20)})
    urls = [f"{server.root}/{n}" for n in range(20)]
    seen = await crawl(urls, settings=NO_ROBOTS | {"CONCURRENT_REQUESTS": 1})
    assert set(seen.outcomes()) == {Outcome.RATE_LIMITED}
    assert len(server.asked) == 5


async def test_a_hundred_dead_hosts_end_soon(start, crawl):
    """Names, closed ports and silence side by side, as a registry with no network."""
    server = await start({"/robots.txt": silent})
    urls = [f"http://dead{n}.invalid/{page}" for n in range(50) for page in range(3)]
    urls += [f"http://silent{n}.invalid/{page}" for n in range(50) for page in range(3)]
    table = [f"silent{n}.invalid:80:127.0.0.1:{server.port}" for n in range(50)]
    began = monotonic()
    seen = await crawl(urls, settings={"BUDGETWATCH_RESOLVE": [*table, "*:*:127.0.0.1:1"]})
    assert len(seen.ended) == 300
    assert set(seen.outcomes()) == {Outcome.CONNECTION, Outcome.TIMEOUT}
    assert monotonic() - began < 25
