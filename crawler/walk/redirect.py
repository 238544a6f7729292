"""Where does a redirect lead, and does the walk go along?"""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from crawler.model import Outcome
from crawler.transport.address import literal, refusal
from crawler.walk.canonical import address, canonical, site
from crawler.walk.territory import Territory

MAX_HOPS = 8


@dataclass(frozen=True, slots=True)
class Onward:
    """The redirect is followed to ``url``."""

    url: str


@dataclass(frozen=True, slots=True)
class Ended:
    """The redirect is not followed; ``url`` is where it wanted to go."""

    url: str
    outcome: Outcome
    reason: str


def follow(
    territory: Territory,
    passed: Sequence[str],
    location: str,
    *,
    allow_private: bool,
    cookie: bool = False,
) -> Onward | Ended:
    """Judge one redirect. ``passed`` are the addresses so far, the redirecting one last.

    With a new ``cookie`` an address may be asked a second time: many sites set one, send the
    browser back to where it came from, and then answer.
    """
    here = passed[-1]
    target = canonical(location, here) if location else None
    if target is None:
        shown = location[:200] or "nowhere"
        return Ended(_joined(here, location), Outcome.REDIRECTED_AWAY, f"redirected to {shown}")
    if why := _refusal(target, allow_private=allow_private):
        return Ended(target, Outcome.REFUSED_ADDRESS, f"redirected to {target}: {why}")
    if passed.count(target) > cookie:
        return Ended(target, Outcome.REDIRECTED_AWAY, "the redirects go round in a circle")
    if len(passed) > MAX_HOPS:
        return Ended(target, Outcome.REDIRECTED_AWAY, f"more than {MAX_HOPS} redirects")
    if _is_ours(territory, here, target):
        return Onward(target)
    reason = f"redirected to {site(target)}, which is not one of the region's hosts"
    return Ended(target, Outcome.REDIRECTED_AWAY, reason)


def _is_ours(territory: Territory, here: str, target: str) -> bool:
    """The same site with or without www and TLS, another of the region's, or its owner's."""
    return site(here) == site(target) or territory.owns(target) or territory.is_kin(target)


def _refusal(url: str, *, allow_private: bool) -> str:
    """Why an address spelled in numbers is not asked; names are judged when they are looked up."""
    try:
        ip = literal(urlsplit(url).hostname or "")
    except ValueError as fault:
        return str(fault)
    return "" if ip is None else refusal(ip, allow_private=allow_private)


def _joined(here: str, location: str) -> str:
    try:
        return urljoin(here, location)[:2000] or here
    except ValueError:
        return here


def is_same_place(one: str, other: str) -> bool:
    """True when two addresses differ only in scheme, ``www.`` or fragment."""
    return address(one) == address(other)
