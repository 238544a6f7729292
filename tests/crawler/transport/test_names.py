"""Do names lead only where the guard looked, and is a silent name server not waited for?"""

import socket
import time
from time import monotonic

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from crawler.transport.connector import GuardedConnector
from crawler.transport.names import Names
from crawler.transport.resolve import Redirections
from crawler.transport.trouble import RefusedAddress


class Liar(AbstractResolver):
    """A name server that gives other addresses every time it is asked."""

    def __init__(self, *answers):
        self.answers = list(answers)

    async def resolve(self, host, port=0, family=socket.AF_INET):
        return [
            ResolveResult(hostname=host, host=ip, port=port, family=family, proto=0, flags=0)
            for ip in self.answers.pop(0)
        ]

    async def close(self):
        pass


async def connector(*answers):
    made = GuardedConnector(Redirections(), allow_private=False, limit=1, limit_per_host=1)
    await made._resolver.close()
    made._resolver = Liar(*answers)
    made._use_dns_cache = False
    return made


async def test_of_several_addresses_only_the_public_ones_are_used():
    guarded = await connector(["10.0.0.1", "8.8.8.8", "::1", "169.254.169.254"])
    found = await guarded._resolve_host("mixed.invalid", 80)
    assert [one["host"] for one in found] == ["8.8.8.8"]
    await guarded.close()


async def test_every_answer_of_a_changing_name_is_judged():
    guarded = await connector(["8.8.8.8"], ["127.0.0.1"])
    assert await guarded._resolve_host("rebinding.invalid", 80)
    with pytest.raises(RefusedAddress, match="loopback"):
        await guarded._resolve_host("rebinding.invalid", 80)
    await guarded.close()


async def test_a_silent_name_server_is_a_failure(monkeypatch):
    monkeypatch.setattr("crawler.transport.names.PATIENCE", 0.2)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: time.sleep(1))
    names = Names()
    began = monotonic()
    with pytest.raises(socket.gaierror, match="no answer within"):
        await names.resolve("silent.invalid", 80)
    await names.close()
    assert monotonic() - began < 0.9


async def test_a_name_no_system_could_hold():
    names = Names()
    with pytest.raises(OSError):  # noqa: PT011  any failure of the name system will do
        await names.resolve("a" * 70 + ".invalid", 80)
    await names.close()
