"""data/registry/*.yaml -> Regions; refuses bad files before the first request, all at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from inspect import isclass
from pathlib import Path
from re import fullmatch
from typing import get_args

from pydantic import BaseModel, HttpUrl, ValidationError
from pydantic_core import ErrorDetails

from crawler.model import FiscalCalendar, Region
from crawler.strict_yaml import YamlFault, read


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing to mend: the file's name, the path inside it (``sources.2.url``), what is wrong."""

    file: str
    path: str
    problem: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.path, self.problem) if part)


class RegistryError(Exception):
    """The registry as a whole is refused; ``faults`` lists everything wrong with it, sorted."""

    def __init__(self, directory: Path, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        count = f"{len(self.faults)} fault{'s' if len(self.faults) != 1 else ''}"
        lines = (f"registry {directory}: {count}", *(f"  {fault}" for fault in self.faults))
        super().__init__("\n".join(lines))


def load(directory: Path, only: Sequence[str] = ()) -> tuple[Region, ...]:
    """Return the regions of ``directory`` sorted by id, all or those whose ids ``only`` names.

    Every file is checked even when few are wanted, because faults such as a code used twice
    lie between files. Raises RegistryError with every fault of every file.
    """
    if not directory.is_dir():
        raise RegistryError(
            directory, [Fault("", "", "there is no such directory; see --registry")]
        )
    faults: list[Fault] = []
    paths = _files(directory, faults)
    found = {path.name: region for path in paths if (region := _region(path, faults))}
    regions = sorted(found.values(), key=lambda region: region.id)
    if not regions and not faults:
        faults.append(Fault("", "", "holds no *.yaml file; add one per region (docs/registry.md)"))
    faults.extend(_clashes(found))
    if not faults:
        faults.extend(_unknown(only, regions))
    if faults:
        raise RegistryError(directory, faults)
    return tuple(region for region in regions if not only or region.id in only)


def _files(directory: Path, faults: list[Fault]) -> list[Path]:
    for stray in directory.glob("*.yml"):
        faults.append(Fault(stray.name, "", f"would be ignored; rename it to {stray.stem}.yaml"))
    return sorted(directory.glob("*.yaml"))


def _region(path: Path, faults: list[Fault]) -> Region | None:
    try:
        region = Region.model_validate(read(path))
    except YamlFault as fault:
        faults.append(Fault(path.name, fault.where, fault.what))
        return None
    except ValidationError as error:
        faults.extend(Fault(path.name, *_said(detail)) for detail in error.errors())
        return None
    faults.extend(Fault(path.name, where, what) for where, what in _own(region, path.stem))
    return region


def _own(region: Region, stem: str) -> Iterator[tuple[str, str]]:
    """Yield what the types cannot say about one entry."""
    if region.id != stem:
        yield "id", f"is {region.id!r}, the file is called {stem!r}: make them the same"
    if not fullmatch(r"[A-Z]{2}-[A-Z0-9]{1,3}", region.iso_3166_2):
        yield "iso_3166_2", f"{region.iso_3166_2!r} is not an ISO 3166-2 code such as RU-TOM"
    yield from _address("home", region.home)
    seen: dict[str, int] = {}
    for index, source in enumerate(region.sources):
        yield from _address(f"sources.{index}.url", source.url)
        first = seen.setdefault(str(source.url).partition("#")[0], index)
        if first != index:
            yield f"sources.{index}.url", f"stands in sources.{first} already; keep one of them"
    for year, calendar in region.calendar.items():
        yield from ((f"calendar.{year}{at}", what) for at, what in _days(year, calendar))


def _address(where: str, url: HttpUrl) -> Iterator[tuple[str, str]]:
    if url.username or url.password:
        yield where, "carries a user name or password; an open page needs none, take it out"


def _days(year: int, calendar: FiscalCalendar) -> Iterator[tuple[str, str]]:
    """Yield dates that stand too far from their fiscal year or before the step they follow."""
    if not 2000 <= year <= 2100:
        yield "", "is not a fiscal year; write it as four digits, e.g. 2026"
        return
    windows = {
        "submitted": (date(year - 1, 7, 1), date(year, 4, 30)),
        "signed": (date(year - 1, 9, 1), date(year, 6, 30)),
        "reported": (date(year + 1, 1, 1), date(year + 1, 12, 31)),
        "executed_law": (date(year + 1, 1, 1), date(year + 2, 3, 31)),
    }
    before, step = None, ""
    for name, (first, last) in windows.items():
        day: date | None = getattr(calendar, name)
        if day is None:
            continue
        if not first <= day <= last:
            yield f".{name}", f"{day} is far from fiscal year {year}: expected {first} to {last}"
        elif before and day < before:
            yield f".{name}", f"{day} comes before `{step}` ({before}); check both dates"
        before, step = day, name


def _clashes(found: Mapping[str, Region]) -> Iterator[Fault]:
    """Yield identifiers that several files share; ``found`` is by file name."""
    for key in ("id", "iso_3166_2"):
        holders: dict[str, list[str]] = defaultdict(list)
        for file, region in found.items():
            holders[getattr(region, key)].append(file)
        for value, (first, *others) in holders.items():
            yield from (
                Fault(file, key, f"{value!r} belongs to {first} already") for file in others
            )


def _unknown(only: Sequence[str], regions: Sequence[Region]) -> Iterator[Fault]:
    ids = {region.id for region in regions}
    for name in sorted(set(only) - ids):
        near = _near(name, regions)
        hint = f"did you mean {', '.join(near)}?" if near else f"there are {len(ids)} regions"
        yield Fault("", "", f"no region is called {name!r}; {hint}")


def _near(name: str, regions: Sequence[Region]) -> list[str]:
    """Ids like ``name``, and ids of regions whose Russian or English name holds it."""
    wanted = name.casefold()
    close = get_close_matches(wanted, sorted(region.id for region in regions), n=3)
    held = [
        r.id
        for r in regions
        if wanted in f"{r.id} {r.name.ru} {r.name.en} {r.iso_3166_2}".casefold()
    ]
    return list(dict.fromkeys((*held, *close)))[:5]


def _said(detail: ErrorDetails) -> tuple[str, str]:
    """Put a validation error into (path inside the file, a sentence a person can act on)."""
    loc = tuple(part for part in detail["loc"] if part != "[key]")
    path, kind = ".".join(map(str, loc)), detail["type"]
    if kind == "missing":
        return path, "is required and is not there"
    if kind == "extra_forbidden":
        return path, _unknown_key(str(loc[-1]), _model_at(Region, loc[:-1]))
    got = repr(detail["input"])
    got = got if len(got) <= 60 else f"{got[:57]}..."
    if kind == "string_type" and not isinstance(detail["input"], dict | list):
        return path, f"must be text, and this reads as {got}: put the value in quotes"
    return path, f"{detail['msg']}; got {got}"


def _unknown_key(key: str, model: type[BaseModel]) -> str:
    known = list(model.model_fields)
    near = get_close_matches(key.casefold(), known, n=1, cutoff=0.6)
    hint = f"did you mean `{near[0]}`? " if near else ""
    return f"unknown key; {hint}Known here: {', '.join(known)}"


def _model_at(model: type[BaseModel], loc: Sequence[int | str]) -> type[BaseModel]:
    """Find the written type that describes the place ``loc``, to know the keys it may have."""
    for part in loc:
        field = model.model_fields.get(str(part))
        inner = _inner(field.annotation) if field else None
        model = inner or model
    return model


def _inner(annotation: object) -> type[BaseModel] | None:
    if isclass(annotation) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _inner(arg))), None)
