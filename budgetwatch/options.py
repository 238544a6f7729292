"""The options that several commands share, each written once."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from budgetwatch.shipped import shipped

if TYPE_CHECKING:
    from scoring.rubric import Rubric

Data = Annotated[
    Path,
    typer.Option("--data", help="Where archive/ and build/ live.", metavar="DIR"),
]
RegistryDir = Annotated[
    Path | None,
    typer.Option(
        "--registry",
        help="One YAML per region.",
        metavar="DIR",
        show_default="data/registry, or the one shipped with the program",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Machine-readable result on stdout.")]
Regions = Annotated[
    list[str] | None,
    typer.Argument(
        help="Region ids; none means the whole registry.", metavar="REGION", show_default=False
    ),
]
Resolve = Annotated[
    list[str] | None,
    typer.Option(
        "--resolve",
        help="Send a host's requests elsewhere, as curl does; `*` is every host. Repeatable.",
        metavar="HOST:PORT:ADDRESS:PORT",
    ),
]
AllowPrivate = Annotated[
    bool,
    typer.Option(
        "--allow-private-hosts",
        help="Crawl loopback and private addresses too; without it they are refused.",
    ),
]
ExtraCa = Annotated[
    list[Path] | None,
    typer.Option(
        "--extra-ca",
        help="Trust these certificate authorities too, in PEM; see docs/tls.md. Repeatable.",
        metavar="FILE",
    ),
]
Resume = Annotated[
    bool, typer.Option("--resume", help="Go on with the crawl that was interrupted.")
]
Delay = Annotated[
    float | None,
    typer.Option(
        "--delay",
        min=0,
        help="Seconds between two requests to one host.",
        metavar="SECONDS",
        show_default="2, and none on loopback",
    ),
]
Vantage = Annotated[
    str,
    typer.Option(
        "--vantage",
        envvar="BUDGETWATCH_VANTAGE",
        help="Who crawls, and from where; kept with the run and published.",
        metavar="TEXT",
        show_default=False,
    ),
]
NoBrowser = Annotated[
    bool,
    typer.Option("--no-browser", help="Do not draw pages that are empty without their scripts."),
]
MaxRequests = Annotated[
    int | None,
    typer.Option(
        "--max-requests",
        min=1,
        help="Requests a region may cost in one run; the promising addresses left are named.",
        metavar="NUMBER",
        show_default="400",
    ),
]
MaxHours = Annotated[
    float | None,
    typer.Option(
        "--max-hours",
        help="Hours all regions together may take, as for a night; then the run ends in order.",
        metavar="HOURS",
        show_default="12",
    ),
]
Wave = Annotated[
    str | None,
    typer.Option(
        "--wave", help="Year of the rating.", metavar="YEAR", show_default="the year of --as-of"
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        help="The day the rating speaks of.",
        metavar="YYYY-MM-DD",
        show_default="today, or 31 December of a past wave",
    ),
]
RubricName = Annotated[
    str | None,
    typer.Option(
        "--rubric",
        help="Judge by this rubric only: a name, or a file.",
        metavar="NAME",
        show_default="every rubric shipped, the house rubric first",
    ),
]
Language = Annotated[Literal["en", "ru"], typer.Option("--lang", help="Language of what is told.")]
Host = Annotated[str, typer.Option("--host", help="Address to serve on.", metavar="ADDRESS")]
Port = Annotated[int, typer.Option("--port", help="Port to serve on; 0 takes a free one.")]

DATA = Path("data")
RUBRIC = "budget-for-citizens-2026.1"
RUBRICS = (RUBRIC, "obs-citizens-budget-2023", "pefa-2016-pi-9.8")
PORT = 8026


def rubrics(chosen: str | None) -> "tuple[Rubric, ...]":
    """The rubric asked for, else all that a wave is judged by, the house rubric first."""
    # It brings every check, a second that commands without a rubric have no use for.
    from scoring.rubric import load

    return tuple(load(name) for name in ([chosen] if chosen else RUBRICS))


def registry_dir(chosen: Path | None) -> Path:
    """The registry asked for, else the one of this working folder, else the shipped one."""
    if chosen is not None:
        return chosen
    here = DATA / "registry"
    return here if here.is_dir() else shipped("registry")


def wave_day(wave: str | None, as_of: str | None) -> tuple[str, date]:
    """The wave and its day. The clock is read here, at the door, and nowhere behind it."""
    today = datetime.now(UTC).date()
    day = _day(as_of) if as_of else None
    year = _year(wave) if wave else (day or today).year
    if day is None:
        day = min(today, date(year, 12, 31))
    if day.year < year:
        raise typer.BadParameter(
            f"{day} lies before wave {year} begins; give a day in {year} or later",
            param_hint="--as-of",
        )
    return str(year), day


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    # ISO has further spellings (20261123, 2026-W48-1); one is enough to be sure what was meant.
    if day is None or day.isoformat() != text:
        raise typer.BadParameter(
            f"{text!r} is not a day; write it as 2026-11-23", param_hint="--as-of"
        )
    return day


def _year(text: str) -> int:
    if text.isdigit() and 2013 <= int(text) <= 2100:
        return int(text)
    raise typer.BadParameter(f"{text!r} is not a year such as 2026", param_hint="--wave")
