"""Who in this wave does well what another lacks: an example beside every advice."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice
from math import fsum

from crawler.model import Name
from scoring.locator import parts
from scoring.model import Finding, Stage, Status

_MOST = 2


def with_examples(findings: Sequence[Finding], names: Mapping[str, Name]) -> tuple[Finding, ...]:
    """The findings, their advice ended by up to two regions with full marks for the same question.

    ``names`` are those of the regions by id. Of several the ones that do best at the stage as a
    whole are shown; ties go by id.
    """
    strength: dict[tuple[str, Stage], float] = defaultdict(float)
    best: dict[tuple[str, Stage], list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.answered.status is Status.MEASURED:
            place = (finding.region, finding.stage)
            strength[place] = fsum((strength[place], finding.answered.value or 0.0))
            if finding.answered.value == 1:
                best[finding.criterion, finding.stage].append(finding)
    for good in best.values():
        good.sort(key=lambda f: (-strength[f.region, f.stage], f.region))
    return tuple(_shown(f, best[f.criterion, f.stage], names) for f in findings)


def _shown(finding: Finding, good: Sequence[Finding], names: Mapping[str, Name]) -> Finding:
    if not finding.advice_ru or finding.answered.value == 1:
        return finding
    others = list(islice((f for f in good if f.region != finding.region), _MOST))
    if not others:
        return finding
    ru = "; ".join(f"{names[f.region].ru}, {_where(f)}" for f in others)
    en = "; ".join(f"{names[f.region].en}, {_where(f)}" for f in others)
    return replace(
        finding,
        advice_ru=f"{finding.advice_ru} Хорошо сделано: {ru}.",
        advice_en=f"{finding.advice_en} Done well by: {en}.",
    )


def _where(finding: Finding) -> str:
    """The address of its proof, opened at the page where there are pages."""
    proof = finding.answered.evidence[0]
    page = parts(proof.locator).get("page", "")
    return f"{proof.url}#page={page}" if page else proof.url
