"""A draft is judged on its author's desk by the code that will judge it when it is published."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from budgetwatch.cli import door
from crawler.registry import RegistryError
from scoring.rubric import RubricError

BROCHURE = (
    "<!doctype html><html lang='ru'><head><title>Бюджет для граждан 2026</title></head><body><main>"
    "<h1>Бюджет для граждан по закону об областном бюджете на 2026 год</h1>"
    "<p>Доходы бюджета на 2026 год составят 36,4 млрд рублей, расходы — 38,2 млрд рублей.</p>"
    "<table><caption>млн рублей</caption><tr><th>Показатель</th><th>2026 год</th></tr>"
    "<tr><td>Доходы, всего</td><td>36 400,0</td></tr><tr><td>Расходы, всего</td>"
    "<td>38 200,0</td></tr><tr><td>Дефицит</td><td>-1 800,0</td></tr></table>"
    "<p>Телефон министерства: +7 (900) 111-22-33.</p></main></body></html>"
)
GLOSSARY = "".join(f"<dt>{word}</dt><dd>{meaning}.</dd>" for word, meaning in (
    ("Бюджет", "план доходов и расходов на год"),
    ("Дефицит", "превышение расходов над доходами"),
    ("Профицит", "превышение доходов над расходами"),
    ("Субсидия", "деньги бюджету на долю в расходах"),
    ("Дотация", "деньги бюджету без указания цели"),
))  # fmt: skip
SECOND = f"<html lang='ru'><body><main><h1>Словарь</h1><dl>{GLOSSARY}</dl></main></body></html>"
LATER = {"edition-published", "on-time", "dated", "findable"}


@dataclass
class Said:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    def of(self, criterion: str) -> Any:
        return next(a for a in self.json["answers"] if a["criterion"] == criterion)


@pytest.fixture
def checked(tmp_path: Path) -> Callable[..., Said]:
    (tmp_path / "brochure.html").write_text(BROCHURE, "utf-8")
    (tmp_path / "glossary.html").write_text(SECOND, "utf-8")
    (tmp_path / "data.csv").write_text("Показатель;2026\nДоходы;36400\nРасходы;38200\n", "utf-8")

    def run(*arguments: str, stage: str = "adopted", year: str = "2026") -> Said:
        named = [
            str(tmp_path / a) if a.endswith((".html", ".csv", ".pdf")) else a for a in arguments
        ]
        done = CliRunner().invoke(door(), ["check", *named, "--stage", stage, "--year", year],
                                  env={"COLUMNS": "200"})  # fmt: skip
        refused = isinstance(done.exception, RegistryError | RubricError)
        said = str(done.exception) if refused else done.stderr
        return Said(done.exit_code, done.stdout, said)

    return run


def test_a_draft_is_judged_with_quotes_and_advice(checked: Callable[..., Said]) -> None:
    done = checked("brochure.html", "--json")
    assert done.code == 0, done.err
    totals = done.of("totals")
    assert (totals["status"], totals["value"]) == ("measured", 1)
    assert any("36" in piece["quote"] for piece in totals["evidence"])
    assert done.of("glossary")["value"] == 0
    assert set(done.json["not_from_a_file"]) == LATER
    assert not LATER & {a["criterion"] for a in done.json["answers"]}
    assert done.json["recognised"] == {"stage": "adopted", "year": 2026, "reason": ""}
    gains = {a["criterion"]: a["gain"] for a in done.json["answers"]}
    told = [gains[c] for c in done.json["advice"]]
    assert told == sorted(told, reverse=True)
    assert "totals" not in done.json["advice"]
    assert 0 < done.json["score"]["value"] < 100


def test_a_person_reads_it_in_either_language(checked: Callable[..., Said]) -> None:
    for lang, words in (
        ("en", ("Of what a file can show", "“Телефон министерства: +7 (900) 111-22-33”", "What to do",
                "A file alone cannot tell", "on-time: Was", "it is known for: law, 2026")),
        ("ru", ("По тому, что видно из файла", "Есть: телефон.", "Что сделать",
                "Из одного файла не узнать", "видно, что это: закон, 2026")),
    ):  # fmt: skip
        done = checked("brochure.html", "--lang", lang)
        plain = " ".join(done.out.split())
        for said in words:
            assert said in plain, done.out


def test_several_files_are_one_edition(checked: Callable[..., Said]) -> None:
    alone = checked("brochure.html", "--json")
    both = checked("glossary.html", "brochure.html", "data.csv", "--json")
    assert [f["role"] for f in both.json["files"]] == ["page", "page", "data"]
    assert both.of("glossary")["value"] == 1
    assert both.of("open-data")["value"] == 1
    assert both.of("totals")["value"] == 1
    assert both.json["score"]["value"] > alone.json["score"]["value"]


def test_an_order_of_files_changes_no_verdict(checked: Callable[..., Said]) -> None:
    one = checked("brochure.html", "data.csv", "--json")
    two = checked("data.csv", "brochure.html", "--json")
    assert [a["value"] for a in one.json["answers"]] == [a["value"] for a in two.json["answers"]]


def test_what_it_would_be_taken_for_is_told(checked: Callable[..., Said], tmp_path: Path) -> None:
    (tmp_path / "law.html").write_text(
        "<html lang='ru'><body><main><h1>Закон области об областном бюджете на 2026 год</h1>"
        "<p>Статья 1. Утвердить общий объём доходов в сумме 36,4 млрд рублей.</p>"
        + "<p>Настоящий Закон вступает в силу с 1 января.</p>" * 9 + "</main></body></html>",
        "utf-8",
    )  # fmt: skip
    law = checked("law.html", "--json")
    assert law.json["recognised"]["stage"] is None
    other = checked("brochure.html", year="2025")
    assert "would be taken for another" in " ".join(other.out.split())


def test_a_file_nobody_can_read_is_unknown_not_zero(
    checked: Callable[..., Said], tmp_path: Path
) -> None:
    (tmp_path / "torn.pdf").write_bytes(b"%PDF-1.7 torn")
    done = checked("torn.pdf", "--json")
    assert done.code == 0, done.err
    assert done.of("totals")["status"] == "unknown"
    assert done.json["files"][0]["unreadable"] == "torn"
    assert "damaged" in checked("torn.pdf").out


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (["none.pdf"], "none.pdf cannot be read: No such file"),
        (["brochure.html", "--region", "nowhere"], "nowhere"),
        (["brochure.html", "--rubric", "pefa-2016-pi-9.8"], "asks nothing of a file"),
        (["brochure.html", "--rubric", "nonsense"], "no rubric is called"),
        (["brochure.html", "--stage", "final"], "adopted"),
        ([], "Missing argument"),
    ],
)
def test_what_is_mistyped_is_told(
    checked: Callable[..., Said], wrong: list[str], said: str
) -> None:
    stage = wrong[-1] if "--stage" in wrong else "adopted"
    done = checked(*(w for w in wrong if w not in ("--stage", "final")), stage=stage)
    assert (done.code, done.out) != (0, "")
    assert said in " ".join(done.err.replace("│", " ").split())


def test_an_address_is_asked_politely_and_alone(
    budgetwatch: Callable[..., Any], site: Callable[..., Any], page: Callable[..., Any]
) -> None:
    more = "<a href='/other/'>Бюджет для граждан на 2025 год</a></main>"
    pages = {
        "/robots.txt": page(b"User-agent: *\nDisallow: /secret/", "text/plain"),
        "/bdg/": page(BROCHURE.replace("</main>", more).encode()),
        "/glossary/": page(SECOND.encode()),
        "/other/": page(BROCHURE.encode()),
        "/secret/": page(BROCHURE.encode()),
    }
    asked = ["--stage", "adopted", "--year", "2026", "--json"]
    with site(pages) as there:
        reach = [*there.resolve(), "--allow-private-hosts"]
        here = "http://here.invalid"
        done = budgetwatch("check", f"{here}/bdg/", f"{here}/glossary/", *asked, *reach)
        assert done.code == 0, done.err
        assert there.asked == ["/robots.txt", "/bdg/", "/glossary/"]
        told = {a["criterion"]: a["value"] for a in done.json["answers"]}
        assert (told["totals"], told["glossary"]) == (1, 1)
        there.asked.clear()
        denied = budgetwatch("check", f"{here}/secret/", *asked, *reach)
        assert (denied.code, denied.out) == (1, "")
        assert "robots-denied" in denied.err
        assert "/secret/" not in there.asked
        there.asked.clear()
        guarded = budgetwatch("check", f"http://127.0.0.1:{there.port}/bdg/", *asked)
        assert (guarded.code, there.asked) == (1, [])
        assert "refused-address" in guarded.err
