"""Does robots.txt get its say before anything else is asked?"""

import asyncio

import pytest

from crawler.model import Outcome
from crawler.transport.robots import robots_answered

SECRET = b"User-agent: *\nDisallow: /secret/\n"


def slowly(answer: bytes, seconds: float = 0.2):
    async def page(asked, writer):
        await asyncio.sleep(seconds)
        writer.write(answer)
        await writer.drain()

    return page


@pytest.mark.parametrize("attempt", range(3))
async def test_nothing_slips_through_while_robots_txt_is_on_its_way(start, crawl, http, attempt):
    """Scrapy 2.19's own middleware lets 2 to 6 of these 12 through."""
    server = await start({"/robots.txt": slowly(http(SECRET))})
    urls = [f"{server.root}/secret/{n}" for n in range(12)]
    seen = await crawl(urls, settings={"CONCURRENT_REQUESTS_PER_DOMAIN": 8})
    assert server.paths() == ["/robots.txt"]
    assert set(seen.outcomes()) == {Outcome.ROBOTS_DENIED}
    assert len(seen.ended) == 12


async def test_what_is_allowed_is_asked(start, crawl, http):
    server = await start({"/robots.txt": http(SECRET), "/open": http(b"ok")})
    seen = await crawl([f"{server.root}/open", f"{server.root}/secret/1"])
    assert seen.ended[f"{server.root}/open"] == (Outcome.OK, "")
    assert seen.ended[f"{server.root}/secret/1"] == (
        Outcome.ROBOTS_DENIED,
        "robots.txt forbids this address",
    )


async def test_a_rule_for_us_by_name(start, crawl, http):
    ours = b"User-agent: *\nDisallow:\n\nUser-agent: BudgetWatch\nDisallow: /\n"
    server = await start({"/robots.txt": http(ours)})
    seen = await crawl([f"{server.root}/"])
    assert seen.outcomes() == [Outcome.ROBOTS_DENIED]


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "401 Unauthorized"])
async def test_a_4xx_sets_no_rules(start, crawl, http, status):
    server = await start({"/robots.txt": http(SECRET, status), "/secret/": http(b"ok")})
    assert (await crawl([f"{server.root}/secret/"])).outcomes() == [Outcome.OK]


async def test_a_5xx_forbids_everything(start, crawl, http):
    server = await start({"/robots.txt": http(b"", "503 Busy"), "/": http(b"ok")})
    seen = await crawl([f"{server.root}/", f"{server.root}/2"])
    assert set(seen.ended.values()) == {(Outcome.ROBOTS_DENIED, "robots.txt answers 503")}
    assert set(server.paths()) == {"/robots.txt"}


async def test_being_rate_limited_is_no_permission(start, crawl, http):
    server = await start({"/robots.txt": http(b"", "429 Too Many"), "/": http(b"ok")})
    seen = await crawl([f"{server.root}/", f"{server.root}/2"])
    assert seen.outcomes() == [Outcome.RATE_LIMITED] * 2


async def test_a_torn_robots_txt_is_no_permission(start, crawl, http):
    async def tear(asked, writer):
        writer.write(http(b"User-agent: *", headers={"Content-Length": "100"}))
        await writer.drain()

    server = await start({"/robots.txt": tear, "/": http(b"ok")})
    assert (await crawl([f"{server.root}/"])).outcomes() == [Outcome.TRUNCATED]


async def test_a_host_that_is_down_ends_as_down(start, crawl, http):
    async def silent(asked, writer):
        await asyncio.sleep(30)

    server = await start({"/robots.txt": silent, "/": http(b"ok")})
    seen = await crawl([f"{server.root}/{n}" for n in range(9)])
    assert set(seen.outcomes()) == {Outcome.TIMEOUT}
    assert all("robots.txt could not be fetched" in why for _, why in seen.ended.values())
    assert server.paths() == ["/robots.txt"] * 2


@pytest.mark.parametrize("encoding", ["cp1251", "utf-8", "utf-8-sig"])
async def test_cyrillic_rules_in_any_encoding(start, crawl, http, encoding):
    rules = "User-agent: *\nDisallow: /архив/\n".encode(encoding)
    server = await start({"/robots.txt": http(rules, headers={"Content-Type": "text/plain"})})
    in_utf8 = f"{server.root}/%D0%B0%D1%80%D1%85%D0%B8%D0%B2/1"
    in_cp1251 = f"{server.root}/%E0%F0%F5%E8%E2/1"
    seen = await crawl([in_utf8, in_cp1251])
    assert seen.outcomes() == [Outcome.ROBOTS_DENIED] * 2


async def test_a_redirected_robots_txt_is_followed(start, crawl, http):
    moved = http(status="301 Moved", headers={"Location": "/robots-here.txt"})
    server = await start({"/robots.txt": moved, "/robots-here.txt": http(SECRET)})
    assert (await crawl([f"{server.root}/secret/"])).outcomes() == [Outcome.ROBOTS_DENIED]


async def test_a_circle_of_redirects_ends(start, crawl, http):
    circle = http(status="301 Moved", headers={"Location": "/robots.txt"})
    server = await start({"/robots.txt": circle, "/": http(b"ok")})
    assert (await crawl([f"{server.root}/"])).outcomes() == [Outcome.OK]
    assert server.paths().count("/robots.txt") == 6


async def test_a_redirect_to_the_metadata_service_goes_nowhere(start, crawl, http):
    lure = http(status="302 Found", headers={"Location": "http://169.254.169.254/robots.txt"})
    server = await start({"/robots.txt": lure, "/": http(b"ok")})
    seen = await crawl(
        ["http://budget.invalid/"],
        settings={"BUDGETWATCH_RESOLVE": [f"*:*:127.0.0.1:{server.port}"]},
    )
    assert seen.outcomes() == [Outcome.REFUSED_ADDRESS]
    assert server.paths() == ["/robots.txt"]


async def test_only_the_first_half_megabyte_counts(start, crawl, http):
    padding = b"# nothing\n" * 60_000
    late = padding + SECRET
    server = await start({"/robots.txt": http(late), "/secret/": http(b"ok")})
    assert (await crawl([f"{server.root}/secret/"])).outcomes() == [Outcome.OK]


async def test_a_robots_txt_of_6_mb_is_not_read(start, crawl, http):
    server = await start({"/robots.txt": http(b"#" * 6 * 2**20), "/": http(b"ok")})
    seen = await crawl([f"{server.root}/"])
    assert list(seen.ended.values()) == [(Outcome.ROBOTS_DENIED, "robots.txt is too large to read")]


async def test_every_answer_is_told_once(start, crawl, http):
    heard = []
    server = await start({"/robots.txt": http(SECRET), "/": http(b"ok")})

    def hear(answered, request):
        heard.append((answered, request))

    await crawl([f"{server.root}/", f"{server.root}/2"], (hear, robots_answered))
    [(answered, request)] = heard
    assert answered.url == f"{server.root}/robots.txt"
    assert answered.outcome is Outcome.OK
    assert answered.response.body == SECRET
    assert request.url.startswith(server.root)


async def test_a_failure_is_told_too(crawl):
    heard = []

    def hear(answered, request):
        heard.append(answered)

    await crawl(["http://nowhere.invalid/"], (hear, robots_answered))
    assert [(one.outcome, one.response) for one in heard] == [(Outcome.DNS, None)]


RULES = """User-agent: *
Crawl-delay: 0.2
Disallow: /*.zip$
Disallow: /search*page=
Disallow: /closed/
Allow: /closed/open/
Clean-param: sid /forum/
Host: example.org

User-agent: otherbot
Crawl-delay: 30
Disallow: /
"""


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
async def test_rules_as_they_are_written(start, crawl, http, ends, mark):
    """Marks, line ends, stars and dollars, delays inside groups, Yandex's own lines."""
    body = mark + RULES.replace("\n", ends).encode()
    allowed = ["/a.zip?x=1", "/search?q=1", "/closed/open/1", "/forum/?sid=1", "/"]
    denied = ["/d/a.zip", "/search?q=1&page=2", "/closed/1"]
    pages = {path: http(b"ok") for path in allowed}
    server = await start({"/robots.txt": http(body), **pages})
    seen = await crawl([server.root + path for path in (*allowed, *denied)])
    outcomes = {url.removeprefix(server.root): o for url, (o, _) in seen.ended.items()}
    assert {path for path, o in outcomes.items() if o is Outcome.OK} == set(allowed)
    assert {path for path, o in outcomes.items() if o is Outcome.ROBOTS_DENIED} == set(denied)
    # The delay of our own group, not that of the other; the rest is this machine's own.
    assert 4 * 0.2 <= server.asked[-1].at - server.asked[0].at < 30


async def test_rules_with_old_line_ends_are_cut_at_a_line(start, crawl, http):
    late = SECRET.replace(b"\n", b"\r") + b"Disallow: /old/\r" * 40_000
    server = await start({"/robots.txt": http(late), "/secret/": http(b"ok")})
    assert (await crawl([f"{server.root}/secret/"])).outcomes() == [Outcome.ROBOTS_DENIED]


async def test_rules_that_moved_to_another_host(start, crawl, http):
    other = await start({"/robots.txt": http(SECRET)})
    moved = http(status="301 Moved", headers={"Location": f"{other.root}/robots.txt"})
    server = await start({"/robots.txt": moved, "/": http(b"ok")})
    seen = await crawl([f"{server.root}/secret/", f"{server.root}/"])
    assert [seen.ended[server.root + path][0] for path in ("/secret/", "/")] == [
        Outcome.ROBOTS_DENIED,
        Outcome.OK,
    ]
    assert other.paths() == ["/robots.txt"]


@pytest.mark.parametrize("where", ["http://[", "http://x:99999/", "ftp://x/", "//"])
async def test_rules_that_moved_nowhere(start, crawl, http, where):
    lost = http(status="302 Found", headers={"Location": where})
    server = await start({"/robots.txt": lost, "/": http(b"ok")})
    seen = await crawl([f"{server.root}/"])
    assert len(seen.ended) == 1
    assert len([path for path in server.paths() if path == "/robots.txt"]) <= 6


async def test_a_wall_in_place_of_rules_is_no_permission(start, crawl, http):
    wall = b"<html><script>document.cookie='a=1';location.reload()</script></html>"
    server = await start({"/robots.txt": http(wall), "/": http(b"ok")})
    seen = await crawl([f"{server.root}/"])
    assert seen.outcomes() == [Outcome.BLOCKED]
    assert set(server.paths()) == {"/robots.txt"}
