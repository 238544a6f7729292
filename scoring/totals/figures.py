"""A total read somewhere in a document, and how sure we are that it is the one asked for."""

from dataclasses import dataclass

from scoring.model import Stage
from scoring.totals.labels import Concept


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose totals are looked for: the plan or the outcome (``stage``) of a fiscal year."""

    year: int
    stage: Stage

    @property
    def fact(self) -> bool:
        """An executed budget is told by what came in and went out, not by what was planned."""
        return self.stage is Stage.EXECUTED


@dataclass(frozen=True, slots=True)
class Figure:
    """A candidate total in roubles, signed; ``trust`` is higher the less was assumed."""

    concept: Concept
    roubles: float
    trust: float
    quote: str
    locator: str
    place: int = 0
