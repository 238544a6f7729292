import pytest

from scoring.checks.glossary import Glossary
from scoring.model import Stage, Table

CHECK = Glossary(kind="glossary", many=5, some=0.5)
FIVE = """
# Глоссарий
Бюджет — план доходов и расходов на год.
Дефицит бюджета — превышение расходов над доходами.
Профицит бюджета — превышение доходов над расходами.
Дотация — помощь другому бюджету без условий.
Субвенция — деньги на переданные полномочия.
"""
# Every text holds the number of definitions beside it.
TEXTS = {
    "Бюджет — это план доходов и расходов области.": 1,
    "Дотация – межбюджетный трансферт, предоставляемый на безвозмездной основе.": 1,
    "Субсидии - средства, предоставляемые на условиях долевого финансирования": 1,
    "ПРОФИЦИТ БЮДЖЕТА — превышение доходов над расходами": 1,
    "Бюджет (от французского bougette – кошелёк) – форма образования денежных средств.": 1,
    "Под дефицитом бюджета понимается превышение расходов над доходами.": 1,
    "Дефицит – превышение расходов над доходами Профицит – превышение доходов над расходами": 2,
    "Налог на имущество — платёж, который вносят владельцы зданий и земли.": 1,
    "- Закон о бюджете — главный денежный документ области на год.": 1,
    # What has the form and defines nothing.
    "Доходы — 36 млрд рублей": 0,
    "Доходы бюджета — 36,4 млрд рублей, расходы бюджета — 38,2 млрд рублей": 0,
    "Дефицит — около 2 процентов доходов": 0,
    "Налоговые доходы — 68,1 % Неналоговые доходы — 2,3 %": 0,
    "Главная задача бюджета — поддержать семьи с детьми.": 0,
    "Расходы на образование — главный приоритет": 0,
    "Каждая строка закона — деньги, которые кто-то должен получить.": 0,
    "Бюджет области — самый большой за всю историю": 0,
    "Бюджет на 2026 год — это 36 млрд рублей": 0,
    "Министр — Иванов Иван Иванович": 0,
    "Томск — Новосибирск": 0,
    "# Глоссарий\n# Доходы\nДоходы области вырастут.": 0,
    "Глоссарий": 0,
    # Terms above their meanings, as brochures set them.
    "# Словарь\nДефицит бюджета\nПревышение расходов бюджета над его доходами.": 1,
    "# Словарик\nМежбюджетные трансферты деньги, которые один бюджет передаёт другому.": 1,
    "# Словарик\nПлан сумма, которую закон разрешил потратить.": 1,
    "Дефицит бюджета превышение расходов над доходами": 0,
}


@pytest.mark.parametrize(("text", "count"), TEXTS.items(), ids=str)
def test_definitions_are_known_by_their_form(brochure, text, count):
    answer = CHECK(brochure(text), Stage.ADOPTED)
    assert answer.value == (0.5 if count else 0)
    assert len(answer.evidence) == max(count, 1)
    assert all(e.quote for e in answer.evidence) == bool(count)


def test_five_are_a_glossary(brochure):
    answer = CHECK(brochure(FIVE), Stage.ADOPTED)
    assert answer.value == 1
    assert answer.evidence[0].quote == "Бюджет — план доходов и расходов на год."


def test_one_term_five_times_is_one(brochure):
    text = "\n".join(["Бюджет — это план доходов и расходов.", "Бюджета — это план."] * 3)
    assert CHECK(brochure(text), Stage.ADOPTED).value == 0.5


def test_a_table_of_terms(brochure):
    rows = (
        ("Термин", "Что значит"),
        ("Бюджет", "форма образования и расходования денежных средств"),
        ("Казна", "деньги и вещи, которые принадлежат области"),
    )
    answer = CHECK(brochure("Слова", Table(rows, "page=2")), Stage.ADOPTED)
    assert (answer.value, len(answer.evidence)) == (0.5, 2)


def test_a_table_of_sums_defines_nothing(brochure):
    rows = (("Показатель", "Сумма"), ("Доходы", "36 400,5"), ("Дефицит", "2 млрд рублей"))
    assert CHECK(brochure("Слова", Table(rows, "page=2")), Stage.ADOPTED).value == 0


def test_the_parameters_are_the_rubrics(brochure):
    strict = Glossary(kind="glossary", many=6, some=0.25)
    assert strict(brochure(FIVE), Stage.ADOPTED).value == 0.25
    with pytest.raises(ValueError, match="below 1"):
        Glossary(kind="glossary", some=1)
