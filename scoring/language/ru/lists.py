"""Lists of words people wrote in YAML beside this code."""

from importlib.resources.abc import Traversable
from typing import Any

import yaml

_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml reads the lexicons in a tenth of the time; where it is missing, Python does."""


def read(path: Traversable) -> Any:
    """What the file holds, unchecked; raises yaml.YAMLError."""
    return yaml.load(path.read_text("utf-8"), _LOADER)  # noqa: S506  # a safe loader either way
