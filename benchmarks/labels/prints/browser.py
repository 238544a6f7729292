"""Chromium prints: one start for all pages there are to print."""

import tempfile
from collections.abc import Iterator, Sequence

from playwright.sync_api import sync_playwright

from crawler.browser import chromium


def printed(pages: Sequence[str]) -> Iterator[bytes]:
    """The PDF of each page of HTML; raises FileNotFoundError when no Chromium is installed."""
    program = chromium.find()
    if not program:
        raise FileNotFoundError(chromium.missing() or "there is no Chromium to print with")
    with tempfile.TemporaryDirectory() as home, sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=program,
            args=list(chromium.SWITCHES),
            chromium_sandbox=chromium.may_sandbox(),
            env=dict(chromium.environment(home)),
        )
        sheet = browser.new_page()
        for page in pages:
            sheet.set_content(page)
            yield sheet.pdf(prefer_css_page_size=True, print_background=True)
        browser.close()
