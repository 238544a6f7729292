"""Atom feeds (RFC 4287): new waves and what changed on the sites, of all or of one region."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from datasette import Request, Response  # type: ignore[import-untyped]  # ships no types
from datasette.app import Datasette  # type: ignore[import-untyped]  # ships no types

from datasette_config import rendering
from datasette_config.asked import Asked
from datasette_config.filling import filled
from datasette_config.happened import Change, changes
from datasette_config.trend import trend
from datasette_config.words import Words, words

_MOST = 60
_TYPE = "application/atom+xml; charset=utf-8"
_NAME = "select name_ru as ru, name_en as en from regions where id = :region"
_WAVES = "select id, as_of from waves order by as_of desc, id desc"


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a feed; ``to`` is an address on the site."""

    id: str
    updated: str
    title: str
    text: str
    to: str


async def feed(datasette: Datasette, request: Request) -> Response:
    """The feed of everything, or of the region in the address."""
    asked = await rendering.asked(datasette, request)
    if asked is None:
        return await rendering.missing(datasette, request)
    region = asked.place.get("region", "")
    name = (await asked.db.execute(_NAME, {"region": region})).first()
    if region and name is None:
        return await rendering.missing(datasette, request)
    t = words(asked.lang)
    found, _ = await changes(asked.db, region=region, most=_MOST)
    items = [*await _waves(asked, region, t), *(_item(c, t) for c in found)]
    items.sort(key=lambda item: (item.updated, item.id), reverse=True)
    title = t("changes.feed_region", name=name[asked.lang]) if name else t("changes.feed_title")
    context = {
        "title": title,
        "items": items,
        "updated": items[0].updated if items else f"{asked.rating.as_of}T00:00:00Z",
        "lang": asked.lang,
        "to": f"/region/{region}" if region else "/changes",
        "absolute": lambda to: rendering.absolute(datasette, request, to, asked.lang),
        "clean": clean,
    }
    xml = filled("site/feed.xml", context)
    kept = {"Cache-Control": f"public, max-age={rendering.KEPT}"}
    return Response(xml, headers=kept, content_type=_TYPE)


def clean(text: str) -> str:
    """The text without signs that XML 1.0 has no place for."""
    return "".join(
        c if c.isprintable() or c in "\n\t" else "\N{REPLACEMENT CHARACTER}" for c in text
    )


async def _waves(asked: Asked, region: str, t: Words) -> Sequence[Item]:
    if not region:
        rows = await asked.db.execute(_WAVES)
        return [
            Item(f"wave/{wave}", f"{day}T00:00:00Z", t("ranking.wave", wave=wave),
                 t("ranking.description", wave=wave), "/")
            for wave, day in rows
        ]  # fmt: skip
    items = []
    for moment in await trend(asked.db, asked.rating, region):
        p = moment.points
        score = t.number(p.value, 1) if p.value is not None else t("ranking.no_value")
        said = t("ranking.bounds_words", value=score, low=t.number(p.low), high=t.number(p.high))
        title = f"{t('ranking.wave', wave=moment.wave)}: {said}"
        key, day = f"{region}/wave/{moment.wave}", f"{moment.as_of}T00:00:00Z"
        items.append(Item(key, day, title, said, f"/region/{region}"))
    return items


def _item(change: Change, t: Words) -> Item:
    address = hashlib.sha256(change.shown.encode()).hexdigest()[:16]
    title = f"{change.names[t.lang]}: {t.code('change', change.kind)}: {change.shown}"
    text = t("changes.was", day=t.moment(change.before_at))
    key = f"{change.region}/{change.run}/{change.kind}/{address}"
    return Item(key, change.now_at, title, text, f"/region/{change.region}")
