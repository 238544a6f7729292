"""What a person sees while a crawl goes on: honest, and inside the terminal."""

from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from budgetwatch.pulse import left, span
from budgetwatch.watch import _Log, _Table
from crawler.model import Outcome
from crawler.progress import AnswerArchived, Counts, RegionFinished, RegionStarted
from crawler.walk.budget import Budget, Polite
from crawler.walk.remaining import TELLING, remaining


def test_the_slowest_region_decides_and_the_budget_bounds() -> None:
    quick, slow = Counts(about=30.0, most=900.0), Counts(about=700.0, most=900.0)
    endless = Counts(about=None, most=3290.0)
    assert left([quick, slow]) == "about 12 min left"
    assert left([quick, endless]) == "at most 55 min left"
    assert left([]) == ""


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0, "5 s"), (41, "45 s"), (60, "1 min"), (61, "2 min"), (3900, "1 h 05 min")],
)
def test_spans_are_rounded_up(seconds: float, told: str) -> None:
    assert span(seconds) == told


def spent(limits: Polite, requests: int) -> Budget:
    budget = Budget(limits)
    budget.start(0.0)
    budget.spend(requests=requests)
    return budget


@given(st.integers(0, 400), st.integers(0, 5000), st.floats(0, 4000), st.floats(0, 10))
def test_what_is_left_is_never_more_than_the_budget(
    requests: int, waiting: int, elapsed: float, delay: float
) -> None:
    budget = spent(Polite(delay=delay), requests)
    about, most = remaining(budget, elapsed, answers=requests, waiting=waiting)
    assert 0 <= most <= max(0.0, 3600 - elapsed)
    if about is not None:
        assert 0 <= about <= most
        assert requests >= TELLING
        assert waiting < 400 - requests
    elif requests >= TELLING:
        assert waiting >= 400 - requests


def test_a_pace_is_not_faster_than_the_delay() -> None:
    budget = spent(Polite(delay=2.0), 20)
    assert remaining(budget, 10.0, answers=20, waiting=30)[0] == 60.0


def drawn(width: int) -> list[str]:
    out = StringIO()
    console = Console(file=out, width=width, force_terminal=True, color_system=None)
    table = _Table(console, 30)
    for n in range(25):
        region = f"republic-of-somewhere-far-away-{n}"
        table(RegionStarted(region))
        counts = Counts(12, 12, 10**6, 40, 30.0, (("ok", 11), ("timeout", 1)), 100.0, 900.0)
        url = f"http://{region}.invalid/\x1b[2J" + "x" * 300
        table(AnswerArchived(region, url, Outcome.TIMEOUT, 0.5, counts))
    table(RegionFinished("republic-of-somewhere-far-away-0", counts))
    console.print(table.draw())
    return out.getvalue().splitlines()


@pytest.mark.parametrize("width", [80, 120])
def test_the_live_table_fits_a_terminal(width: int) -> None:
    lines = drawn(width)
    assert max(map(len, lines)) <= width
    assert len(lines) <= 26
    text = "\n".join(lines)
    assert "1 of 30 regions done, about 2 min left" in text
    assert "300 answers kept" in text
    assert "answers: 275 ok, 25 timeout" in text
    assert "and 4 more regions under way" in text
    assert "\x1b[2J" not in text


def test_a_log_has_a_line_for_what_matters() -> None:
    out = StringIO()
    log = _Log(Console(file=out, width=80, force_terminal=False, soft_wrap=True), 2)
    counts = Counts(12, 12, 10**6, 40, 30.0, (("ok", 12),), None, 3000.0)
    for region in ("a", "b"):
        log(RegionStarted(region))
        log(AnswerArchived(region, "http://a.invalid/x", Outcome.OK, 0.1, counts))
    log(AnswerArchived("a", "http://a.invalid/b.pdf", Outcome.OK, 0.95, counts))
    log(RegionFinished("a", counts, "400 requests"))
    assert out.getvalue().splitlines() == [
        "a: started",
        "b: started",
        "a: ok http://a.invalid/b.pdf",
        "a: 12 answers, 1.0 MB: 12 ok, stopped by its limit of 400 requests (1 of 2 regions done,"
        " at most 50 min left)",
    ]
