"""An account of a region as lines that a person reads in a terminal of 80 columns."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from budgetwatch.account import Account, Cost, Line
from budgetwatch.chain import Follower, Link
from budgetwatch.phrases import Lang, moment, number, place, reason, say, stage
from budgetwatch.printable import printable
from budgetwatch.story import WIDTH, size
from scoring.judgement import EditionFacts, Judgement
from scoring.model import Answered, Evidence, Status
from scoring.rubric import Rubric

SHOWN = 3
"""Pieces of evidence of an answer shown unless all are asked for."""
LONGEST_PAGE = 400
"""Lines of a page that a terminal is given."""


def overview(told: Account, judgement: Judgement, rubric: Rubric, lang: Lang) -> Iterator[str]:
    """Every question on a line, weakest first, with what it costs."""
    yield from head(told, judgement, rubric, lang)
    lost = [line for line in told.lines if line.lost or line.open]
    if lost:
        yield from ("", f"{say('weakest', lang)}:")
        yield from (text for line in lost for text in _row(line, lang))
    full = [line.criterion.id for line in told.lines if not (line.lost or line.open)]
    if full:
        yield ""
        yield from row(f"{say('full', lang)}", ", ".join(full), 0)
    first = (lost or told.lines)[0].criterion.id
    yield from ("", f"{say('next', lang)}: budgetwatch explain {told.facts.region.id} {first}")


def head(told: Account, judgement: Judgement, rubric: Rubric, lang: Lang) -> Iterator[str]:
    """Whose account it is, the total and the place."""
    region, total = told.facts.region, told.total
    name = region.name.ru if lang == "ru" else region.name.en
    yield f"{name} ({region.id})"
    title = rubric.title.ru if lang == "ru" else rubric.title.en
    when = f"{say('wave', lang)} {judgement.wave}, {judgement.as_of}"
    yield from row(title, f"{rubric.id}, {when}", 2)
    value = "—" if total.value is None else f"{total.value:.1f} {say('of100', lang)}"
    bounds = f"{say('bounds', lang)} {total.low:.1f} – {total.high:.1f}"
    share = f"{int(100 * total.coverage + 1e-9)} % {say('coverage', lang)}"
    yield f"  {say('total', lang)}: {value}, {bounds}, {share}"
    if told.rank is None:
        why = f": {told.facts.blind}" if told.facts.blind else ""
        yield f"  {say('not-ranked', lang)}{why}"
    else:
        low, high = told.rank.rank_low, told.rank.rank_high
        span = str(low) if low == high else f"{low}–{high}"
        yield f"  {say('place', lang)}: {span} {say('of', lang)} {told.ranked}"


def _row(line: Line, lang: Lang) -> Iterator[str]:
    cost = f"−{line.lost:.1f}" if line.lost else f"?{line.open:.1f}"
    answers = ", ".join(
        f"{stage(c.finding.stage, lang)} {value(c.finding.answered, lang)}" for c in line.costs
    )
    yield f"  {cost:>6}  {line.criterion.id:<22} {answers}"


def value(answer: Answered, lang: Lang) -> str:
    """An answer in a word: its value, or that it is unknown."""
    if answer.value is None:
        return "?" if answer.status is Status.UNKNOWN else say(str(answer.status), lang)
    return number(answer.value, 2)


def detail(
    told: Line, follower: Follower, judgement: Judgement, lang: Lang, *, every: bool, page: bool
) -> Iterator[str]:
    """One question: each stage's answer, its words, and each quote followed to the bytes."""
    criterion = told.criterion
    weight = f"{say('weight', lang)} {number(criterion.weight, 2)}"
    lost = f"{say('costs', lang)} {told.lost:.1f} {say('points', lang)}"
    yield f"{criterion.id}: {weight}, {lost}"
    yield from paragraph(criterion.question.ru if lang == "ru" else criterion.question.en, 2)
    why = criterion.why.ru if lang == "ru" else criterion.why.en
    yield from row(say("why", lang), why, 2)
    shown: set[tuple[str, str]] = set()
    for cost in told.costs:
        yield ""
        yield from _answer(cost, judgement, lang)
        yield from _proof(cost, follower, lang, every=every)
        if page:
            yield from _pages(cost, follower, lang, shown)


def _answer(cost: Cost, judgement: Judgement, lang: Lang) -> Iterator[str]:
    finding, answer = cost.finding, cost.finding.answered
    given = say(str(answer.status), lang) if answer.value is None else f"{number(answer.value, 4)}"
    asked = f"{stage(finding.stage, lang)}: {given}"
    if answer.low < answer.high:
        asked += f" ({number(answer.low, 2)}–{number(answer.high, 2)})"
    if cost.lost >= 0.05:
        asked += f", {say('costs', lang)} {cost.lost:.1f}"
    if cost.open:
        asked += f", {cost.open:.1f} {say('open', lang)}"
    yield asked
    yield from paragraph(printable(reason(answer, lang), 2000), 2)
    edition = _edition(cost, judgement)
    if edition is not None:
        title = f"«{printable(edition.title, 80)}» {printable(edition.url)}"
        yield from row(say("edition", lang), title, 2)
    advice = finding.advice_ru if lang == "ru" else finding.advice_en
    if advice:
        yield from row(say("advice", lang), printable(advice, 2000), 2)


def _edition(cost: Cost, judgement: Judgement) -> EditionFacts | None:
    """The edition an answer speaks of: that due at its stage."""
    finding = cost.finding
    mine = (e for e in judgement.editions if e.region == finding.region and e.due)
    return next((e for e in mine if e.stage is finding.stage), None)


def _proof(cost: Cost, follower: Follower, lang: Lang, *, every: bool) -> Iterator[str]:
    evidence = cost.finding.answered.evidence
    if not evidence:
        yield f"  {say('no-proof', lang)}"
    shown = evidence if every else evidence[:SHOWN]
    last = ""
    for count, piece in enumerate(shown, 1):
        yield from quoted(piece, count, lang)
        if piece.capture != last:
            yield from kept_at(follower.follow(piece), lang)
        last = piece.capture
    if len(shown) < len(evidence):
        yield f"  {say('more', lang).format(n=len(evidence) - len(shown))}"


def quoted(evidence: Evidence, count: int, lang: Lang) -> Iterator[str]:
    """A quote and where it stands."""
    where = f"{place(evidence.locator, lang)}, " if evidence.locator else ""
    quote = f"“{printable(evidence.quote)}”" if evidence.quote else say("searched", lang)
    yield from paragraph(f"{count}. {quote}", 2, 5)
    yield from paragraph(f"{printable(where + evidence.url, 500)}", 5)


def kept_at(found: Link, lang: Lang) -> Iterator[str]:
    """The capture a quote is of, and the record that holds the bytes."""
    capture, record = found.capture, found.record
    if capture is not None:
        status = f" (HTTP {capture.http_status})" if capture.http_status else ""
        got = f"{capture.outcome}{status}, {capture.media_type or '—'}, {size(capture.bytes)}"
        when = f"{capture.id}, {moment(capture.fetched_at, lang)}"
        yield from row(say("capture", lang), f"{when}: {printable(got)}", 5)
        if capture.sha256:
            yield f"     sha256: {capture.sha256}"
    if record is not None:
        yield f"     {say('record', lang)}: {printable(str(record.file), 500)}"
        yield f"       {say('at-byte', lang)} {record.offset} {printable(record.id)}".rstrip()
        if record.trouble:
            yield from paragraph(printable(record.trouble), 5)


def _pages(
    cost: Cost, follower: Follower, lang: Lang, shown: set[tuple[str, str]]
) -> Iterator[str]:
    """The page of the first quote, once however many quotes stand on it."""
    for piece in cost.finding.answered.evidence[:1]:
        where, lines = follower.page(follower.follow(piece))
        if (piece.sha256, where) in shown:
            continue
        shown.add((piece.sha256, where))
        title = f"{say('page', lang)}: {place(where, lang) or ''} {printable(piece.url)}"
        yield from ("", "  " + " ".join(title.split()))
        if not lines:
            yield f"  | {say('no-page', lang)}"
        for text in lines[:LONGEST_PAGE]:
            for part in wrap(printable(text.replace("\t", " | "), 5000), WIDTH - 4) or [""]:
                yield f"  | {part}".rstrip()
        if len(lines) > LONGEST_PAGE:
            yield f"  | … {len(lines) - LONGEST_PAGE}"


def row(name: str, text: str, indent: int) -> Iterator[str]:
    """``name: text`` with the rest of it below, indented."""
    return paragraph(f"{name}: {text}", indent, indent + 2)


def paragraph(text: str, indent: int, below: int | None = None) -> Iterator[str]:
    """A text in lines that fit; a word that does not, such as an address, stands whole."""
    rest = " " * (indent if below is None else below)
    yield from wrap(
        text,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def printed(lines: Iterable[str]) -> str:
    """The lines as one text."""
    return "\n".join(lines) + "\n"
