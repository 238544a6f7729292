"""What made a database: name and version, kept with every run."""

from importlib.metadata import version

TOOL = f"budgetwatch/{version('budgetwatch')}"
