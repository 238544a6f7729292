"""What the world serves instead of an edition: a named reason each, never a zero."""

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parents[2] / "data/demo/sites/fin.tridevyaty.invalid/upload/docs"
EDITION = (DOCS / "bdg_2026_zakon.pdf").read_bytes()
LINK = "Бюджет для граждан к закону о бюджете на 2026 год"
HOSTILE = "<script>alert(1)</script>{{7*7}}"
PDF = "application/pdf"
NOT_FOUND = "<html><body><p>Такой страницы нет</p></body></html>".encode()
HUGE = f"<html><body><h1>{LINK}</h1>{'<p>Доходы 1 млн рублей</p>' * 500_000}</body></html>".encode()
DEEP = b"<html><body>" + b"<div>" * 50_000
DRAWN = b"<html><body><div id=app></div><script src=a.js></script></body>"
BOMB = gzip.compress(gzip.compress(bytes(300 << 20), 1))
ASKED = "select region, stage, status, value, reason from findings where criterion = ?"


def home(link: str = LINK) -> bytes:
    rows = f'<ul><li><a href="b.pdf">{link}</a></li></ul>'
    return f"<html><head><title>Минфин</title></head><body>{rows}</body></html>".encode()


def answers(page: Callable[..., Any]) -> dict[str, tuple[Any, list[object]]]:
    """What each region's site gives for its edition, and the answer to "is it published"."""
    metadata = {"Location": "http://169.254.169.254/latest/"}
    circle = {"Location": "b.pdf"}
    outside = {"Content-Disposition": 'attachment; filename="../../../tmp/out.pdf"'}
    packed = {"Content-Encoding": "gzip, gzip"}
    unknown = ["unknown", None]
    return {
        "empty": (page(b"", PDF), [*unknown, "empty"]),
        "html-called-pdf": (page(NOT_FOUND, PDF), [*unknown, "soft-404"]),
        "home-called-pdf": (page(home(), PDF), [*unknown, "not-a-document"]),
        "riddle": (page(bytes(range(256)) * 9, PDF), [*unknown, "not-a-document"]),
        "megabytes": (page(HUGE, "text/html; charset=utf-8"), [*unknown, "too-large"]),
        "too-deep": (page(DEEP), [*unknown, "too-large"]),
        "drawn-by-scripts": (page(DRAWN), [*unknown, "soft-404"]),
        "bomb": (page(BOMB, "text/html", headers=packed), [*unknown, "too-large"]),
        "metadata": (page(status=302, headers=metadata), [*unknown, "refused-address"]),
        "circle": (page(status=302, headers=circle), [*unknown, "redirected-away"]),
        "a-part": (page(EDITION[:9000], PDF, status=206), [*unknown, "truncated"]),
        "torn": (page(EDITION[: len(EDITION) // 2], PDF), ["measured", 1.0]),
        "named-outside": (page(EDITION, PDF, headers=outside), ["measured", 1.0]),
        "pdf-called-html": (page(EDITION, "text/html; charset=utf-8"), ["measured", 1.0]),
        "gone": (page(NOT_FOUND, status=404), ["measured", 0.0]),
    }


def test_each_trouble_has_its_name_and_none_is_a_zero(
    budgetwatch: Callable[..., Any],
    registry: Callable[..., Path],
    site: Callable[..., Any],
    page: Callable[..., Any],
    query: Callable[..., Any],
) -> None:
    expected = answers(page)
    link = f"\0{HOSTILE}{LINK}".replace("<", "&lt;") + " слово" * 20_000
    served = {f"/{name}/b.pdf": given for name, (given, _) in expected.items()}
    served |= {f"/{name}/": page(home()) for name in expected}
    served |= {
        "/named-outside/": page(home(link)),
        "/blank/": page(b""),
        "/no-content/": page(b"", status=204),
    }
    homes = {name: f"http://{name}.invalid/{name}/" for name in (*expected, "blank", "no-content")}
    with site(served) as there:
        done = budgetwatch(
            "run", "--registry", str(registry(**homes)), *there.resolve(), "--delay", "0",
            "--allow-private-hosts", "--as-of", "2026-11-23",
        )  # fmt: skip
    assert done.code == 0, done.err
    assert "Traceback" not in done.err
    told = {(region, stage): rest for region, stage, *rest in query(ASKED, "edition-published")}
    found = {name: told[name, "adopted"][: len(answer)] for name, (_, answer) in expected.items()}
    assert found == {name: answer for name, (_, answer) in expected.items()}
    # One empty file says nothing of the editions it does not claim to be.
    assert {tuple(told["empty", s][:2]) for s in ("draft", "executed")} == {("measured", 0.0)}
    blank = [told[name, stage] for name, stage in told if name in ("blank", "no-content")]
    assert blank == [["unknown", None, "empty"]] * 6
    torn = {(r, s): (status, why) for r, s, status, _, why in query(ASKED, "totals")}
    assert torn["torn", "adopted"] == ("unknown", "torn")
    titles = [title for (title,) in query("select title from editions")]
    assert all("\0" not in title and len(title) <= 500 for title in titles)
