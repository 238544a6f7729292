"""Whose words are these: last year's, another region's, or its own?"""

from dataclasses import replace

import pytest

from crawler.model import Name
from scoring.model import Stage
from scoring.sign import Holds
from scoring.signals.copied_from_last_year import copied_from_last_year
from scoring.signals.shared_template import shared_template
from scoring.signals.templates import Templates

OURS = """Доходы областного бюджета в {y} году составят {n},4 млрд рублей и вырастут на {n} процентов.
Больше всего денег, {n} млрд рублей, пойдёт на школы, детские сады и колледжи нашей области.
За год мы починим {n} километров дорог и построим мост через реку у села Подгорного.
Семьи с детьми получат пособия, их размер с 1 января {y} года станет больше на {n} процента.
В районных больницах появятся новые аппараты, на них предусмотрено {n} млн рублей из бюджета области.
На поддержку фермеров и небольших предприятий область направит {n} млн рублей в течение года.
Долг области к концу {y} года не превысит {n} млрд рублей, проценты по нему невелики.
Жители сами выбрали {n} дворов и парков, которые приведут в порядок до осени следующего года.
"""
OTHER = """Главная наша забота в этом году состоит в том, чтобы в каждой деревне был свой врач.
Налоги платят в основном заводы, на них приходится больше половины всех поступлений в казну.
Мы потратим на лекарства столько, сколько нужно, и купим ещё десять машин скорой помощи.
Новая школа в Заречье примет детей первого сентября, рядом с ней откроется спортивная площадка.
Деньги на дороги распределили по просьбам жителей, начиная с самых разбитых участков в сёлах.
Учителям и воспитателям повысят зарплату, чтобы она была не ниже средней по всей нашей области.
Библиотеки и музеи получат деньги на ремонт, а театр кукол впервые поедет по дальним районам.
Каждый житель может предложить, что починить у него во дворе, и проголосовать за свой проект.
"""
GLOSSARY = "# Словарь терминов\n" + "\n".join(
    f"{word} — это деньги, которые бюджет получает или тратит по закону в течение одного года."
    for word in ("Доход", "Расход", "Дотация", "Субсидия", "Субвенция", "Налог", "Сбор", "Заём")
)


def two_years(make, now: str, then: str, stage=Stage.ADOPTED, was=None):
    make.page("")
    make.edition(make.file(now, path="bdg-2026.pdf"), stage=stage)
    earlier = make.edition(make.file(then, path="bdg-2025.pdf"), stage=was or stage)
    make.editions[-1] = replace(earlier, fiscal_year=make.editions[0].fiscal_year - 1)
    return copied_from_last_year(make.dossier(), stage)


@pytest.mark.parametrize("stage", list(Stage))
def test_last_years_words_with_new_figures(make, stage):
    told = two_years(make, OURS.format(y=2026, n=38), OURS.format(y=2025, n=3), stage)
    assert told.holds is Holds.MET
    assert "100%" in told.ru
    quotes = [e.quote for e in told.evidence]
    assert len(quotes) == 4
    assert quotes[0] != quotes[1]  # the figures are each year's own
    assert {e.url.rpartition("/")[2] for e in told.evidence} == {"bdg-2026.pdf", "bdg-2025.pdf"}


def test_a_draft_is_set_beside_last_years_law_where_there_is_no_draft(make):
    now, then = OURS.format(y=2027, n=38), OURS.format(y=2026, n=3)
    assert two_years(make, now, then, Stage.DRAFT, Stage.ADOPTED).holds is Holds.MET


def test_a_report_is_not_set_beside_a_law(make):
    now, then = OURS.format(y=2025, n=38), OURS.format(y=2024, n=3)
    assert two_years(make, now, then, Stage.EXECUTED, Stage.ADOPTED).holds is Holds.UNKNOWN


def test_a_text_of_this_year_is_its_own(make):
    assert two_years(make, OTHER, OURS.format(y=2025, n=3)).holds is Holds.UNMET


def test_the_same_glossary_every_year_is_no_copy(make):
    now, then = OTHER + GLOSSARY, OURS.format(y=2025, n=3) + GLOSSARY
    assert two_years(make, now, then).holds is Holds.UNMET
    make.editions.clear()
    assert two_years(make, GLOSSARY, GLOSSARY + "\nИ ещё одно слово.").holds is Holds.UNKNOWN


def test_half_of_it_repeated_is_no_copy(make):
    half = "\n".join(OURS.format(y=2026, n=5).splitlines()[:4])
    assert two_years(make, half + "\n" + OTHER, OURS.format(y=2025, n=3)).holds is Holds.UNMET


def test_the_same_file_under_both_years_is_one_file(make):
    make.page("")
    file = make.file(OURS.format(y=2026, n=5))
    make.edition(file)
    make.editions.append(replace(make.editions[0], fiscal_year=2025))
    assert copied_from_last_year(make.dossier(), Stage.ADOPTED).holds is Holds.UNKNOWN


def regions(make, *texts: tuple[str, str, str]):
    """Dossiers of regions (id, name, text), each with the edition of a law."""
    made = []
    for number, (ident, name, text) in enumerate(texts):
        own = type(make)()
        own.page("")
        for _ in range(number + 1):
            own.capture("other")
        own.edition(own.file(text))
        held = own.dossier()
        who = held.region.model_copy(update={"id": ident, "name": Name(ru=name, en=ident)})
        editions = tuple(replace(e, region=ident) for e in held.editions)
        made.append(replace(held, region=who, editions=editions))
    return made


def test_another_regions_words_with_own_name_and_figures(make):
    here = OURS.format(y=2026, n=38).replace("области", "Заозёрной области")
    there = (
        OURS.format(y=2026, n=7)
        .replace("области", "Приморского края")
        .replace("областного", "краевого")
    )
    held = regions(
        make,
        ("zaozerye", "Заозёрная область", here),
        ("pomorye", "Приморский край", there),
        ("lesnoy", "Лесной край", OTHER),
    )
    wave = Templates.of(held)
    told = [shared_template(d, Stage.ADOPTED, wave) for d in held]
    assert [t.holds for t in told] == [Holds.MET, Holds.MET, Holds.UNMET]
    assert "pomorye" in told[0].en
    assert told[0].evidence[0].quote != told[0].evidence[1].quote
    assert [
        t
        for d in reversed(held)
        for t in [shared_template(d, Stage.ADOPTED, Templates.of(reversed(held)))]
    ] == told[::-1]


def test_an_edition_alone_or_without_prose_is_unknown(make):
    alone = regions(make, ("zaozerye", "Заозёрная область", OURS.format(y=2026, n=3)))
    assert shared_template(alone[0], Stage.ADOPTED, Templates.of(alone)).holds is Holds.UNKNOWN
    short = regions(make, ("a", "А", "Коротко."), ("b", "Б", OTHER))
    assert shared_template(short[0], Stage.ADOPTED, Templates.of(short)).holds is Holds.UNKNOWN
