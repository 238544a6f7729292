"""The region's own days of the bill, the law and the report, as its pages and papers tell them."""

from datetime import date

import pytest

from scoring.calendar import owed
from scoring.dating.happened import Moment, happened
from scoring.dossier import assemble
from scoring.model import PageLink, Stage

HOME = "https://fin.region.invalid/"
LAW = "Закон Заозёрной области от 24.12.2025 № 201-з «Об областном бюджете на 2026 год и на плановый период 2027 и 2028 годов»"


def found(archive, region):
    told = happened(region, archive.captures, archive.documents)
    return {(h.moment.value, h.year): h.day for h in told}


def page(archive, text, url=HOME + "byudzhet/", **more):
    return archive.page(url, text, **more)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LAW, {("signed", 2026): date(2025, 12, 24)}),
        (
            "Закон области «О бюджете Заозёрной области на 2026 год» от 24 декабря 2025 г. № 201-з",
            {("signed", 2026): date(2025, 12, 24)},
        ),
        (
            "Закон от 03.07.2026 № 33-з «Об исполнении областного бюджета за 2025 год»",
            {("executed_law", 2025): date(2026, 7, 3)},
        ),
        (
            "Проект закона об областном бюджете на 2027 год внесён на рассмотрение в областную Думу 28 октября 2026 года.",
            {("submitted", 2027): date(2026, 10, 28)},
        ),
        (
            "Губернатор внёс проект бюджета на 2027 год в Законодательное собрание 28 октября.",
            {("submitted", 2027): date(2026, 10, 28)},
        ),
        (
            "Отчёт об исполнении областного бюджета за 2025 год представлен в областную Думу 29 мая 2026 года.",
            {("reported", 2025): date(2026, 5, 29)},
        ),
        (
            "Губернатор подписал закон об областном бюджете на 2026 год 24 декабря 2025 года.",
            {("signed", 2026): date(2025, 12, 24)},
        ),
        (
            "Бюджет для граждан. Окружной бюджет на 2026 год (закон от 25.12.2025 № 61-ОЗ), тыс. руб.",
            {("signed", 2026): date(2025, 12, 25)},
        ),
        (
            "22.12.2025. Губернатор подписал областной бюджет на 2026 год.",
            {("signed", 2026): date(2025, 12, 22)},
        ),
    ],
)
def test_a_day_told(archive, region, text, told):
    page(archive, f"# Документы\n\n{text}")
    assert found(archive, region) == told


@pytest.mark.parametrize(
    "text",
    [
        "Федеральный закон от 30.11.2025 № 419-ФЗ «О федеральном бюджете на 2026 год и на плановый период 2027 и 2028 годов»",
        "Закон области от 24.12.2025 № 202-з «О бюджете территориального фонда обязательного медицинского страхования на 2026 год»",
        "Закон области от 12.03.2026 № 14-з «О внесении изменений в закон „Об областном бюджете на 2026 год“»",
        "Закон области от 24.12.2025 № 203-з «О транспортном налоге»",
        "Закон области от 24.12.2024 № 201-з «Об областном бюджете на 2026 год»",  # a year off
        "Решение городской Думы от 24.12.2025 № 61 «О бюджете города на 2026 год»",
        "Проект закона об областном бюджете на 2027 год вносится в областную Думу не позднее 28 октября 2026 года.",
        "Проект закона об областном бюджете на 2027 год будет внесён в областную Думу 28 октября 2026 года.",
        "Проект бюджета города Заозёрска на 2027 год внесён в городскую Думу 28 октября 2026 года.",
        "Отчёт об исполнении областного бюджета за 2025 год направлен в Контрольно-счётную палату 14 апреля 2026 года.",
        "Проект закона об областном бюджете на 2027 год представлен на слушаниях 18 ноября 2026 года.",
        "Проект закона об областном бюджете на 2027 год внесён в Правительство 1 октября 2026 года.",
        "Отчёт об исполнении областного бюджета за первый квартал 2026 года направлен в Думу 29 апреля 2026 года.",
        "Закон об областном бюджете на 2026 год принят областной Думой 19 декабря 2025 года.",
    ],
)
def test_another_day(archive, region, text):
    page(archive, f"# Документы\n\n{text}")
    assert found(archive, region) == {}


def test_the_row_of_a_link(archive, region):
    link = PageLink("/npa/201.pdf", LAW, LAW, "block=2")
    page(archive, "# Законы\n\nСписок", links=(link,))
    assert found(archive, region) == {("signed", 2026): date(2025, 12, 24)}


def test_the_title_page_of_the_law_itself(archive, region):
    text = "# ЗАКОН\n\nЗАОЗЁРНОЙ ОБЛАСТИ\n\nот 24 декабря 2025 года № 201-з\n\nОб областном бюджете на 2026 год и на плановый период 2027 и 2028 годов\n\nПринят областной Думой 18 декабря 2025 года"
    archive.file(HOME + "npa/201.pdf", text)
    assert found(archive, region) == {("signed", 2026): date(2025, 12, 24)}


def test_a_law_dated_by_the_link_that_leads_to_it(archive, region):
    title = "# ЗАКОН ОБЛАСТИ\n\nОб областном бюджете на 2026 год и на плановый период 2027 и 2028 годов\n\nСтатья 1"
    archive.file(HOME + "npa/201.docx", title)
    words = "Закон области от 22 декабря 2025 г. № 201-з"
    page(archive, "# Бюджет", links=(PageLink("/npa/201.docx", words, words, "block=2"),))
    assert found(archive, region) == {("signed", 2026): date(2025, 12, 22)}


def test_a_link_to_another_paper_dates_no_budget(archive, region):
    archive.file(HOME + "npa/77.docx", "# ЗАКОН ОБЛАСТИ\n\nО пчеловодстве")
    words = "Закон области от 22 декабря 2025 г. № 77-з"
    page(archive, "# Законы", links=(PageLink("/npa/77.docx", words, words, "block=2"),))
    assert found(archive, region) == {}


def test_a_law_named_by_the_heading_over_it(archive, region):
    page(archive, "# Закон об областном бюджете на 2026 год\n\nЗакон от 17.12.2025 № 144-ЗРО")
    assert found(archive, region) == {("signed", 2026): date(2025, 12, 17)}


def test_a_news_item_gives_its_day_and_words_with_a_day_outweigh_it(archive, region):
    title = "# Проект областного бюджета внесён в Думу"
    news = f"{title}\n\n29.10.2026\n\nГубернатор внёс проект закона о бюджете на 2027 год."
    page(archive, news, HOME + "news/1/")
    assert found(archive, region) == {("submitted", 2027): date(2026, 10, 29)}
    text = "# Проект бюджета на 2027 год\n\nПроект внесён в областную Думу 28 октября 2026 года."
    page(archive, text)
    assert found(archive, region) == {("submitted", 2027): date(2026, 10, 28)}


def test_two_days_told_as_often_are_neither(archive, region):
    page(archive, f"# Законы\n\n{LAW}")
    page(archive, f"# Законы\n\n{LAW.replace('24.12', '25.12')}", HOME + "npa/")
    assert found(archive, region) == {}
    page(archive, f"# Законы области\n\n{LAW}", HOME + "arhiv/")
    assert found(archive, region) == {("signed", 2026): date(2025, 12, 24)}


def test_every_order_of_captures_gives_the_same(archive, region):
    page(archive, f"# Законы\n\n{LAW}")
    page(archive, f"# Законы области\n\n{LAW}", HOME + "npa/")
    there = happened(region, archive.captures, archive.documents)
    back = happened(region, archive.captures[::-1], archive.documents)
    assert there == back
    assert len(there[0].proof) == 2


def test_the_day_found_is_used_with_its_place_and_the_registry_goes_before_it(
    archive, region, make_region
):
    page(archive, f"# Законы\n\n{LAW}")
    due = assemble(region, "2026", date(2026, 12, 31), archive.captures, archive.documents).owed(
        Stage.ADOPTED
    )
    assert (due.event, due.assumed, due.full_until) == (
        date(2025, 12, 24), False, date(2026, 1, 23),
    )  # fmt: skip
    assert due.proof[0].quote.startswith("Закон Заозёрной области от 24.12.2025")
    stated = make_region(calendar={2026: {"signed": "2025-12-22"}})
    told = happened(stated, archive.captures, archive.documents)
    known = owed(stated, "2026", date(2026, 12, 31), told)[1]
    assert (known.event, known.assumed, known.proof) == (date(2025, 12, 22), False, ())


def test_the_law_bounds_the_draft_too(archive, region):
    law = LAW.replace("24.12.2025", "11.12.2026").replace("2026 год и", "2027 год и")
    page(archive, f"# Законы\n\n{law}", day="2026-12-20")
    draft = assemble(region, "2026", date(2026, 12, 31), archive.captures, archive.documents).owed(
        Stage.DRAFT
    )
    assert (draft.assumed, draft.half_until) == (True, date(2026, 12, 11))


def test_moments_are_the_fields_of_the_calendar(region):
    from crawler.model import FiscalCalendar

    assert {moment.value for moment in Moment} == set(FiscalCalendar.model_fields)
