import pytest

from scoring.checks.contacts import Contacts
from scoring.model import PageLink, Stage, Table

CHECK = Contacts(kind="contacts", full=2, some=0.5)
PHONES = (
    "Телефон: +7 (3822) 51-23-45",
    "Звоните: 8 (800) 555-35-35",
    "тел. (3822) 51-23-45",
    "8-3822-51-23-45",
    "+73822512345",
    "8 (38-22) 51-23-45",
    "тел. 51-23-45",
    "Тел/факс: 8(3452)24-24-24",
    "8 800 555 35 35",
)
MAILS = ("Пишите: minfin@tomsk.gov.ru", "minfin(at)mail.ru", "почта бюджет@минфин.рф")
ADDRESSES = (
    "634050, г. Томск, пл. Ленина, д. 6",
    "Адрес: г. Томск, проспект Ленина, 111",
    "620075, Свердловская область, Екатеринбург, проспект Ленина, 34",
    "101000, Москва, Ильинка, 9",
)
NOTHING = (
    "ИНН 7017069388, КПП 701701001, ОГРН 1027000853978",
    "ОКАТО 80401000000, ОКТМО 69701000001",
    "КБК 182 1 01 02010 01 1000 110",
    "Доходы 8 123 456 789,5 тыс. рублей",
    "Расходы 73 822 512 345 рублей",
    "Школа по ул. Ленина, д. 5 — 786,4 млн рублей",
    "Ремонт дороги по улице Мира, 15 км, 900001 тыс. рублей",
    "Население 634050 человек, 15 районов",
    "на 2027 год (512) 345-67-89",
    "Разработка сайта — веб-студия «Пиксель», тел. +7 (495) 111-22-33, info@pixel.ru",
    "Разработка сайта\n+7 (495) 111-22-33",
    "Техническая поддержка портала: +7 (495) 111-22-33",
    "картинка@2x.png",
)


@pytest.mark.parametrize("text", [*PHONES, *MAILS, *ADDRESSES])
def test_one_kind_is_a_half_and_is_quoted(brochure, text):
    answer = CHECK(brochure(text), Stage.ADOPTED)
    assert answer.value == 0.5
    assert len(answer.evidence) == 1
    assert answer.evidence[0].quote in text


@pytest.mark.parametrize("text", NOTHING)
def test_other_numbers_and_other_peoples_contacts_do_not_count(brochure, text):
    assert CHECK(brochure(text), Stage.ADOPTED).value == 0


def test_two_kinds_are_full_marks(brochure):
    answer = CHECK(brochure(f"{PHONES[0]}, {MAILS[0]}"), Stage.ADOPTED)
    assert answer.value == 1
    assert "почтовый адрес" in answer.reason.split("Нет:")[1]


def test_two_phones_are_one_kind(brochure):
    assert CHECK(brochure("\n".join(PHONES)), Stage.ADOPTED).value == 0.5


def test_our_own_beside_the_studios(brochure):
    text = (
        "Министерство финансов, тел. +7 (3822) 51-23-45. Разработка сайта: Пиксель, info@pixel.ru"
    )
    answer = CHECK(brochure(text), Stage.ADOPTED)
    assert (answer.value, "pixel" in str(answer.evidence)) == (0.5, False)
    after = "Разработка сайта: info@pixel.ru. Министерство финансов, тел. +7 (3822) 51-23-45"
    assert CHECK(brochure(after), Stage.ADOPTED).value == 0.5


def test_the_foot_of_a_page_and_tables_are_looked_at(make):
    make.page("")
    table = Table((("Телефон", "+7 (3822) 51-23-45"),), "table=1")
    make.edition(make.file("_ minfin@tomsk.gov.ru", table, role="page", media="text/html"))
    assert CHECK(make.dossier(), Stage.ADOPTED).value == 1


@pytest.mark.parametrize(
    ("href", "text", "value"),
    [
        ("/reception", "Интернет-приёмная", 0.5),
        ("mailto:minfin@tomsk.gov.ru", "написать", 0.5),
        ("mailto:info@pixel.ru", "Веб-студия «Пиксель»", 0),
        ("/budget", "Бюджет для граждан", 0),
    ],
)
def test_a_form_counts_as_mail(make, href, text, value):
    make.page("")
    links = (PageLink(href, text, text, "block=1"),)
    make.edition(make.file("Слова о бюджете", role="page", media="text/html", links=links))
    assert CHECK(make.dossier(), Stage.ADOPTED).value == value
