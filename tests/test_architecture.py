"""The house keeps its shape: sizes, directions, no clock where judging is done."""

import ast
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("budgetwatch", "crawler", "scoring", "datasette_config")
MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "misc", "manager"}


def names(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", MODULES, ids=names)
def test_a_file_holds_one_idea(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", MODULES, ids=names)
def test_a_function_is_read_at_one_glance(path: Path) -> None:
    functions = (
        node
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    long = [f.name for f in functions if (f.end_lineno or 0) - f.lineno + 1 > 40]
    assert not long


def test_no_drawers() -> None:
    stems = {path.stem for path in MODULES} | {path.parent.name for path in MODULES}
    assert not stems & FORBIDDEN_NAMES


@pytest.mark.parametrize(
    "path", [p for p in MODULES if p.is_relative_to(ROOT / "scoring")], ids=names
)
def test_scoring_has_no_clock_and_no_dice(path: Path) -> None:
    clock = re.compile(
        r"\b(datetime\.now|date\.today|utcnow|time\.time\(|import random|from random)"
    )
    assert not clock.search(path.read_text("utf-8"))


def test_scoring_loads_no_crawler() -> None:
    """Import-linter does not see what a package's own __init__ imports; a fresh interpreter does."""
    import scoring

    modules = [m.name for m in pkgutil.walk_packages(scoring.__path__, "scoring.")]
    code = (
        "import importlib, sys\n"
        f"for name in {modules!r}: importlib.import_module(name)\n"
        "print([m for m in ('scrapy', 'twisted', 'aiohttp', 'requests') if m in sys.modules])"
    )
    seen = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert seen.stdout.strip() == "[]"


def test_nothing_names_this_machine() -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\n")
    text = [
        ROOT / name
        for name in tracked
        if name.endswith((".py", ".yaml", ".toml", ".md", "Makefile"))
    ]
    path = re.compile(r"(?<![\w.-])/" + r"(?:work|root)/")
    assert [names(p) for p in text if p.is_file() and path.search(p.read_text("utf-8"))] == []
