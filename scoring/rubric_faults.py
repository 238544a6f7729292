"""What is wrong with a rubric, said so that its author can mend it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from inspect import isclass
from typing import TYPE_CHECKING, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from scoring.checks.cycle import CycleCheck

if TYPE_CHECKING:  # the rubric imports this module; only its name is wanted here
    from scoring.rubric import Rubric

_SLIP = 1e-9


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend: the file, the path inside it (``criteria.2.check``), what is wrong."""

    file: str
    path: str
    problem: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.path, self.problem) if part)


def keys(file: str, raw: Mapping[str, object]) -> Iterator[Fault]:
    """Keys that only the program may set."""
    if "sha256" in raw:
        yield Fault(file, "sha256", "is computed from the file's bytes; take the line out")


def told(file: str, error: ValidationError, model: type[BaseModel]) -> Iterator[Fault]:
    """The validation errors as faults, in the order of the file's types."""
    for detail in error.errors():
        yield Fault(file, ".".join(map(str, detail["loc"])), _said(detail, model))


def _said(detail: ErrorDetails, model: type[BaseModel]) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "missing":
        return "is required and is not there"
    if kind == "union_tag_not_found":
        return f"needs a `kind`: {_known_tags(model)}"
    if kind == "union_tag_invalid":
        known = [tag.strip(" '") for tag in str(context["expected_tags"]).split(",")]
        return f"no check is of kind {context['tag']!r}; {_near(str(context['tag']), known)}"
    if kind == "extra_forbidden":
        inner = _model_at(model, detail["loc"][:-1])
        return f"unknown key; {_near(str(detail['loc'][-1]), list(inner.model_fields))}"
    got = repr(detail["input"])
    got = got if len(got) <= 60 else f"{got[:57]}..."
    return f"{detail['msg'][:1].lower()}{detail['msg'][1:]}; got {got}"


def _near(word: str, known: list[str]) -> str:
    close = get_close_matches(word.casefold(), known, n=1, cutoff=0.4)
    return f"{f'did you mean `{close[0]}`? ' if close else ''}Known here: {', '.join(known)}"


def _known_tags(model: type[BaseModel]) -> str:
    kinds = {inner for inner in _models(model) if "kind" in inner.model_fields}
    return ", ".join(sorted(str(get_args(k.model_fields["kind"].annotation)[0]) for k in kinds))


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for field in model.model_fields.values():
        for inner in _inner(field.annotation):
            yield from _models(inner)


def _inner(annotation: object) -> Iterator[type[BaseModel]]:
    if isclass(annotation) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _inner(argument)


def _model_at(model: type[BaseModel], loc: Iterable[int | str]) -> type[BaseModel]:
    """The written type at the place ``loc``; in a union pydantic puts the kind into the path."""
    choices = [model]
    for part in loc:
        tagged = [m for m in choices if _tag(m) == part]
        fields = [m.model_fields[str(part)] for m in choices if str(part) in m.model_fields]
        choices = tagged or [i for f in fields for i in _inner(f.annotation)] or choices
    return choices[0]


def _tag(model: type[BaseModel]) -> object:
    field = model.model_fields.get("kind")
    return next(iter(get_args(field.annotation)), None) if field else None


def contradictions(file: str, rubric: "Rubric") -> Iterator[Fault]:
    """What the types cannot say: sums, references, order, things said twice."""
    for path, problem in (
        *_identity(file, rubric),
        *_repeats(rubric),
        *_references(rubric),
        *_once(rubric),
        *_sums(rubric),
        *_bands(rubric),
    ):
        yield Fault(file, path, problem)


def _identity(file: str, rubric: "Rubric") -> Iterator[tuple[str, str]]:
    stem = file.removesuffix(".yaml").removesuffix(".yml")
    if rubric.id != stem:
        yield "id", f"is {rubric.id!r}, the file is called {stem!r}: make them the same"
    if not rubric.id.endswith(f"-{rubric.version}"):
        yield "version", f"{rubric.version!r} is not how the id {rubric.id!r} ends"


def _repeats(rubric: "Rubric") -> Iterator[tuple[str, str]]:
    for name, items in (
        ("dimensions", [d.id for d in rubric.dimensions]),
        ("bands", [b.id for b in rubric.bands]),
        ("criteria", [c.id for c in rubric.criteria]),
    ):
        for index, item in enumerate(items):
            if item in items[:index]:
                yield f"{name}.{index}.id", f"{item!r} is taken by {name}.{items.index(item)}"
    for index, criterion in enumerate(rubric.criteria):
        twice = [s for s, n in Counter(criterion.stages).items() if n > 1]
        if twice:
            yield f"criteria.{index}.stages", f"{twice[0]} stands twice; keep one"


def _references(rubric: "Rubric") -> Iterator[tuple[str, str]]:
    known = [d.id for d in rubric.dimensions]
    for index, criterion in enumerate(rubric.criteria):
        if criterion.dimension not in known:
            hint = _near(criterion.dimension, known)
            yield (
                f"criteria.{index}.dimension",
                f"there is no dimension {criterion.dimension!r}; {hint}",
            )
        for stage in criterion.stages:
            if stage not in rubric.stage_weights:
                yield f"stage_weights.{stage}", f"is needed by the criterion {criterion.id!r}"
    if "total" in known:
        yield f"dimensions.{known.index('total')}.id", "`total` is the name of the whole; rename it"


def _once(rubric: "Rubric") -> Iterator[tuple[str, str]]:
    """A question about the whole cycle asked of three stages would count three times."""
    for index, criterion in enumerate(rubric.criteria):
        if isinstance(criterion.check, CycleCheck) and len(criterion.stages) > 1:
            yield (
                f"criteria.{index}.stages",
                f"`{criterion.check.kind}` asks about the whole cycle at once; list one stage",
            )


def _sums(rubric: "Rubric") -> Iterator[tuple[str, str]]:
    for index, dimension in enumerate(rubric.dimensions):
        own = sum(c.weight for c in rubric.criteria if c.dimension == dimension.id)
        if abs(own - dimension.weight) > _SLIP:
            yield (
                f"dimensions.{index}.weight",
                f"is {dimension.weight:g}, but the criteria of {dimension.id!r} sum to {own:g}",
            )
    whole = sum(c.weight for c in rubric.criteria)
    if abs(whole - rubric.weight) > _SLIP:
        yield "weight", f"is {rubric.weight:g}, but the criteria sum to {whole:g}"
    stages = sum(rubric.stage_weights.values())
    if abs(stages - 1) > _SLIP:
        yield "stage_weights", f"sum to {stages:g}; they must sum to 1"


def _bands(rubric: "Rubric") -> Iterator[tuple[str, str]]:
    edges = [band.since for band in rubric.bands]
    if edges != sorted(edges, reverse=True) or len(set(edges)) != len(edges):
        yield "bands", "must go from the highest `since` to the lowest, each lower than the last"
    elif edges[-1] != 0:
        yield f"bands.{len(edges) - 1}.since", f"is {edges[-1]:g}; the last band must begin at 0"
