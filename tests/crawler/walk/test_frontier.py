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


def test_routes_of_a_scripted_page_are_pages_of_their_own() -> None:
    frontier = Frontier()
    assert frontier.offer(ask("#/a", 0.6))
    assert frontier.offer(ask("#/b", 0.9))
    frontier.close("http://www.a.invalid/#/b")
    assert frontier.knows("http://a.invalid/#/b")
    assert not frontier.knows("http://a.invalid/#/c")
    best = frontier.best()
    assert best is not None
    assert best.url.endswith("#/a")


def test_only_what_waits_for_some_sources() -> None:
    frontier = Frontier()
    frontier.offer(replace(ask("a", 0.9), source="one"))
    frontier.offer(replace(ask("b", 0.5), source="two"))
    found = frontier.best(sources=("two",))
    assert found is not None
    assert found.url.endswith("/b")
    assert frontier.best(sources=()) is None


def test_a_full_frontier_still_takes_what_promises(monkeypatch) -> None:
    monkeypatch.setattr("crawler.walk.frontier.MAX_WAITING", 10)
    frontier = Frontier()
    for n in range(50):
        frontier.offer(ask(f"x{n}", 0.1))
    assert len(frontier) == 10
    assert frontier.offer(ask("edition", 0.9))
    assert drain(frontier)[0] == "edition"


@given(
    st.lists(
        st.tuples(st.integers(0, 30), st.floats(0, 1), st.integers(0, 4), st.booleans()),
        max_size=60,
    ),
    st.sets(st.integers(0, 4)),
)
def test_the_best_is_the_best_of_all_free_hosts(
    offers: list[tuple[int, float, int, bool]], busy_hosts: set[int]
) -> None:
    """The same as looking through everything, whatever was improved and closed before."""
    frontier = Frontier()
    busy = [f"h{n}.invalid" for n in busy_hosts]
    for path, promise, host, close in offers:
        one = ask(str(path), promise, host=f"h{host}.invalid")
        frontier.offer(one)
        if close:
            frontier.close(one.url)
        frontier.best(busy)
    free = [a for a in frontier.all() if a.url.split("/")[2] not in busy]
    best = frontier.best(busy)
    assert (best is None) == (not free)
    if best is not None:
        bands = [sum(a.promise < edge for edge in (0.8, 0.5, 0.2)) for a in free]
        found = sum(best.promise < edge for edge in (0.8, 0.5, 0.2))
        assert found == min(bands)
        assert best.promise == max(a.promise for a in free)
