"""How fast prose is measured, beside ruTS on the same text; how near the grade is to known ones."""

import csv
import random
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import mean, median

from scoring.language.ru import readability
from scoring.language.ru.officialese import officialese
from scoring.language.ru.prose import prose
from scoring.language.ru.readability import Counts
from scoring.language.ru.readability import measure as measured
from scoring.language.ru.sentences import Passage, read_out, sentences, split, spoken, weighed
from scoring.language.ru.words import words
from scoring.model import Block, BlockKind, Document

_HERE = Path(__file__).parent
_UV = _HERE.parent / ".uv" / "bin" / "uv"
_RUTS = "ruTS==0.19.0"
_ROUNDS = 5
_PARAGRAPHS = 600
_HARDEST_LABEL = 17  # "17 and above": the labels do not tell hard from harder
# MIT, but it brings spaCy, matplotlib and scipy (500 MB): an environment of its own, not ours.
# It answers each line on its input with the seconds of one measurement.
_THEIRS = """
import sys, time
from ruts import ReadabilityStats
text = open(sys.argv[1], encoding="utf-8").read()
ReadabilityStats(text).get_stats()
for _ in sys.stdin:
    started = time.process_time()
    ReadabilityStats(text).get_stats()
    print(time.process_time() - started, flush=True)
"""


def measure(folder: Path) -> list[tuple[str, str, str, bool]]:
    """Rows (what, figure, bar, held)."""
    return [*_speed(folder), *_grades(), *_officialese()]


def texts() -> dict[str, str]:
    """Our own texts of known kinds: school, newspaper, brochure, law."""
    return {p.stem: p.read_text("utf-8") for p in sorted((_HERE / "prose").glob("*.txt"))}


def paragraphs() -> list[str]:
    """Paragraphs of four sentences each, drawn from all of them by a seed."""
    said = [one for text in texts().values() for line in text.splitlines() for one in split(line)]
    drawn = random.Random(1)
    return [" ".join(drawn.sample(said, 4)) for _ in range(_PARAGRAPHS)]


def _speed(folder: Path) -> Iterator[tuple[str, str, str, bool]]:
    made = paragraphs()
    blocks = tuple(Block(BlockKind.PARAGRAPH, text, f"block={n}") for n, text in enumerate(made, 1))
    document = Document("0" * 64, "text/plain", blocks=blocks)
    count = sum(len(words(text)) for text in made)

    def formulas() -> None:
        measured(sentences(prose(document)))

    def everything() -> None:
        told = sentences(prose(document))
        measured(told)
        officialese(told)

    file = folder / "prose.txt"
    file.write_text("\n".join(made), "utf-8")
    command = [str(_UV), "run", "--no-project", "--isolated", "--with", _RUTS, "python", "-c"]
    theirs = subprocess.Popen(
        [*command, _THEIRS, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with theirs:
        rounds = []
        for _ in range(_ROUNDS):
            ours = _fresh(formulas), _fresh(everything)
            if (other := _asked(theirs)) is None:
                yield "readability, of ruTS's words/s", f"{_RUTS} could not be run", "≥ 5", False
                return
            rounds.append((*ours, other))
    for what, at, bar in (
        ("readability formulas, of ruTS's words/s", 0, 5.0),
        ("formulas and officialese, of ruTS's words/s for formulas alone", 1, 1.0),
    ):
        ratio = median(one[2] / one[at] for one in rounds)
        speed, their = (count / median(one[i] for one in rounds) / 1000 for i in (at, 2))
        yield what, f"{ratio:.1f} ({speed:.0f}k, {their:.0f}k)", f"≥ {bar:g}", ratio >= bar


def _asked(theirs: "subprocess.Popen[str]") -> float | None:
    """Their seconds, None when their program has ended: what it said stands above."""
    try:
        print("again", file=theirs.stdin, flush=True)
    except BrokenPipeError:
        return None
    answer = theirs.stdout.readline() if theirs.stdout else ""
    return float(answer) if answer else None


def _fresh(work: Callable[[], None]) -> float:
    """Seconds of CPU with nothing remembered of the sentences; the words stay known, as theirs."""
    split.cache_clear()
    spoken.cache_clear()
    weighed.cache_clear()
    read_out.cache_clear()
    started = time.process_time()
    work()
    return time.process_time() - started


def labelled() -> list[tuple[int, Counts]]:
    """Texts of known grade, as counts: plainrussian's 55 (CC0); the last label is 17 and above."""
    with (_HERE / "grades.csv").open(encoding="utf-8") as file:
        return [
            (int(row["grade"]), Counts(*(int(row.get(name, 0)) for name in Counts.__slots__)))
            for row in csv.DictReader(file)
        ]


def _grades() -> Iterator[tuple[str, str, str, bool]]:
    known = labelled()
    names = ("grade", "fk_sis18", "fk_begtin", "smog_begtin", "cli_begtin", "ari_begtin")
    errors = {name: _error(name, known) for name in names}
    rest = ", ".join(f"{name} {errors[name]:.2f}" for name in names[1:])
    figure = f"{errors['grade']:.2f} years ({rest})"
    yield "grade, mean error over 55 labelled texts", figure, "≤ 2", errors["grade"] <= 2
    school = [(label, counts) for label, counts in known if label < 12]
    error = _error("grade", school)
    yield "grade, mean error over 39 texts of school", f"{error:.2f} years", "≤ 2", error <= 2


def _error(name: str, known: list[tuple[int, Counts]]) -> float:
    formula: Callable[[Counts], float] = getattr(readability, name)
    return mean(abs(min(_HARDEST_LABEL, formula(c)) - min(_HARDEST_LABEL, g)) for g, c in known)


def _officialese() -> Iterator[tuple[str, str, str, bool]]:
    density = {
        name: officialese(sentences(Passage(line, "") for line in text.splitlines())).density
        for name, text in texts().items()
    }
    figure = ", ".join(f"{name} {value:.1f}" for name, value in density.items())
    held = density["newspaper"] <= 5 and density["law"] >= 17
    yield "markers of officialese per 100 words, by kind", figure, "newspaper ≤ 5, law ≥ 17", held


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as made_in:
        for row in measure(Path(made_in)):
            print(row)
