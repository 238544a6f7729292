"""A pause spares somebody else's server; what stays on this machine needs none."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

LINKS = "".join(f'<a href="/budget/{n}.html">Бюджет {n}</a> ' for n in range(12))


def crawled(
    budgetwatch: Callable[..., Any],
    registry: Callable[..., Path],
    site: Callable[..., Any],
    page: Any,
    *more: str,
    robots: str = "",
) -> float:
    pages = {f"/budget/{n}.html": page(b"<h1>x</h1>") for n in range(12)}
    pages["/"] = page(LINKS.encode())
    pages["/robots.txt"] = page(robots.encode(), "text/plain")
    with site(pages) as served:
        started = time.monotonic()
        done = budgetwatch(
            "crawl", "--registry", str(registry(here="http://fin.invalid/")),
            *served.resolve("fin.invalid"), "--allow-private-hosts", *more,
        )  # fmt: skip
        assert done.code == 0, done.err
        assert len(served.asked) >= 14
        return time.monotonic() - started


def test_loopback_is_asked_at_once(
    budgetwatch: Callable[..., Any], registry: Any, site: Any, page: Any
) -> None:
    # Fourteen requests two seconds apart would take half a minute.
    assert crawled(budgetwatch, registry, site, page) < 15


def test_its_own_crawl_delay_is_kept_there_too(
    budgetwatch: Callable[..., Any], registry: Any, site: Any, page: Any
) -> None:
    robots = "User-agent: *\nCrawl-delay: 0.4\n"
    assert crawled(budgetwatch, registry, site, page, robots=robots) > 12 * 0.4


def test_a_delay_asked_for_holds_everywhere(
    budgetwatch: Callable[..., Any], registry: Any, site: Any, page: Any
) -> None:
    assert crawled(budgetwatch, registry, site, page, "--delay", "0.5") > 12 * 0.25
