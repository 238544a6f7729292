"""`scrapy crawl sources` does the same crawl, from the clone's own scrapy.cfg."""

import json
import os
import subprocess
import sys
from pathlib import Path

from crawler.archive import Archive
from crawler.model import Outcome

from .conftest import Page

CLONE = Path(__file__).parents[3]


def test_scrapy_crawl_sources(serving, tmp_path: Path) -> None:
    site = serving({"/": Page('<a href="/b.pdf">Бюджет для граждан</a>'), "/b.pdf": Page(b"%PDF-")})
    folder = tmp_path / "registry"
    folder.mkdir()
    for number, name in enumerate(("one", "two")):
        entry = {
            "id": name,
            "name": {"ru": name, "en": name},
            "iso_3166_2": f"XX-{number}",
            "home": f"http://{name}.invalid/",
        }
        (folder / f"{name}.yaml").write_text(json.dumps(entry), "utf-8")
    arguments = ["-a", f"registry={folder}", "-a", f"data={tmp_path / 'data'}", "-a", "region=one"]
    settings = [f"BUDGETWATCH_RESOLVE={site.resolve}", "BUDGETWATCH_ALLOW_PRIVATE=1"]
    settings += ["DOWNLOAD_DELAY=0", "AUTOTHROTTLE_ENABLED=0"]
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", "crawl", "sources", *arguments]
        + [word for one in settings for word in ("-s", one)],
        cwd=CLONE,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ},
    )
    assert done.returncode == 0, done.stderr
    assert "ERROR" not in done.stderr
    with Archive(tmp_path / "data" / "archive", readonly=True) as archive:
        (run,) = archive.runs()
        assert run.finished
        assert run.regions == ("one",)
        ok = {c.url for c in archive.captures() if c.outcome is Outcome.OK}
    assert ok == {"http://one.invalid/", "http://one.invalid/b.pdf"}
