"""The rubric loads, says what rubric.md says, and a bad one is refused with every fault."""

import re
from copy import deepcopy
from hashlib import sha256
from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from scoring import rubric_files
from scoring.model import Stage
from scoring.rubric import RubricError, load

NAME = "budget-for-citizens-2026.1"
FILE = Path(rubric_files.__file__).parent / "rubrics" / f"{NAME}.yaml"
# rubric.md: weights are taken over exactly.
WEIGHTS = {
    "edition-published": 8, "totals": 5, "revenue-structure": 3, "spending-by-function": 4,
    "spending-by-programme": 4, "results": 3, "target-groups": 2, "public-projects": 3,
    "municipal-transfers": 2, "public-debt": 2, "macro-indicators": 2, "priorities": 2,
    "comparison": 2, "per-capita": 1, "budget-process": 1, "glossary": 1, "contacts": 1,
    "feedback": 1.5, "citizen-initiatives": 1.5, "open-data": 1, "on-time": 20, "dated": 5,
    "plain-language": 7, "text-layer": 3, "findable": 3,
    "officialese": 4, "terms-explained": 3, "visuals": 3, "structure": 2,
}  # fmt: skip
PLANS = {"macro-indicators", "priorities", "budget-process"}


def raw() -> dict:
    return yaml.safe_load(FILE.read_text("utf-8"))


def refused(tmp_path: Path, written: object, name: str = f"{NAME}.yaml") -> tuple[str, ...]:
    path = tmp_path / name
    text = written if isinstance(written, str) else yaml.safe_dump(written, allow_unicode=True)
    path.write_text(text, "utf-8")
    with pytest.raises(RubricError) as error:
        load(path)
    assert all(str(fault).startswith(name) for fault in error.value.faults)
    return tuple(str(fault).removeprefix(f"{name}: ") for fault in error.value.faults)


def test_the_bundled_rubric_says_what_the_specification_says():
    rubric = load(NAME)
    assert (rubric.id, rubric.version, rubric.status) == (NAME, "2026.1", "draft")
    assert {c.id: c.weight for c in rubric.criteria} == WEIGHTS
    assert rubric.stage_weights == {Stage.DRAFT: 0.3, Stage.ADOPTED: 0.4, Stage.EXECUTED: 0.3}
    assert rubric.min_coverage == 0.7
    assert rubric.sha256 == sha256(FILE.read_bytes()).hexdigest()
    for criterion in rubric.criteria:
        plan = criterion.id in PLANS
        assert criterion.stages == ((Stage.DRAFT, Stage.ADOPTED) if plan else tuple(Stage))
    assert load(FILE) == rubric
    assert load(str(FILE)) == rubric


def test_the_other_rubrics_say_what_their_sources_say():
    survey = load("obs-citizens-budget-2023")
    assert [(c.id, c.weight) for c in survey.criteria] == [(f"q{n}", 25) for n in range(64, 68)]
    assert {(c.check.b, c.check.c) for c in survey.criteria} == {(0.67, 0.33)}
    pefa = load("pefa-2016-pi-9.8")
    (element,) = pefa.criteria
    assert (element.check.weeks, element.check.months) == (2, 1)


@pytest.mark.parametrize("name", rubric_files.bundled())
def test_its_texts_are_for_people(name):
    for criterion in load(name).criteria:
        for text in (criterion.question, criterion.why, criterion.remedy):
            assert re.search("[а-яё]", text.ru)
            assert not re.search("[а-яё]", text.en)
            assert text.ru.lstrip("«")[0].isupper()
            assert text.ru[-1] in ".?"
            assert text.en[-1] in ".?"
            assert "\n" not in text.ru + text.en
        assert criterion.question.ru.endswith("?")
        assert criterion.question.en.endswith("?")


def test_a_stages_points_are_its_share_of_the_weight():
    rubric = load(NAME)
    on_time = rubric.criterion("on-time")
    assert [rubric.weighs(on_time, s) for s in Stage] == pytest.approx([6, 8, 6])
    with pytest.raises(KeyError):
        rubric.criterion("no-such")


def test_weights_are_shared_over_the_stages_a_criterion_lists(tmp_path):
    written = raw()
    written["criteria"][0]["stages"] = ["draft", "adopted"]
    path = tmp_path / f"{NAME}.yaml"
    path.write_text(yaml.safe_dump(written, allow_unicode=True), "utf-8")
    rubric = load(path)
    first = rubric.criteria[0]
    assert rubric.weighs(first, Stage.DRAFT) == pytest.approx(8 * 3 / 7)
    assert rubric.weighs(first, Stage.ADOPTED) == pytest.approx(8 * 4 / 7)


def test_a_rubric_cannot_be_changed():
    with pytest.raises(ValidationError):
        load(NAME).weight = 1


def at(written, id_):
    return next(c for c in written["criteria"] if c["id"] == id_)


def broken(change):
    written = raw()
    change(written)
    return written


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda r: r["criteria"][1]["check"].update(kind="total"),
         r"criteria.1.check: no check is of kind 'total'; did you mean `totals`\? Known here: .*on-time"),
        (lambda r: r["criteria"][1].update(check={}), r"criteria.1.check: needs a `kind`: .*glossary"),
        (lambda r: at(r, "glossary")["check"].update(man=5),
         r"criteria.\d+.check.glossary.man: unknown key; did you mean `many`\? Known here: kind, many, some"),
        (lambda r: at(r, "glossary")["check"].update(many=0), r"criteria.\d+.check.glossary.many: .*greater"),
        (lambda r: at(r, "plain-language")["check"].update(easy=20), r"criteria.\d+.check.plain-language: .*below hard"),
        (lambda r: at(r, "on-time").update(weight=19),
         r"dimensions.1.weight: is 25, but the criteria of 'timeliness' sum to 24\n?.*"),
        (lambda r: r.update(weight=54), r"weight: is 54, but the criteria sum to \d+"),
        (lambda r: r["stage_weights"].update(draft=0.2), r"stage_weights: sum to 0.9; they must sum to 1"),
        (lambda r: r["criteria"][3].update(id="totals"), r"criteria.3.id: 'totals' is taken by criteria.1"),
        (lambda r: r["dimensions"].append(deepcopy(r["dimensions"][0])), r"dimensions.3.id: 'completeness' is taken"),
        (lambda r: r["criteria"][0]["why"].pop("en"), r"criteria.0.why.en: is required and is not there"),
        (lambda r: r["criteria"][0]["why"].update(en=" "), r"criteria.0.why.en: .*at least 1 character"),
        (lambda r: r["criteria"][0].pop("remedy"), r"criteria.0.remedy: is required and is not there"),
        (lambda r: r["criteria"][0].pop("why"), r"criteria.0.why: is required and is not there"),
        (lambda r: r["criteria"][0].update(stages=["draf"]), r"criteria.0.stages.0: .*'draft', 'adopted' or 'executed'"),
        (lambda r: r["criteria"][0].update(stages=["draft", "draft"]), r"criteria.0.stages: draft stands twice"),
        (lambda r: r["criteria"][0].update(stages=[]), r"criteria.0.stages: .*at least 1"),
        (lambda r: r["criteria"][0].update(dimension="completness"),
         r"criteria.0.dimension: there is no dimension 'completness'; did you mean `completeness`"),
        (lambda r: r["criteria"][0].update(weight=0), r"criteria.0.weight: .*greater than 0"),
        (lambda r: r["criteria"][0].update(weight=float("nan")), r"criteria.0.weight: "),
        (lambda r: r.update(staus="draft"), r"staus: unknown key; did you mean `status`"),
        (lambda r: r.update(status="final"), r"status: .*'draft' or 'published'"),
        (lambda r: r.update(sha256="0" * 64), r"sha256: is computed from the file's bytes"),
        (lambda r: r.update(version="2026.2"), r"version: '2026.2' is not how the id"),
        (lambda r: r.update(min_coverage=70), r"min_coverage: .*less than or equal to 1"),
        (lambda r: r["bands"].pop(), r"bands.3.since: is 20; the last band must begin at 0"),
        (lambda r: r["bands"].reverse(), r"bands: must go from the highest"),
        (lambda r: at(r, "contacts").update(check={"kind": "survey-cycle"}),
         r"criteria.\d+.stages: `survey-cycle` asks about the whole cycle at once; list one stage"),
        (lambda r: at(r, "contacts").update(check={"kind": "survey-cycle", "b": 67}),
         r"criteria.\d+.check.survey-cycle.b: .*less than 1"),
    ],
)  # fmt: skip
def test_a_slip_is_refused_with_its_place_and_what_would_be_right(tmp_path, change, said):
    faults = refused(tmp_path, broken(change))
    assert any(re.match(said, fault) for fault in faults), faults


def test_every_fault_is_told_at_once(tmp_path):
    def change(written):
        written["criteria"][0]["check"] = {"kind": "nonsense"}
        written["criteria"][1].pop("why")
        written["extra"] = 1

    assert len(refused(tmp_path, broken(change))) == 3


def test_a_file_named_otherwise_is_refused(tmp_path):
    faults = refused(tmp_path, raw(), "other.yaml")
    assert faults == (f"id: is {NAME!r}, the file is called 'other': make them the same",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id: a\nid: b\n", "id: stands twice (again in line 2); keep one"),
        ("id: [", "is not YAML"),
        ("- a\n", "must be a mapping"),
        ("", "must be a mapping"),
        ("a: &x 1\nb: *x\n", "uses aliases"),
        ("a: " + "[" * 5000, "is not YAML"),
        ("a: !!python/object:os.system x", "is not YAML"),
        ("x" * 600_000, "is larger than 512 KiB"),
    ],
)
def test_what_is_no_rubric_at_all(tmp_path, text, said):
    (fault,) = refused(tmp_path, text)
    assert said in fault


def test_not_text(tmp_path):
    path = tmp_path / f"{NAME}.yaml"
    path.write_bytes(b"id: \xff\xfe")
    with pytest.raises(RubricError, match="is not UTF-8"):
        load(path)


def test_a_name_nobody_knows_gets_the_nearest():
    with pytest.raises(RubricError, match=f"did you mean {NAME}"):
        load("budget-for-citizens-2025.1")


def test_a_path_that_is_not_there(tmp_path):
    with pytest.raises(RubricError, match=r"cannot be read: No such file"):
        load(tmp_path / "none.yaml")
