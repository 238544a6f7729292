"""Judging a wave that is read already: 100 regions of three editions of 20 pages, then again.

    python -m benchmarks.judging [--regions 100]

The archive is written and read once, untimed; then the wave is judged by every rubric on one
core, and judged again with nothing changed.
"""

import argparse
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from budgetwatch.options import RUBRICS
from crawler.archive import Archive
from crawler.model import Answer, Outcome, Region, Run
from scoring import rubric as rubrics
from scoring.judge import judge_all
from scoring.reader import Reader

AS_OF = date(2026, 11, 23)
PAGES = 20
STAGES = (
    ("draft", "Бюджет для граждан к проекту закона об областном бюджете на 2027 год", 2027,
     "6 ноября 2026 года"),
    ("law", "Бюджет для граждан по закону об областном бюджете на 2026 год", 2026,
     "14 января 2026 года"),
    ("report", "Бюджет для граждан по отчёту об исполнении областного бюджета за 2025 год", 2025,
     "5 июня 2026 года"),
)  # fmt: skip
HOME = (
    "<html lang='ru'><body><main><h1>Министерство финансов</h1><p>Новости и документы.</p><ul>"
    + "".join(f"<li><a href='/{kind}/'>{title}</a></li>" for kind, title, *_ in STAGES)
    + "</ul></main></body></html>"
)
SECTIONS = ("Образование", "Здравоохранение", "Социальная политика", "Культура", "Спорт",
            "Национальная экономика", "Жилищно-коммунальное хозяйство", "Охрана среды",
            "Общегосударственные вопросы")  # fmt: skip
PROSE = (
    "Мы строим новую школу в селе {name}-{page} у большой реки, дети пойдут туда осенью {year} "
    "года. На ремонт дорог района {page} направим {sum} млн рублей, это {share} % расходов. "
    "Семьи с тремя детьми получат выплату {pay} рублей в месяц, её получают {many} семей. "
    "Министерство обеспечивает повышение эффективности использования средств областного бюджета "
    "в рамках государственной программы развития образования. "
)


def brochure(name: str, number: int, title: str, year: int, day: str) -> str:
    """Twenty pages of 250 words and a table each, no two regions alike."""
    parts = [f"<h1>{title}</h1><p>Опубликовано {day}</p>"]
    for page in range(1, PAGES + 1):
        figures = {"sum": f"{number * 7 + page},{page % 10}", "share": page % 30 + 1,
                   "pay": 10_000 + number * 3 + page, "many": 1_000 + number + page}  # fmt: skip
        text = PROSE.format(name=name, page=page, year=year, **figures)
        rows = "".join(
            f"<tr><td>{section}</td><td>{number + page * n},{n}</td><td>{number + page * n + 9},1"
            "</td></tr>"
            for n, section in enumerate(SECTIONS, 1)
        )
        parts.append(
            f"<h2>Глава {page}. Расходы области {name}</h2>" + f"<p>{text}</p>" * 3
            + f"<table><caption>млн рублей</caption><tr><th>Раздел</th><th>{year - 1} год</th>"
            f"<th>{year} год</th></tr>{rows}</table>"
        )  # fmt: skip
    total = 30_000 + number
    parts.append(
        f"<p>Доходы бюджета на {year} год составят {total} млн рублей, расходы — {total + 900} млн "
        f"рублей, дефицит — 900 млн рублей.</p><p>Телефон: +7 (900) 100-{number:02}-00.</p>"
    )
    head = f"<html lang='ru'><head><title>{title}</title></head>"
    return f"{head}<body><main>{''.join(parts)}</main></body></html>"


def fill(root: Path, regions: int) -> tuple[Region, ...]:
    """An archive of so many regions, each with a home page and three editions."""
    made = tuple(
        Region.model_validate(
            {"id": f"r{n:03}", "name": {"ru": f"Область {n}", "en": f"Oblast {n}"},
             "iso_3166_2": "XX-XXX", "home": f"http://minfin.r{n:03}.invalid/"}
        )
        for n in range(regions)
    )  # fmt: skip
    with Archive(root) as archive:
        ids = [region.id for region in made]
        run = archive.begin(tool="benchmark", regions=ids, started="2026-11-20T09:00:00Z")
        for number, region in enumerate(made):
            _add(archive, run, region, "", HOME, 0)
            for kind, title, year, day in STAGES:
                body = brochure(region.id, number, title, year, day)
                _add(archive, run, region, f"{kind}/", body, 1, title)
        archive.finish(run, "2026-11-20T11:00:00Z")
    return made


def _add(
    archive: Archive, run: Run, region: Region, path: str, body: str, clicks: int, *said: str
) -> None:
    url = f"{region.home}{path}"
    archive.add(run, Answer(
        region=region.id, url=url, final_url=url, fetched_at="2026-11-20T10:00:00Z",
        outcome=Outcome.OK, http_status=200, body=body.encode(), source=str(region.home),
        headers=(("Content-Type", "text/html; charset=utf-8"),), clicks=clicks, link_texts=said,
    ))  # fmt: skip


@dataclass(frozen=True)
class Spent:
    """Seconds by the clock on the wall and of the processor: this machine may be shared."""

    wall: float
    core: float
    findings: int


def timed(folder: Path, regions: int) -> list[Spent]:
    """Judged anew, then with nothing changed."""
    made = fill(folder / "archive", regions)
    asked = [rubrics.load(name) for name in RUBRICS]
    spent = []
    with Archive(folder / "archive", readonly=True) as archive:
        _read(archive, folder)
        for _ in range(2):
            wall, core = time.perf_counter(), time.process_time()
            told = judge_all(
                archive, made, wave="2026", as_of=AS_OF, rubrics=asked, build=folder / "build",
                processes=1,
            )  # fmt: skip
            findings = sum(len(one.findings) for one in told)
            passed = time.perf_counter() - wall, time.process_time() - core
            spent.append(Spent(*passed, findings))
    return spent


def _read(archive: Archive, folder: Path) -> None:
    """Documents are read and remembered, nothing is judged."""
    wanted = {c.sha256: (c.final_url, c.media_type) for c in archive.captures() if c.sha256}
    Reader(folder / "build" / "documents").read(wanted, archive.body)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--regions", type=int, default=100)
    regions = parser.parse_args().regions
    with tempfile.TemporaryDirectory() as folder:
        first, again = timed(Path(folder), regions)
    print(f"{regions} regions x {len(STAGES)} editions of {PAGES} pages, {first.findings} findings")
    print(f"judged: {first.core:.1f} s of one core ({first.wall:.1f} s passed)")
    share = again.core / first.core
    print(f"nothing changed: {again.core:.2f} s ({again.wall:.2f} s passed), {share:.1%}")


if __name__ == "__main__":
    main()
