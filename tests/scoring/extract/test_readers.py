"""The table of readers: every name in it is a function, loaded when its format comes."""

import subprocess
import sys
from pkgutil import resolve_name

import pytest

from scoring.extract import EXTRACTORS


@pytest.mark.parametrize("name", sorted(set(EXTRACTORS.values())))
def test_every_reader_is_there(name: str) -> None:
    assert callable(resolve_name(f"scoring.extract.{name}"))


def test_a_reading_process_loads_no_reader_before_it_is_needed() -> None:
    """A process begins sooner: the libraries of all other formats wait."""
    code = """if True:
        import sys
        import scoring.inmate, scoring.extract
        heavy = {"pypdfium2", "lxml", "bs4", "selectolax", "python_calamine", "striprtf",
            "pydantic", "compileall"}
        print(sorted(heavy & set(sys.modules)), "crawler.model" in sys.modules)
    """
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert ran.stdout.strip() == "[] False"
