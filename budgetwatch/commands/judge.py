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
from scoring import rubric as rubrics
from scoring.judge import judge_wave
from scoring.judgement import Judgement
from scoring.rubric import Rubric


def judge(
    data: opt.Data = opt.DATA,
    registry_dir: opt.RegistryDir = None,
    wave: opt.Wave = None,
    as_of: opt.AsOf = None,
    rubric: opt.RubricName = opt.RUBRIC,
    as_json: opt.Json = False,
) -> None:
    """Extract, classify and judge what the archive holds. Nothing is fetched."""
    chosen = rubrics.load(rubric)
    regions = registry.load(opt.registry_dir(registry_dir))
    verdict = weigh(regions, data, chosen, *opt.wave_day(wave, as_of))
    result(
        {
            "wave": verdict.wave,
            "as_of": verdict.as_of.isoformat(),
            "rubric": verdict.rubric,
            "editions": len(verdict.editions),
            "findings": len(verdict.findings),
            "ranked": len(verdict.ranks),
            "errors": list(verdict.errors),
        },
        as_json=as_json,
    )
    if verdict.errors:
        raise typer.Exit(1)


def weigh(
    regions: Sequence[Region], data: Path, rubric: Rubric, wave: str, as_of: date
) -> Judgement:
    """Judge one wave and keep the judgement under ``data/build/judgements``."""
    with Archive(data / "archive", readonly=True) as archive, steps("documents read") as on_read:
        for repair in archive.repairs:
            note(repair)
        verdict = judge_wave(
            archive,
            regions,
            wave=wave,
            as_of=as_of,
            rubric=rubric,
            build=data / "build",
            on_event=on_read,
        )
    for error in verdict.errors:
        note(f"our own code failed: {error}")
    keep(data, verdict, rubric)
    return verdict
