"""Every question of a rubric put to one region: findings, with advice on what would raise them."""

from dataclasses import replace

from scoring.advice import advise
from scoring.failure import failure
from scoring.model import Answered, Dossier, Finding, Stage, Status
from scoring.rubric import Criterion, Rubric
from scoring.score import Gains


def judged(dossier: Dossier, rubric: Rubric, errors: list[str]) -> tuple[Finding, ...]:
    """Every question answered for one region, with advice; failures go to ``errors``."""
    findings = [
        Finding(dossier.region.id, dossier.wave, rubric.id, c.id, stage, answer)
        for c in rubric.criteria
        for stage in Stage
        if stage in c.stages
        for answer in (_asked(c, dossier, stage, errors),)
    ]
    gains = Gains(findings, rubric)
    return tuple(_advised(finding, gains, dossier, rubric) for finding in findings)


def _asked(criterion: Criterion, dossier: Dossier, stage: Stage, errors: list[str]) -> Answered:
    try:
        return criterion.check(dossier, stage)
    except Exception as error:
        what = failure(error)
        errors.append(f"{criterion.id} of {dossier.region.id} at {stage}: {what}")
        return Answered(Status.ERROR, None, 0.0, 1.0, what)


def _advised(finding: Finding, gains: Gains, dossier: Dossier, rubric: Rubric) -> Finding:
    more = gains.of(finding) if finding.answered.value != 1 else 0.0
    criterion, edition = rubric.criterion(finding.criterion), dossier.edition(finding.stage)
    ru, en = advise(finding, criterion, edition, rubric, more)
    return replace(finding, advice_ru=ru, advice_en=en)
