"""A quote is shown marked in the text of its page; what is no quote of a text stands alone."""

import json
from pathlib import Path
from urllib.parse import quote as quoted

import pytest
from bs4 import BeautifulSoup
from datasette.app import Datasette

from datasette_config.context import located
from datasette_config.marked import marked

TEXT = "Налоги растут.\nДоходы, всего | 59 635,0 | 61 002,1\nНалоговые доходы | 40 559,0\nКонец."


def said(text: str, quote: str) -> list[str]:
    return [text[start:end] for start, end in located(text, quote)]


@pytest.mark.parametrize(
    ("quote", "parts"),
    [
        ("Налоги растут.", ["Налоги растут."]),
        ("Доходы, всего … 61 002,1", ["Доходы, всего", "61 002,1"]),
        ("Доходы, всего | 59 635,0", ["Доходы, всего", "59 635,0"]),
        ("всего 59\u00a0635,0", []),
        ("всего  59 635,0", ["всего | 59 635,0"]),
        ("растут. Доходы", ["растут.\nДоходы"]),
        ("Конец. … Налоги", ["Налоги", "Конец."]),
        ("Доходы … которых нет", []),
        ("first seen 2026-11-26T17:50:16Z", []),
        ("…", []),
        ("Налоговые (доходы", []),
    ],
)
def test_every_part_of_a_quote_is_found_or_none(quote: str, parts: list[str]) -> None:
    if "\u00a0" in quote:
        parts = ["всего | 59 635,0"]
    assert said(TEXT, quote) == parts


def test_what_is_left_out_leaves_an_ellipsis_and_words_stay_whole() -> None:
    text = "начало " * 50 + "важное слово" + " середина" * 50 + " второе" + " конец" * 50
    spans = [(text.index("важное"), text.index("важное") + 12), (text.index("второе"),) * 2]
    spans[1] = (spans[1][0], spans[1][0] + 6)
    parts = marked(text, spans, 30)
    assert [p.text for p in parts if p.hit] == ["важное слово", "второе"]
    whole = "".join(p.text for p in parts)
    assert whole.startswith("… начало")
    assert whole.count("…") == 3
    assert set(whole.split()) <= {"…", *text.split()}
    assert len(whole) < 200
    assert "".join(p.text for p in marked(text, spans, 10_000)) == text
    assert "".join(p.text for p in marked("коротко", [], 100)) == "коротко"
    assert marked("", [], 100) == []


async def test_the_quote_is_marked_in_its_page(site: Datasette) -> None:
    answer = await site.client.get("/region/kitezh/totals")
    page = BeautifulSoup(answer.text, "lxml")
    around = page.select("blockquote.around")
    assert around
    for block in around:
        mark = block.select_one("mark")
        assert mark
        assert mark.get_text().startswith("Доходы областного бюджета")
        assert "хорошей дороге" in block.get_text()
    twin = json.loads((await site.client.get("/api/v1/region/kitezh/totals")).text)
    assert any(part["hit"] for part in _parts(twin))


def _parts(twin: object) -> list[dict[str, object]]:
    if isinstance(twin, dict):
        found = [p for p in twin.get("context") or [] if isinstance(p, dict)]
        return found + [p for value in twin.values() for p in _parts(value)]
    return [p for value in twin for p in _parts(value)] if isinstance(twin, list) else []


async def test_the_text_of_documents_is_searched(site: Datasette, database: Path) -> None:
    for asked in ("ребенок", "дорогами", "дети школа"):
        answer = await site.client.get("/search?q=" + quoted(asked) + "&region=kitezh")
        page = BeautifulSoup(answer.text, "lxml")
        hits = page.select(".hits li")
        assert hits, asked
        first = hits[0]
        marks = {mark.get_text() for mark in first.select("mark")}
        assert marks & {"ребёнок", "дороге", "школу"}, asked
        # Region, document and page are told, and the place on the site opens.
        assert first.select_one("a[href='/region/kitezh']")
        source = first.select_one("a.url")
        assert source
        assert "budget.pdf#page=" in str(source["href"])
        assert "стр." in first.get_text()
