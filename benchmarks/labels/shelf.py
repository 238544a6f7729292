"""Reads a half of the labels, all of it or nothing: every fault of every file is told at once."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from benchmarks.labels.due import DUE
from benchmarks.labels.model import Labelled
from benchmarks.labels.prints.pieces import leaves, pieces
from benchmarks.labels.vocabulary import asked
from crawler.strict_yaml import YamlFault, read
from scoring.rubric_faults import Fault, told

HERE = Path(__file__).parent
HALVES = ("shown", "held_out")


class LabelsError(Exception):
    """Labels are refused; ``faults`` lists all that is wrong with them."""

    def __init__(self, where: Path, faults: list[Fault]) -> None:
        self.faults = tuple(faults)
        lines = "\n".join(f"  {fault}" for fault in faults)
        super().__init__(f"labels {where}: {len(faults)} to mend (see README.md there)\n{lines}")


def load(half: str, folder: Path = HERE) -> tuple[Labelled, ...]:
    """The regions of a half, sorted by id; raises LabelsError with every fault of every file."""
    return load_all(sorted((folder / half).glob("*.yaml")), folder / half)


def load_all(files: list[Path], where: Path) -> tuple[Labelled, ...]:
    """The regions in these files; raises LabelsError."""
    faults: list[Fault] = []
    regions = [region for file in files if (region := _one(file, faults))]
    if not files:
        faults.append(Fault("", "", "holds no *.yaml file; write one per region"))
    if faults:
        raise LabelsError(where, faults)
    return tuple(sorted(regions, key=lambda region: region.region.id))


def _one(file: Path, faults: list[Fault]) -> Labelled | None:
    try:
        region = Labelled.model_validate(read(file))
    except YamlFault as fault:
        faults.append(Fault(file.name, fault.where, fault.what))
        return None
    except ValidationError as error:
        faults.extend(told(file.name, error, Labelled))
        return None
    faults.extend(Fault(file.name, where, what) for where, what in _contradictions(region, file))
    return region


def _contradictions(region: Labelled, file: Path) -> Iterator[tuple[str, str]]:
    if region.region.id != file.stem:
        yield "region.id", f"is {region.region.id!r}, the file is called {file.stem!r}"
    paths = [thing.path for thing in region.things]
    for path in sorted({path for path in paths if paths.count(path) > 1}):
        yield path, "stands twice among pages and files"
    if "/" not in paths:
        yield "pages", "none has the path `/`: that is the finance body's home page"
    for thing in region.things:
        try:
            for leaf in leaves(thing.text):
                pieces(leaf)
        except ValueError as error:
            yield thing.path, str(error)
    yield from _truth(region, set(paths))


def _truth(region: Labelled, paths: set[str]) -> Iterator[tuple[str, str]]:
    claimed: set[str] = set()
    for number, truth in enumerate(region.truth):
        for path in truth.files:
            if path not in paths:
                yield f"truth.{number}", f"{path} is neither a page nor a file of this site"
            if path in claimed:
                yield f"truth.{number}", f"{path} has a truth already"
            claimed.add(path)
    for path in sorted({file.path for file in region.files} - claimed):
        yield path, "nothing is said of this file under `truth`"
    yield from _editions(region)


def _editions(region: Labelled) -> Iterator[tuple[str, str]]:
    met: set[tuple[str, int]] = set()
    for edition in region.editions:
        where = f"truth of {edition.files[0]}"
        if (edition.stage, edition.fiscal_year) in met:
            yield where, "is a second edition of that stage and year: list its files with the first"
        met.add((edition.stage, edition.fiscal_year))
        due = DUE[edition.stage] == edition.fiscal_year
        missing = [name for name in asked(edition.stage) if name not in edition.criteria]
        if missing and (due or edition.criteria):
            yield where, f"criteria without a value: {', '.join(missing)}"
        odd = sorted(set(edition.criteria) - set(asked(edition.stage)))
        if odd:
            yield where, f"not asked at stage {edition.stage}: {', '.join(odd)}"
