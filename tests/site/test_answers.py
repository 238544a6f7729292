"""Headers, cache and validators, over the application itself."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest

from datasette_config.cache import Kept, Shelf, cached
from datasette_config.serve import app


@pytest.fixture
async def client(database: Path) -> AsyncIterator[httpx2.AsyncClient]:
    """One application for all requests, as a server holds it."""
    site = app(database)
    await site.invoke_startup()
    transport = httpx2.ASGITransport(app=site.app())
    async with httpx2.AsyncClient(transport=transport, base_url="http://site") as asking:
        yield asking
    site.close()


@pytest.mark.parametrize(
    "path", ["/", "/region/kitezh", "/methodology", "/nowhere", "/static/site.css"]
)
async def test_our_pages_allow_nothing_to_run(path: str, client: httpx2.AsyncClient) -> None:
    headers = (await client.get(path)).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'self'; img-src 'self' data:")
    assert "script" not in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("path", ["/budget", "/budget/findings", "/-/jump"])
async def test_datasettes_pages_stay_on_their_host(path: str, client: httpx2.AsyncClient) -> None:
    policy = (await client.get(path)).headers["content-security-policy"]
    assert policy.startswith("default-src 'self'")
    assert "http" not in policy
    assert "frame-ancestors 'none'" in policy


async def test_an_unchanged_page_is_not_sent_again(client: httpx2.AsyncClient) -> None:
    first = await client.get("/region/kitezh")
    etag = first.headers["etag"]
    for tag in (etag, f"W/{etag}", f'"other", {etag}'):
        again = await client.get("/region/kitezh", headers={"if-none-match": tag})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == etag
        assert "content-security-policy" in again.headers
    other = await client.get("/en/region/kitezh", headers={"if-none-match": etag})
    assert other.status_code == 200
    assert other.headers["etag"] != etag


async def test_the_second_answer_is_the_first(client: httpx2.AsyncClient) -> None:
    for path in (
        "/",
        "/region/kitezh",
        "/budget/findings.json?_size=3",
        "/budget/findings?_size=5",
    ):
        first, second = await client.get(path), await client.get(path)
        assert first.content == second.content
        assert first.headers["etag"] == second.headers["etag"]
    assert (await client.get("/budget/findings.json?_size=4")).json() != (
        await client.get("/budget/findings.json?_size=3")
    ).json()


async def test_a_false_host_reaches_nobody_else(client: httpx2.AsyncClient) -> None:
    path = "/budget/findings.json?_size=2"
    false = await client.get(path, headers={"host": "evil.invalid"})
    assert "evil.invalid" in false.text
    assert "evil.invalid" not in (await client.get(path)).text


async def test_a_request_with_a_cookie_is_answered_for_itself(client: httpx2.AsyncClient) -> None:
    await client.get("/")
    own = await client.get("/", headers={"cookie": "ds_actor=x"})
    assert own.headers["cache-control"] == "private, no-store"
    assert "etag" not in own.headers


async def test_what_fails_is_not_kept_and_what_is_large_passes() -> None:
    asked = 0

    async def flaky(scope, receive, send):  # type: ignore[no-untyped-def]
        nonlocal asked
        asked += 1
        status = 500 if asked == 1 else 200
        await send({"type": "http.response.start", "status": status, "headers": []})
        body = b"x" * (3 * 2**20) if scope["path"] == "/large" else b"small"
        await send({"type": "http.response.body", "body": body[:3], "more_body": True})
        await send({"type": "http.response.body", "body": body[3:]})

    shelf = Shelf()
    transport = httpx2.ASGITransport(app=cached(flaky, shelf))
    async with httpx2.AsyncClient(transport=transport, base_url="http://site") as client:
        assert (await client.get("/a")).status_code == 500
        for _ in range(3):
            assert (await client.get("/a")).content == b"small"
        assert asked == 2
        for _ in range(2):
            assert len((await client.get("/large")).content) == 3 * 2**20
        assert asked == 4
        assert shelf.size == 5


def test_the_shelf_lets_the_oldest_go() -> None:
    shelf = Shelf(room=10)
    keys = [("GET", bytes([i]), b"") for i in range(4)]
    for key in keys[:3]:
        shelf.put(key, Kept((), b"1234", b""))
    assert shelf.get(keys[0]) is None
    assert shelf.get(keys[1])
    shelf.put(keys[3], Kept((), b"1234", b""))
    assert shelf.get(keys[2]) is None
    assert shelf.size == 8
