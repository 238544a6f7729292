"""A host's robots.txt as an answer of its region, and the sitemaps it names."""

import re
from collections.abc import Iterator

from crawler.model import Answer, Outcome
from crawler.transport.aside import Answered
from crawler.transport.encoding import decode
from crawler.walk.answers import answer, hop
from crawler.walk.frontier import Ask

_SITEMAP = re.compile(r"^\s*sitemap\s*:\s*(\S{1,2000})", re.IGNORECASE | re.MULTILINE)
MAX_NAMED = 10


def record_of(region: str, answered: Answered) -> Answer:
    """What became of a robots.txt, for the archive: it explains what was not asked."""
    ask = Ask(answered.url, source="")
    found = answered.outcome, answered.reason
    hops = [hop(response) for response in answered.hops]
    return answer(region, ask, *found, hops=hops, response=answered.response)


def sitemaps_in(answered: Answered) -> Iterator[str]:
    """Yield the sitemaps a robots.txt names; the site's usual one when it names none."""
    if answered.response is not None:
        yield from sitemaps_named(answered.outcome, answered.response.body)


def sitemaps_named(outcome: Outcome, body: bytes) -> Iterator[str]:
    """Yield the sitemaps the body of a robots.txt names; the usual one when it names none."""
    named: list[str] = []
    if outcome is Outcome.OK:
        named = _SITEMAP.findall(decode(body[: 500 * 1024]))[:MAX_NAMED]
    yield from named or ["/sitemap.xml"]
