"""Where a connection really goes: judged first, then opened to exactly what was judged."""

import socket
from collections.abc import Sequence
from ipaddress import ip_address

import aiohttp
from aiohttp.abc import ResolveResult
from aiohttp.tracing import Trace

from crawler.transport.address import literal, refusal
from crawler.transport.names import Names
from crawler.transport.resolve import Redirections, canonical
from crawler.transport.trouble import RefusedAddress


def _spelled(host: str) -> str:
    """The address a host spells, "" for a name; RefusedAddress when it can be neither."""
    try:
        return canonical(host) if literal(host) else canonical(host) and ""
    except ValueError as exc:
        raise RefusedAddress(f"{host[:80]} is neither an address nor a name: {exc}") from exc


def _result(host: str, address: str, port: int) -> ResolveResult:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    return ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=0)


class GuardedConnector(aiohttp.TCPConnector):
    """aiohttp's connector with the address guard and --resolve at its one choke point.

    aiohttp asks ``_resolve_host`` for names and literals alike and connects to nothing
    else than what it returns, so there is no second look-up for a name to change in.
    """

    def __init__(
        self,
        redirections: Redirections,
        *,
        allow_private: bool,
        limit: int,
        limit_per_host: int,
    ) -> None:
        super().__init__(
            resolver=Names(), limit=limit, limit_per_host=limit_per_host, ttl_dns_cache=300
        )
        # aiohttp closes only a resolver it made itself.
        self._resolver_owner = True
        self._redirections = redirections
        self._allow_private = allow_private

    async def _resolve_host(
        self, host: str, port: int, traces: Sequence[Trace] | None = None
    ) -> list[ResolveResult]:
        spelled = _spelled(host)
        if spelled:
            self._judge([_result(host, spelled, port)])
        if target := self._redirections.lookup(host, port):
            return self._judge([_result(host, *target)])
        if spelled:
            return [_result(host, spelled, port)]
        return self._judge(await super()._resolve_host(host, port, traces))

    def _judge(self, found: list[ResolveResult]) -> list[ResolveResult]:
        """The addresses we may connect to; RefusedAddress when that is none of them."""
        said = [(one, self._refusal(one["host"])) for one in found]
        allowed = [one for one, why in said if not why]
        if not allowed and said:
            raise RefusedAddress(said[0][1])
        return allowed

    def _refusal(self, host: str) -> str:
        return refusal(ip_address(host), allow_private=self._allow_private)
