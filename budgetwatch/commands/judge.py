"""`budgetwatch judge`: read the archive, judge a wave by a rubric. No network."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import typer

from budgetwatch import options as opt
from budgetwatch.console import note, result, steps
from budgetwatch.kept import keep
from crawler import registry
from crawler.archive import Archive
from crawler.model import Region
from scoring.judge import judge_all
from scoring.judgement import Judgement
from scoring.rubric import Rubric


def judge(
    data: opt.Data = opt.DATA,
    registry_dir: opt.RegistryDir = None,
    wave: opt.Wave = None,
    as_of: opt.AsOf = None,
    rubric: opt.RubricName = None,
    as_json: opt.Json = False,
) -> None:
    """Extract, classify and judge what the archive holds. Nothing is fetched.

    Every rubric is judged from the same archive in one go; the counts told are of the first.
    """
    chosen = opt.rubrics(rubric)
    regions = registry.load(opt.registry_dir(registry_dir))
    verdicts = weigh(regions, data, chosen, *opt.wave_day(wave, as_of))
    first = verdicts[0]
    failed = errors(verdicts)
    result(
        {
            "wave": first.wave,
            "as_of": first.as_of.isoformat(),
            "rubric": first.rubric,
            "editions": len(first.editions),
            "findings": len(first.findings),
            "ranked": len(first.ranks),
            "rubrics": ranked(verdicts),
            "errors": failed,
        },
        as_json=as_json,
    )
    if failed:
        raise typer.Exit(1)


def ranked(verdicts: Sequence[Judgement]) -> dict[str, int]:
    """How many regions each rubric ranks."""
    return {verdict.rubric: len(verdict.ranks) for verdict in verdicts}


def errors(verdicts: Sequence[Judgement]) -> list[str]:
    """Failures of our own code, each once."""
    return list(dict.fromkeys(error for verdict in verdicts for error in verdict.errors))


def weigh(
    regions: Sequence[Region], data: Path, rubrics: Sequence[Rubric], wave: str, as_of: date
) -> tuple[Judgement, ...]:
    """Judge one wave and keep the judgements under ``data/build/judgements``."""
    with Archive(data / "archive", readonly=True) as archive, steps("documents read") as on_read:
        for repair in archive.repairs:
            note(repair)
        verdicts = judge_all(
            archive,
            regions,
            wave=wave,
            as_of=as_of,
            rubrics=rubrics,
            build=data / "build",
            on_event=on_read,
        )
    for error in errors(verdicts):
        note(f"our own code failed: {error}")
    keep(data, verdicts, rubrics)
    return verdicts
