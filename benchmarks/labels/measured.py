"""The figures that have a bar, for `make bench`: both halves, each as far as it is written."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.labels import told
from benchmarks.labels.evaluate import evaluate
from benchmarks.labels.shelf import HALVES, HERE, load
from benchmarks.labels.wave import BUILD, RUBRIC
from scoring import rubric as rubrics


def measure(_: Path) -> Iterator[tuple[str, str, str, bool]]:
    """Rows (what, figure, bar, held); what was printed before is not printed anew."""
    for half in HALVES:
        if not any((HERE / half).glob("*.yaml")):
            continue
        figures, _details = evaluate(load(half), rubrics.load(RUBRIC), BUILD)
        for what, figure, bar, held in told.rows(figures):
            if held is not None:
                yield f"labels, {half.replace('_', ' ')} half: {what}", figure, bar, held
