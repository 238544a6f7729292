"""Names to addresses: the system's resolver, many at once, and never for long."""

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor

from aiohttp.abc import AbstractResolver, ResolveResult

# A name server that is silent holds a thread for up to half a minute, and asyncio's own
# pool has six threads on two cores: 260 hosts would queue for a quarter of an hour.
THREADS = 64
PATIENCE = 10.0  # seconds


class Names(AbstractResolver):
    """What getaddrinfo says, as aiohttp wants it; silence is a failure like any other."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="names")

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """All addresses of ``host``. Raises OSError when there are none, or no answer in time."""
        loop = asyncio.get_running_loop()
        asked = loop.run_in_executor(
            self._threads, socket.getaddrinfo, host, port, family, socket.SOCK_STREAM
        )
        try:
            infos = await asyncio.wait_for(asked, PATIENCE)
        except TimeoutError:
            silence = f"no answer within {PATIENCE:.0f} s"
            raise socket.gaierror(socket.EAI_AGAIN, silence) from None
        except UnicodeError as exc:  # a label over 63 letters is found out this late
            raise socket.gaierror(socket.EAI_NONAME, str(exc)) from exc
        return [_result(host, port, info[0], str(info[4][0])) for info in infos]

    async def close(self) -> None:
        """Lets the threads go without waiting for silent name servers."""
        self._threads.shutdown(wait=False, cancel_futures=True)


def _result(host: str, port: int, family: socket.AddressFamily, address: str) -> ResolveResult:
    return ResolveResult(
        hostname=host,
        host=address,
        port=port,
        family=family,
        proto=socket.IPPROTO_TCP,
        flags=socket.AI_NUMERICHOST,
    )
