"""How much one client may ask: a token bucket each, and 429 in both languages when it is empty.

What the cache answers costs nothing and is not counted.
"""

import ipaddress
import math
import time
from collections import OrderedDict
from collections.abc import Callable

from pydantic import BaseModel, ConfigDict, Field

from datasette_config.cache import App, Receive, Scope, Send

_CLIENTS = 10_000  # buckets held; who was silent longest is forgotten first
_NEIGHBOURS = 64  # bits of an IPv6 address that name one household


class Limits(BaseModel):
    """Requests that must be computed: ``rate`` a second for long (0: any), ``burst`` at once."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rate: float = Field(default=10, ge=0)
    burst: int = Field(default=100, ge=1)


class Buckets:
    """The tokens each client has left. ``clock`` counts seconds and never goes back."""

    def __init__(
        self, limits: Limits, clock: Callable[[], float] = time.monotonic, most: int = _CLIENTS
    ) -> None:
        """``most`` is how many clients are remembered."""
        self.limits = limits
        self._clock, self._most = clock, most
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def __len__(self) -> int:
        """How many clients are remembered."""
        return len(self._left)

    def take(self, client: str) -> float:
        """Take a token: 0.0 when there was one, else the seconds until there will be."""
        rate, burst, now = self.limits.rate, self.limits.burst, self._clock()
        if not rate:
            return 0.0
        left, since = self._left.pop(client, (float(burst), now))
        left = min(float(burst), left + (now - since) * rate)
        wait = 0.0 if left >= 1 else (1 - left) / rate
        self._left[client] = (left if wait else left - 1, now)
        if len(self._left) > self._most:
            self._left.popitem(last=False)
        return wait


def client(scope: Scope) -> str:
    """Who asks: the address of the connection, of IPv6 the network of one household."""
    host = str((scope.get("client") or ("",))[0])
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return host[:64]
    if address.version == 6 and address.ipv4_mapped:
        address = address.ipv4_mapped
    bits = _NEIGHBOURS if address.version == 6 else 32
    return str(ipaddress.ip_network((address, bits), strict=False))


def limited(app: App, buckets: Buckets, ourselves: Callable[[], bool]) -> App:
    """The application behind the buckets. What it asks of itself (``ourselves``) is not counted."""

    async def counter(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or ourselves():
            return await app(scope, receive, send)
        if wait := buckets.take(client(scope)):
            return await _refuse(send, math.ceil(wait))
        return await app(scope, receive, send)

    return counter


async def _refuse(send: Send, wait: int) -> None:
    said = (
        f"Слишком много запросов подряд. Повторите через {wait} с.\n"
        f"Too many requests in a row. Try again in {wait} s.\n"
    )
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"retry-after", str(wait).encode()),
        (b"cache-control", b"no-store"),
    ]
    await send({"type": "http.response.start", "status": 429, "headers": headers})
    await send({"type": "http.response.body", "body": said.encode()})
