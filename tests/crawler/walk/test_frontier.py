"""Which link next."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from crawler.walk.frontier import Ask, Frontier

BASE = Ask("http://a.invalid/", "http://a.invalid/")


def ask(path: str, promise: float, clicks: int | None = None, host: str = "a.invalid") -> Ask:
    texts = ("x",) * (clicks or 0)
    return replace(
        BASE, url=f"http://{host}/{path}", promise=promise, clicks=clicks, link_texts=texts
    )


def drain(frontier: Frontier, busy: tuple[str, ...] = ()) -> list[str]:
    order = []
    while found := frontier.best(busy):
        order.append(found.url.partition("/")[2].strip("/").partition("/")[2])
        frontier.close(found.url)
    return order


def test_promise_first_and_what_home_leads_to_before_the_rest() -> None:
    frontier = Frontier()
    for one in (ask("low", 0.1, 1), ask("source", 0.95), ask("home", 0.85, 3), ask("mid", 0.6, 1)):
        assert frontier.offer(one)
    assert drain(frontier) == ["home", "source", "mid", "low"]


def test_a_better_path_improves_what_waits() -> None:
    frontier = Frontier()
    frontier.offer(ask("x", 0.9, None))
    frontier.offer(ask("x", 0.5, 4))
    frontier.offer(ask("x", 0.5, 2))
    assert not frontier.offer(ask("x", 0.5, 3))
    best = frontier.best()
    assert best is not None
    assert (best.promise, best.clicks, len(frontier)) == (0.9, 2, 1)


def test_one_site_is_asked_once() -> None:
    frontier = Frontier()
    frontier.offer(ask("x", 0.9))
    frontier.close("https://www.a.invalid/x")
    assert frontier.best() is None
    assert not frontier.offer(ask("x", 1.0))


def test_busy_hosts_wait_and_dead_hosts_are_left() -> None:
    frontier = Frontier()
    for n in range(9):
        frontier.offer(ask(f"{n}", 0.9 if n < 4 else 0.3))
    frontier.offer(ask("b", 0.1, host="b.invalid"))
    assert drain(frontier, ("a.invalid",)) == ["b"]
    frontier.leave("a.invalid", at_least=0.5, most=2)
    assert len(frontier) == 2


@given(st.lists(st.tuples(st.integers(0, 8), st.floats(0, 1), st.none() | st.integers(0, 5))))
def test_every_address_comes_out_once_and_in_bands(
    offers: list[tuple[int, float, int | None]],
) -> None:
    frontier = Frontier()
    for path, promise, clicks in offers:
        frontier.offer(ask(str(path), promise, clicks))
    bands = []
    paths = set()
    while found := frontier.best():
        assert found.url not in paths
        paths.add(found.url)
        bands.append(sum(found.promise < edge for edge in (0.8, 0.5, 0.2)))
        frontier.close(found.url)
    assert bands == sorted(bands)
    assert len(paths) == len({path for path, _, _ in offers})
