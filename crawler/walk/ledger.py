"""The crawl's book: every answer is archived, counted, and told to whoever watches."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from time import monotonic

from crawler.archive import Archive
from crawler.model import Answer, Run
from crawler.progress import Advice, AnswerArchived, Counts, OnEvent, RegionFinished, RegionStarted
from crawler.walk.region import Walk


@dataclass(slots=True)
class _Account:
    walk: Walk
    began: float
    outcomes: Counter[str] = field(default_factory=Counter)
    expected: int = 0
    ended: bool = False
    limit: str = ""


class Ledger:
    """One run's book. A region is told as finished when its last answer is in the archive."""

    def __init__(self, archive: Archive, run: Run, on_event: OnEvent) -> None:
        self.archive = archive
        self.run = run
        self.closed = False
        self._tell = on_event
        self._accounts: dict[str, _Account] = {}

    def start(self, walk: Walk, resumed: Iterable[str] = ()) -> None:
        """Open a region's account; ``resumed`` are outcomes an earlier part had archived."""
        account = _Account(walk, monotonic(), Counter(resumed))
        self._accounts[walk.region.id] = account
        self._tell(RegionStarted(walk.region.id, account.outcomes.total()))

    def expect(self, answer: Answer) -> Answer:
        """Announce an answer that is on its way to ``keep``."""
        self._accounts[answer.region].expected += 1
        return answer

    def end(self, walk: Walk, limit: str) -> None:
        """The region asks nothing more; ``limit`` is what stopped it, "" for nothing."""
        account = self._accounts[walk.region.id]
        account.ended, account.limit = True, limit
        self._close(account)

    def has_ended(self, region: str) -> bool:
        """True when the region asks nothing more."""
        return region in self._accounts and self._accounts[region].ended

    def note(self, answer: Answer) -> None:
        """Archive an answer that no walk waits for, such as a robots.txt."""
        self._accounts[answer.region].expected += 1
        self.keep(answer)

    def keep(self, answer: Answer) -> None:
        """Archive an expected answer and tell of it."""
        if self.closed:
            return
        capture = self.archive.add(self.run, answer)
        account = self._accounts[answer.region]
        account.expected -= 1
        account.outcomes[capture.outcome] += 1
        counts = self._counts(account)
        self._tell(
            AnswerArchived(answer.region, capture.url, capture.outcome, capture.promise, counts)
        )
        self._close(account)

    def tell(self, advice: str) -> None:
        """Say something to the person who watches; "" is nothing to say."""
        if advice:
            self._tell(Advice(advice))

    def _close(self, account: _Account) -> None:
        if account.ended and not account.expected:
            traps = tuple(sorted((k, n) for k, n in account.walk.traps.items() if n))
            region = account.walk.region.id
            self._tell(RegionFinished(region, self._counts(account), account.limit, traps))

    @staticmethod
    def _counts(account: _Account) -> Counts:
        budget = account.walk.budget
        return Counts(
            answers=account.outcomes.total(),
            requests=budget.requests,
            bytes=budget.bytes,
            waiting=len(account.walk.frontier),
            seconds=monotonic() - account.began,
            outcomes=tuple(sorted((str(k), n) for k, n in account.outcomes.items())),
        )
