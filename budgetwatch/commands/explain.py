"""`budgetwatch explain`: from a score to the quote, the page and the archived bytes behind it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from itertools import chain as chain_of
from pathlib import Path
from typing import Annotated

import typer

from budgetwatch import options as opt
from budgetwatch.account import Account, Line, account
from budgetwatch.chain import Follower
from budgetwatch.console import note, result
from budgetwatch.kept import newest
from budgetwatch.plain import chain, plain
from budgetwatch.telling import detail, head, overview, printed
from crawler.archive import Archive
from scoring.judgement import Judgement

RegionId = Annotated[str, typer.Argument(help="A region's id.", metavar="REGION")]
CriterionId = Annotated[
    str | None,
    typer.Argument(
        help="A criterion's id; without it every criterion on a line.",
        metavar="CRITERION",
        show_default=False,
    ),
]
Page = Annotated[
    bool, typer.Option("--page", help="Print the page each answer's first quote stands on.")
]
Every = Annotated[bool, typer.Option("--all", help="Show every piece of evidence, not three.")]
RubricName = Annotated[
    str,
    typer.Option("--rubric", help="By which rubric; `judge` kept one answer each.", metavar="NAME"),
]
WaveName = Annotated[
    str | None,
    typer.Option(
        "--wave", help="Year of the rating.", metavar="YEAR", show_default="the newest judged"
    ),
]


def explain(
    region: RegionId,
    criterion: CriterionId = None,
    data: opt.Data = opt.DATA,
    registry_dir: opt.RegistryDir = None,
    wave: WaveName = None,
    rubric: RubricName = opt.RUBRIC,
    page: Page = False,
    every: Every = False,
    lang: opt.Language = "en",
    as_json: opt.Json = False,
) -> None:
    """Show why a region has its score. Reads what was judged and the archive; asks no site.

    Without CRITERION: every question, the costliest first. With it: each stage's answer, the
    words it rests on, the page they stand on, the capture that page was read from, and where in
    which WARC file the bytes are.
    """
    judgement, policy = newest(data, wave, rubric)
    try:
        told = account(judgement, policy, region)
    except LookupError:
        known = [facts.region.id for facts in judgement.regions]
        raise typer.BadParameter(unknown("region", region, known), param_hint="REGION") from None
    facts = plain(told, judgement, policy)
    if criterion is None:
        if page:
            raise typer.BadParameter("a page is of one criterion; name it", param_hint="--page")
        _say(facts, overview(told, judgement, policy, lang), as_json=as_json)
        return
    asked = _line(told, criterion)
    with follower(data, judgement) as behind:
        del facts["criteria"]
        facts |= {"criterion": criterion}
        if as_json:
            facts |= {"answers": chain(asked, behind, page=page)}
        lines = detail(asked, behind, judgement, lang, every=every, page=page)
        _say(facts, chain_of(head(told, judgement, policy, lang), [""], lines), as_json=as_json)


def _say(facts: dict[str, object], lines: Iterable[str], *, as_json: bool) -> None:
    """The facts for a program, or the lines for a person."""
    if as_json:
        result(facts, as_json=True)
    else:
        typer.echo(printed(lines), nl=False)


def _line(told: Account, criterion: str) -> Line:
    known = [line.criterion.id for line in told.lines]
    found = next((line for line in told.lines if line.criterion.id == criterion), None)
    if found is None:
        said = unknown("criterion", criterion, known)
        raise typer.BadParameter(said, param_hint="CRITERION")
    return found


def unknown(what: str, asked: str, known: list[str]) -> str:
    """No such thing; the nearest, and all there are."""
    near = get_close_matches(asked.casefold(), known, n=1, cutoff=0.4)
    hint = f"did you mean {near[0]}? " if near else ""
    return f"no {what} {asked!r} was judged; {hint}There are: {', '.join(sorted(known))}"


@contextmanager
def follower(data: Path, judgement: Judgement) -> Iterator[Follower]:
    """What follows evidence into the archive; one that is gone ends the chain at the captures."""
    captures = {capture.id: capture for capture in judgement.captures}
    if not (data / "archive").is_dir():
        note(f"There is no archive at {data / 'archive'}: the chain ends at the captures.")
        yield Follower(data, None, captures)
        return
    with Archive(data / "archive", readonly=True) as archive:
        yield Follower(data, archive, captures)
