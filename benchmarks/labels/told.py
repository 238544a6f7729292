"""The figures as people read them: each beside its bar, and each disagreement with its file."""

from collections.abc import Iterator

from benchmarks.labels.evaluate import Details, Figures
from benchmarks.labels.figures import Count, holds, same_sum
from benchmarks.labels.matching import Matched
from scoring.judgement import EditionFacts

Row = tuple[str, str, str, bool | None]
F1, NAMED, TOTALS, DATES, CRITERION, ALPHA, SIGNALS = 0.95, 0.97, 0.95, 0.98, 0.85, 0.8, 0.9


def rows(figures: Figures, only: str = "") -> Iterator[Row]:
    """(what, figure, bar, held); held is None where there is no bar or nothing to hold it to."""
    if not only:
        yield from _editions(figures)
        yield from _facts(figures)
    for name, c in figures.criteria.items():
        if only in ("", name):
            of_found = f"{c.of_found.right}/{c.of_found.n}"
            met = f"of found {of_found}, met P {_share(c.met.precision)} R {_share(c.met.recall)}"
            more = f"{met}, alpha {_number(c.alpha)}, unknown {c.unknown}"
            held = _held(c.agreement.share, CRITERION)
            yield name, f"{_told(c.agreement)}; {more}", f"≥ {CRITERION}", held
            if only:
                yield from ((f"  {k}", _told(v), "", None) for k, v in c.by_format.items())
    for name in figures.not_judged:
        if only in ("", name):
            yield name, "not judged yet", "", None
    if not only:
        held = _held(figures.mean_alpha, ALPHA)
        yield "mean alpha", _number(figures.mean_alpha), f"≥ {ALPHA}", held
        yield from ((f"main file {k}", _told(v), "", None) for k, v in figures.formats.items())


def _editions(figures: Figures) -> Iterator[Row]:
    f = figures.files
    told = f"{_number(f.f1)} (P {_share(f.precision)} R {_share(f.recall)}; {f.right} right, "
    told += f"{f.wrong} wrong, {f.missed} missed)"
    yield "edition or not, F1 by file", told, f"≥ {F1}", _held(f.f1, F1)
    yield from (
        (f"  {kind} judged rightly", _told(c), "", None) for kind, c in figures.kinds.items()
    )
    yield "  unlabelled pages taken", str(figures.unlabelled_taken), "", None
    yield "  files of editions not reached", str(figures.not_reached), "", None
    yield "stage and year", _told(figures.named), f"≥ {NAMED}", _held(figures.named.share, NAMED)
    yield "files of one edition joined", _told(figures.joined), "", None


def _facts(figures: Figures) -> Iterator[Row]:
    totals, days, signals = figures.totals, figures.dates, figures.signals
    more = f"; {figures.invented} stated by us alone"
    yield "totals exact", _told(totals) + more, f"≥ {TOTALS}", _held(totals.share, TOTALS)
    yield from ((f"  in {kind}", _told(c), "", None) for kind, c in figures.sums.items())
    more = f"; {days.closed} closed, median {days.median_days} days"
    held = _held(days.holding.share, DATES)
    yield "intervals that hold the day", _told(days.holding) + more, f"≥ {DATES}", held
    if signals is None:
        yield "signals", "not judged yet", "", None
    else:
        told = f"P {_share(signals.precision)} R {_share(signals.recall)} ({signals.right} right, "
        told += f"{signals.wrong} wrong, {signals.missed} missed)"
        yield "signals", told, f"P ≥ {SIGNALS}", _held(signals.precision, SIGNALS)


def table(told: list[Row]) -> str:
    """The rows in columns."""
    marks = {True: "held", False: "MISSED", None: ""}
    wide = max(len(what) for what, *_ in told)
    most = max(len(figure) for _, figure, *_ in told)
    lines = (f"{w:{wide}}  {f:{most}}  {bar:8} {marks[held]}" for w, f, bar, held in told)
    return "\n".join(line.rstrip() for line in lines)


def disagreements(details: Details, only: str = "") -> Iterator[str]:
    """One paragraph a disagreement: where, truth, ours, reason, words."""
    if not only:
        yield from _about_editions(details)
    for p in sorted(details.pairs, key=lambda p: (p.criterion, p.region, p.stage)):
        if not p.agrees and only in ("", p.criterion):
            ours = p.status if p.ours is None else f"{p.ours:g}"
            yield (
                f"{p.criterion}: {p.region} {p.stage} {p.path} ({p.format})\n"
                f"    truth {p.truth:g}, ours {ours}: {p.reason}\n    {p.quote}".rstrip()
            )


def _about_editions(details: Details) -> Iterator[str]:
    for d in details.documents:
        if not d.right:
            ours = "taken for an edition" if d.taken else f"not taken: {d.reason or 'no candidate'}"
            yield f"edition or not: {d.region} {d.path} ({d.format})\n    truth {d.kind}; {ours}"
    for one in details.matched:
        if one.ours:
            yield from _about_edition(one, one.ours)
    yield from _about_facts(details)


def _about_facts(details: Details) -> Iterator[str]:
    for one, concept, truth, stated in details.sums:
        if not same_sum(truth, stated):
            yield f"totals: {_where(one)}\n    {concept}: truth {truth}, ours {stated}"
    for s in details.signs or ():
        if s.true != s.given:
            wrong = "not given" if s.true else "given wrongly"
            yield f"signal: {s.region} {s.stage} {s.signal}: {wrong}"


def _about_edition(one: Matched, ours: EditionFacts) -> Iterator[str]:
    where, true = _where(one), one.truth
    if not one.named:
        truth = f"{true.stage} {true.fiscal_year}"
        yield f"stage and year: {where}\n    truth {truth}, ours {ours.stage} {ours.fiscal_year}"
    if not one.joined:
        files = ", ".join(f.url for f in ours.files)
        yield f"files joined: {where}\n    truth {', '.join(true.files)}\n    ours  {files}"
    if not holds(one):
        days = f"{ours.published_earliest} to {ours.published_latest} by {ours.published_basis}"
        yield f"date: {where}\n    truth {true.published}, ours {days}"


def _where(one: Matched) -> str:
    return f"{one.region.region.id} {one.truth.stage} {one.truth.files[0]} ({one.format})"


def _told(c: Count) -> str:
    return f"{_number(c.share)} ({c.right}/{c.n}, {c.low:.2f}–{c.high:.2f})"


def _held(value: float | None, bar: float) -> bool | None:
    return None if value is None else value >= bar


def _share(value: float | None) -> str:
    return "—" if value is None else f"{value:.2f}"


def _number(value: float | None) -> str:
    return "—" if value is None else f"{value:.3f}"
