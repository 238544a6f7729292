"""Judgements between `judge` and `publish`: each kept with the very rubric it was made by."""

from collections.abc import Collection, Sequence
from pathlib import Path

from pydantic import ValidationError

from crawler.model import Region
from scoring.gate import PublishRefusedError
from scoring.judgement import Judgement
from scoring.rubric import Rubric


def keep(data: Path, judgements: Sequence[Judgement], rubrics: Sequence[Rubric]) -> None:
    """Write judgements of one wave and their rubrics under ``data/build``.

    A wave judged again replaces what was kept. A wave has one day: what another rubric said of
    it on another day is taken away, for it would stand beside answers about other pages.
    """
    folder, written = data / "build" / "judgements", set[str]()
    for judgement, rubric in zip(judgements, rubrics, strict=True):
        name = f"{judgement.wave}-{rubric.id}.json"
        policy = data / "build" / "rubrics" / name
        policy.parent.mkdir(parents=True, exist_ok=True)
        policy.write_text(rubric.model_dump_json(indent=1), "utf-8")
        judgement.save(folder / name)
        written.add(name)
    for wave, as_of in {(judgement.wave, judgement.as_of) for judgement in judgements}:
        for file in sorted(folder.glob(f"{wave}-*.json")):
            if file.name not in written and _load(file).as_of != as_of:
                file.unlink()


def kept(data: Path, regions: Collection[str]) -> tuple[list[Judgement], list[Rubric]]:
    """The judgements that speak of any of these regions, in order of wave, and their rubrics.

    Judgements of another registry (the demo's, say) are left alone. Raises
    PublishRefusedError naming a file that cannot be read.
    """
    judgements: list[Judgement] = []
    rubrics: dict[str, Rubric] = {}
    for file in sorted((data / "build" / "judgements").glob("*.json")):
        judgement = _load(file)
        if any(facts.region.id in regions for facts in judgement.regions):
            judgements.append(judgement)
            rubrics[judgement.rubric] = _rubric(data / "build" / "rubrics" / file.name)
    return judgements, [rubrics[name] for name in sorted(rubrics)]


def newest(data: Path, wave: str | None, rubric: str) -> tuple[Judgement, Rubric]:
    """The judgement by a rubric of the wave asked for, else of the newest, with that rubric.

    Raises PublishRefusedError telling what there is.
    """
    folder = data / "build" / "judgements"
    there = sorted(file.stem for file in folder.glob("*.json"))
    fitting = [s for s in there if s.endswith(f"-{rubric}") and s.startswith(wave or "")]
    if not fitting:
        asked = f"{f'wave {wave} ' if wave else ''}by {rubric}"
        known = f"There are: {', '.join(there)}." if there else "Nothing is judged yet."
        raise PublishRefusedError(
            f"No judgement {asked} is kept under {folder}. {known} Judge it: budgetwatch judge"
        )
    name = f"{fitting[-1]}.json"
    return _load(folder / name), _rubric(data / "build" / "rubrics" / name)


def last_judged(data: Path) -> tuple[Region, ...]:
    """The regions of the judgement written last, as they stood in its registry; () for none."""
    files = (data / "build" / "judgements").glob("*.json")
    newest = max(files, key=lambda file: (file.stat().st_mtime_ns, file.name), default=None)
    return tuple(facts.region for facts in _load(newest).regions) if newest else ()


def _load(file: Path) -> Judgement:
    try:
        return Judgement.load(file)
    except (ValidationError, OSError) as error:
        raise _damaged(file) from error


def _rubric(file: Path) -> Rubric:
    try:
        return Rubric.model_validate_json(file.read_bytes())
    except (ValidationError, OSError) as error:
        raise _damaged(file) from error


def _damaged(file: Path) -> PublishRefusedError:
    return PublishRefusedError(
        f"{file} cannot be read; delete it and judge that wave again: budgetwatch judge"
    )
