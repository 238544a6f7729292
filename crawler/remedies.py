"""For each trouble a crawl can meet: what a person can try. One table, for every report."""

from collections.abc import Iterable

from crawler.model import Outcome

RETRY = "run the same command again tomorrow: it may pass"
ADDRESS = "open the address in a browser; when it has moved, correct it in {file}"

# Most pressing first: of troubles equally frequent, the first is told.
REMEDIES: dict[Outcome, str] = {
    Outcome.DNS: f"the name is unknown: {ADDRESS}",
    Outcome.TLS: (
        "no secure channel on any rung: give the issuer's certificate with --extra-ca FILE, or "
        "load a GOST engine (docs/tls.md); else the site has to mend it"
    ),
    Outcome.BLOCKED: (
        "a wall took us for an attacker: crawl from a network inside the country, or ask the "
        "operator to let our user agent in (a --proxy is not offered: we do not hide)"
    ),
    Outcome.FORBIDDEN: (
        "the site refuses us: crawl from another network, or ask the operator to let our user "
        "agent in"
    ),
    Outcome.RATE_LIMITED: "the site finds us too fast: crawl it alone with --delay 10",
    Outcome.CONNECTION: f"nobody answers at the address: {RETRY}; else {ADDRESS}",
    Outcome.TIMEOUT: f"the site was too slow or silent: {RETRY}, maybe from another network",
    Outcome.SERVER_ERROR: f"the site failed: {RETRY}",
    Outcome.NOT_FOUND: f"the site says there is no such page: {ADDRESS}",
    Outcome.SOFT_404: f"a page says that nothing is there: {ADDRESS}",
    Outcome.REDIRECTED_AWAY: (
        "the address leads to another site: when that one is the region's, add it as a source in "
        "{file}"
    ),
    Outcome.ROBOTS_DENIED: (
        "robots.txt keeps us out and we obey: ask the operator to allow the user agent budgetwatch"
    ),
    Outcome.REFUSED_ADDRESS: (
        "the name leads to a private address, which we do not ask: correct it in {file}; for a "
        "site of your own add --allow-private-hosts"
    ),
    Outcome.EMPTY_SHELL: (
        "the page is empty without its scripts and was not drawn: install the extra "
        "(pip install 'budgetwatch[browser]') and the system's Chromium, and leave out --no-browser"
    ),
    Outcome.TOO_LARGE: "the file is larger than we take: look at it by hand",
    Outcome.TRUNCATED: f"the connection broke before the end: {RETRY}",
    Outcome.BUDGET_SPENT: (
        "the region's budget was spent before all was asked: name better sources in {file}, so "
        "that the walk is shorter"
    ),
}
NEVER_ASKED = "no request was made: name a page that links to it as a source in {file}"
COLLAPSED = (
    "compare the site with the earlier captures; when it was rebuilt, correct the sources in {file}"
)
FLOOR = "less than the floor in {file}: look whether the site or the floor is wrong"


def registry_file(region: str) -> str:
    """Where a region's entry stands in the shipped registry."""
    return f"data/registry/{region}.yaml"


def remedy(outcome: Outcome, region: str) -> str:
    """What to try against a trouble; "" for outcomes that are none."""
    return REMEDIES.get(outcome, "").format(file=registry_file(region))


def pressing(counts: Iterable[tuple[Outcome, int]]) -> list[tuple[Outcome, int]]:
    """Troubles with their counts, the most frequent first; what is no trouble is left out."""
    order = list(REMEDIES)
    known = [(outcome, count) for outcome, count in counts if outcome in REMEDIES and count]
    return sorted(known, key=lambda found: (-found[1], order.index(found[0])))
