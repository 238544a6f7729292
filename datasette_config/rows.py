"""Rows a page repeats by the dozen, written here: a template takes ten times as long over them."""

from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from datasette_config.chips import chip
from datasette_config.findings import STAGES, Answer
from datasette_config.gains import Gain
from datasette_config.words import Words


def verdicts(to: str, found: Mapping[str, Answer], lang: str) -> Markup:
    """Three cells, a stage each: the verdict, leading to the finding at the address ``to``."""
    place = escape(to)
    return Markup("").join(_cell(place, found.get(stage), lang) for stage in STAGES)


def _cell(place: Markup, answer: Answer | None, lang: str) -> Markup:
    if answer is None:
        return Markup("<td></td>")
    mark = chip(answer.verdict, lang, answer.value)
    return Markup(f'<td><a href="{place}#{answer.stage}">{mark}</a></td>')  # noqa: S704 - escaped


def wins(to: str, gains: Iterable[Gain], t: Words) -> Markup:
    """What each stage of one criterion would win: «проект +0,4 · принятый +0,3»."""
    place = escape(to)
    return Markup(" · ").join(
        Markup(  # noqa: S704 - the address is escaped, the rest are words and numbers of ours
            f'<a href="{place}#{gain.answer.stage}">{escape(t.code("stage", gain.answer.stage))}'
            f" <b>+{t.number(gain.points, 1)}</b></a>"
        )
        for gain in gains
    )
