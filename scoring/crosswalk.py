"""Which questions of other methods a criterion answers, and which side of co-production."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from crawler.model import Slug
from scoring.rubric import Rubric, Text

_FILE = Path(__file__).with_name("crosswalk.yaml")
LENS = "co-production"
"""The name the lens has among the methods."""


class Relation(StrEnum):
    """How far two questions are one."""

    SAME = "same"
    PART = "part"
    RELATED = "related"


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Place(_Written):
    """What of another method a criterion meets, in that method's own terms."""

    relation: Relation
    what: str = Field(min_length=1)


class Seen(_Written):
    """A criterion in the other methods; a method that has nothing like it is left out."""

    lens: tuple[Slug, ...] = Field(min_length=1)
    nifi: Place | None = None
    obs: Place | None = None
    pefa: Place | None = None
    order_145n: Place | None = Field(None, alias="order-145n")

    def places(self) -> Iterator[tuple[str, Place]]:
        """(method, place) of every method that has one, in the order of the methods."""
        for name, field in type(self).model_fields.items():
            place = getattr(self, name)
            if isinstance(place, Place):
                yield field.alias or name, place


class Crosswalk(_Written):
    """The whole of it: names of the methods and of the lens's sides, and criteria by id."""

    methods: dict[Slug, Text]
    lens: dict[Slug, Text]
    criteria: dict[Slug, Seen]

    @model_validator(mode="after")
    def _names_exist(self) -> Self:
        for key, seen in self.criteria.items():
            strange = [side for side in seen.lens if side not in self.lens]
            strange += [name for name, _ in seen.places() if name not in self.methods]
            if strange:
                known = ", ".join((*self.methods, *self.lens))
                raise ValueError(f"criteria.{key}: no such name: {strange[0]}; known: {known}")
        return self


@dataclass(frozen=True, slots=True)
class Crossing:
    """One criterion of a rubric beside one question of another method, or one side of the lens."""

    rubric: str
    criterion: str
    method: str
    title: Text
    relation: str
    what: str


@cache
def load(path: Path = _FILE) -> Crosswalk:
    """The crosswalk; ValueError with the file and the place in it when it is not one."""
    try:
        return Crosswalk.model_validate(yaml.safe_load(path.read_text("utf-8")))
    except (ValidationError, yaml.YAMLError) as wrong:
        raise ValueError(f"{path.name}: {wrong}") from wrong


def crossings(rubrics: Iterable[Rubric]) -> Iterator[Crossing]:
    """Every crossing of the rubrics' criteria; one that nobody has placed has none."""
    known = load()
    for rubric in rubrics:
        for criterion in rubric.criteria:
            seen = known.criteria.get(criterion.id)
            if seen is None:
                continue
            for method, place in seen.places():
                title = known.methods[method]
                yield Crossing(rubric.id, criterion.id, method, title, place.relation, place.what)
            for side in seen.lens:
                title = known.lens[side]
                yield Crossing(rubric.id, criterion.id, LENS, title, Relation.RELATED, side)
