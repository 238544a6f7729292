"""Empty shells from the command line: what is missing is said, and Ctrl-C leaves no browser."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crawler.archive import Archive
from crawler.browser.chromium import missing
from crawler.model import Outcome

SHELL = b"<!DOCTYPE html><html><head><script src=/app.js></script></head><body><div id=app></div>"
# It keeps its page busy for longer than anybody waits for Ctrl-C.
APP = b"setInterval(() => fetch('/api/' + Math.random()), 200);"


def shells(archive: Path) -> list[str]:
    with Archive(archive, readonly=True) as kept:
        return [c.reason for c in kept.captures() if c.outcome is Outcome.EMPTY_SHELL]


def test_it_can_be_switched_off(
    budgetwatch: Callable[..., Any],
    registry: Callable[..., Path],
    site: Callable[..., Any],
    page: Callable[..., Any],
    tmp_path: Path,
) -> None:
    entries = registry(here="http://here.invalid/")
    with site({"/": page(SHELL), "/app.js": page(APP)}) as there:
        done = budgetwatch(
            "crawl", "--registry", str(entries), *there.resolve(), "--allow-private-hosts",
            "--no-browser",
        )  # fmt: skip
        assert done.code == 0, done.err
        assert not any(path.startswith("/api/") for path in there.asked)
    (reason,) = shells(tmp_path / "data" / "archive")
    assert "--no-browser" in reason


@pytest.mark.skipif(bool(missing()), reason=missing() or "there is a Chromium")
def test_ctrl_c_while_a_page_is_drawn(
    registry: Callable[..., Path],
    site: Callable[..., Any],
    page: Callable[..., Any],
    tmp_path: Path,
) -> None:
    entries = registry(here="http://here.invalid/")
    pages = {"/": page(SHELL), "/app.js": page(APP)}
    with site(pages) as there:
        child = subprocess.Popen(
            [
                sys.executable, "-m", "budgetwatch", "crawl", "--registry", str(entries),
                *there.resolve(), "--allow-private-hosts", "--data", str(tmp_path / "data"),
            ],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        try:
            until = time.monotonic() + 240
            while not any("/api/" in path for path in there.asked) and time.monotonic() < until:
                time.sleep(0.05)
            assert any("/api/" in path for path in there.asked)
            started = below(child.pid)
            child.send_signal(signal.SIGINT)
            out, err = child.communicate(timeout=120)
        finally:
            child.kill()
            child.communicate()
    assert (child.returncode, out) == (130, "")
    assert "--resume" in err
    assert "Traceback" not in err
    assert len(started) > 2
    until = time.monotonic() + 30
    while any(map(runs, started)) and time.monotonic() < until:
        time.sleep(0.1)
    assert [pid for pid in started if runs(pid)] == []
    # The page is asked again when the run goes on: nothing was said about it yet.
    with Archive(tmp_path / "data" / "archive", readonly=True) as kept:
        asked = {c.url for c in kept.captures()}
        assert asked <= {f"http://here.invalid/{n}" for n in ("robots.txt", "app.js")}


def below(pid: int) -> set[int]:
    found: set[int] = set()
    for told in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, told.read_text().split()):
            found |= {child, *below(child)}
    return found


def runs(pid: int) -> bool:
    """A zombie waits for its parent to look; it runs no more."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False
