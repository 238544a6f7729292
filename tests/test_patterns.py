"""No text, however odd, keeps a pattern busy: what comes from a site may be written to do so."""

import importlib
import pkgutil
import re
import resource
import subprocess
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

PACKAGES = ("scoring", "crawler")
RUNS = ("1", "а", "a", " ", "\n", "-", ".", '"', "1 ", "а ", ", а", "20", " % ")
LENGTH = 500
ENOUGH = 120
"""Seconds of the core for all patterns, which take some ten: one whose tries double with every
sign of its text takes all of them, however fast the machine."""


def _patterns(told: Any) -> Iterator[re.Pattern[str]]:
    if isinstance(told, re.Pattern) and isinstance(told.pattern, str):
        yield told
    elif isinstance(told, tuple | list | frozenset | set):
        for one in told:
            yield from _patterns(one)
    elif isinstance(told, dict):
        yield from _patterns(tuple(told.values()))


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def _every() -> dict[re.Pattern[str], str]:
    """Each compiled pattern of our modules, and where it stands."""
    return {
        pattern: f"{module.__name__}.{name}"
        for package in PACKAGES
        for module in _modules(importlib.import_module(package))
        for name, told in vars(module).items()
        for pattern in _patterns(told)
    }


def _read_all() -> None:
    for pattern, place in _every().items():
        # The last line printed names the pattern that kept the process busy.
        sys.stdout.write(f"{place}\n")
        sys.stdout.flush()
        for run in RUNS:
            text = (run * LENGTH)[:LENGTH] + "!"
            pattern.match(text)
            pattern.search(text)


def test_the_patterns_of_all_rooms_are_found() -> None:
    assert len(_every()) > 1_000


def test_long_runs_keep_no_pattern_busy() -> None:
    bounds = (ENOUGH, ENOUGH)
    done = subprocess.run(
        [sys.executable, "-c", "from tests.test_patterns import _read_all; _read_all()"],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, bounds),
    )
    assert done.returncode == 0, f"{done.stdout.splitlines()[-1:]} is busy for ever: {done.stderr}"
