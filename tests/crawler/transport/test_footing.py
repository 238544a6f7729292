"""When does a host move down the TLS ladder, and when does it stay?"""

import asyncio

import pytest
from scrapy.settings import Settings

from crawler.transport.footing import Footing
from crawler.transport.gost import has_gost
from crawler.transport.tls import Ladder, Rung, ladder
from crawler.transport.trouble import (
    CertificateRejected,
    HandshakeFailed,
    HungUp,
    NoCommonCipher,
    TlsFailed,
)

EXPIRED = CertificateRejected("the certificate has expired")
OLD = HandshakeFailed("too old")
GONE = HungUp("the server hung up")
FOREIGN = NoCommonCipher("no cipher")


@pytest.fixture
def steps() -> Ladder:
    chosen = Settings()
    chosen.setmodule("crawler.settings")
    return ladder(chosen)


async def now(footing: Footing) -> Rung:
    async with footing.turn() as rung:
        return rung


async def fall_off(footing: Footing, trouble: TlsFailed) -> str:
    try:
        while True:
            footing.fell(await now(footing), trouble)
    except TlsFailed as lost:
        return lost.reason


def test_the_rungs_in_their_order(steps: Ladder) -> None:
    names = [rung.name for rung in steps.rungs]
    assert names == ["verified", "unverified", "legacy", "gost"][: 3 + has_gost()]


async def test_a_certificate_leads_down_one_rung_only(steps: Ladder) -> None:
    footing = Footing(steps)
    footing.fell(await now(footing), EXPIRED)
    rung = await now(footing)
    assert (rung.name, footing.problem(rung)) == ("unverified", "the certificate has expired")


async def test_both_troubles_are_told(steps: Ladder) -> None:
    footing = Footing(steps)
    footing.fell(await now(footing), EXPIRED)
    footing.fell(await now(footing), OLD)
    rung = await now(footing)
    assert rung.name == "legacy"
    assert footing.problem(rung) == "the certificate has expired; too old"


async def test_a_host_that_is_lost_is_not_tried_again(steps: Ladder) -> None:
    footing = Footing(steps)
    reason = await fall_off(footing, FOREIGN)
    assert reason.startswith("no secure channel (verified, legacy")
    assert ("GOST engine" in reason) is not has_gost()
    with pytest.raises(TlsFailed) as again:
        await now(footing)
    assert again.value.reason == reason


@pytest.mark.parametrize("trouble", [OLD, EXPIRED])
async def test_gost_is_advised_only_where_it_may_help(steps: Ladder, trouble: TlsFailed) -> None:
    assert "GOST" not in await fall_off(Footing(steps), trouble)


async def test_a_broken_line_moves_no_host_that_stood(steps: Ladder) -> None:
    footing = Footing(steps)
    rung = await now(footing)
    footing.held(rung)
    for _ in range(3):
        with pytest.raises(TlsFailed, match="hung up"):
            footing.fell(rung, GONE)
        assert await now(footing) is rung


async def test_a_host_that_stood_comes_back_to_its_rung_and_is_not_moved_again(
    steps: Ladder,
) -> None:
    footing = Footing(steps)
    rung = await now(footing)
    footing.held(rung)
    assert "verified, legacy" in await fall_off(footing, OLD)
    assert await now(footing) is rung
    assert footing.problem(rung) == ""
    assert await fall_off(footing, OLD) == "no secure channel (verified): too old"


async def test_the_second_to_fall_from_a_rung_moves_nobody(steps: Ladder) -> None:
    footing = Footing(steps)
    rung = await now(footing)
    footing.held(rung)
    footing.fell(rung, EXPIRED)
    footing.fell(rung, EXPIRED)
    assert (await now(footing)).name == "unverified"


async def test_while_nothing_holds_requests_come_one_at_a_time(steps: Ladder) -> None:
    footing, inside, most = Footing(steps), 0, 0

    async def ask() -> None:
        nonlocal inside, most
        async with footing.turn() as rung:
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0)
            inside -= 1
            footing.held(rung)

    await asyncio.gather(*(ask() for _ in range(9)))
    assert most == 1
