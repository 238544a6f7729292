"""The crawl's book: every answer is archived, counted, and told to whoever watches."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from time import monotonic
from urllib.parse import urlsplit

from scrapy.http import Headers

from crawler.archive import Archive
from crawler.changes import changes
from crawler.model import Answer, Capture, Outcome, Run
from crawler.notes import Note
from crawler.progress import Advice, AnswerArchived, Counts, OnEvent, RegionFinished, RegionStarted
from crawler.transport.blockpage import vendor
from crawler.walk.answers import now
from crawler.walk.hosts import OFTEN, For, Hosts
from crawler.walk.learned import learned, traps
from crawler.walk.region import Walk
from crawler.walk.remaining import remaining


@dataclass(slots=True)
class _Account:
    walk: Walk
    began: float
    outcomes: Counter[str] = field(default_factory=Counter)
    resumed: int = 0
    expected: int = 0
    ended: bool = False
    closed: bool = False
    limit: str = ""


class Ledger:
    """One run's book. A region is told as finished when its last answer is in the archive."""

    def __init__(self, archive: Archive, run: Run, on_event: OnEvent) -> None:
        self.archive = archive
        self.run = run
        self.closed = False
        self.hosts = Hosts()
        self._tell = on_event
        self._accounts: dict[str, _Account] = {}

    def start(self, walk: Walk, resumed: Iterable[str] = ()) -> None:
        """Open a region's account; ``resumed`` are outcomes an earlier part had archived."""
        account = _Account(walk, monotonic(), Counter(resumed))
        account.resumed = account.outcomes.total()
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
        self._witness(answer, capture)
        self._tell(
            AnswerArchived(answer.region, capture.url, capture.outcome, capture.promise, counts)
        )
        self._close(account)

    def remark(self, note: Note) -> None:
        """Keep what was learned besides answers."""
        if not self.closed:
            self.archive.note(self.run, note)

    def leave(self) -> None:
        """Keep what the hosts' accounts still hold: the crawl is over, or interrupted."""
        for region in self.hosts.regions():
            self._settle(region)

    def _settle(self, region: str, at_least: int = 0) -> None:
        for note in self.hosts.take(region, at_least):
            self.archive.note(self.run, note)

    def _witness(self, answer: Answer, capture: Capture) -> None:
        """What only the answer's end can tell of its host; now and then the account is kept."""
        if capture.outcome in (Outcome.ROBOTS_DENIED, Outcome.BLOCKED):
            self._kept_out(answer, blocked=capture.outcome is Outcome.BLOCKED)
        self._settle(answer.region, OFTEN)

    def _kept_out(self, answer: Answer, *, blocked: bool) -> None:
        who, host = For(answer.region, answer.source), urlsplit(answer.final_url).hostname or ""
        if not blocked:
            self.hosts.denied(who, host)
            return
        wall = vendor(answer.http_status or 0, Headers(list(answer.headers)), answer.body)
        self.hosts.blocked(who, host, wall or "unsigned")

    def tell(self, advice: str) -> None:
        """Say something to the person who watches; "" is nothing to say."""
        if advice:
            self._tell(Advice(advice))

    def _close(self, account: _Account) -> None:
        if not account.ended or account.expected or account.closed:
            return
        account.closed = True
        region, counts = account.walk.region, self._counts(account)
        self._settle(region.id)
        self._keep_once(region.id, learned(account.walk, counts, account.limit))
        captures = self.archive.captures(region=region.id)
        self._keep_once(region.id, changes(captures, region, self.run.id))
        self._tell(RegionFinished(region.id, counts, account.limit, traps(account.walk)))

    def _keep_once(self, region: str, notes: Iterable[Note]) -> None:
        """A run that was killed while it wrote its notes, and resumed, says nothing twice."""
        said = {(n.kind, n.subject) for n in self.archive.notes(run=self.run.id, region=region)}
        for note in notes:
            if (note.kind, note.subject) not in said:
                self.remark(replace(note, at=note.at or now()))

    @staticmethod
    def _counts(account: _Account) -> Counts:
        budget = account.walk.budget
        answers, waiting = account.outcomes.total(), len(account.walk.frontier)
        about, most = remaining(
            budget, monotonic(), answers=answers - account.resumed, waiting=waiting
        )
        return Counts(
            about=about,
            most=most,
            answers=answers,
            requests=budget.requests,
            bytes=budget.bytes,
            waiting=waiting,
            seconds=monotonic() - account.began,
            outcomes=tuple(sorted((str(k), n) for k, n in account.outcomes.items())),
        )
