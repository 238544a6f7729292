"""The front page: every region of a wave, ranked or set aside with the reason."""

from datasette_config.asked import Asked
from datasette_config.ranking import Ranking, ranking


async def read(asked: Asked) -> Ranking:
    """The ranking of the rating asked for."""
    return await ranking(asked.db, asked.rating, asked.lang)
