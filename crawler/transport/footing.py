"""Where each host stands on the TLS ladder: climbed down once, by all its requests together."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager

from crawler.transport.tls import Ladder, Rung
from crawler.transport.trouble import HungUp, NoCommonCipher, TlsFailed


class Footing:
    """One host's place on the ladder for the length of a run.

    Until a rung has carried a request, requests come one at a time, so that a rung which does
    not hold is tried once and not by everybody who waits.
    """

    def __init__(self, ladder: Ladder) -> None:
        self._ladder = ladder
        self._rung = ladder.rungs[0]
        self._firm: Rung | None = None
        self._searching = True
        self._spent = False
        self._failed: dict[str, str] = {}
        self._lost: str = ""
        self._one_at_a_time = asyncio.Lock()

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[Rung]:
        """The rung to try now; TlsFailed, without a connection, when all have failed before."""
        async with AsyncExitStack() as stack:
            if self._searching:
                await stack.enter_async_context(self._one_at_a_time)
            if self._lost:
                raise TlsFailed(self._lost)
            yield self._rung

    def held(self, rung: Rung) -> None:
        """A request went over a rung: it is the host's from now on."""
        if rung is self._rung:
            self._firm, self._searching = rung, False

    def fell(self, rung: Rung, trouble: TlsFailed) -> None:
        """Go down to the next rung; TlsFailed when there is none that may help."""
        if rung is not self._rung:
            return  # somebody else has gone down already
        # A line that breaks once is no reason to trust a host less that was fine so far.
        if rung is self._firm and (self._spent or isinstance(trouble, HungUp)):
            raise TlsFailed(_sentence([rung.name], trouble.reason))
        self._failed[rung.name] = trouble.reason
        self._searching = True
        if lower := self._ladder.below(rung, trouble):
            self._rung = lower
            return
        self._give_up(trouble)

    def problem(self, rung: Rung) -> str:
        """What was wrong with the rungs above, "" for the first one."""
        above = self._ladder.rungs[: self._ladder.rungs.index(rung)]
        said = (self._failed[r.name] for r in above if r.name in self._failed)
        return "; ".join(dict.fromkeys(said))

    def _give_up(self, trouble: TlsFailed) -> None:
        foreign = isinstance(trouble, HungUp | NoCommonCipher)
        why = _sentence(self._failed, trouble.reason) + (self._ladder.advice if foreign else "")
        if self._firm:
            self._rung, self._searching, self._spent = self._firm, False, True
        else:
            self._lost = why
        raise TlsFailed(why)


def _sentence(tried: Iterable[str], why: str) -> str:
    return f"no secure channel ({', '.join(tried)}): {why}"
