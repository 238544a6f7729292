"""The union is the whole registry: no check outside it, every file named for its kind."""

import importlib
import inspect
import pkgutil
from typing import get_args

from scoring import checks
from scoring.checks.base import Check

IN_UNION = set(get_args(get_args(checks.AnyCheck)[0]))


def test_every_check_there_is_can_be_named_in_a_rubric():
    found = set()
    for module in pkgutil.iter_modules(checks.__path__, "scoring.checks."):
        members = inspect.getmembers(importlib.import_module(module.name), inspect.isclass)
        found |= {c for _, c in members if issubclass(c, Check) and not inspect.isabstract(c)}
    assert found == IN_UNION


def test_a_kind_is_its_files_name():
    for check in IN_UNION:
        (kind,) = get_args(check.model_fields["kind"].annotation)
        assert check.__module__.rpartition(".")[2] == kind.replace("-", "_")
        assert inspect.getmodule(check).__doc__.strip().endswith("?")
