"""The ratings beside the one shown: the other waves by its rubric, its wave by other rubrics."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from datasette_config.rating import Rating


class Listed(Protocol):
    """A wave judged by a rubric, as the list of ratings has it."""

    @property
    def wave(self) -> str:
        """The wave's name."""
        ...

    @property
    def rubric(self) -> str:
        """The rubric's id."""
        ...

    @property
    def titles(self) -> Mapping[str, str]:
        """The rubric's title by language."""
        ...

    @property
    def version(self) -> str:
        """The rubric's version."""
        ...


def waves(ratings: Sequence[Listed], rating: Rating) -> Sequence[Listed]:
    """One rating of each wave, by the rubric shown where there is one; none when there is one."""
    return _one_each(ratings, lambda r: r.wave, lambda r: r.rubric == rating.rubric)


def rubrics(ratings: Sequence[Listed], rating: Rating) -> Sequence[Listed]:
    """One rating by each rubric, of the wave shown where there is one; none when there is one."""
    return _one_each(ratings, lambda r: r.rubric, lambda r: r.wave == rating.wave)


def namesakes(ratings: Sequence[Listed], one: Listed) -> bool:
    """Do rubrics of other versions bear the same title?"""
    return len({r.version for r in ratings if r.titles == one.titles}) > 1


def _one_each(
    ratings: Sequence[Listed], key: Callable[[Listed], str], preferred: Callable[[Listed], bool]
) -> Sequence[Listed]:
    chosen: dict[str, Listed] = {}
    for one in ratings:
        if key(one) not in chosen or (preferred(one) and not preferred(chosen[key(one)])):
            chosen[key(one)] = one
    return list(chosen.values()) if len(chosen) > 1 else []
