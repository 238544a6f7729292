"""A database of invented regions, published by our own code, and the site on it."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path

import pytest
import uvicorn
from datasette.app import Datasette

from datasette_config.serve import app
from scoring import rubric as rubrics
from scoring.judgement import Judgement
from scoring.publish import publish
from scoring.rubric import Rubric
from scoring.stretches import Stretch
from tests.site import invented

RUBRIC = "budget-for-citizens-2026.1"


def release(judged: Judgement, out: Path, stretches: Sequence[Stretch] = ()) -> Path:
    told = stretches or invented.stretches(judged)
    state = invented.health(judged)
    rubric = rubrics.load(RUBRIC)
    return publish([judged], [rubric], state, out, tool="budgetwatch/test", stretches=told)


@pytest.fixture(scope="session")
def rubric() -> Rubric:
    return rubrics.load(RUBRIC)


@pytest.fixture(scope="session")
def judged(rubric: Rubric) -> Judgement:
    return invented.judgement(rubric)


@pytest.fixture(scope="session")
def database(judged: Judgement, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return release(judged, tmp_path_factory.mktemp("published") / "budget.db")


@pytest.fixture(scope="session")
def site(database: Path) -> Iterator[Datasette]:
    served = app(database)
    yield served
    served.close()


@pytest.fixture
async def address(database: Path) -> AsyncIterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    served = app(database).app()
    server = uvicorn.Server(
        uvicorn.Config(served, host="127.0.0.1", port=port, log_level="error", lifespan="on")
    )
    task = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    await task


@pytest.fixture(scope="session")
def blind_database(rubric: Rubric, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a run gives where nothing answers: every region unknown."""
    unseen: Sequence[invented.Place] = [p for p in invented.PLACES if not isinstance(p[-1], float)]
    judged = invented.judgement(rubric, tuple(unseen))
    return release(judged, tmp_path_factory.mktemp("blind") / "budget.db")
