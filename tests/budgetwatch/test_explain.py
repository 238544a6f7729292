"""From a score down to the bytes: every step is there, and what is mistyped is told."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from budgetwatch.cli import door
from crawler.archive import Archive
from crawler.model import Answer, Outcome
from scoring.gate import PublishRefusedError

HOST = "http://minfin.full.invalid/"
HOME = (
    "<html lang='ru'><head><title>Министерство финансов</title></head><body><main>"
    "<h1>Министерство</h1><p>Новости и документы министерства финансов области.</p>"
    "<ul><li><a href='/bdg/2026/'>Бюджет для граждан на 2026 год (закон)</a></li></ul>"
    "</main></body></html>"
)
EDITION = (
    "<!doctype html><html lang='ru'><head><title>Бюджет для граждан 2026</title></head><body><main>"
    "<h1>Бюджет для граждан по закону об областном бюджете на 2026 год</h1>"
    "<p>Опубликовано 14 января 2026 года</p><p>Мы строим школу у реки.\x1b[31m</p>"
    "<p>Доходы бюджета на 2026 год составят 36,4 млрд рублей, расходы — 38,2 млрд рублей.</p>"
    "<table><caption>млн рублей</caption><tr><th>Показатель</th><th>2026 год</th></tr>"
    "<tr><td>Доходы, всего</td><td>36 400,0</td></tr><tr><td>Расходы, всего</td>"
    "<td>38 200,0</td></tr><tr><td>Дефицит</td><td>-1 800,0</td></tr></table>"
    "<p>Телефон министерства: +7 (900) 111-22-33.</p></main></body></html>"
)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One region crawled by hand and judged by the command."""
    root = tmp_path_factory.mktemp("explained")
    entry = {"id": "full", "name": {"ru": "Полная область", "en": "Full oblast"},
             "iso_3166_2": "XX-FUL", "home": HOST, "provenance": "a test"}  # fmt: skip
    (root / "registry").mkdir()
    (root / "registry" / "full.yaml").write_text(json.dumps(entry), "utf-8")
    with Archive(root / "data" / "archive") as archive:
        run = archive.begin(tool="test", regions=["full"], started="2026-11-20T09:00:00Z")
        for path, body, clicks in (("", HOME, 0), ("bdg/2026/", EDITION, 1)):
            archive.add(run, Answer(
                region="full", url=HOST + path, final_url=HOST + path, outcome=Outcome.OK,
                fetched_at="2026-11-20T10:00:00Z", http_status=200, source=HOST, clicks=clicks,
                headers=(("Content-Type", "text/html; charset=utf-8"),), body=body.encode(),
                link_texts=("Бюджет для граждан на 2026 год",) if clicks else (),
            ))  # fmt: skip
        archive.finish(run, "2026-11-20T11:00:00Z")
    done = CliRunner().invoke(
        door(), ["judge", "--data", str(root / "data"), "--registry", str(root / "registry"),
              "--as-of", "2026-11-23", "--json"],
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert list(told["rubrics"]) == sorted(told["rubrics"])
    assert told["rubric"] == "budget-for-citizens-2026.1"
    return root / "data"


@dataclass
class Said:
    code: int
    out: str
    err: str


@pytest.fixture
def explained(data: Path) -> Callable[..., Said]:
    def run(*arguments: str) -> Said:
        done = CliRunner().invoke(door(), ["explain", *arguments, "--data", str(data)],
                                  env={"COLUMNS": "200"})  # fmt: skip
        if isinstance(done.exception, PublishRefusedError):
            return Said(1, done.stdout, str(done.exception))
        return Said(done.exit_code, done.stdout, done.stderr)

    return run


def test_all_costs_sum_to_what_is_lacking(explained: Callable[..., Said]) -> None:
    told = json.loads(explained("full", "--json").out)
    lost = sum(line["lost"] for line in told["criteria"])
    assert lost == pytest.approx(100 - told["score"]["value"], abs=0.2)
    costs = [line["lost"] for line in told["criteria"]]
    assert costs == sorted(costs, reverse=True)
    assert len(told["criteria"]) >= 25


@pytest.mark.parametrize(("lang", "words"), [("en", "Weakest first"), ("ru", "Слабейшее сначала")])
def test_the_overview_fits_and_says_how_to_go_on(
    explained: Callable[..., Said], lang: str, words: str
) -> None:
    done = explained("full", "--lang", lang)
    assert done.code == 0, done.err
    assert max(map(len, done.out.splitlines())) <= 80
    assert words in done.out
    assert done.out.splitlines()[-1].endswith("budgetwatch explain full on-time")


def test_an_answer_is_followed_to_its_bytes(explained: Callable[..., Said], data: Path) -> None:
    told = json.loads(explained("full", "contacts", "--page", "--json").out)
    law = next(answer for answer in told["answers"] if answer["stage"] == "adopted")
    (piece,) = law["evidence"]
    assert piece["quote"].startswith("Телефон министерства: +7 (900) 111-22-33")
    assert piece["quote"].split(".")[0] in piece["page"]["text"]
    assert piece["capture"]["final_url"] == HOST + "bdg/2026/"
    with Archive(data / "archive", readonly=True) as archive:
        found = archive.records(
            next(c for c in archive.captures() if c.id == piece["capture"]["id"])
        )
        assert EDITION.encode() == archive.body(piece["sha256"])
    at = {r.offset: {k.lower(): v for k, v in r.headers} for r in found}
    assert at[piece["record"]["offset"]]["warc-record-id"] == piece["record"]["id"]
    assert Path(piece["record"]["file"]).is_file()


def test_a_person_reads_the_chain_and_the_page(explained: Callable[..., Said]) -> None:
    done = explained("full", "contacts", "--page")
    for said in (
        "contacts: weight 1", "law: 0.5", "“Телефон министерства: +7 (900) 111-22-33”",
        "capture: ", "20 November 2026, 10:00 UTC: ok (HTTP 200), text/html", "sha256: ",
        ".warc.gz", "at byte ", "<urn:uuid:", "  | Мы строим школу у реки.",
    ):  # fmt: skip
        assert " ".join(said.split()) in " ".join(done.out.split()), done.out
    assert "\x1b" not in done.out
    ru = explained("full", "contacts", "--lang", "ru").out
    assert "закон: 0.5" in ru
    assert "Есть: телефон." in ru


def test_another_rubric_is_explained_too(explained: Callable[..., Said]) -> None:
    done = explained("full", "q64", "--rubric", "obs-citizens-budget-2023")
    assert "Of the core there is" in done.out
    assert "Телефон министерства" in done.out


@pytest.mark.parametrize(
    ("wrong", "code", "said"),
    [
        (["ful"], 2, "did you mean full?"),
        (["full", "contact"], 2, "did you mean contacts?"),
        (["full", "nonsense"], 2, "edition-published"),
        (["full", "--rubric", "obs"], 1, "2026-obs-citizens-budget-2023"),
        (["full", "--wave", "2019"], 1, "budgetwatch judge"),
        (["full", "--page"], 2, "name it"),
    ],
)
def test_what_is_mistyped_is_told_with_what_there_is(
    explained: Callable[..., Said], wrong: list[str], code: int, said: str
) -> None:
    done = explained(*wrong)
    assert (done.code, done.out) == (code, "")
    assert said in " ".join(done.err.replace("│", " ").split())


def test_without_the_archive_the_chain_ends_at_the_capture(
    explained: Callable[..., Said], data: Path
) -> None:
    away = data / "archive-away"
    (data / "archive").rename(away)
    try:
        done = explained("full", "contacts")
    finally:
        away.rename(data / "archive")
    assert "There is no archive" in done.err
    assert "capture: " in done.out
    assert "urn:uuid" not in done.out
