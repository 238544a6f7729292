"""The empty shells of a run: which are worth drawing, which wait, and what became of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from crawler.browser.chromium import missing
from crawler.browser.sheet import Drawn, Given, Sheet, Undrawn
from crawler.model import Answer, Outcome
from crawler.pages import Link, LinkKind, Page, links
from crawler.pages.shell import is_shell
from crawler.spiders.job import Commission, Job
from crawler.walk.answers import digest, now
from crawler.walk.ask import Ask
from crawler.walk.behind import is_behind
from crawler.walk.promise import ON_THE_WAY
from crawler.walk.region import Walk
from crawler.walk.traps import is_file

if TYPE_CHECKING:
    from crawler.browser.limits import Limits

HTML = (("Content-Type", "text/html; charset=utf-8"),)
FEW_WAYS = 3
_NO_WAYS = (LinkKind.TEMPLATE, LinkKind.SETTING)
NOT_DRAWN = "an empty shell, not drawn: "


class Shells:
    """``limits`` None: nothing is drawn, by the user's wish."""

    def __init__(self, limits: Limits | None) -> None:
        self._limits = limits
        self._waiting: defaultdict[str, list[Commission]] = defaultdict(list)
        self._taken: Counter[str] = Counter()
        self._same: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self._told = False

    def take(self, job: Job, found: Answer, page: Page) -> bool:
        """True when the answer is an empty shell: it waits here for the last word on it."""
        if _is_no_page(job.ask) or not is_shell(page) or _leads_on(page):
            return False
        url = _with_route(found.final_url, job.ask.url)
        given = Given(
            200,
            (("Content-Type", "text/html; charset=utf-8"), *_policy(found)),
            page.text.encode("utf-8", "replace"),
        )
        self._same[job.region, digest(found)].append(job.ask.url)
        self._waiting[job.region].append(Commission(job, found, Sheet(url, given)))
        return True

    def waiting(self, region: str) -> int:
        """How many wait in one region."""
        return len(self._waiting[region])

    def due(self, walk: Walk, *, last: bool) -> tuple[Commission, ...]:
        """Take out those behind which nothing more is to be read.

        When the walk waits for nothing but them, they are the ``last`` and all of them are due.
        """
        waiting = self._waiting[walk.region.id]
        due = [
            one
            for one in waiting
            if last or not any(walk.is_filling(url) for url in self._alike(one))
        ]
        self._waiting[walk.region.id] = [one for one in waiting if one not in due]
        return tuple(due)

    def is_spoken_for(self, one: Commission) -> bool:
        """True when an endpoint has given what a shell would show, or the same shell elsewhere.

        A scripted site answers with one shell at all its addresses.
        """
        return any(one.job.walk.is_spoken_for(url) for url in self._alike(one))

    def _alike(self, one: Commission) -> list[str]:
        return self._same[one.job.region, digest(one.shell)]

    def why_not(self, one: Commission, limit: str) -> str:
        """Why a shell is not drawn; "" when it is. ``limit`` is what the region has spent."""
        ask = one.job.ask
        if limit:
            return f"the region's budget of {limit} was spent"
        if ask.promise < ON_THE_WAY and ask.clicks != 0:
            return "it promises too little"
        if self._limits is None:
            return "drawing was switched off (--no-browser)"
        if why := missing(self._limits.chromium):
            return why
        if self._taken[one.job.region] >= self._limits.pages:
            return f"{self._limits.pages} pages of the region were drawn, more are not"
        self._taken[one.job.region] += 1
        return ""

    def advice(self, why: str) -> str:
        """What to tell the person, once in a run: what to install."""
        lacking = self._limits is not None and why == missing(self._limits.chromium)
        if not lacking or self._told:
            return ""
        self._told = True
        return why


def _is_no_page(ask: Ask) -> bool:
    """True where a scripted site gives its one shell in place of a file, a script or a sitemap."""
    path = urlsplit(ask.url).path
    return ask.sitemap or is_file(ask.url) or path.endswith((".js", ".mjs", ".txt"))


def _leads_on(page: Page) -> bool:
    """True for a page whose script can be read: it spells where its buttons lead."""
    onward = [link for link in links(page) if not is_behind(link) and link.kind not in _NO_WAYS]
    return len({link.url for link in onward}) > FEW_WAYS


def settled(one: Commission) -> tuple[tuple[Answer, ...], tuple[Link, ...]]:
    """What a commission leaves for the archive, in order, and the ways on that it showed."""
    drawn = one.drawn
    if not isinstance(drawn, Drawn):
        why = drawn.reason if isinstance(drawn, Undrawn) else "nobody drew it"
        return undrawn(one, why), tuple(one.links)
    page = Page(one.sheet.url, drawn.dom, drawn.dom.decode("utf-8"), "text/html")
    outcome, reason = _outcome(one, drawn, page)
    shell = replace(one.shell, reason=f"an empty shell, drawn by {drawn.by}")
    picture = replace(_second(one, outcome, reason), headers=HTML, body=drawn.dom, drawn=drawn.by)
    onward = (Link(url, kind=LinkKind.SCRIPT) for url in drawn.led_to)
    return (shell, *one.answers, picture), (*links(page), *one.links, *onward)


def undrawn(one: Commission, why: str) -> tuple[Answer, ...]:
    """A shell nobody drew: the answer as it came, and a word that nothing was seen behind it."""
    reason = f"{NOT_DRAWN}{why}"
    return (
        replace(one.shell, reason=reason),
        *one.answers,
        _second(one, Outcome.EMPTY_SHELL, reason),
    )


def _outcome(one: Commission, drawn: Drawn, page: Page) -> tuple[Outcome, str]:
    kept = f"not given to it: {', '.join(one.withheld)}" if one.withheld else ""
    said = "; ".join(filter(None, (drawn.unfinished, kept)))
    if is_shell(page) and len(links(page)) <= len(links(_before(one))):
        return Outcome.EMPTY_SHELL, f"drawn, and still empty; {said}".rstrip("; ")
    if said:
        return Outcome.TRUNCATED, f"not wholly drawn: {said}"
    return Outcome.OK, f"drawn by {drawn.by} from the answer before; no server sent this"


def _before(one: Commission) -> Page:
    body = one.sheet.given.body
    return Page(one.sheet.url, body, body.decode("utf-8"), "text/html")


def _second(one: Commission, outcome: Outcome, reason: str) -> Answer:
    """The browser's word on an address that a server has answered."""
    return replace(
        one.shell,
        final_url=one.sheet.url,
        fetched_at=now(),
        outcome=outcome,
        reason=reason,
        http_status=None,
        request_headers=(),
        headers=(),
        body=b"",
        hops=(),
    )


def _with_route(final: str, asked: str) -> str:
    """A route of the asked address goes along through redirects, as in any browser."""
    _, mark, route = asked.partition("#")
    return final if "#" in final or not mark else f"{final}#{route}"


def _policy(found: Answer) -> tuple[tuple[str, str], ...]:
    """What the page may do by its own site's word."""
    return tuple(h for h in found.headers if h[0].lower() == "content-security-policy")
