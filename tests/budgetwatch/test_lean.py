"""What a server takes along: its first page waits for nothing that judging needs."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from budgetwatch.lean import without
from scoring import rubric as rubrics
from scoring.publish import publish
from tests.site import invented
from tests.site.test_serve import free_port

RUBRIC = "budget-for-citizens-2026.1"
HEAVY = {"pandas", "numpy", "PIL", "pypdfium2", "scrapy", "pymorphy3", "scoring.checks"}


def first_page(port: int) -> str:
    deadline = time.monotonic() + 60
    while True:
        try:
            with urlopen(f"http://127.0.0.1:{port}/", timeout=60) as answer:
                return str(answer.read().decode())
        except URLError:
            assert time.monotonic() < deadline
            time.sleep(0.1)


def test_the_first_page_comes_without_the_judges_libraries(tmp_path: Path) -> None:
    rubric, port = rubrics.load(RUBRIC), free_port()
    judged = invented.judgement(rubric)
    publish([judged], [rubric], (), tmp_path / "build" / "budget.db", tool="test")
    told = tmp_path / "imported"
    with told.open("w") as imported:
        server = subprocess.Popen(
            [sys.executable, "-m", "budgetwatch", "serve", "--data", str(tmp_path),
             "--port", str(port)],
            env={**os.environ, "PYTHONPROFILEIMPORTTIME": "1"},
            stdout=subprocess.DEVNULL, stderr=imported,
        )  # fmt: skip
        try:
            assert "Китежская область" in first_page(port)
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(60)
    modules = set(re.findall(r"^import time:.*\| +(\S+)$", told.read_text(), re.MULTILINE))
    assert "datasette.app" in modules
    assert not HEAVY & modules


def test_what_is_left_out_is_left_out_only_meanwhile() -> None:
    with without("wave", "json"), pytest.raises(ImportError):
        import wave
    import wave

    assert wave.__name__ == "wave"
    assert "json" in sys.modules
