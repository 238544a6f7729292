"""Where nothing answers, everything is unknown: nobody is scored zero for a dead line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any


def test_the_real_registry_against_closed_ports(
    budgetwatch: Callable[..., Any], closed_port: int, query: Callable[..., Any]
) -> None:
    done = budgetwatch(
        "run", "--resolve", f"*:*:127.0.0.1:{closed_port}", "--allow-private-hosts", "--delay", "0"
    )
    assert done.code == 0, done.err
    assert query("select count(*) from regions") == [(89,)]
    assert query("select distinct status, value, low, high from findings") == [
        ("unknown", None, 0.0, 1.0)
    ]
    assert query("select distinct reason from findings") == [("connection",)]
    assert query("select count(*) from ranks") == [(0,)]
    assert query("select distinct ranked, value from scores") == [(0, None)]
    assert query("select distinct outcome from captures") == [("connection",)]


def test_each_trouble_keeps_its_name(
    budgetwatch: Callable[..., Any],
    registry: Callable[..., Path],
    closed_port: int,
    query: Callable[..., Any],
) -> None:
    entries = registry(
        nameless="http://no-such-name.invalid/",
        closed="http://closed.invalid/",
        metadata="http://169.254.169.254/latest/",
    )
    done = budgetwatch(
        "run",
        "--registry",
        str(entries),
        "--resolve",
        f"closed.invalid:80:127.0.0.1:{closed_port}",
        "--allow-private-hosts",
        "--delay",
        "0",
    )
    assert done.code == 0, done.err
    assert dict(query("select distinct region, reason from findings")) == {
        "nameless": "dns",
        "closed": "connection",
        "metadata": "refused-address",
    }
    for region in ("nameless", "closed", "metadata"):
        assert region in done.err
