"""Does every way a server can behave end as the right outcome?"""

import asyncio
import gzip
import socket
from contextlib import asynccontextmanager
from urllib.parse import quote

import pytest

from crawler.model import Outcome


async def ending(crawl, url, **settings):
    seen = await crawl([url], settings=settings)
    return seen.ended[url]


async def test_an_ordinary_page_and_one_that_is_not_there(start, crawl, http):
    server = await start({"/": http(b"hello")})
    seen = await crawl([f"{server.root}/", f"{server.root}/gone"])
    assert seen.ended[f"{server.root}/"] == (Outcome.OK, "")
    assert seen.ended[f"{server.root}/gone"] == (Outcome.NOT_FOUND, "HTTP 404")
    assert server.paths()[0] == "/robots.txt"
    assert server.asked[0].headers["user-agent"].startswith("budgetwatch/")


async def test_a_closed_port(crawl):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/"
        outcome, reason = await ending(crawl, url)
    assert outcome is Outcome.CONNECTION
    assert "refused" in reason


async def test_a_name_that_does_not_exist(crawl):
    outcome, reason = await ending(crawl, "http://nowhere.invalid/")
    assert outcome is Outcome.DNS
    assert "nowhere.invalid" in reason


async def test_a_host_that_never_answers(start, crawl):
    async def silent(asked, writer):
        await asyncio.sleep(30)

    server = await start({"/robots.txt": silent})
    outcome, reason = await ending(crawl, f"{server.root}/")
    assert outcome is Outcome.TIMEOUT
    assert "silent for 1 s" in reason


async def test_a_host_that_drips(start, crawl, http):
    async def drip(asked, writer):
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        for _ in range(40):
            writer.write(b".")
            await writer.drain()
            await asyncio.sleep(0.1)

    server = await start({"/": drip})
    outcome, reason = await ending(crawl, f"{server.root}/", DOWNLOAD_TIMEOUT=1.5)
    assert outcome is Outcome.TIMEOUT
    assert "not complete" in reason


async def test_a_slow_host_within_patience(start, crawl, http):
    async def slow(asked, writer):
        await asyncio.sleep(0.6)
        writer.write(http(b"at last"))
        await writer.drain()

    server = await start({"/": slow})
    assert await ending(crawl, f"{server.root}/") == (Outcome.OK, "")


async def test_a_torn_body_is_kept_and_tried_once_more(start, crawl, http):
    torn = http(b"only this", headers={"Content-Length": "1000"})

    async def tear(asked, writer):
        writer.write(torn)
        await writer.drain()

    server = await start({"/": tear})
    seen = await crawl([f"{server.root}/"])
    outcome, reason = seen.ended[f"{server.root}/"]
    assert outcome is Outcome.TRUNCATED
    assert "9 bytes" in reason
    assert seen.responses[f"{server.root}/"].body == b"only this"
    assert server.paths().count("/") == 2


async def test_a_torn_chunked_body(start, crawl):
    async def tear(asked, writer):
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")
        await writer.drain()

    server = await start({"/": tear})
    assert (await ending(crawl, f"{server.root}/"))[0] is Outcome.TRUNCATED


async def test_a_body_of_20_mb(start, crawl, http):
    page = b"<p>budget</p>" * (20 * 2**20 // 13)
    server = await start({"/": http(page)})
    seen = await crawl([f"{server.root}/"])
    assert seen.ended[f"{server.root}/"] == (Outcome.OK, "")
    assert seen.responses[f"{server.root}/"].body == page


@pytest.mark.parametrize("declared", [True, False])
async def test_a_body_larger_than_we_take(start, crawl, http, declared):
    async def long(asked, writer):
        writer.write(http(b"", headers={"Content-Length": "5000"}) if declared else b"")
        if not declared:
            writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        writer.write(b"x" * 5000)
        await writer.drain()

    server = await start({"/": long})
    assert (await ending(crawl, f"{server.root}/", DOWNLOAD_MAXSIZE=4000))[0] is Outcome.TOO_LARGE


async def test_a_gzip_bomb(start, crawl, http):
    bomb = gzip.compress(b"0" * 50_000_000)
    server = await start({"/": http(bomb, headers={"Content-Encoding": "gzip"})})
    outcome, reason = await ending(crawl, f"{server.root}/", DOWNLOAD_MAXSIZE=1_000_000)
    assert outcome is Outcome.TOO_LARGE
    assert "unpacks to more than 1000000 bytes" in reason


async def test_a_page_in_gzip(start, crawl, http):
    packed = gzip.compress(b"<p>budget</p>")
    server = await start({"/": http(packed, headers={"Content-Encoding": "gzip"})})
    seen = await crawl([f"{server.root}/"])
    assert seen.responses[f"{server.root}/"].body == b"<p>budget</p>"


@pytest.mark.parametrize("packing", ["gzip", "deflate", "br", "zstd"])
async def test_packing_that_is_broken(start, crawl, http, packing):
    broken = gzip.compress(b"<p>budget</p>" * 999)[:60] if packing == "gzip" else b"\xff\xfe\x00no"
    server = await start({"/": http(broken, headers={"Content-Encoding": packing})})
    outcome, reason = await ending(crawl, f"{server.root}/")
    assert (outcome, reason) == (Outcome.TRUNCATED, "the body could not be unpacked")


async def test_gzip_that_is_none(start, crawl, http):
    server = await start({"/": http(b"<p>plain</p>", headers={"Content-Encoding": "gzip"})})
    seen = await crawl([f"{server.root}/"])
    assert seen.ended[f"{server.root}/"] == (Outcome.OK, "")
    assert seen.responses[f"{server.root}/"].body == b"<p>plain</p>"


@pytest.mark.parametrize(
    "answer", [b"SSH-2.0-OpenSSH_9.2\r\n", b"", b"HTTP/1.1 abc OK\r\n\r\n", b"\x00" * 100]
)
async def test_a_server_that_speaks_no_http(start, crawl, answer):
    async def babble(asked, writer):
        writer.write(answer)
        await writer.drain()

    server = await start({"/": babble})
    assert (await ending(crawl, f"{server.root}/"))[0] is Outcome.CONNECTION


async def test_headers_in_windows_1251_survive(start, crawl):
    name = "Бюджет.pdf".encode("cp1251")

    async def old(asked, writer):
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Disposition: attachment; ")
        writer.write(b'filename="' + name + b'"\r\n\r\nok')
        await writer.drain()

    server = await start({"/": old})
    seen = await crawl([f"{server.root}/"])
    assert name in seen.responses[f"{server.root}/"].headers["Content-Disposition"]


async def test_percents_in_windows_1251_are_sent_as_written(start, crawl, http):
    path = "/" + quote("бюджет".encode("cp1251")) + "?q=a%2Fb"
    server = await start({path: http(b"found")})
    assert await ending(crawl, f"{server.root}{path}") == (Outcome.OK, "")


async def test_redirects_are_left_to_the_spider(start, crawl, http):
    away = http(status="302 Found", headers={"Location": "http://169.254.169.254/latest/"})
    server = await start({"/": away})
    outcome, reason = await ending(crawl, f"{server.root}/")
    assert outcome is Outcome.REDIRECTED_AWAY
    assert "169.254.169.254" in reason


async def test_other_schemes_reach_nothing(crawl):
    for url in ("file:///etc/passwd", "ftp://127.0.0.1/x", "data:text/plain,x"):
        assert (await ending(crawl, url, ROBOTSTXT_OBEY=False))[0] is Outcome.REFUSED_ADDRESS


async def test_a_certificate_nobody_trusts_is_noted(start, crawl, http, tls):
    names = []
    tls.sni_callback = lambda _, name, __: names.append(name)
    server = await start({"/": http(b"ok"), "/2": http(b"ok")}, tls)
    root = f"https://budget.invalid:{server.port}"
    seen = await crawl(
        [f"{root}/", f"{root}/2"],
        settings={"BUDGETWATCH_RESOLVE": [f"budget.invalid:{server.port}:127.0.0.1:{server.port}"]},
    )
    assert seen.outcomes() == [Outcome.OK, Outcome.OK]
    for response in seen.responses.values():
        assert response.meta["tls"] == "unverified"
        assert response.meta["tls_problem"] == "the certificate is signed by itself"
    assert set(names) == {"budget.invalid"}
    # One connection was rejected, one served robots.txt and both pages.
    assert len(names) == 2
    assert server.asked[0].host == f"budget.invalid:{server.port}"


async def test_a_certificate_we_trust(start, crawl, http, tls, certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    server = await start({"/": http(b"ok")}, tls)
    seen = await crawl([f"https://127.0.0.1:{server.port}/"])
    response = seen.responses[f"https://127.0.0.1:{server.port}/"]
    assert (response.meta["tls"], response.meta["tls_problem"]) == ("verified", "")


@asynccontextmanager
async def on_greeting(greet):
    """A port whose server does ``greet(writer)`` with whoever says something."""

    async def serve(reader, writer):
        await reader.read(10)
        greet(writer)

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


async def test_a_secure_port_that_speaks_plain_http(crawl):
    def plainly(writer):
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()

    async with on_greeting(plainly) as port:
        outcome, reason = await ending(crawl, f"https://127.0.0.1:{port}/")
    assert outcome is Outcome.TLS
    assert reason.endswith("no secure channel (verified, legacy): what the server said is not TLS")


async def test_a_server_that_hangs_up_during_the_handshake(crawl):
    async with on_greeting(lambda writer: writer.transport.abort()) as port:
        outcome, reason = await ending(crawl, f"https://127.0.0.1:{port}/")
    assert outcome is Outcome.TLS
    assert "handshake" in reason
