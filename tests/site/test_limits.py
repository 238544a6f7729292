"""One client cannot have everything computed: buckets, 429, and who is believed about whom."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from pydantic import ValidationError

from datasette_config.limits import Buckets, Limits, client
from tests.site.test_serve import free_port

SERVE = (
    "import sys; from pathlib import Path; from datasette_config.serve import serve\n"
    "from datasette_config.limits import Limits\n"
    "serve(Path(sys.argv[1]), '127.0.0.1', int(sys.argv[2]), None,"
    " Limits(rate=float(sys.argv[3]), burst=3), sys.argv[4])"
)


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_empties_and_fills_again() -> None:
    clock = Clock()
    buckets = Buckets(Limits(rate=0.5, burst=2), clock)
    assert [buckets.take("a"), buckets.take("a")] == [0, 0]
    assert buckets.take("a") == pytest.approx(2)
    assert buckets.take("b") == 0
    clock.now = 1
    assert buckets.take("a") == pytest.approx(1)
    clock.now = 2
    assert buckets.take("a") == 0
    clock.now = 1000
    assert [buckets.take("a") for _ in range(3)] == [0, 0, pytest.approx(2)]


def test_waiting_clients_are_not_punished_for_asking() -> None:
    clock = Clock()
    buckets = Buckets(Limits(rate=1, burst=1), clock)
    assert buckets.take("a") == 0
    for _ in range(10):
        clock.now += 0.0625
        assert buckets.take("a") > 0
    clock.now = 1
    assert buckets.take("a") == 0


def test_memory_is_bounded() -> None:
    buckets = Buckets(Limits(rate=1, burst=1), Clock(), most=3)
    for name in "abcda":
        buckets.take(name)
    assert len(buckets) == 3
    assert buckets.take("d") > 0


def test_no_limit() -> None:
    buckets = Buckets(Limits(rate=0, burst=1), Clock())
    assert not any(buckets.take("a") for _ in range(50))


@pytest.mark.parametrize(
    ("host", "told"),
    [
        ("192.0.2.7", "192.0.2.7/32"),
        ("::ffff:192.0.2.7", "192.0.2.7/32"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::2", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("x" * 5000, "x" * 64),
    ],
)
def test_who_is_one_client(host: str, told: str) -> None:
    assert client({"client": (host, 1)}) == told


def test_a_socket_has_no_address() -> None:
    assert client({"client": None}) == ""


@pytest.mark.parametrize("wrong", [{"rate": -1}, {"burst": 0}, {"rates": 3}])
def test_wrong_settings_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValidationError):
        Limits.model_validate(wrong)


@asynccontextmanager
async def site(
    database: Path, rate: float, proxy: str = ""
) -> AsyncIterator[tuple[aiohttp.ClientSession, str]]:
    port = free_port()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", SERVE, str(database), str(port), str(rate), proxy
    )
    try:
        for _ in range(600):
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.05)
            else:
                writer.close()
                break
        async with aiohttp.ClientSession() as session:
            yield session, f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        await process.wait()


async def statuses(
    session: aiohttp.ClientSession, address: str, paths: list[str], forwarded: str = ""
) -> list[int]:
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    found = []
    for path in paths:
        async with session.get(address + path, headers=headers) as answer:
            found.append(answer.status)
    return found


# So slow that no test machine is slower: within a test nobody's bucket fills again.
SLOW = 0.001


async def test_the_fourth_is_refused_and_told_when_to_come_again(database: Path) -> None:
    async with site(database, SLOW) as (session, address):
        first = await statuses(session, address, ["/", "/changes", "/health"])
        assert first == [200, 200, 200]
        async with session.get(address + "/amounts") as refused:
            assert refused.status == 429
            wait = int(refused.headers["Retry-After"])
            assert 900 <= wait <= 1000
            assert refused.headers["Cache-Control"] == "no-store"
            assert "default-src 'none'" in refused.headers["Content-Security-Policy"]
            said = await refused.text()
            assert f"Повторите через {wait} с" in said
            assert f"Try again in {wait} s" in said
        # What was computed once costs nothing: a reader goes on reading.
        assert await statuses(session, address, ["/", "/changes"]) == [200, 200]


async def test_a_header_alone_makes_nobody_another_client(database: Path) -> None:
    async with site(database, SLOW) as (session, address):
        seen = [
            (await statuses(session, address, [f"/?sort=name&n={i}"], f"192.0.2.{i}"))[0]
            for i in range(4)
        ]
        assert seen == [200, 200, 200, 429]


async def test_a_trusted_proxy_tells_its_clients_apart(database: Path) -> None:
    async with site(database, SLOW, "127.0.0.1") as (session, address):
        paths = [f"/?n={i}" for i in range(4)]
        assert await statuses(session, address, paths, "192.0.2.1") == [200, 200, 200, 429]
        # What the client itself wrote before the proxy's word does not count.
        assert await statuses(session, address, ["/?x=1"], "203.0.113.9, 192.0.2.1") == [429]
        assert await statuses(session, address, ["/?x=2"], "192.0.2.2") == [200]


async def test_a_proxy_elsewhere_is_not_believed(database: Path) -> None:
    async with site(database, SLOW, "192.0.2.0/24") as (session, address):
        seen = [
            (await statuses(session, address, [f"/?n={i}"], f"198.51.100.{i}"))[0] for i in range(4)
        ]
        assert seen == [200, 200, 200, 429]
