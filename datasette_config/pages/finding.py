"""One criterion at one region, whole: three answers with every quote and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from datasette_config.asked import Asked
from datasette_config.criteria import Criterion, criteria
from datasette_config.direct import directly
from datasette_config.findings import Answer, proved
from datasette_config.reply import contact

_REGION = "select id, name_ru as ru, name_en as en from regions where id = :region"


@dataclass(frozen=True, slots=True)
class FindingPage:
    """The answers by stage. ``before`` and ``after`` are the neighbours in the rubric, or None."""

    region: str
    names: Mapping[str, str]
    criterion: Criterion
    answers: Mapping[str, Answer]
    before: Criterion | None
    after: Criterion | None
    contact: str


@directly
async def read(asked: Asked) -> FindingPage | None:
    """The answers; None when there is no such region, or the rubric does not ask this."""
    db, rating = asked.db, asked.rating
    region = (await db.execute(_REGION, {"region": asked.place["region"]})).first()
    every = await criteria(db, rating.rubric)
    order = [c.id for c in every]
    if region is None or asked.place["criterion"] not in order:
        return None
    at = order.index(asked.place["criterion"])
    return FindingPage(
        region["id"],
        {"ru": region["ru"], "en": region["en"]},
        every[at],
        await proved(db, rating, region["id"], order[at]),
        every[at - 1] if at else None,
        every[at + 1] if at + 1 < len(every) else None,
        await contact(db),
    )
