"""What one source gave in one run, in figures, and whether another run gave much less."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from crawler.changes import PAGES
from crawler.model import Capture, Outcome

# A site that loses a page now and then is alive; one that gives less than half is not the same.
MUCH_LESS = 0.5
_SCRIPTS = ("text/javascript", "application/javascript", "application/x-javascript")
# Kept from us: something stood between us and the site, or the site did not answer.
TROUBLES = frozenset(
    {
        Outcome.FORBIDDEN,
        Outcome.BLOCKED,
        Outcome.RATE_LIMITED,
        Outcome.SERVER_ERROR,
        Outcome.TIMEOUT,
        Outcome.DNS,
        Outcome.CONNECTION,
        Outcome.TLS,
    }
)


@dataclass(frozen=True, slots=True)
class Given:
    """``pages`` and ``documents`` are different ones that could be read; ``day`` is YYYY-MM-DD.

    ``addresses`` were asked; ``kept`` counts the troubles among them by outcome.
    """

    run: str
    day: str
    addresses: int
    pages: int
    documents: int
    kept: tuple[tuple[str, int], ...] = ()

    @classmethod
    def of(cls, captures: Sequence[Capture]) -> Self:
        """The figures of the captures of one source in one run."""
        # The server answered, but nobody saw what the page shows.
        shells = {c.url for c in captures if c.outcome is Outcome.EMPTY_SHELL}
        good = [c for c in captures if c.outcome.readable and c.url not in shells]
        kept = Counter(str(c.outcome) for c in captures if c.outcome in TROUBLES)
        return cls(
            run=captures[0].run if captures else "",
            day=min((c.fetched_at for c in captures), default="")[:10],
            addresses=len(captures),
            pages=len({c.url for c in good if c.media_type in PAGES}),
            documents=len({c.sha256 for c in good if c.media_type not in (*PAGES, *_SCRIPTS)}),
            kept=tuple(kept.most_common()),
        )

    @property
    def troubled(self) -> int:
        """How many addresses were kept from us."""
        return sum(count for _, count in self.kept)


def worse(before: Given, now: Given) -> list[str]:
    """What has become much worse since ``before``, with the figures of both."""
    said = [
        f"{found} {what}, {was} on {before.day}"
        for what, found, was in (
            ("pages", now.pages, before.pages),
            ("documents", now.documents, before.documents),
        )
        if found < MUCH_LESS * was
    ]
    mostly = 2 * now.troubled > now.addresses
    if mostly and 2 * before.troubled <= before.addresses:
        mix = ", ".join(f"{count} {outcome}" for outcome, count in now.kept)
        said.append(
            f"{mix} of {now.addresses} addresses, {before.troubled} of {before.addresses} "
            f"kept from us on {before.day}"
        )
    return said
