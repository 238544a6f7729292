"""Our own YAML files: configuration, descriptions, words."""

from pathlib import Path
from typing import Any

import yaml

# libyaml's where PyYAML was built with it: a tenth of the time, which a first page waits for.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(path: Path) -> Any:
    """What a file of ours says."""
    return yaml.load(path.read_text("utf-8"), Loader=_LOADER)  # noqa: S506 - both loaders are safe ones
