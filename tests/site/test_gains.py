"""The gain a page shows is the gain the rating's own arithmetic gives."""

import pytest
from datasette.app import Datasette

from datasette_config.asked import Asked
from datasette_config.pages import region
from datasette_config.rating import chosen
from datasette_config.rendering import published
from datasette_config.timeline import timeline
from scoring.judgement import Judgement
from scoring.rubric import Rubric
from scoring.score import gain


async def card(site: Datasette, which: str) -> region.Scorecard:
    db = published(site)
    await site.invoke_startup()
    rating = await chosen(db)
    assert rating
    asked = Asked(db, rating, "ru", {}, {"region": which})  # type: ignore[arg-type]
    found = await region.read(asked)
    assert found
    return found


@pytest.mark.parametrize("which", ["kitezh", "buyan", "glupov"])
async def test_gains_are_the_scorers_own(
    which: str, site: Datasette, judged: Judgement, rubric: Rubric
) -> None:
    mine = [f for f in judged.findings if f.region == which]
    shown = (await card(site, which)).gains
    assert shown
    for one in shown:
        finding = next(f for f in mine if f.id == one.answer.id)
        assert one.points == pytest.approx(gain(finding, mine, rubric), abs=0.01)
    assert [g.points for g in shown] == sorted((g.points for g in shown), reverse=True)


async def test_the_timeline_keeps_the_order_of_days(site: Datasette) -> None:
    found = await card(site, "kitezh")
    line = found.timeline
    assert line
    for lane in line.lanes:
        assert 0 <= lane.full.x <= lane.half.x + 0.01 <= 100
        assert lane.published
        assert lane.published.x + lane.published.width <= 100.01
        assert lane.open == ""
    assert [t.x for t in line.ticks] == sorted(t.x for t in line.ticks)
    assert timeline([], "2026-11-23") is None
    assert timeline(list(found.owed.values()), "no day") is None
