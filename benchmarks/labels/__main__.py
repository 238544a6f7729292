"""`python -m benchmarks.labels`: how far the judge agrees with a careful reader, half by half."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from benchmarks.labels import told
from benchmarks.labels.due import AS_OF, WAVE
from benchmarks.labels.evaluate import Figures, evaluate
from benchmarks.labels.reprinted import PAGES, reprinted
from benchmarks.labels.shelf import HALVES, LabelsError, load, load_all
from benchmarks.labels.vocabulary import Format
from benchmarks.labels.wave import BUILD, RUBRIC
from scoring import rubric as rubrics


def main() -> None:
    asked = _asked()
    rubric = rubrics.load(RUBRIC)
    kept: dict[str, Figures] = {}
    for half in [asked.half] if asked.half else HALVES:
        try:
            regions = load_all([asked.file], asked.file) if asked.file else load(half)
        except LabelsError as refused:
            raise SystemExit(str(refused)) from None
        if asked.printed:
            form = None if asked.printed == PAGES else Format(asked.printed)
            regions = tuple(reprinted(region, form) for region in regions)
        figures, details = evaluate(regions, rubric, BUILD)
        kept[half] = figures
        told_rows = list(told.rows(figures, asked.criterion))
        print(f"{half}: {figures.regions} regions, {figures.editions} editions ({figures.due} due)")
        print(told.table(told_rows) if told_rows else f"no criterion is called {asked.criterion}")
        if asked.disagreements:
            print("\n" + "\n".join(told.disagreements(details, asked.criterion)))
        for error in figures.errors:
            print(f"our own code failed: {error}", file=sys.stderr)
    if asked.json:
        _keep(asked.json, rubric.id, asked.day, kept)


def _asked() -> argparse.Namespace:
    reader = argparse.ArgumentParser(prog="python -m benchmarks.labels", description=__doc__)
    reader.add_argument("half", nargs="?", choices=HALVES, help="both when none is named")
    reader.add_argument("--criterion", default="", help="only this one, by file format too")
    reader.add_argument("--json", type=Path, help="write the figures here, both halves apart")
    reader.add_argument("--day", type=date.fromisoformat, help="the day to write beside them")
    reader.add_argument("--file", type=Path, help="one region's file instead of a whole half")
    reader.add_argument(
        "--printed",
        choices=(*Format, PAGES),
        help="every file in this format: the same words must get the same answers",
    )
    reader.add_argument("--disagreements", action="store_true", help="each with file and reason")
    asked = reader.parse_args()
    held_out = asked.half != "shown" or (asked.file and HALVES[1] in asked.file.resolve().parts)
    if asked.disagreements and held_out:
        reader.error(
            "--disagreements is for the shown half: what was mended by looking at the "
            "held-out half can no longer be measured by it. Say `shown --disagreements`"
        )
    if asked.json and asked.printed:
        reader.error("--json keeps the figures of the labels as they are, without --printed")
    if asked.json and not asked.day:
        reader.error("--json needs --day YYYY-MM-DD: no clock is asked")
    return asked


def _keep(path: Path, rubric: str, day: date, kept: dict[str, Figures]) -> None:
    told = {
        "rubric": rubric,
        "wave": WAVE,
        "as_of": AS_OF.isoformat(),
        "measured": day.isoformat(),
        "halves": {half: figures.plain() for half, figures in kept.items()},
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
