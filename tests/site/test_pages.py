"""The pages: addresses, both languages, numbers in words, nothing scored that was not seen."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from datasette.app import Datasette

from crawler.model import Outcome
from datasette_config.serve import app
from datasette_config.words import words
from scoring.judgement import Judgement
from scoring.rubric import Rubric
from tests.site import invented
from tests.site.conftest import RUBRIC, release

PAGES = (
    *("/", "/region/kitezh", "/region/zaozerye", "/methodology", "/criterion/contacts", "/compare"),
    *("/region/kitezh/contacts", "/region/zaozerye/contacts", "/amounts", "/changes", "/health"),
    *("/search", "/data"),
)
LIMIT = 100_000  # bytes of one page


async def soup(site: Datasette, path: str, status: int = 200) -> BeautifulSoup:
    answer = await site.client.get(path)
    assert answer.status_code == status, answer.text
    return BeautifulSoup(answer.text, "lxml")


@pytest.mark.parametrize("path", [*PAGES, *(f"/en{p}" for p in PAGES), "/nowhere", "/en/nowhere"])
async def test_every_page_says_what_it_is(path: str, site: Datasette) -> None:
    page = await soup(site, path, 404 if "nowhere" in path else 200)
    assert page.html
    assert page.html["lang"] == ("en" if path.startswith("/en") else "ru")
    assert page.title
    assert len(page.title.text) > 15
    about = page.select_one("meta[name=description]")
    assert about
    assert about["content"]
    assert len(page.select("h1")) == 1
    assert not page.select("script:not([type='application/ld+json']), style, [style], iframe, img")
    other = {a["hreflang"]: a["href"] for a in page.select("link[rel=alternate][hreflang]")}
    bare = "/" if "nowhere" in path else path.removeprefix("/en") or "/"
    assert other == {"ru": bare, "en": f"/en{bare}"}
    ids = [tag["id"] for tag in page.select("[id]")]
    assert len(ids) == len(set(ids))
    assert not [
        a["href"] for a in page.select("a[href^='#']") if str(a["href"])[1:] not in ids
    ]  # fmt: skip


@pytest.mark.parametrize(
    "path", ["//elsewhere.invalid", "/en//elsewhere.invalid/", "/%2f%2fx.invalid"]
)
async def test_an_invented_address_is_not_echoed_as_a_link(path: str, site: Datasette) -> None:
    page = await soup(site, f"http://localhost{path}", 404)
    assert not [a for a in page.select("[href]") if "invalid" in str(a["href"])]


@pytest.mark.parametrize("path", ["/region/kitezh/", "/en/methodology/"])
async def test_a_slash_too_many_does_no_harm(path: str, site: Datasette) -> None:
    page = await soup(site, path)
    links = [str(link["href"]) for link in page.select("link[rel=alternate][hreflang]")]
    assert path.rstrip("/") in links


@pytest.mark.parametrize("path", ["/en", "/en/"])
async def test_english_stands_beside(path: str, site: Datasette) -> None:
    page = await soup(site, path)
    assert "Lukomorye Krai" in page.text
    assert not re.search("[а-яё]{4}", page.select_one("main").text)  # type: ignore[union-attr]


async def test_ranking_shows_every_region_once(site: Datasette, judged: Judgement) -> None:
    page = await soup(site, "/")
    rows = page.select("table.ranks tbody tr, table.aside tbody tr")
    assert len(rows) == len(page.select("svg.tiles a")) == len(judged.regions)
    assert len(page.select("svg.tiles a title")) == len(judged.regions)
    numbers = [int(dd.text) for dd in page.select("dl.numbers dd")]
    aside = len(page.select("table.aside tbody tr"))
    assert numbers == [
        len(rows),
        len(judged.ranks),
        aside,
        len(judged.editions),
        len(judged.captures),
    ]


async def test_reasons_stand_in_words(site: Datasette) -> None:
    said = {
        "/": ("имя сайта не найдено", "сайт не отвечает", "соединение не устанавливается"),
        "/en/": ("name was not found", "does not answer", "no connection could be made"),
    }
    for path, phrases in said.items():
        aside = (await soup(site, path)).select_one("table.aside")
        assert aside
        assert all(phrase in aside.text for phrase in phrases)
        assert "dns" not in aside.text


async def test_where_nothing_answers_nothing_is_scored(blind_database: Path) -> None:
    site = app(blind_database)
    page = await soup(site, "/")
    assert not page.select("table.ranks")
    notice = page.select_one(".notice")
    assert notice
    assert "Это не нулевые оценки" in notice.text
    assert len(page.select("table.aside tbody tr")) == 4
    assert {t.text for t in page.select("svg.tiles .n")} == {"?"}
    card = await soup(site, "/region/zaozerye")
    assert {c.text.strip("? ") for c in card.select(".matrix .chip")} == {"неизвестно"}
    total = card.select_one(".total")
    assert total
    assert "Не ранжирован" in total.text
    assert "Балла нет" in total.text
    site.close()


async def test_a_scorecard_leads_from_score_to_bytes(site: Datasette, judged: Judgement) -> None:
    page = await soup(site, "/region/kitezh")
    mine = [f for f in judged.findings if f.region == "kitezh"]
    assert len(page.select(".matrix .chip")) == len(mine)
    first = next(f for f in mine if f.answered.evidence and f.answered.evidence[0].quote)
    way = f"/region/kitezh/{first.criterion}"
    assert page.select_one(f".matrix a[href='{way}#{first.stage}']")
    page = await soup(site, way)
    shown = page.select_one(f"#{first.stage}")
    assert shown
    piece = first.answered.evidence[0]
    source = next(c for c in judged.captures if c.id == piece.capture)
    assert piece.quote in shown.text
    assert piece.sha256 in shown.text
    assert source.warc_file in shown.text
    assert str(source.warc_offset) in shown.text
    assert "23\N{NO-BREAK SPACE}ноября\N{NO-BREAK SPACE}2026, 09:12" in shown.text
    assert f"стр. {piece.locator.removeprefix('page=')}" in shown.text
    link = shown.select_one("figcaption a")
    assert link
    assert link["href"] == f"{piece.url}#{piece.locator}"
    assert set(link["rel"]) >= {"nofollow", "noopener"}
    assert all(details.select_one("summary") for details in page.select("details"))


async def test_verdicts_are_sign_word_and_colour(site: Datasette) -> None:
    page = await soup(site, "/region/kitezh")
    for chip in page.select(".chip"):
        verdict = next(c for c in chip["class"] if c != "chip")
        assert chip.select_one("i")
        assert words("ru")(f"verdict.{verdict}") in chip.text


async def test_methodology_says_every_criterion(site: Datasette) -> None:
    from scoring import rubric as rubrics

    for path, lang in (("/methodology", "ru"), ("/en/methodology", "en")):
        page = await soup(site, path)
        for criterion in rubrics.load(RUBRIC).criteria:
            rule = page.select_one(f"#{criterion.id}")
            assert rule
            for said in (criterion.question, criterion.why, criterion.remedy):
                assert " ".join(getattr(said, lang).split()) in " ".join(rule.text.split())


async def test_much_evidence_fits_too(rubric: Rubric, judged: Judgement, tmp_path: Path) -> None:
    """Every answer cites forty long quotes: the page stays under the limit and leads to them."""
    heavy = tuple(
        replace(
            f,
            advice_ru="Добавьте это. " * 30,
            answered=replace(
                f.answered,
                evidence=tuple(replace(e, quote="Слово " * 50) for e in f.answered.evidence) * 40,
            ),
        )
        for f in judged.findings
    )
    out = release(replace(judged, findings=heavy), tmp_path / "budget.db")
    site = app(out)
    for path in ("/region/kitezh", "/criterion/contacts", "/region/kitezh/contacts"):
        answer = await site.client.get(path)
        assert len(answer.content) < LIMIT, path
    more = BeautifulSoup(answer.text, "lxml").select_one(".answer a[href*='/evidence?']")
    assert more
    assert (await site.client.get(str(more["href"]))).text.count("Слово Слово") >= 40
    site.close()


async def test_disputed_territories_have_their_footnote(site: Datasette) -> None:
    page = await soup(site, "/")
    note = page.select_one("#disputed")
    assert note
    assert "оспаривается" in note.text
    named = page.select_one("table a[href='/region/gvidon']")
    assert named
    assert named.find_next_sibling("a", href="#disputed")


async def test_a_full_country_fits_the_page(
    judged: Judgement, tmp_path: Path, rubric: Rubric
) -> None:
    """89 regions with long names, and the longest scorecard, stay under the limit."""
    outcomes: list[float | Outcome] = [1.0, 0.6, 0.3, 0.0, Outcome.TIMEOUT, Outcome.DNS]
    places = tuple(
        (f"region-{i}", f"Длинноназванская-Северная область {i}", f"Longname Oblast No {i}",
         45 + i * 7 % 25, 20 + i * 37 % 160, outcomes[i % 6])
        for i in range(89)
    )  # fmt: skip
    site = app(release(invented.judgement(rubric, places), tmp_path / "budget.db"))
    paths = (
        "/",
        "/en/",
        "/?map=outlines",
        "/amounts",
        "/health",
        "/criterion/contacts",
        "/changes",
    )
    four = "/compare?a=region-1&b=region-2&c=region-3&d=region-6"
    for path in (*paths, four, *(f"/region/region-{i}" for i in range(6))):
        answer = await site.client.get(path)
        assert answer.status_code == 200
        assert len(answer.content) < LIMIT, path
    site.close()
