"""Are results other than money given in numbers, planned or achieved?"""

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from pydantic import Field

from scoring.checks.answers import in_file, in_files, measured
from scoring.checks.figures import context, told
from scoring.checks.parts import step
from scoring.checks.promised import lists_done
from scoring.checks.recipients import helps
from scoring.checks.result_cards import carded
from scoring.checks.result_cells import beside_cell, counts_apart, counts_bare
from scoring.checks.result_shares import share_of_good
from scoring.checks.result_tables import tabled
from scoring.checks.shifts import numbers_in, shifted
from scoring.checks.texts import TextCheck
from scoring.facts import Fact, Form, Unit, Words
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.model import Answered, Dossier, Edition, EditionFile, Evidence
from scoring.remembered import of_words

# Who is paid how much is support of a group, whatever the number of its people.
_PAID = re.compile(
    r"(?:получ\w+|выплат\w+|пособи\w+|стипенди\w+)[^.]*\d[\d ,]*(?:тыс\.?|млн|млрд)?\s*(?:руб|₽)"
)
# Who came to a hearing or took part in a vote is no result of the budget.
_TOOK_PART = re.compile(
    r"\b(?:участвова\w+|участие принял\w*|приняли участие|пришл[ои]|зарегистрирова\w+|"
    r"проголосова\w+|высказал\w+|обратил\w+|поступил\w*) *$"
)
# "Вылечено по программе высокотехнологичной помощи 7 302 пациента": no programmes are counted.
_BY_PROGRAMME = re.compile(r"\b(?:по|в рамках|за счет) (?:[а-я]+ )?программ\w*")
_MONEY_NOUN = re.compile(
    r"доход|расход|дефицит|профицит|трансферт|дотаци|субсиди|субвенц|поступлени|\bдолг"
)
# "512 случаев на 100 тысяч жителей" counts cases.
_PER_SO_MANY = re.compile(
    r"\b(?:случа|обеспеченност|смертност|заболеваемост|рождаемост)\w*.*\bна\W*$"
)
# «Сделаем сами» is what a programme is called, and not what was done.
_CALLED = re.compile(r"«[^»]*»")
# "столько стоит построить две школы", "на это можно купить сто автобусов": nobody does.
_IMAGINED = re.compile(
    r"\b(?:стоит|стоят|стоил\w|можно|можно было|хватил[оа]?|хватит|хватает)(?: бы)?,? "
    r"(?:на |чтобы )?[а-я]+(?:ть|ти)\b[^.!?]{0,20}$"
)
# "на 14 км автодороги" is where a bridge stands.
_MILESTONE = re.compile(r"\W*(?:км|километре?) (?:авто)?(?:дороги|трассы|магистрали)\b")
# "412 школ, в которых учатся 118 тысяч детей": so many there are, and nothing was done.
_WHO_THERE = re.compile(
    r",? (?:(?:в|на) (?:котор[а-я]+|них)|где) (?:[а-я]+ )?(?:учатся|обучаются|работают|живут|"
    r"проживают|лечатся|занимаются|воспитываются|трудятся)\b[^.;!?]*"
)
_FIGURES = re.compile(r"\W*(?:числ|чисел|цифр)")
_TICKED = re.compile(r"^\s*[✓✔✅☑]")
_CARD = 80
_PAID_ROW = 3
"""Cells of a row with a group, its number and its money."""


class Results(TextCheck):
    """1 for ``many`` quantified results, ``some`` for fewer.

    A count is a result where something was or will be done: "введено 310 км дорог". How many
    districts there are, how many people live here, how much money there is, is none.
    """

    kind: Literal["results"]
    many: int = Field(default=3, ge=2)
    some: float = Field(default=0.5, gt=0, lt=1)

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Quote each result."""
        found: dict[tuple[str, float | str], Evidence] = {}
        for one in told(files):
            if is_result(one.fact):
                # The years of a row are one result, whatever they come to.
                value = one.fact.noun if one.fact.form is Form.CELL else one.fact.value
                key = folded(_name(one.fact))[:60], value
                if key not in found:
                    found[key] = one.proof
        found |= _shifts(files, found)
        found |= _set_apart(files, found)
        count = len(found)
        said = (
            f"Результатов в числах, кроме денег: {count}.",
            f"Results in numbers, other than money: {count}.",
        )
        proof = [*found.values()] or in_files(edition)
        return measured(step(count, self.many, self.some), said, proof)


def _shifts(
    files: Iterable[EditionFile], known: Mapping[tuple[str, float | str], Evidence]
) -> dict[tuple[str, float | str], Evidence]:
    """Shifts told in sentences that no result known so far is quoted from."""
    told = {value for _, value in known}
    return {
        (clause[:60], ""): in_file(file, passage.locator, passage.text)
        for file in files
        for passage, clause in shifted(file)
        if told.isdisjoint(numbers_in(clause))
    }


def _set_apart(
    files: Iterable[EditionFile], known: Mapping[tuple[str, float | str], Evidence]
) -> dict[tuple[str, float | str], Evidence]:
    """Rows of tables over years and numbers on cards that no result known so far tells."""
    names = [name for name, _ in known if name]
    values = {value for _, value in known}
    found: dict[tuple[str, float | str], Evidence] = {}
    for file in files:
        for label, proof in tabled(file):
            if not any(label.startswith(name) or name.startswith(label[:60]) for name in names):
                found[(label[:60], "")] = proof
        for value, proof in carded(file):
            if value not in values:
                found[("", value)] = proof
    return found


def _name(fact: Fact) -> str:
    return beside_cell(fact) or fact.label if fact.form is Form.CELL else fact.label


def is_result(fact: Fact) -> bool:
    """Does a figure say what was or will be done for people?"""
    if fact.unit is Unit.COUNT:
        return not _of_sums(fact.words) and _counts(fact)
    if fact.unit is Unit.BARE:
        return counts_bare(fact) if fact.form is Form.CELL else counts_apart(fact)
    return fact.unit is Unit.PERCENT and fact.noun != "change" and share_of_good(fact)


@of_words
def _of_sums(fact: Words) -> bool:
    """Is it a line of money that lost its unit, or so many people among whom cases are counted?"""
    label = folded(fact.label)
    stands = _MILESTONE.match(fact.noun) is not None and label.endswith(" на")
    numbers = fact.form is not Form.CELL and _FIGURES.match(fact.noun) is not None
    if stands or numbers or _IMAGINED.search(label):
        return True
    return bool(_MONEY_NOUN.search(fact.noun) or _PER_SO_MANY.search(label))


def _is_macro(fact: Fact) -> bool:
    # "Обучено 1 150 безработных" is a deed, "численность безработных" an indicator.
    near = fact.label.rpartition(",")[2]
    done = "done" in lexicon("results").words.named(near)
    of = near if done else f"{fact.label} {fact.noun}"
    return bool(lexicon("macro").words.named(of) - {"housing"})


def _counts(fact: Fact) -> bool:
    words = lexicon("results").words
    own = words.named(_BY_PROGRAMME.sub(" ", folded(f"{fact.label} {fact.noun}")))
    if fact.form is not Form.CELL and lists_done(fact):
        return "not-result" not in words.named(fact.noun)
    if "not-result" in own or _TOOK_PART.search(folded(fact.label)) or _is_macro(fact):
        return False
    if fact.form is Form.CELL and _to_whom(fact):
        return False
    if fact.form is not Form.CELL and _PAID.search(folded(fact.whole)):
        return False
    if fact.form is Form.CELL:
        beside = words.named(beside_cell(fact))
        heads = words.named(f"{context(fact)} . {fact.column}")
        return bool((own | beside) & {"done", "indicator"}) or "indicator" in heads
    said = _WHO_THERE.sub(" ", _CALLED.sub(" ", fact.whole))
    if _TICKED.match(fact.whole) or "done" in words.named(said):
        return True
    over = context(fact)
    asked = fact.above[-1] if fact.above and fact.above[-1].rstrip().endswith("?") else ""
    if "done" in words.named(asked) and not words.named(asked) & {"not-result"}:
        return True
    return "indicator" in words.named(over) or _under_programme(fact, over)


def _to_whom(fact: Fact) -> bool:
    """How many of a group are paid in a table of support: "Получатели | Число | млн рублей"."""
    words = lexicon("results").words
    over = context(fact)
    grouped = lexicon("groups").words.named(fact.label) and helps(over)
    paid = grouped and len(fact.whole.split(" | ")) >= _PAID_ROW
    told = "done" in words.named(fact.label) or "indicator" in words.named(over)
    return bool(paid) and not told


def _under_programme(fact: Fact, over: str) -> bool:
    """A short line of a programme's card: "Школа рядом / 112,0 млрд ₽ / 6 800 мест за партами"."""
    return len(fact.whole) <= _CARD and not fact.label and "программ" in folded(over)
