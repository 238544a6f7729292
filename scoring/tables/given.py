"""Rows of what people wrote: regions and sources of the registry, rubrics and criteria."""

from collections.abc import Iterator

from crawler.model import Region
from scoring import schema
from scoring.agreement import measured
from scoring.crosswalk import crossings
from scoring.release import Release
from scoring.tables.cells import Row, numbered, points, share


def meta(release: Release) -> Iterator[Row]:
    """What built the database, and by which schema."""
    yield {"key": "schema", "value": str(schema.VERSION)}
    yield {"key": "tool", "value": release.tool}


def regions(release: Release) -> Iterator[Row]:
    """One row a region."""
    for region in release.regions.values():
        yield {
            "id": region.id,
            "name_ru": region.name.ru,
            "name_en": region.name.en,
            "iso_3166_2": region.iso_3166_2,
            "okato": region.okato,
            "federal_district": region.federal_district.ru if region.federal_district else "",
            "federal_district_en": region.federal_district.en if region.federal_district else "",
            "home": str(region.home),
            "latitude": region.latitude,
            "longitude": region.longitude,
            "timezone": region.timezone,
            "disputed": int(region.disputed),
        }


def sources(release: Release) -> Iterator[Row]:
    """One row a source, in the order of the registry entry."""
    for region in release.regions.values():
        yield from numbered(_sources(region))


def _sources(region: Region) -> Iterator[Row]:
    for source in region.sources:
        yield {
            "region": region.id,
            "url": str(source.url),
            "kind": source.kind,
            "title": source.title,
            "confidence": source.confidence,
            "expected_pages": source.expects.pages,
            "expected_documents": source.expects.documents,
            "note": source.note,
        }


def waves(release: Release) -> Iterator[Row]:
    """One row a wave."""
    for judgement in release.judgements:
        yield {"id": judgement.wave, "as_of": judgement.as_of.isoformat()}


def rubrics(release: Release) -> Iterator[Row]:
    """One row a rubric."""
    for rubric in release.rubrics:
        yield {
            "id": rubric.id,
            "version": rubric.version,
            "title_ru": rubric.title.ru,
            "title_en": rubric.title.en,
            "sha256": rubric.sha256,
            "status": rubric.status,
            "min_coverage": share(rubric.min_coverage),
        }


def stage_weights(release: Release) -> Iterator[Row]:
    """One row a stage of a rubric."""
    for rubric in release.rubrics:
        for stage, weight in rubric.stage_weights.items():
            yield {"rubric": rubric.id, "stage": str(stage), "weight": share(weight)}


def dimensions(release: Release) -> Iterator[Row]:
    """One row a dimension."""
    for rubric in release.rubrics:
        for position, dimension in enumerate(rubric.dimensions):
            yield {
                "rubric": rubric.id,
                "id": dimension.id,
                "position": position,
                "title_ru": dimension.title.ru,
                "title_en": dimension.title.en,
                "weight": points(dimension.weight),
            }


def bands(release: Release) -> Iterator[Row]:
    """One row a group of regions."""
    for rubric in release.rubrics:
        for band in rubric.bands:
            yield {
                "rubric": rubric.id,
                "id": band.id,
                "title_ru": band.title.ru,
                "title_en": band.title.en,
                "since": points(band.since),
            }


def criteria(release: Release) -> Iterator[Row]:
    """One row a criterion, in the order of the rubric."""
    for rubric in release.rubrics:
        for position, criterion in enumerate(rubric.criteria):
            yield {
                "rubric": rubric.id,
                "id": criterion.id,
                "dimension": criterion.dimension,
                "position": position,
                "weight": points(criterion.weight),
                "question_ru": criterion.question.ru,
                "question_en": criterion.question.en,
                "why_ru": criterion.why.ru,
                "why_en": criterion.why.en,
                "remedy_ru": criterion.remedy.ru,
                "remedy_en": criterion.remedy.en,
                "stages": " ".join(criterion.stages),
                "grounds": "; ".join(criterion.grounds),
                "check_json": criterion.check.model_dump_json(),
                **_agreement(rubric.id, criterion.id),
            }


def _agreement(rubric: str, criterion: str) -> Row:
    """How far it agrees with a careful reader; empty where that was never measured."""
    told = measured(rubric).get(criterion)
    return {
        "agreement": None if told is None else points(told.share),
        "agreement_low": None if told is None else points(told.low),
        "agreement_high": None if told is None else points(told.high),
        "agreement_cases": None if told is None else told.n,
        "alpha": None if told is None or told.alpha is None else points(told.alpha),
        "indicative": None if told is None else int(told.indicative),
    }


def crosswalk(release: Release) -> Iterator[Row]:
    """One row a criterion beside a question of another method, or a side of co-production."""
    for crossing in crossings(release.rubrics):
        yield {
            "rubric": crossing.rubric,
            "criterion": crossing.criterion,
            "method": crossing.method,
            "title_ru": crossing.title.ru,
            "title_en": crossing.title.en,
            "relation": crossing.relation,
            "what": crossing.what,
        }
