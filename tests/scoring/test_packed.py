"""An edition in an archive: found, judged, and proved by the archive's own bytes."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from crawler.archive import Archive
from crawler.model import Answer, Outcome, Region
from datasette_config import editions
from scoring.classify import classify
from scoring.judge import judge_wave
from scoring.locator import at, inside
from scoring.members import member_body
from scoring.model import Document, Member
from scoring.opening import whole
from scoring.publish import publish
from scoring.rubric import load
from scoring.sandbox import Sandbox
from tests.scoring.test_office_region import law, report

FILES = "https://fin.region.invalid/files/"
RUBRIC = load("budget-for-citizens-2026.1")


def packed(*files: tuple[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, body in files:
            archive.writestr(name, body)
    return held.getvalue()


def read(archive, name: str, body: bytes) -> None:
    capture = archive.file(FILES + name, name, media="application/zip")
    with Sandbox() as sandbox:
        document, _ = whole(body, sandbox, url=FILES + name)
    archive.documents[capture.sha256] = replace(document, sha256=capture.sha256)


def told(archive, region):
    editions, refusals = classify(region, archive.captures, archive.documents)
    found = {
        (e.stage.value, e.fiscal_year): [(f.role, f.member) for f in e.files] for e in editions
    }
    return found, {inside(r.evidence.locator)[0]: r.reason for r in refusals}


def test_each_file_of_an_archive_is_a_candidate(archive, region) -> None:
    read(archive, "all.zip", packed(
        ("Бюджет для граждан/2026/Закон/брошюра.docx", law()),
        ("Бюджет для граждан/2024/Исполнение/слайды.pptx", report()),
        ("Бюджет для граждан/2026/Закон/readme.txt", "Откройте файл в программе.".encode()),
    ))  # fmt: skip
    archive.listing((FILES + "all.zip", "Скачать архив", "Скачать архив (zip)"))
    found, _ = told(archive, region)
    assert found == {
        ("adopted", 2026): [("brochure", "Бюджет для граждан/2026/Закон/брошюра.docx")],
        ("executed", 2024): [("slides", "Бюджет для граждан/2024/Исполнение/слайды.pptx")],
    }


def test_folders_tell_the_stage_and_the_year_of_what_does_not(archive, region) -> None:
    text = (
        "<html><body><h1>Бюджет для граждан</h1><p>Бюджет – это план доходов и расходов области, который принимает "
        "парламент. Доходы бюджета составят 36,5 млрд рублей, расходы бюджета – 37,7 млрд рублей, дефицит – 1,2 млрд "
        "рублей. Жители узнают, на что идут налоги: на школы, больницы и дороги.</p></body></html>"
    )
    read(archive, "b.zip", packed(("2027/Проект закона/Бюджет для граждан.html", text.encode()),
                                  ("2025/Исполнение/Бюджет для граждан.html", text.replace("36,5", "31,5").encode())))  # fmt: skip
    archive.listing((FILES + "b.zip", "Бюджет для граждан", "Бюджет для граждан (zip)"))
    found, _ = told(archive, region)
    assert sorted(found) == [("draft", 2027), ("executed", 2025)]


def test_bytes_that_stand_outside_too_are_one_file(archive, region) -> None:
    body = law()
    capture = archive.file(FILES + "law.docx", "law.docx")
    with Sandbox() as sandbox:
        document, _ = whole(body, sandbox)
    archive.documents[capture.sha256] = replace(document, sha256=capture.sha256)
    read(archive, "law.zip", packed(("law.docx", body)))
    held = next(d for d in archive.documents.values() if d.members)
    same = tuple(replace(m, sha256=capture.sha256) for m in held.members)
    archive.documents[held.sha256] = replace(held, members=same)
    archive.listing((FILES + "law.docx", "Бюджет для граждан к закону на 2026 год", ""),
                    (FILES + "law.zip", "Бюджет для граждан к закону на 2026 год (архив)", ""))  # fmt: skip
    found, _ = told(archive, region)
    assert found == {("adopted", 2026): [("brochure", "")]}


@pytest.mark.parametrize(
    ("reason", "expected"),
    [("encrypted", {("adopted", 2026): [("brochure", "a.pdf")]}), ("", {})],
)
def test_what_is_hidden_in_an_archive_may_be_what_its_link_promised(
    archive, region, reason: str, expected
) -> None:
    name = "Бюджет для граждан на 2026 год (закон)"
    capture = archive.file(FILES + "a.zip", "x", media="application/zip")
    inner = Document("ab" * 32, "application/pdf", text_layer_share=1.0, unreadable=reason)
    shut = Document(
        capture.sha256, "application/zip", members=(Member("a.pdf", "ab" * 32, 9, inner),)
    )
    archive.documents[capture.sha256] = shut
    archive.listing((FILES + "a.zip", name, name))
    found, _ = told(archive, region)
    if reason:
        assert found == expected
    two = (Member("1.pdf", "", 9, inner), Member("2.pdf", "", 9, inner))
    archive.documents[capture.sha256] = replace(shut, members=two)
    found, _ = told(archive, region)
    assert bool(found) == bool(reason)


def test_from_bytes_to_the_published_proof(tmp_path: Path) -> None:
    region = Region.model_validate(
        {"id": "packed", "name": {"ru": "Заозёрная область", "en": "Zaozerye"}, "iso_3166_2": "XX-XXX",
         "home": "http://minfin.packed.invalid/"}
    )  # fmt: skip
    home, url = "http://minfin.packed.invalid/", "http://minfin.packed.invalid/bdg.zip"
    body = packed(("2026/брошюра; 1.docx", law()), ("2026/прочее.txt", "Справка.".encode()))
    page = f"<html lang='ru'><body><main><h1>Министерство</h1><p>Документы.</p><a href='{url}'>Бюджет для граждан на 2026 год</a></main></body></html>"
    with Archive(tmp_path / "archive") as archive:
        run = archive.begin(tool="t", regions=["packed"], started="2026-11-20T09:00:00Z")
        for number, (where, kind, what) in enumerate(
            ((home, "text/html", page.encode()), (url, "application/zip", body))
        ):
            archive.add(run, Answer(
                region="packed", url=where, final_url=where, fetched_at="2026-11-20T10:00:00Z", outcome=Outcome.OK,
                http_status=200, headers=(("Content-Type", kind),), body=what, source=home, clicks=number,
                link_texts=("Бюджет для граждан на 2026 год",) * number, via=home,
            ))  # fmt: skip
        archive.finish(run, "2026-11-20T11:00:00Z")
    with Archive(tmp_path / "archive", readonly=True) as archive:
        verdict = judge_wave(archive, [region], wave="2026", as_of=date(2026, 11, 23), rubric=RUBRIC,
                             build=tmp_path / "build")  # fmt: skip
        captures = {c.id: c for c in archive.captures(region="packed")}
        bodies = {c.sha256: archive.body(c.sha256) for c in captures.values()}
    assert verdict.errors == ()
    (edition,) = verdict.editions
    assert [(f.url, f.member, f.role) for f in edition.files] == [
        (url, "2026/брошюра; 1.docx", "brochure")
    ]
    totals = next(f for f in verdict.findings if f.criterion == "totals" and f.stage == "adopted")
    assert totals.answered.value == 1
    for proof in totals.answered.evidence:
        path, rest = inside(proof.locator)
        assert path == "2026/брошюра; 1.docx"
        assert rest.startswith("table=1")
        capture = captures[proof.capture]
        assert (capture.sha256, capture.url) == (proof.sha256, url)
        with Sandbox() as sandbox:
            unpacked, _ = whole(member_body(bodies[proof.sha256], path), sandbox)
            whole_archive, _ = whole(bodies[proof.sha256], sandbox)
        assert "110 000,0" in at(unpacked, rest).text
        assert "110 000,0" in at(whole_archive, proof.locator).text
    out = publish([verdict], [RUBRIC], [], tmp_path / "budget.db", tool="t")
    with sqlite3.connect(out) as db:
        assert db.execute("select member from edition_files").fetchall() == [
            ("2026/брошюра; 1.docx",)
        ]
        listed = db.execute("select path, unreadable from members order by path").fetchall()
        assert listed == [("2026/брошюра; 1.docx", ""), ("2026/прочее.txt", "")]
        assert db.execute(
            "select count(*) from members m join documents d on d.sha256 = m.sha256"
        ).fetchone() == (2,)
        asked = {"region": "packed", "wave": "2026"}
        db.row_factory = sqlite3.Row
        (shown,) = db.execute(editions._FILES, asked).fetchall()
        assert (shown["member"], shown["unreadable"]) == ("2026/брошюра; 1.docx", "")
        assert shown["words"] > 50
    db.close()
