"""In a real Chromium: nothing overflows, nothing complains, nothing leaves the host."""

import base64
import json
from importlib import resources
from urllib.parse import quote, urlsplit

import pypdfium2  # type: ignore[import-untyped]  # ships no types
import pytest

from tests.site.browser import CHROMIUM, Tab, click, open_tab

pytestmark = pytest.mark.skipif(
    not CHROMIUM, reason="NO BROWSER: install chromium to check overflow, console and keyboard"
)
PAGES = (
    *("/", "/en/", "/?sort=name", "/region/kitezh", "/region/zaozerye", "/en/region/buyan"),
    *(
        "/methodology",
        "/region/kitezh/contacts",
        "/region/belovodye/contacts",
        "/criterion/contacts",
    ),
    *("/compare?a=kitezh&b=buyan&c=glupov&d=zaozerye", "/amounts", "/changes", "/health"),
    *("/search?q=" + quote("ребенок"), "/search?q=budget", "/data", "/en/data", "/nowhere"),
)

RAW = ("/budget", "/budget/findings", "/budget/passages", "/budget/formats")
"""Datasette's own pages."""


async def unfold(tab: Tab) -> None:
    await tab.say("document.querySelectorAll('details').forEach(d => d.open = true)")


async def test_no_page_overflows_complains_or_asks_elsewhere(address: str) -> None:
    async with open_tab() as tab:
        for path in PAGES:
            for width in (320, 390, 1280):
                await tab.look(address + path, width)
                await unfold(tab)
                wide = await tab.say("document.documentElement.scrollWidth")
                assert wide <= width, (path, width, wide)
        for path in RAW:
            for width in (390, 1280):
                await tab.look(address + path, width)
                wide = await tab.say("document.documentElement.scrollWidth")
                assert wide <= width, (path, width, wide)
        hosts = {urlsplit(url).netloc for url in tab.asked if url.startswith("http")}
        assert hosts == {urlsplit(address).netloc}
        # The page that is not there says so in its status; that is all the console may tell.
        assert [c for c in tab.complaints if "404" not in c] == []


async def test_a_reader_goes_from_the_ranking_to_the_words(address: str) -> None:
    async with open_tab() as tab:
        await tab.look(f"{address}/", 1280)
        await click(tab, ".ranks tbody a[href='/region/kitezh']")
        await click(tab, ".matrix .chip.partly")
        where = await tab.say("location.pathname + location.hash")
        assert where.startswith("/region/kitezh/")
        stage = where.partition("#")[2]
        assert await tab.say(f"!!document.querySelector('#{stage} blockquote')")
        await click(tab, "header a[hreflang=en]")
        assert await tab.say("document.documentElement.lang") == "en"
        assert (await tab.say("location.pathname")).startswith("/en/region/kitezh/")


async def test_forms_work_without_script(address: str) -> None:
    async with open_tab() as tab:
        await tab.look(f"{address}/", 1280)
        await tab.say("document.querySelector('select[name=sort]').value = 'name'")
        await click(tab, ".choose button")
        assert "sort=name" in await tab.say("location.search")
        await tab.look(f"{address}/compare", 1280)
        await tab.say("document.querySelector('select[name=a]').value = 'kitezh'")
        await tab.say("document.querySelector('select[name=b]').value = 'buyan'")
        await click(tab, ".choose button")
        assert await tab.say("document.querySelectorAll('.compared thead th').length") == 2
        await tab.look(f"{address}/search", 1280)
        await tab.say("document.querySelector('input[name=q]').value = 'доходами'")
        await click(tab, ".choose button")
        assert await tab.say("document.querySelectorAll('.hits mark').length") > 0


@pytest.mark.parametrize("path", ["/region/kitezh", "/en/region/lukomorye"])
async def test_a_scorecard_prints_on_two_pages(path: str, address: str) -> None:
    async with open_tab() as tab:
        await tab.look(address + path, 1280)
        paper = {"paperWidth": 8.27, "paperHeight": 11.69, "printBackground": True}
        printed = base64.b64decode((await tab.do("Page.printToPDF", **paper))["data"])
    document = pypdfium2.PdfDocument(printed)
    assert len(document) == 2
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    assert "2026" in text
    document.close()


async def test_the_first_stop_of_the_keyboard_skips_to_the_content(address: str) -> None:
    async with open_tab() as tab:
        await tab.look(address + "/", 1280)
        key = {"key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
        await tab.do("Input.dispatchKeyEvent", type="keyDown", **key)
        assert await tab.say("document.activeElement.className") == "skip"
        shown = "document.activeElement.getBoundingClientRect().left >= 0"
        assert await tab.say(shown)


# axe-core's rules for WCAG 2.2, levels A and AA, as its documentation groups them.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


async def violations(tab: Tab) -> list[str]:
    """What axe finds wrong with the page that is open: rule, place, why."""
    await tab.say(AXE)
    options = json.dumps({"runOnly": RULES, "resultTypes": ["violations"]})
    run = (
        f"axe.run(document, {options}).then(r => [r.passes.length, r.violations.flatMap("
        "v => v.nodes.map(n => v.id + ' ' + n.target.join(' ') + ' ' + n.failureSummary))])"
    )
    answer = await tab.do("Runtime.evaluate", expression=run, awaitPromise=True, returnByValue=True)
    passed, found = answer["result"]["value"]
    assert passed > 5, "axe looked at nothing"
    return list(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_no_page_violates_wcag(scheme: str, address: str) -> None:
    found = []
    async with open_tab() as tab:
        for path in PAGES:
            for width in (390, 1280):
                await tab.look(address + path, width, scheme)
                await unfold(tab)
                found += [f"{path} at {width}: {wrong}" for wrong in await violations(tab)]
    assert not found, "\n".join(found)


async def test_axe_sees_what_is_wrong(address: str) -> None:
    async with open_tab() as tab:
        await tab.look(address + "/search", 1280)
        await tab.say("document.documentElement.removeAttribute('lang')")
        await tab.say(
            "document.querySelector('main').append(document.createElement('input'));"
            "document.querySelector('h1').style.color = '#888';"
            "document.querySelector('h1').style.background = '#999'"
        )
        found = " ".join(await violations(tab))
        for rule in ("html-has-lang", "color-contrast", "label"):
            assert rule in found
