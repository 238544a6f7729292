"""Templates of ours, filled. They ask nothing while they are filled, so nothing in them waits.

Datasette's own environment is one of coroutines: every name in it is asked whether it must be
awaited, which takes two thirds of a page's time.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from datasette_config.chips import chip
from datasette_config.switch import namesakes, rubrics, waves

_FOLDER = Path(__file__).with_name("templates")


def filled(name: str, context: Mapping[str, object]) -> str:
    """The template of that name, what it shows escaped; raises jinja2.TemplateError."""
    return _environment().get_template(name).render(context)


@cache
def _environment() -> Environment:
    made = Environment(loader=FileSystemLoader(_FOLDER), autoescape=True, auto_reload=False)
    made.globals.update(chip=chip, waves=waves, rubrics=rubrics, namesakes=namesakes)
    return made
