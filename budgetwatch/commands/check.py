"""`budgetwatch check`: the same judgement for a brochure that is not published yet."""

import tempfile
from pathlib import Path
from typing import Annotated, Literal

import typer

from budgetwatch import options as opt
from budgetwatch.commands.crawl import walk_options
from budgetwatch.console import note, result
from budgetwatch.desk import Desk, plain, told
from budgetwatch.handed import read_all
from budgetwatch.telling import printed
from crawler import registry
from scoring import rubric as rubrics
from scoring.answering import judged
from scoring.draft import by_file, dossier_of, recognised, somebody
from scoring.model import Dossier, Stage
from scoring.rubric import Criterion, Rubric
from scoring.score import TOTAL, gain, score

Files = Annotated[
    list[str],
    typer.Argument(
        help="Files or http(s) addresses; several are one edition.",
        metavar="FILE-OR-URL...",
        show_default=False,
    ),
]
StageName = Annotated[
    Literal["draft", "adopted", "executed"],
    typer.Option("--stage", help="The bill, the law or the report it is on.", show_default=False),
]
Year = Annotated[
    int,
    typer.Option(
        "--year", min=2013, max=2100, help="Its fiscal year; of a three-year budget the first.",
        metavar="YEAR", show_default=False,
    ),
]  # fmt: skip
RegionId = Annotated[
    str | None,
    typer.Option(
        "--region",
        help="Whose it is, by the registry: then another region's brochure is told apart.",
        metavar="ID",
        show_default=False,
    ),
]
RubricName = Annotated[str, typer.Option("--rubric", help="By which rubric.", metavar="NAME")]


def check(
    files: Files,
    stage: StageName,
    year: Year,
    region: RegionId = None,
    data: opt.Data = opt.DATA,
    registry_dir: opt.RegistryDir = None,
    rubric: RubricName = opt.RUBRIC,
    resolve: opt.Resolve = None,
    allow_private_hosts: opt.AllowPrivate = False,
    lang: opt.Language = "en",
    as_json: opt.Json = False,
) -> None:
    """Judge a draft before it is published: the same code, the same rubric, no registry needed.

    Tells every answer with the words it rests on, then what to do, the most helpful first, and
    what a file alone cannot show. Files are read on this machine and go nowhere; addresses are
    asked as politely as by `crawl`. Nothing is kept.
    """
    policy = rubrics.load(rubric)
    whose = registry.load(opt.registry_dir(registry_dir), [region])[0] if region else somebody()
    walk = walk_options(
        resolve, allow_private=allow_private_hosts, resume=False, delay=None, browser=False
    )
    narrow, later = _by_file(policy, Stage(stage))
    with tempfile.TemporaryDirectory() as scratch:
        captures, documents = read_all(files, whose, walk, Path(scratch))
    dossier = dossier_of(whose, Stage(stage), year, captures, documents)
    desk, failures = _judged(dossier, narrow, later)
    for failure in failures:
        note(f"our own code failed: {failure}")
    if as_json:
        result(plain(desk), as_json=True)
    else:
        typer.echo(printed(told(desk, lang)), nl=False)
    if failures:
        raise typer.Exit(1)


def _by_file(policy: Rubric, stage: Stage) -> tuple[Rubric, tuple[Criterion, ...]]:
    narrow, later = by_file(policy, stage)
    if not narrow.criteria:
        raise typer.BadParameter(
            f"{policy.id} asks nothing of a file at the stage {stage}; try {opt.RUBRIC}",
            param_hint="--rubric",
        )
    return narrow, later


def _judged(
    dossier: Dossier, rubric: Rubric, later: tuple[Criterion, ...]
) -> tuple[Desk, list[str]]:
    """The draft judged, and the failures of our own code."""
    failures: list[str] = []
    findings = judged(dossier, rubric, failures)
    gains = tuple((f, gain(f, findings, rubric)) for f in findings)
    total = score(dossier.region.id, dossier.wave, findings, rubric, TOTAL)
    return Desk(dossier, rubric, gains, total, recognised(dossier), later), failures
