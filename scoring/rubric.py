"""YAML -> Rubric: which questions are asked, why, what they weigh; refuses bad rubrics at load."""

from collections.abc import Iterable
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from crawler.model import Slug
from scoring import rubric_faults, rubric_files
from scoring.checks import AnyCheck
from scoring.model import Stage
from scoring.rubric_faults import Fault

Weight = Annotated[float, Field(gt=0, le=100, allow_inf_nan=False)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
RubricId = Annotated[str, Field(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$", max_length=64)]


class _Written(BaseModel):
    """What people write: frozen, a key nobody knows is refused, edges trimmed."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Text(_Written):
    """A text in the two languages of the site."""

    ru: str = Field(min_length=1)
    en: str = Field(min_length=1)


class Dimension(_Written):
    """A side of openness. ``weight`` repeats the sum of its criteria, so that a slip shows."""

    id: Slug
    title: Text
    weight: Weight


class Band(_Written):
    """A group of regions: those whose total is at least ``since``, 0..100."""

    id: Slug
    title: Text
    since: Annotated[float, Field(ge=0, lt=100)]


class Criterion(_Written):
    """One question: whom it serves, how it is measured, what to do about a poor answer."""

    id: Slug
    dimension: Slug
    weight: Weight
    stages: tuple[Stage, ...] = Field(min_length=1)
    question: Text
    why: Text
    remedy: Text
    grounds: tuple[str, ...] = Field(min_length=1)
    check: AnyCheck


class Rubric(_Written):
    """A named, versioned set of criteria. ``weight`` is the sum of all, ``sha256`` of the file."""

    id: RubricId
    version: str = Field(min_length=1)
    title: Text
    status: Literal["draft", "published"]
    weight: Weight
    min_coverage: Share
    stage_weights: dict[Stage, Weight]
    dimensions: tuple[Dimension, ...] = Field(min_length=1)
    bands: tuple[Band, ...] = Field(min_length=1)
    criteria: tuple[Criterion, ...] = Field(min_length=1)
    sha256: str = ""

    def criterion(self, key: str) -> Criterion:
        """The criterion of that id; KeyError when there is none."""
        found = next((c for c in self.criteria if c.id == key), None)
        if found is None:
            raise KeyError(key)
        return found

    def weighs(self, criterion: Criterion, stage: Stage) -> float:
        """Points of one question at one stage: its weight, shared over the stages it lists."""
        whole = sum(self.stage_weights[s] for s in criterion.stages)
        return criterion.weight * self.stage_weights[stage] / whole

    def __copy__(self) -> Self:
        """A copy with other weights counts its points anew."""
        copied = super().__copy__()
        copied.__dict__.pop("points", None)
        return copied

    @cached_property
    def points(self) -> dict[tuple[str, Stage], float]:
        """What ``weighs`` says of every criterion, by its id, and stage."""
        return {(c.id, s): self.weighs(c, s) for c in self.criteria for s in self.stage_weights}


class RubricError(Exception):
    """The rubric is refused; ``faults`` lists all that is wrong with it, in the file's order."""

    def __init__(self, name: str | Path, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        count = f"{len(self.faults)} fault{'s' if len(self.faults) != 1 else ''}"
        super().__init__("\n".join((f"rubric {name}: {count}", *(f"  {f}" for f in self.faults))))


def load(name_or_path: str | Path) -> Rubric:
    """Return the bundled rubric of that name, or the one in the file at that path.

    Raises RubricError with every fault: the file, the path inside it and what would be right.
    """
    try:
        file, body = rubric_files.find(name_or_path)
        raw = rubric_files.parse(file, body)
    except rubric_files.UnreadableError as error:
        raise RubricError(name_or_path, [error.fault]) from error
    faults = list(rubric_faults.keys(file, raw))
    try:
        rubric = Rubric.model_validate({**raw, "sha256": sha256(body).hexdigest()})
    except ValidationError as error:
        told = rubric_faults.told(file, error, Rubric)
        raise RubricError(name_or_path, [*faults, *told]) from error
    faults += rubric_faults.contradictions(file, rubric)
    if faults:
        raise RubricError(name_or_path, faults)
    return rubric
