"""Is the prose that of last year's edition, with other figures?"""

from collections.abc import Iterable, Iterator
from itertools import chain

from scoring.model import Dossier, Edition, Stage
from scoring.sign import Told
from scoring.signals.phrases import Phrase, enough, phrases
from scoring.signals.said import edition_or_told, met, unknown, unmet

COPIED = 0.8
"""Share of the words in sentences that the previous edition has too, from which it is a copy."""
_ALIKE = 0.8
_RUN = 3
_QUOTED = 2


def copied_from_last_year(dossier: Dossier, stage: Stage) -> Told:
    """Met with two identical passages quoted from each; unknown without last year's edition."""
    edition = edition_or_told(dossier, stage)
    if isinstance(edition, Told):
        return edition
    before = _before(dossier, edition)
    if before is None:
        return unknown(
            ("Издания прошлого года не видно.", "No edition of the year before was seen.")
        )
    now, then = phrases(edition), phrases(before)
    if not enough(now) or not enough(then):
        return unknown(("Связного текста мало.", "There is too little prose to compare."))
    same = [*_repeated(now, then)]
    share = sum(len(p.words) for p, _ in same) / sum(len(p.words) for p in now)
    words = (
        f"С изданием за {before.fiscal_year} год без учёта чисел совпадает {share:.0%} текста.",
        f"Numbers aside, {share:.0%} of the prose is that of the edition for {before.fiscal_year}.",
    )
    longest = sorted(same, key=lambda pair: (-len(pair[0].words), pair[0].text))[:_QUOTED]
    proof = chain.from_iterable((ours.proof, theirs.proof) for ours, theirs in longest)
    return met(words, proof) if share >= COPIED else unmet(words)


def _before(dossier: Dossier, edition: Edition) -> Edition | None:
    """Last year's edition of the stage, as it stands or as it last stood.

    Where none was seen, a draft is set beside last year's law, and a law beside last year's draft.
    """
    known = (*dossier.editions, *dossier.former)
    last = [e for e in known if e.fiscal_year == edition.fiscal_year - 1]
    last = [e for e in last if _files(e).isdisjoint(_files(edition))]
    plans = [e for e in last if {e.stage, edition.stage} == {Stage.DRAFT, Stage.ADOPTED}]
    same = [e for e in last if e.stage is edition.stage]
    return next(iter((*same, *plans)), None)


def _files(edition: Edition) -> set[tuple[str, str]]:
    return {(file.document.sha256, file.member) for file in edition.files}


def _repeated(now: Iterable[Phrase], then: Iterable[Phrase]) -> Iterator[tuple[Phrase, Phrase]]:
    """The sentences of one that the other has too, word for word or nearly."""
    exact = {phrase.words: phrase for phrase in then}
    runs: dict[tuple[str, ...], Phrase] = {}
    for phrase in exact.values():
        runs |= dict.fromkeys(_runs(phrase), phrase)
    for phrase in now:
        own = _runs(phrase)
        known = [runs[run] for run in own if run in runs]
        if theirs := exact.get(phrase.words):
            yield phrase, theirs
        elif own and len(known) >= _ALIKE * len(own):
            yield phrase, max(known, key=lambda p: (known.count(p), p.text))


def _runs(phrase: Phrase) -> list[tuple[str, ...]]:
    return [phrase.words[n : n + _RUN] for n in range(len(phrase.words) - _RUN + 1)]
