"""The answers about one region, each with its verdict and the evidence it rests on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from sqlite3 import Row

from datasette_config.context import surroundings
from datasette_config.links import href, shown
from datasette_config.marked import Part
from datasette_config.rating import Rating
from datasette_config.reading import Database

STAGES = ("draft", "adopted", "executed")
_QUOTED = 600  # letters of a quote shown; the whole stands in the evidence table
_CITED = 24  # pieces of evidence shown for one answer; a zero may cite every page searched
_FEW = 2  # captures without words that stand open on the page
_ROOM = 56_000  # bytes of evidence on a page that is to stay under 100 KB
_AROUND = 900  # bytes of address, time, hash and place around one quote

ANSWERED = (
    "f.id, f.criterion, f.stage, f.status, f.value, f.low, f.high, "
    "f.reason, f.reason_en, f.advice_ru, f.advice_en"
)
"""What ``answer`` reads of the table ``findings`` (f), in its order and before anything else."""

_FINDINGS = f"""
select {ANSWERED} from findings f join criteria c on c.rubric = f.rubric and c.id = f.criterion
where f.region = :region and f.wave = :wave and f.rubric = :rubric
    and (:criterion = '' or f.criterion = :criterion) order by c.position
"""  # noqa: S608 - our own words
_EVIDENCE = """
select e.finding, e.position, e.url, e.sha256, e.locator, substr(e.quote, 1, :quoted + 1) as quote,
    e.capture, c.fetched_at, c.outcome, c.media_type, c.warc_file, c.warc_offset
from evidence e join findings f on f.id = e.finding left join captures c on c.id = e.capture
where f.region = :region and f.wave = :wave and f.rubric = :rubric and f.criterion = :criterion
order by e.finding, e.quote = '', e.position
"""


@dataclass(frozen=True, slots=True)
class Proof:
    """A piece of evidence: words at a place of a capture.

    ``context`` is the text around the words, () when it is not published; None when they are
    marked in the context of a proof before this one, which quotes the same page.
    """

    url: str
    locator: str
    quote: str
    sha256: str
    capture: str
    fetched_at: str
    outcome: str
    media_type: str
    warc_file: str
    warc_offset: int
    context: Sequence[Part] | None = ()

    @property
    def href(self) -> str:
        """The address at the place cited; "" when it must not be followed."""
        return href(self.url, self.locator)

    @property
    def shown(self) -> str:
        """The address as a person reads it."""
        return shown(self.url)

    @property
    def page(self) -> int:
        """The page of a PDF it stands on, from 1; 0 when it is no page of a PDF."""
        told = self.locator.partition(";")[0].removeprefix("page=")
        known = self.media_type == "application/pdf" and self.locator.startswith("page=")
        return int(told) if known and told.isascii() and told.isdigit() else 0

    @property
    def size(self) -> int:
        """Bytes it takes on a page, about."""
        shown = (part.text for part in self.context or ())
        return len(self.quote.encode()) + sum(len(text.encode()) for text in shown) + _AROUND


@dataclass(frozen=True, slots=True)
class Answer:
    """One criterion at one stage. ``proofs`` are the first few; ``cited`` is how many there are."""

    id: str
    criterion: str
    stage: str
    verdict: str
    value: float | None
    low: float
    high: float
    reasons: Mapping[str, str]
    advice: Mapping[str, str]
    proofs: Sequence[Proof]
    cited: int

    @property
    def by_source(self) -> Sequence[tuple[Proof, Sequence[Proof]]]:
        """The proofs shown, those of one capture together: (where from, what it says)."""
        groups = groupby(self.proofs, key=lambda p: (p.warc_file, p.warc_offset, p.url))
        several = [list(group) for _, group in groups]
        return [(group[0], group) for group in several]

    @property
    def bare(self) -> Sequence[Proof]:
        """The captures cited without words when they are many: the pages searched in vain."""
        silent = [p for p in self.proofs if not p.quote]
        return silent if len(silent) > _FEW else ()

    @property
    def sure(self) -> bool:
        """Is the value without bounds?"""
        return self.low == self.value == self.high


Answers = Mapping[str, Mapping[str, Answer]]
"""criterion -> stage -> answer, in the rubric's order"""


def verdict(status: str, value: float | None) -> str:
    """met, partly, unmet, unknown or na."""
    if status == "not_applicable":
        return "na"
    if status != "measured" or value is None:
        return "unknown"
    if value >= 1:
        return "met"
    return "partly" if value > 0 else "unmet"


async def answers(db: Database, rating: Rating, region: str) -> Answers:
    """Every answer about a region, without the evidence."""
    which = {"region": region, "wave": rating.wave, "rubric": rating.rubric, "criterion": ""}
    found: dict[str, dict[str, Answer]] = {}
    for row in await db.execute(_FINDINGS, which):
        told = answer(row)
        found.setdefault(told.criterion, {})[told.stage] = told
    return found


async def proved(db: Database, rating: Rating, region: str, criterion: str) -> Mapping[str, Answer]:
    """The answers about one criterion, by stage, each with its evidence."""
    which = {"region": region, "wave": rating.wave, "rubric": rating.rubric}
    which["criterion"] = criterion
    proofs: dict[str, list[Proof]] = {}
    for row in await db.execute(_EVIDENCE, {**which, "quoted": _QUOTED}):
        proofs.setdefault(row["finding"], []).append(proof(row, _QUOTED))
    shown = {key: await _in_context(db, cited) for key, cited in proofs.items()}
    most = _most(shown.values())
    rows = list(await db.execute(_FINDINGS, which))
    return {row["stage"]: answer(row, shown.get(row["id"], ()), most) for row in rows}


async def _in_context(db: Database, cited: Sequence[Proof]) -> Sequence[Proof]:
    """The proofs that may be shown, each with the text around its words; the rest as they are."""
    first, rest = cited[:_CITED], cited[_CITED:]
    around = await surroundings(db, [(p.sha256, p.locator, p.quote) for p in first])
    return [*(replace(p, context=c) for p, c in zip(first, around, strict=True)), *rest]


def answer(row: Row, cited: Sequence[Proof] = (), most: int = 0) -> Answer:
    """A row that begins with ``ANSWERED``, and the first ``most`` pieces of its evidence."""
    # By place: asking a row for a name searches its names, and a scorecard has ninety rows.
    key, criterion, stage, status, value, low, high, reason, reason_en, ru, en, *_ = row
    return Answer(
        key,
        criterion,
        stage,
        verdict(status, value),
        value,
        low,
        high,
        {"ru": reason, "en": reason_en or reason},
        {"ru": ru, "en": en},
        cited[:most],
        len(cited),
    )


def proof(row: Row, most: int) -> Proof:
    """A row of evidence joined with its capture; the quote cut after ``most`` letters."""
    quote = row["quote"]
    return Proof(
        row["url"],
        row["locator"],
        quote if len(quote) <= most else quote[:most].rstrip() + "…",
        row["sha256"],
        row["capture"] or "",
        row["fetched_at"] or "",
        row["outcome"] or "",
        row["media_type"] or "",
        row["warc_file"] or "",
        row["warc_offset"] or 0,
    )


def _most(proofs: Iterable[Sequence[Proof]]) -> int:
    """How many pieces an answer may show so that the whole page keeps its size."""
    every = list(proofs)
    for most in range(_CITED, 1, -1):
        if sum(proof.size for cited in every for proof in cited[:most]) <= _ROOM:
            return most
    return 1
