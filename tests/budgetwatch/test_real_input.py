"""A real city's whole draft-budget package: all of it law and annexes, none of it an edition."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

REAL = Path(__file__).parents[3] / "shared" / "real" / "tomsk_city_2022"
TYPES = {
    ".pdf": "application/pdf",
    ".doc": "application/msword",
    ".xls": "application/vnd.ms-excel",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
LISTING = """<!doctype html><html lang="ru"><head><title>Проект бюджета Города Томска</title></head>
<body><h1>Проект решения о бюджете на 2022 год и плановый период 2023 и 2024 годов</h1>
<ul>{rows}</ul></body></html>"""


@pytest.mark.skipif(not REAL.is_dir(), reason="the real Tomsk package is not beside this clone")
def test_real_package(
    budgetwatch: Callable[..., Any],
    registry: Callable[..., Path],
    site: Callable[..., Any],
    page: Any,
    query: Callable[..., Any],
) -> None:
    files = sorted(REAL.iterdir())
    rows = "".join(f'<li><a href="/doc/{quote(f.name)}">{f.stem}</a></li>' for f in files)
    pages = {f"/doc/{f.name}": page(f.read_bytes(), TYPES[f.suffix]) for f in files}
    pages["/"] = page(LISTING.format(rows=rows).encode())
    with site(pages) as tomsk:
        done = budgetwatch(
            "run",
            "--registry",
            str(registry(tomsk="http://fin.tomsk.invalid/")),
            *tomsk.resolve(),
            "--allow-private-hosts",
            "--delay",
            "0",
        )
    assert done.code == 0, done.err
    archived = {row[0] for row in query("select sha256 from captures where outcome = 'ok'")}
    assert {hashlib.sha256(f.read_bytes()).hexdigest() for f in files} <= archived
    assert query("select count(*) from editions") == [(0,)]
    findings = query("select status, value, id from findings where criterion = 'edition-published'")
    assert {(status, value) for status, value, _ in findings} == {("measured", 0.0)}
    for _, _, finding in findings:
        assert query("select count(*) > 0 from evidence where finding = ?", finding) == [(1,)]
    unread = dict(query("select sha256, unreadable from documents where unreadable != ''"))
    legacy = {hashlib.sha256(f.read_bytes()).hexdigest() for f in files if f.suffix == ".doc"}
    if shutil.which("soffice"):
        assert unread == {}
    else:
        assert unread.keys() <= legacy
        assert set(unread.values()) <= {"missing-program"}
    read = query(
        "select count(*) from documents where media_type = 'application/pdf' and words > 100"
    )
    assert read == [(2,)]
