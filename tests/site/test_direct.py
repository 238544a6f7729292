"""Questions asked on the way get the answers that threads would bring."""

from sqlite3 import OperationalError

import pytest
from datasette.app import Datasette

from datasette_config.chips import chip
from datasette_config.direct import direct
from datasette_config.pages.data import Published
from datasette_config.rating import chosen
from datasette_config.rendering import published
from datasette_config.switch import namesakes, rubrics, waves

ASKED = "select id, name_ru from regions where id >= :since order by id"


async def test_the_same_rows_in_the_same_order(site: Datasette) -> None:
    await site.invoke_startup()
    db = published(site)
    mine = await direct(db).execute(ASKED, {"since": "c"})
    assert len(mine) > 1
    assert [tuple(row) for row in mine] == [
        tuple(row) for row in await db.execute(ASKED, {"since": "c"})
    ]
    first = mine.first()
    assert first is not None
    assert first["id"] == mine[0][0]
    assert direct(db) is direct(db)
    with pytest.raises(ValueError, match="unpack"):
        mine.single_value()


async def test_it_cannot_write(site: Datasette) -> None:
    await site.invoke_startup()
    with pytest.raises(OperationalError, match="readonly"):
        await direct(published(site)).execute("delete from regions")


def test_a_mark_shows_the_value_of_what_is_partly_there() -> None:
    assert "0,25" in chip("partly", "ru", 0.25)
    assert "0.25" in chip("partly", "en", 0.25)
    assert chip("met", "ru", 1.0) == chip("met", "ru")


async def test_each_wave_and_rubric_is_offered_once(site: Datasette) -> None:
    await site.invoke_startup()
    shown = await chosen(published(site))
    assert shown
    old, new = "1999", shown.wave
    listed = [
        Published(wave, rubric, "", {"ru": "Р", "en": "R"}, rubric)
        for wave in (new, old)
        for rubric in ("other", shown.rubric)
    ]
    assert [(o.wave, o.rubric) for o in waves(listed, shown)] == [
        (new, shown.rubric), (old, shown.rubric),
    ]  # fmt: skip
    assert [(o.wave, o.rubric) for o in rubrics(listed, shown)] == [
        (new, "other"), (new, shown.rubric),
    ]  # fmt: skip
    assert namesakes(listed, listed[0])
    assert not waves(listed[:2], shown)
