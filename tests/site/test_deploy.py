"""What deploy/ starts, starts: the commands written there, on a published database, read-only."""

import json
import re
import shlex
import signal
import stat
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

from tests.site.test_serve import free_port, get, running

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"


def unit() -> dict[str, str]:
    read = ConfigParser(interpolation=None, strict=True)
    read.optionxform = str  # type: ignore[method-assign,assignment]  # systemd minds the case
    read.read(DEPLOY / "budgetwatch.service", "utf-8")
    return dict(read["Service"])


def from_unit() -> list[str]:
    return shlex.split(unit()["ExecStart"])


def from_image() -> list[str]:
    last = re.findall(r"^CMD (\[.*\])$", (DEPLOY / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    return list(json.loads(last[-1]))


def from_docs() -> list[str]:
    told = (ROOT / "docs/serving.md").read_text("utf-8")
    found = re.search(r"^  (budgetwatch serve .*)$", told, re.MULTILINE)
    assert found
    return shlex.split(found[1])


@pytest.mark.parametrize(
    "line", [from_unit(), from_image(), from_docs()], ids=["unit", "image", "docs"]
)
def test_the_command_serves(line: list[str], database: Path, tmp_path: Path) -> None:
    data, port = tmp_path / "data", free_port()
    (data / "build").mkdir(parents=True)
    (data / "build/budget.db").write_bytes(database.read_bytes())
    for place in (data / "build/budget.db", data / "build", data):
        place.chmod(place.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))
    assert Path(line[0]).name == "budgetwatch"
    said = [sys.executable, "-m", *line]
    said[2] = "budgetwatch"
    said[said.index("--data") + 1] = str(data)
    said[said.index("--port") + 1] = str(port)
    said[said.index("--host") + 1] = "127.0.0.1"
    try:
        with running(said, tmp_path) as process:
            assert "Китежская область" in get(port, "/")
            # The search makes its index where nothing may be written beside the database.
            assert "<mark>" in get(port, "/search?q=%D0%B4%D0%BE%D1%85%D0%BE%D0%B4%D1%8B")
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=20)
        assert process.returncode == 0
    finally:
        for place in (data, data / "build", data / "build/budget.db"):
            place.chmod(0o700)


def test_nothing_runs_as_root_and_nothing_is_without_limits() -> None:
    service = unit()
    assert service["DynamicUser"] == service["NoNewPrivileges"] == "yes"
    assert (service["ProtectSystem"], service["CapabilityBoundingSet"]) == ("strict", "")
    assert {"MemoryMax", "CPUQuota", "TasksMax"} <= set(service)
    image = (DEPLOY / "Dockerfile").read_text("utf-8")
    final = image[image.rindex("FROM ") :]
    user = re.search(r"^USER (\d+):", final, re.MULTILINE)
    assert user
    assert int(user[1]) >= 1000


def test_what_the_image_is_built_from_is_there_and_let_in() -> None:
    image = (DEPLOY / "Dockerfile").read_text("utf-8")
    let = {
        line[1:]
        for line in (DEPLOY / "Dockerfile.dockerignore").read_text().split()
        if line[0] == "!"
    }
    taken = [
        name
        for line in re.findall(r"^COPY (?!--from)(.*) \S+$", image, re.MULTILINE)
        for name in line.split()
    ]
    assert {"uv.lock", "datasette_config", "data/registry"} <= set(taken)
    assert set(taken) == let
    assert all((ROOT / name).exists() for name in taken)
