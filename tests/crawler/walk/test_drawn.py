"""Empty shells are drawn by a real Chromium, and what its scripts ask for, the crawler asks."""

import base64
import json
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from crawler.archive import Archive
from crawler.browser.chromium import missing
from crawler.browser.limits import Limits
from crawler.model import Outcome
from crawler.progress import Advice

from .conftest import Page, region

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "there is a Chromium")

HASTE = Limits(seconds=30, frozen=5, quiet=0.7, restless=4)
HOME = "http://minfin.test/"
SHELL = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Минфин</title>
<script src="/app.js" defer></script><link rel="stylesheet" href="/app.css"></head>
<body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div>
<img src="/counter.gif"></body></html>"""
PDF = Page(b"%PDF-1.4\n%%EOF\n", "application/pdf")
LIST = Page(
    json.dumps({"items": [{"name": "Бюджет для граждан 2026", "file": "/files/budget-2026.pdf"}]}),
    "application/json",
)
LISTING = """
const root = document.getElementById('root');
fetch('/api/items').then(r => r.json()).then(found => {
  root.innerHTML = '<h1>Бюджет для граждан</h1>' + found.items.map(
    one => `<a href="${one.file}">${one.name}</a>`).join('')
    + '<p>' + 'Сведения о бюджете для граждан области. '.repeat(10) + '</p>';
});
"""


def script(code: str) -> Page:
    """A script no pattern can read, as bundlers make them: only a browser learns what it does."""
    packed = base64.b64encode(code.encode()).decode()
    bytes_of = f"Uint8Array.from(atob('{packed}'), c => c.charCodeAt(0))"
    return Page(f"eval(new TextDecoder().decode({bytes_of}))", "text/javascript; charset=utf-8")


def shell(code: str, **pages: Page) -> dict[str, Page]:
    """A site of one empty shell, its one script and whatever else."""
    return {"/": Page(SHELL), "/app.js": script(code), **pages}


def around(code: str) -> str:
    """A script that does something nasty and then draws a page with a link all the same."""
    return (
        f"try {{ {code} }} catch (e) {{ console.log(e) }}\n"
        "document.getElementById('root').innerHTML = '<a href=\"/files/budget-2026.pdf\">"
        "Бюджет для граждан 2026</a>' + '<p>Слово о бюджете.</p>'.repeat(20);"
    )


def drawings(found):
    return [c for c in found.captures if c.drawn]


def test_a_list_that_comes_by_fetch_is_found(serving, crawled, tmp_path: Path) -> None:
    site = serving(shell(LISTING, **{"/api/items": LIST, "/files/budget-2026.pdf": PDF}))
    found = crawled(site, region(HOME), browser=HASTE)
    assert found.at("/files/budget-2026.pdf").outcome is Outcome.OK
    assert found.at("/files/budget-2026.pdf").clicks == 1
    (drawn,) = drawings(found)
    (answered,) = [c for c in found.captures if c.url == HOME and not c.drawn]
    assert drawn.outcome is Outcome.OK
    assert drawn.http_status is None
    assert drawn.url == HOME
    assert drawn.drawn.startswith("Chromium ")
    assert drawn.id > answered.id
    assert answered.outcome is Outcome.OK
    assert "empty shell" in answered.reason
    data = found.at("/api/items")
    assert (data.outcome, data.via, data.clicks) == (Outcome.OK, HOME, 0)
    # Each once, nothing for the eye, and no counter.
    assert sorted(site.pages) == sorted(
        ["minfin.test" + p for p in ("/", "/app.js", "/api/items", "/files/budget-2026.pdf")]
    )
    with Archive(tmp_path / "archive", readonly=True) as archive:
        assert "Бюджет для граждан 2026" in archive.read(drawn).decode()
        assert archive.read(answered) == SHELL.encode()
        assert archive.read(data) == LIST.bytes
        record, _ = archive.records(drawn)
        origin = next(r for r in archive.records(answered) if r.kind == "response")
        said, of = dict(record.headers), dict(origin.headers)
        assert record.kind == "conversion"
        assert said["WARC-Refers-To"] == of["WARC-Record-ID"]
        assert list(archive.verify()) == []
    program = Path(sys.executable).with_name("warcio")
    files = sorted((tmp_path / "archive").glob("*.warc.gz"))
    done = subprocess.run([program, "check", *files], capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_a_second_crawl_asks_whether_the_servers_answer_changed(serving, crawled) -> None:
    def answering(path, headers):
        if path == "/":
            if headers.get("If-None-Match") == '"one"':
                return Page(status=304)
            return Page(SHELL, headers={"ETag": '"one"'})
        return {"/app.js": script(LISTING), "/api/items": LIST, "/files/budget-2026.pdf": PDF}.get(
            path
        )

    site = serving(answering)
    crawled(site, region(HOME), browser=HASTE)
    second = crawled(site, region(HOME), browser=HASTE)
    answered, drawn = [c for c in second.captures if c.url == HOME]
    assert answered.outcome is Outcome.UNCHANGED
    assert drawn.drawn
    assert drawn.outcome is Outcome.OK
    assert second.at("/files/budget-2026.pdf").outcome is Outcome.OK


def test_routes_are_opened_as_pages(serving, crawled) -> None:
    code = """
    const pages = {'': '<a href="#/budget">Открытый бюджет</a>',
      '#/budget': '<a href="#/budget/2026">Бюджет для граждан</a>',
      '#/budget/2026': '<a href="/files/budget-2026.pdf">Бюджет для граждан 2026</a>'};
    const draw = () => document.getElementById('root').innerHTML =
      pages[location.hash];
    addEventListener('hashchange', draw); draw();
    """
    site = serving(shell(code, **{"/files/budget-2026.pdf": PDF}))
    found = crawled(site, region(HOME), browser=HASTE)
    assert {c.outcome for c in drawings(found)} == {Outcome.OK}
    assert [c.url for c in drawings(found)] == [HOME, HOME + "#/budget", HOME + "#/budget/2026"]
    assert found.at("/files/budget-2026.pdf").clicks == 3
    assert site.pages.count("minfin.test/app.js") == 1


def test_a_shell_that_stays_empty_proves_nothing(serving, crawled) -> None:
    code = "fetch('/api').catch(() => 0).then(() => document.body.append('Ошибка загрузки'))"
    found = crawled(serving(shell(code)), region(HOME), browser=HASTE)
    (drawn,) = drawings(found)
    assert drawn.outcome is Outcome.EMPTY_SHELL
    assert "still empty" in drawn.reason
    assert found.at("/api").outcome is Outcome.NOT_FOUND


def test_without_a_browser_a_route_is_the_page_it_stands_on(serving, crawled) -> None:
    page = '<a href="#/budget">Бюджет для граждан</a>' + "<p>Слово о бюджете.</p>" * 20
    site = serving({"/": Page(page)})
    crawled(site, region(HOME), browser=HASTE)
    assert site.pages == ["minfin.test/"]


def test_endless_asking_is_cut_off_and_proves_nothing(serving, crawled) -> None:
    code = around("setInterval(() => fetch('/api/poll?' + Math.random()), 20);")
    site = serving(
        lambda path, _: shell(code, **{"/files/budget-2026.pdf": PDF}).get(
            path, Page("{}", "application/json")
        )
    )
    limits = Limits(seconds=30, frozen=5, quiet=0.7, restless=4, requests=12)
    found = crawled(site, region(HOME), browser=limits)
    (drawn,) = drawings(found)
    assert drawn.outcome is Outcome.TRUNCATED
    assert "more than 12 requests" in drawn.reason
    assert sum("/api/poll" in a for a in site.asked) == 12
    assert found.at("/files/budget-2026.pdf").outcome is Outcome.OK


@pytest.mark.parametrize(
    "code",
    [
        "alert(1); confirm(2); prompt(3); onbeforeunload = () => 'stay'; print();"
        " for (let n = 0; n < 50; n++) window.open('/popup' + n);"
        " const a = document.createElement('a'); a.href = '/popup'; a.target = '_blank'; a.click();",
        "navigator.serviceWorker.register('/popup.js'); new Worker('/popup.js');"
        " new Image().src = '/popup.gif'; navigator.sendBeacon('/popup');"
        " const a = document.createElement('a'); a.href = '/popup.zip'; a.download = 'x'; a.click();"
        " new EventSource('/popup');",
        "const s = document.createElement('form'); s.method = 'post'; s.action = '/popup';"
        " document.body.append(s); s.submit(); fetch('/popup', {method: 'DELETE'});",
    ],
)
def test_what_a_page_may_not_do_is_not_done(serving, crawled, code: str) -> None:
    site = serving(shell(around(code), **{"/files/budget-2026.pdf": PDF}))
    found = crawled(site, region(HOME), browser=HASTE)
    assert found.at("/files/budget-2026.pdf").outcome is Outcome.OK
    assert set(site.pages) == {
        f"minfin.test{p}" for p in ("/", "/app.js", "/files/budget-2026.pdf")
    }
    (drawn,) = drawings(found)
    wanted = Outcome.TRUNCATED if "DELETE" in code else Outcome.OK
    assert drawn.outcome is wanted, drawn.reason


def test_where_scripts_lead_is_the_walks_to_decide(serving, crawled) -> None:
    code = around("location.href = 'http://10.0.0.7/admin';")
    more = around("setTimeout(() => { location.href = '/budget/for-citizens'; }, 100);")
    page = Page("<h1>Бюджет для граждан</h1>" + "<p>Слово.</p>" * 40 + '<a href="/">Домой</a>')
    for nasty, extra in ((code, {}), (more, {"/budget/for-citizens": page})):
        site = serving(shell(nasty, **{"/files/budget-2026.pdf": PDF, **extra}))
        found = crawled(site, region(HOME), browser=HASTE)
        assert all(a.startswith("minfin.test/") for a in site.asked)
        assert not [c for c in found.captures if "10.0.0.7" in c.url and c.outcome is Outcome.OK]
        assert ("minfin.test/budget/for-citizens" in site.asked) is bool(extra)


def test_a_page_that_never_lets_go_is_killed_and_the_run_goes_on(serving, crawled) -> None:
    def answering(path, headers):
        if headers["Host"].startswith("good"):
            return shell(LISTING, **{"/api/items": LIST, "/files/budget-2026.pdf": PDF}).get(path)
        return shell("for (;;) {}").get(path)

    site = serving(answering)
    good = region("http://good.test/", name="good")
    found = crawled(site, region(HOME), good, browser=HASTE)
    last = [c for c in found.captures if c.url == HOME][-1]
    assert last.outcome is Outcome.EMPTY_SHELL
    assert "did not let go" in last.reason
    assert found.at("/files/budget-2026.pdf").outcome is Outcome.OK


_TEXT = "document.body.append('Бюджет '.repeat({}))"
_MANY = "for (let n = 0; n < 3e5; n++) document.body.append(document.createElement('p'))"


@pytest.mark.parametrize("code", [_TEXT.format("2e6"), _TEXT.format("15e6"), _MANY])
def test_a_page_without_end_is_cut(serving, crawled, code: str) -> None:
    found = crawled(serving(shell(code)), region(HOME), browser=HASTE)
    last = [c for c in found.captures if c.url == HOME][-1]
    # 200 MB of text may take this machine longer to tell than a page may be silent.
    assert last.outcome in (Outcome.TRUNCATED, Outcome.EMPTY_SHELL), last.reason
    assert not last.outcome.seen
    assert last.bytes <= 3 * HASTE.dom


def test_a_chromium_that_is_not_there_is_a_sentence(serving, crawled) -> None:
    pages = shell(LISTING, **{"/budget": Page(SHELL)})
    found = crawled(
        serving(pages), region(HOME, HOME + "budget"), browser=Limits(chromium="/nowhere/chromium")
    )
    told = [e.text for e in found.events if isinstance(e, Advice)]
    assert len(told) == 1
    assert "Install it" in told[0]
    shells = [c for c in found.captures if c.outcome is Outcome.EMPTY_SHELL]
    assert {c.url for c in shells} == {HOME, HOME + "budget"}
    assert all(told[0] in c.reason and not c.sha256 for c in shells)


def test_a_chromium_that_cannot_start_is_a_reason(serving, crawled) -> None:
    found = crawled(
        serving(shell(LISTING)), region(HOME), browser=Limits(chromium="/bin/false", failures=1)
    )
    last = [c for c in found.captures if c.url == HOME][-1]
    assert last.outcome is Outcome.EMPTY_SHELL
    assert "the browser failed" in last.reason


def test_switched_off_says_so(serving, crawled) -> None:
    found = crawled(serving(shell(LISTING)), region(HOME))
    last = [c for c in found.captures if c.url == HOME][-1]
    assert last.outcome is Outcome.EMPTY_SHELL
    assert "--no-browser" in last.reason
    assert not [e for e in found.events if isinstance(e, Advice)]


def test_one_request_at_a_time_and_robots_is_heard(serving, crawled) -> None:
    code = LISTING + "for (let n = 0; n < 8; n++) fetch('/api/' + n); fetch('/private/items');"
    pages = shell(code, **{"/api/items": LIST, "/files/budget-2026.pdf": PDF})
    robots = Page("User-agent: *\nDisallow: /private/\n", "text/plain")
    inside, most, lock = [0], [0], threading.Lock()

    def answering(path, _):
        with lock:
            inside[0] += 1
            most[0] = max(most[0], inside[0])
        time.sleep(0.03)
        with lock:
            inside[0] -= 1
        return robots if path == "/robots.txt" else pages.get(path)

    site = serving(answering)
    found = crawled(site, region(HOME), browser=HASTE)
    assert most[0] == 1
    assert not any("/private/" in a for a in site.asked)
    assert found.at("/private/items").outcome is Outcome.ROBOTS_DENIED
    assert sum(c.url.startswith(HOME + "api/") for c in found.captures) == 9


def test_the_pages_of_a_region_are_counted(serving, crawled) -> None:
    menu = "".join(f"<a href='/budget-{n}'>Бюджет для граждан {n}</a>" for n in range(4))
    code = f"document.getElementById('root').innerHTML = `{menu}` + '<p>Слово.</p>'.repeat(40)"
    site = serving(lambda path, _: script(code) if path == "/app.js" else Page(SHELL))
    found = crawled(
        site, region(HOME), browser=Limits(seconds=30, frozen=5, quiet=0.5, restless=4, pages=2)
    )
    assert len(drawings(found)) == 2
    left = [c for c in found.captures if c.outcome is Outcome.EMPTY_SHELL]
    assert left
    assert all("2 pages of the region" in c.reason for c in left)


def test_a_script_that_names_its_endpoint_needs_no_browser(serving, crawled) -> None:
    plain = Page(LISTING, "text/javascript")
    more = {"/api/items": LIST, "/files/budget-2026.pdf": PDF, "/about": Page(SHELL)}
    site = serving({"/": Page(SHELL), "/app.js": plain, **more})
    found = crawled(site, region(HOME, HOME + "about"), browser=HASTE)
    assert found.at("/files/budget-2026.pdf").clicks == 1
    assert drawings(found) == []
    shells = [c for c in found.captures if c.url in (HOME, HOME + "about")]
    assert {c.outcome for c in shells} == {Outcome.OK}, "the same shell elsewhere as well"


def test_an_endpoint_that_gives_nothing_leaves_the_page_to_the_browser(serving, crawled) -> None:
    code = around("fetch('/api/items')")
    site = serving(
        {"/": Page(SHELL), "/app.js": Page(code, "text/javascript"), "/files/budget-2026.pdf": PDF}
    )
    found = crawled(site, region(HOME), browser=HASTE)
    items = [c for c in found.captures if c.url.endswith("/api/items")]
    assert {c.outcome for c in items} == {Outcome.NOT_FOUND}
    assert len(drawings(found)) == 1
