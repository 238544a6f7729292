"""Which budget concept a figure is of, for the published table of amounts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from scoring.checks.answers import cut
from scoring.checks.debt_amount import is_debt
from scoring.checks.figures import Told, is_sum, told
from scoring.checks.municipal_transfers import kinds_of
from scoring.checks.revenue_kinds import kinds
from scoring.checks.spending_by_function import sections_of
from scoring.checks.spending_by_programme import programme
from scoring.facts import Fact, Unit
from scoring.model import Amount, Edition, EditionFile

_MOST = 400
_SLIP = 0.02
_UNITS = (Unit.MONEY, Unit.PER_RESIDENT)


def amounts(edition: Edition, files: Iterable[EditionFile]) -> tuple[Amount, ...]:
    """Every sum of money of a known concept, once each, file by file; totals are not among them.

    Concepts: ``revenue/tax`` and other kinds of revenue, ``expenditure/education`` and other
    sections, ``programme`` (``label`` is its name), ``transfers/total`` and kinds, ``debt``,
    ``per-resident`` (roubles a resident; ``label`` says of what). ``fiscal_year`` is the year the
    figure is of, the edition's own where nothing tells; ``kind`` is "plan", "fact" or "".
    """
    kept: dict[tuple[str, str, int, str, float], Amount] = {}
    every = list(told(replace(file, document=file.document.typed) for file in files))
    local, id_ = kinds_of(every), edition.id
    for one in every:
        fact = one.fact
        if len(kept) >= _MOST:
            break
        for concept, label in _concepts(fact, local) if fact.unit in _UNITS else ():
            year = fact.years[0] if fact.years else edition.fiscal_year
            key = (concept, label, year, fact.kind, fact.value)
            if len(kept) < _MOST and key not in kept:
                kept[key] = _amount(id_, one, concept, label, year)
    alike: dict[tuple[str, str, int], list[Amount]] = {}
    for amount in kept.values():
        alike.setdefault((amount.concept, amount.label, amount.fiscal_year), []).append(amount)
    same = alike.values()
    misread = {id(a) for some in same for a in _misread(some)}
    return tuple(a for a in kept.values() if id(a) not in misread)


def _misread(same: Sequence[Amount]) -> Iterator[Amount]:
    """A chart in milliards beside a table in millions: a thousandth of a sum told elsewhere."""
    sizes = [abs(amount.value_rub) for amount in same]
    largest = max(sizes) / 1000
    for amount, size in zip(same, sizes, strict=True):
        # Most are too large to be a thousandth of any.
        likely = size <= largest * (1 + 2 * _SLIP)
        thousandths = (other / 1000 for other in sizes) if likely else ()
        if any(abs(part - size) <= _SLIP * part for part in thousandths):
            yield amount


def _concepts(fact: Fact, local: dict[int, tuple[str, ...]]) -> Iterable[tuple[str, str]]:
    """The concepts of a figure in one of ``_UNITS``, each with its label."""
    if fact.unit is Unit.PER_RESIDENT:
        return (("per-resident", fact.label[:200]),)
    if id(fact) in local:
        return [(f"transfers/{kind}", "") for kind in local[id(fact)]]
    if is_debt(fact):
        return (("debt", ""),)
    if name := programme(fact):
        return (("programme", name),)
    if sections := sections_of(fact):
        return ((f"expenditure/{sections[0]}", ""),)
    if is_sum(fact):
        return ()
    return [(f"revenue/{kind}", "") for kind in sorted(kinds(fact.words))]


def _amount(edition: str, one: Told, concept: str, label: str, year: int) -> Amount:
    fact, file = one.fact, one.file
    return Amount(
        edition,
        concept,
        year,
        fact.value,
        cut(fact.quote),
        file.capture.sha256,
        fact.locator or one.proof.locator,
        fact.kind,
        label,
    )
