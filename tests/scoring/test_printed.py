from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.dating.printed import Said, days, plausible, said, without_days
from scoring.dating.telling import alone
from scoring.model import Evidence

GENITIVE = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
NOMINATIVE = [
    "Январь",
    "Февраль",
    "Март",
    "Апрель",
    "Май",
    "Июнь",
    "Июль",
    "Август",
    "Сентябрь",
    "Октябрь",
    "Ноябрь",
    "Декабрь",
]
FORMS = (
    lambda d: f"{d.day} {GENITIVE[d.month - 1]} {d.year} г.",
    lambda d: f"{d.day} {GENITIVE[d.month - 1]} {d.year} года",
    lambda d: f"«{d.day:02}» {GENITIVE[d.month - 1].upper()} {d.year}",
    lambda d: f"{NOMINATIVE[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{d.day} {NOMINATIVE[d.month - 1]} {d.year}",
    lambda d: f"{d.day} {NOMINATIVE[d.month - 1][:3].lower()} {d.year}",
    lambda d: f"{d:%d.%m.%Y}",
    lambda d: f"{d.day}.{d.month}.{d.year}",
    lambda d: f"{d:%d.%m.%y}",
    lambda d: f"{d:%d/%m/%Y}",
    lambda d: d.isoformat(),
    lambda d: f"{d.day}\u00a0{GENITIVE[d.month - 1]}\u202f{d.year}",
)


@given(st.dates(date(2013, 1, 1), date(2039, 12, 31)), st.sampled_from(FORMS))
def test_a_day_is_read_in_every_form(day, form):
    assert [found.day for found in days(f"Опубликовано: {form(day)}, отдел")] == [day]


@given(st.text(alphabet="0123456789.-/ декабря2025года№", max_size=60))
def test_no_text_breaks_the_reader(text):
    for found in days(text):
        assert 0 <= found.start < found.end <= len(text)
    assert len(without_days(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "31.02.2025",
        "192.168.10.12",
        "36.10.25",
        "статья 264.1.2025.3",
        "99 декабря 2025",
        "2025 год",
        "1-2-3",
    ],
)
def test_what_is_not_a_day(text):
    assert days(text) == ()


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Опубликовано 15 декабря 2025", Said.PUBLISHED),
        ("Дата размещения: 15.12.2025", Said.PUBLISHED),
        ("Дата публикации на сайте: 15.12.2025", Said.PUBLISHED),
        ("Размещено: 12:30 15.12.2025", Said.PUBLISHED),
        ("Дата: 15.12.2025", Said.PUBLISHED),
        ("Обновлено 15.12.2025", Said.UPDATED),
        ("Последнее изменение страницы: 15.12.2025", Said.UPDATED),
        ("Бюджет для граждан, pdf, 2,3 Мб, 15.12.2025", Said.BARE),
        ("15 декабря 2025 года", Said.BARE),
        ("Закон от 12.12.2025 № 85-ЗО", Said.OTHER),
        ("12 декабря 2025 года № 85-ЗО", Said.OTHER),
        ("в редакции от 12.12.2025", Said.OTHER),
        ("по состоянию на 1 января 2026 года", Said.OTHER),
        ("исполнено на 01.01.2026", Said.OTHER),
        ("принят 12.12.2025", Said.OTHER),
        ("слушания состоятся 12.12.2025", Said.OTHER),
        ("замечания принимаются до 12.12.2025", Said.OTHER),
    ],
)
def test_what_happened_on_the_day(text, meaning):
    assert said(text, days(text)[0]) is meaning


def test_implausible_days():
    until = date(2026, 11, 20)
    assert plausible(date(2026, 11, 20), until)
    assert not plausible(date(2026, 11, 21), until)
    assert not plausible(date(2012, 12, 31), until)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Министерство финансов Республики Ламанай, 12 ноября 2026 г.", True),
        ("Департамент финансов Шуйгинской области · 12.11.2026", True),
        ("12 ноября 2026 года. К проекту закона о бюджете", True),
        ("Министерство финансов внесло проект 12 ноября 2026 г.", False),
        ("12.11.2026. Долг составит 5 млрд рублей", False),
    ],
)
def test_a_line_of_whose_it_is_and_the_day(line, shown):
    assert bool([*alone(line, date(2026, 12, 31), Evidence("c0", "http://x.invalid/"))]) is shown
