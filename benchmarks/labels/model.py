"""A region's little site and the truth about it, as a person writes them; bad files are refused."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from benchmarks.labels.vocabulary import STEPS, Format, Kind, Signal
from crawler.model import FiscalCalendar, Slug
from scoring.model import Stage

Path = Annotated[str, Field(pattern=r"^/[^\s#]*$", max_length=500)]
Share = Annotated[float, Field(ge=0, le=1)]
Year = Annotated[int, Field(ge=2000, le=2100)]
_CLOSE = 0.001


class _Written(BaseModel):
    """What people write: frozen, and a key nobody knows is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Body(_Written):
    """The region and the finance body whose site it is."""

    id: Slug
    name: str = Field(min_length=1)
    body: str = Field(min_length=1)


class Page(_Written):
    """A page of HTML; ``text`` is Markdown, ``last_modified`` an HTTP header."""

    path: Path
    title: str = Field(min_length=1)
    text: str = Field(min_length=1)
    last_modified: date | None = None


class File(_Written):
    """A file; ``text`` is Markdown, ``---`` alone begins a page, slide or sheet."""

    path: Path
    format: Format
    text: str = Field(min_length=1)
    created: date | None = None
    last_modified: date | None = None


class Amounts(_Written):
    """Totals in whole roubles as stated, None where they are not; a deficit is negative."""

    revenue: int | None = None
    expenditure: int | None = None
    balance: int | None = None


class TrueEdition(_Written):
    """A citizens' budget; ``files`` are paths of files or pages, the main one first."""

    what: Literal["edition"]
    files: tuple[Path, ...] = Field(min_length=1)
    stage: Stage
    fiscal_year: Year
    published: date
    amounts: Amounts = Amounts()
    criteria: dict[str, Share] = {}
    signals: tuple[Signal, ...] = ()
    note: str = ""

    @field_validator("criteria")
    @classmethod
    def _known(cls, values: dict[str, float]) -> dict[str, float]:
        for name, value in values.items():
            if name not in STEPS:
                raise ValueError(f"no criterion is labelled {name!r}; known: {', '.join(STEPS)}")
            steps = STEPS[name]
            if steps and min(abs(value - step) for step in steps) > _CLOSE:
                allowed = ", ".join(f"{step:g}" for step in steps)
                raise ValueError(f"{name} cannot be {value:g}; a reader says {allowed}")
        return values


class LookAlike(_Written):
    """What a hasty reader takes for a citizens' budget."""

    what: Literal["look-alike"]
    files: tuple[Path, ...] = Field(min_length=1)
    kind: Kind
    note: str = ""


Truth = Annotated[TrueEdition | LookAlike, Field(discriminator="what")]


class Labelled(_Written):
    """One fictional region: its site, and what is true of it."""

    region: Body
    manner: str = Field(min_length=1)
    calendar: dict[Year, FiscalCalendar] = {}
    pages: tuple[Page, ...] = Field(min_length=1)
    files: tuple[File, ...] = ()
    truth: tuple[Truth, ...] = Field(min_length=1)

    @property
    def host(self) -> str:
        """The name its site is served under; names in .invalid belong to nobody."""
        return f"minfin.{self.region.id}.invalid"

    @property
    def editions(self) -> tuple[TrueEdition, ...]:
        """The citizens' budgets on the site."""
        return tuple(t for t in self.truth if isinstance(t, TrueEdition))

    @property
    def lookalikes(self) -> tuple[LookAlike, ...]:
        """What may be mistaken for one."""
        return tuple(t for t in self.truth if isinstance(t, LookAlike))

    @property
    def things(self) -> tuple[Page | File, ...]:
        """Pages and files alike."""
        return (*self.pages, *self.files)

    def format(self, path: str) -> str:
        """The format of what stands at a path: "html" for a page."""
        return next((str(file.format) for file in self.files if file.path == path), "html")
