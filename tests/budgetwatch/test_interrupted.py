"""Ctrl-C, and two at once: nothing is lost, nothing is asked twice, and a sentence says so."""

import json
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

LINKS = "".join(f'<a href="/p{n}.html">Бюджет для граждан {n}</a>' for n in range(60))


def begun(site: Any, entries: Path, data: Path) -> subprocess.Popen[str]:
    """A crawl that has asked for some pages."""
    child = subprocess.Popen(
        [
            sys.executable, "-m", "budgetwatch", "crawl", "--registry", str(entries),
            *site.resolve(), "--allow-private-hosts", "--delay", "0.4", "--data", str(data),
        ],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    until = time.monotonic() + 30
    while len(site.asked) < 15 and time.monotonic() < until:
        time.sleep(0.01)
    return child


def test_an_impatient_ctrl_c_and_the_way_on(
    budgetwatch: Callable[..., Any],
    registry: Callable[..., Path],
    site: Callable[..., Any],
    page: Callable[..., Any],
    tmp_path: Path,
) -> None:
    entries = registry(here="http://here.invalid/")
    pages = {"/": page(LINKS.encode())}
    pages |= {f"/p{n}.html": page(f"<p>Страница {n}</p>".encode()) for n in range(60)}
    with site(pages) as there:
        child = begun(there, entries, tmp_path / "data")
        second = budgetwatch("crawl", "--registry", str(entries), *there.resolve())
        child.send_signal(signal.SIGINT)
        time.sleep(0.02)
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=30)
        assert (child.returncode, out) == (130, "")
        assert "--resume" in err
        assert not {"Traceback", "Exception"} & set(err.replace(":", " ").split())
        assert (second.code, second.err.count("\n")) == (1, 1)
        assert "Another program" in second.err
        left = len(there.asked)
        verified = budgetwatch("archive", "verify", "--json")
        assert json.loads(verified.out)["faults"] == 0
        done = budgetwatch(
            "crawl", "--resume", "--registry", str(entries), *there.resolve(),
            "--allow-private-hosts", "--delay", "0",
        )  # fmt: skip
        assert done.code == 0, done.err
        asked = Counter(path for path in there.asked if path != "/robots.txt")
    assert left < 62
    assert set(asked.values()) == {1}, "what was on its way at the first Ctrl-C is kept"
    assert {f"/p{n}.html" for n in range(60)} <= set(asked)
