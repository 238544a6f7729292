"""Templates of ours, filled. They ask nothing while they are filled, so nothing in them waits.

Datasette's own environment is one of coroutines: every name in it is asked whether it must be
awaited, which takes two thirds of a page's time.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import FunctionType, MethodType
from typing import Any

from jinja2 import Environment, FileSystemLoader
from jinja2.runtime import Context

from datasette_config.chips import chip
from datasette_config.gains import by_criterion
from datasette_config.paths import Paths
from datasette_config.rows import verdicts, wins
from datasette_config.switch import namesakes, rubrics, waves
from datasette_config.words import Words

_OURS = (MethodType, FunctionType, Words, Paths)
_FOLDER = Path(__file__).with_name("templates")


class _Straight(Context):
    """Calls what is ours as it is.

    jinja2 asks whatever is called whether it wants the context; that takes longer than a word's
    or an address's own answer.
    """

    def call(self, asked: Any, /, *args: Any, **named: Any) -> Any:
        if not isinstance(asked, _OURS):
            return super().call(asked, *args, **named)
        # What a compiled template hands over with every call, for those who want the context.
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        return asked(*args, **named)


class _Environment(Environment):
    context_class = _Straight


def filled(name: str, context: Mapping[str, object]) -> str:
    """The template of that name, what it shows escaped; raises jinja2.TemplateError."""
    return _environment().get_template(name).render(context)


@cache
def _environment() -> Environment:
    made = _Environment(loader=FileSystemLoader(_FOLDER), autoescape=True, auto_reload=False)
    made.globals.update(chip=chip, verdicts=verdicts, wins=wins, by_criterion=by_criterion)
    made.globals.update(waves=waves, rubrics=rubrics, namesakes=namesakes)
    return made
