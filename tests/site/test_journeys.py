"""What a reader does on the site, in a real Chromium: by mouse, by keyboard alone, in both languages."""

import asyncio
from urllib.parse import unquote

import pytest

from tests.site.browser import CHROMIUM, Tab, click, open_tab

pytestmark = pytest.mark.skipif(
    not CHROMIUM, reason="NO BROWSER: install chromium to walk through the site as a reader does"
)
_CODES = {"Tab": 9, "Enter": 13}


async def press(tab: Tab, key: str) -> None:
    said = {"key": key, "code": key, "windowsVirtualKeyCode": _CODES[key]}
    text = {"text": "\r"} if key == "Enter" else {}
    await tab.do("Input.dispatchKeyEvent", type="keyDown", **said, **text)
    await tab.do("Input.dispatchKeyEvent", type="keyUp", **said)


async def reach(tab: Tab, what: str, most: int = 120) -> None:
    """Tab until the focus is on it; every stop on the way shows where it is."""
    for _ in range(most):
        await press(tab, "Tab")
        focus = "document.activeElement"
        if await tab.say(f"{focus}.matches({what!r})"):
            outlined = f"getComputedStyle({focus}).outlineStyle"
            assert await tab.say(outlined) != "none", f"{what} is reached unseen"
            return
    raise AssertionError(f"the keyboard never reaches {what}")


async def arrive(tab: Tab, part: str) -> str:
    for _ in range(100):
        await asyncio.sleep(0.05)
        where = unquote(str(await tab.say("location.href")))
        if part in where and await tab.say("document.readyState") == "complete":
            return where
    raise AssertionError(f"never arrived at {part}")


async def test_the_quote_is_marked_where_the_verdict_opens(address: str) -> None:
    async with open_tab() as tab:
        await tab.look(f"{address}/region/kitezh", 1280)
        await click(tab, ".matrix .chip.partly")
        stage = str(await tab.say("location.hash"))
        assert await tab.say(f"!!document.querySelector('{stage} blockquote.around mark')")
        assert tab.complaints == []


async def test_keyboard_alone_leads_to_the_quote_and_the_other_language(address: str) -> None:
    async with open_tab() as tab:
        await tab.look(f"{address}/", 1280)
        await reach(tab, ".ranks tbody a[href='/region/kitezh']")
        await press(tab, "Enter")
        await arrive(tab, "/region/kitezh")
        await reach(tab, ".matrix td a")
        await press(tab, "Enter")
        finding = await arrive(tab, "/region/kitezh/")
        assert "#" in finding
        await tab.look(finding.partition("#")[0], 1280)
        await reach(tab, "header a[hreflang=en]")
        await press(tab, "Enter")
        await arrive(tab, "/en/region/kitezh/")
        assert await tab.say("document.documentElement.lang") == "en"


async def test_keyboard_alone_searches(address: str) -> None:
    async with open_tab() as tab:
        await tab.look(f"{address}/search", 1280)
        await reach(tab, "input[name=q]")
        await tab.do("Input.insertText", text="ребенок")
        await press(tab, "Enter")
        await arrive(tab, "q=ребенок")
        marks = await tab.say("[...document.querySelectorAll('.hits mark')].map(m => m.innerText)")
        assert "ребёнок" in marks
        await click(tab, ".hits .text a")
        assert "/region/" in str(await tab.say("location.pathname"))


async def test_a_district_is_filtered_and_sums_are_sorted(address: str) -> None:
    async with open_tab() as tab:
        await tab.look(f"{address}/", 1280)
        await tab.say("document.querySelector('select[name=district]').selectedIndex = 1")
        await click(tab, ".choose button")
        assert "district=" in str(await tab.say("location.search"))
        assert int(await tab.say("document.querySelectorAll('.ranks tbody tr').length")) > 0
        await tab.look(f"{address}/amounts", 1280)
        await click(tab, ".sums thead a[href*='sort=per-resident']")
        assert await tab.say("!!document.querySelector('.sums th[aria-sort=descending]')")
        assert "sort=per-resident" in str(await tab.say("location.search"))
        for width in (320, 390):
            await tab.look(f"{address}/compare?a=kitezh&b=buyan", width)
            assert int(await tab.say("document.documentElement.scrollWidth")) <= width
