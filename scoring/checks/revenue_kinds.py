"""Which kinds of revenue a figure is of: tax, non-tax, grants."""

import re

from scoring.checks.figures import context
from scoring.checks.subject import says_something, subject
from scoring.facts import Form, Unit, Words
from scoring.facts.quantity import quantities
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.remembered import of_text, of_words

# A bar or a row of a chart: "Налоговые 29,8", "111 из них налоговые",
# "в том числе налоговые", "Неналоговые / Non-tax".
_ALONE = (
    r"^[\W\d⁰¹²³⁴-⁹]*(?:(?:в том числе|в т\. ?ч|из них|всего|итого|прочие|а также|и|"
    r"собственные(?: доходы)?)\W+)*{}"
    r"\W*(?:[a-z\W]+)?$"
)
_SHORT = {
    kind: re.compile(_ALONE.format(f"(?:{words})"))
    for kind, words in (
        ("tax", r"налоговы[ехй]\w?|налог(?:и|ов)(?: и сборы| и акцизы)?|собранные налоги"),
        (
            "non-tax",
            r"неналоговы[ех]|не налоговые|аренд\w+(?:,| и) штраф\w+|штраф\w+(?:,| и) аренд\w+",
        ),
        (
            "grants",
            r"безвозмездны[ех](?: (?:перечислени|поступлени)[яй])?|"
            r"из федерального бюджета|федеральный бюджет|федеральн\w+ деньги|"
            r"(?:деньги |средства |помощь |пришло )?(?:из|от) (?:москвы|столицы|центра|федерации|"
            r"страны)|"
            r"москва|федерация|федеральн\w+ центр|трансферты",
        ),
    )
}
_OWN = {"own", "non-tax"}
# Owed, forgiven or lost: no revenue.
_NOT_PAID = re.compile(
    r"недоимк|задолженност|\bдолг|льгот|вычет|налогов\w+ расход|выпада|недопоступ|невыясн|возврат|"
    r"расход\w* "
)
# What a federal grant is for: then it is one of many, not all of them.
_PURPOSE = re.compile(
    r"\b(?:на|для) (?:этого )?(?!20|год|треть|област|регион|кра[йея]|республик|округ|нас\b|"
    r"бюджет|сумм|"
    r"душу|жител|одного|кажд|общ|уровн|\d)(?:[а-я]+ ){0,2}(?:школ|дорог|больниц|строит|ремонт|"
    r"лекарств|"
    r"жил[ьи]|поддержк|выплат|реализац|проект|закупк|мост|объект|развити|переселен|питани|сел|"
    r"садик|"
    r"газ|вод|оплат|пособи|покупк|создани|благоустр)"
)
_SOURCES = re.compile(
    r"аренд|штраф|дивиденд|имуществ|продаж\w+ (?:земл|имуществ|акций)|плат\w+ за|природ\w+ ресурс"
)
_OF_SOURCES = 2
# "Налоговые: 34,1 млрд рублей - их платят граждане": the words before the colon name the kind.
_LEAD = re.compile(r"([^:\d]{3,60}):\s*\d")
_COLON = re.compile(r":\s*\d")
# Behind a sum its parts begin: "46,3 млрд рублей, в том числе НДФЛ".
_ITS_PARTS = re.compile(
    r"^\W*(?:в том числе|в т\W{0,2}ч|из (?:них|которых)(?!\s*(?:-|это\b))|включая)\b"
)
# "На каждые три рубля область получает один".
_OF_A_SAYING = 100
_RATE = re.compile(r"\bставк|\bот (?:зарплат|заработ|цены|стоимост)")
# What towns and districts earn is no revenue of the region.
_THEIRS = re.compile(
    r"\b(?:доход\w*|поступлени\w+)(?: в)? (?:бюджет\w* )?(?:местн\w+ бюджет|муниципал|район|"
    r"(?:городск|сельск)\w+ (?:поселени|округ))|"
    r"\bбюджет\w* (?:[а-я]+ ){0,2}(?:областн|краев|районн|региональн)\w+ центр"
)
# Names grants have where revenue is listed.
_COMING = re.compile(
    r"^\W*(?:(?:все |прочие )?(?:межбюджетн\w+ )?трансферты|дотации\W+субсидии|"
    r"межбюджетн\w+ (?:поступлен|"
    r"перечислен)|помощь|финансов\w+ помощь|(?:помощь|перечислени|поступлени|деньги|средства) "
    r"(?:из|от) друг\w+)"
)
_REVENUE = re.compile(r"\bдоход|поступлени|откуда|из чего|источник|пришл|приход")
_SPENDING = re.compile(r"\bрасход|местн\w+ бюджет|муниципал|\bрайон")
# «Иные неналоговые доходы» are a row of them; «аренда, штрафы и прочие неналоговые» are all.
_REST = re.compile(r"^\W*(?:ины|проч|друг|остальн)\w+ (?:налогов|неналогов)")
_OTHERS = re.compile(
    r"^\W*(?:штрафы\W+(?:и )?)?(?:иные|прочие|остальные|другие) (?:доход|налог|неналог|безвозмезд|"
    r"поступлен|платеж|сбор|штраф|перечислен)"
)
# The federation gives, or money comes from it, in whatever order that is said.
_ABOVE_US = (
    r"(?:москв\w+|столиц\w+|федераци\w+|федеральн\w+ (?:бюджет|центр|казн|правительств)\w*|"
    r"центр[аеу]?\b|"
    r"государств[оа]\b|росси\w+|стран[аыуе]\b)"
)
_GIVES = (
    r"(?:дал|дает|даст|дадут|добав|присл|присыл|пришл|посыл|шл[ею]т|перечисл|выдел|подар|помо[гж]|переда|направ|покро|"
    r"компенсир|возмест|отправ)\w*"
)
_COMES = (
    r"(?:прид|приш|приход|поступ|теч|получ|прибы|приплы|перечисл|присл|идет|привез|достан|"
    r"достал)\w*"
)
_WORDS = r"\W+(?:[а-я]+\W+){0,3}?"
_GIVEN = re.compile(
    rf"\b{_ABOVE_US}{_WORDS}{_GIVES}|\b{_GIVES}{_WORDS}{_ABOVE_US}|"
    rf"\b(?:из|от) {_ABOVE_US}{_WORDS}{_COMES}|\b{_COMES}{_WORDS}(?:из|от) {_ABOVE_US}"
)
_TAXES = re.compile(r"\bналог(?:и|ов|ами|ам)\b(?!\s+(?:на|по|с|за)\b)")


@of_words
def kinds(fact: Words) -> frozenset[str]:
    """The kinds of revenue a figure is of; a sentence with one figure is of it as a whole."""
    label = _own(fact.label)
    plain = folded(label)
    if _is_theirs(fact) or (fact.unit is Unit.PERCENT and _RATE.search(folded(fact.whole))):
        return frozenset()
    if short := _alone(plain) or _alone(_lead(fact)):
        return short
    if _is_another(plain) or (fact.unit is not Unit.PERCENT and "за счет" in plain):
        return frozenset()
    behind = "" if _ITS_PARTS.match(folded(fact.after)) else fact.after
    named = _named(label) or _named(behind) or _listed(fact)
    if not named and fact.form is Form.PROSE and _only_one(fact.whole):
        named = lexicon("revenue").words.named(fact.whole) or _named(_question(fact))
    if not named:
        named = _named(subject(fact))
    if "grants" not in named:
        return named
    said = folded(f"{fact.label} {fact.after}" if fact.form is Form.CELL else fact.whole)
    return named - {"grants"} if _PURPOSE.search(said) else named


@of_text
def _is_another(plain: str) -> bool:
    """Does a label name the rest of a kind, or what is no revenue?"""
    rest = _REST.match(plain) or (_OTHERS.search(plain) and "налогов" not in plain)
    return bool(rest or _NOT_PAID.search(plain))


@of_text
def _alone(plain: str) -> frozenset[str]:
    return frozenset(kind for kind, form in _SHORT.items() if form.match(plain))


def _lead(fact: Words) -> str:
    """The words before the only colon with a figure: of several each figure has its own."""
    plain = folded(fact.whole) if fact.form is Form.PROSE and ":" in fact.whole else ""
    lead = _LEAD.match(plain)
    return lead[1] if lead and len(_COLON.findall(plain)) == 1 else ""


def _is_theirs(fact: Words) -> bool:
    """Is it told of local budgets: by its own words, those that open its list, or the heading?"""
    lead = fact.whole.partition(":")[0] if fact.form is Form.PROSE else ""
    said = (fact.label, lead, *fact.above[-2:])
    return any(map(_names_theirs, said)) and not any("консолид" in folded(text) for text in said)


@of_text
def _names_theirs(text: str) -> bool:
    return _THEIRS.search(folded(text)) is not None


@of_text
def _own(label: str) -> str:
    """The words behind the lead of a list: "Доходы обеспечены за счёт: налогов в сумме"."""
    own = label.rpartition(":")[2]
    return own if says_something(own) else label


def _listed(fact: Words) -> frozenset[str]:
    """Where revenue is listed: sources of non-tax revenue one by one, grants by their kinds."""
    said = _names_sources(fact.label)
    if fact.form is Form.PROSE and (all_of_it := _names_sources(fact.whole)) != said:
        # Of one figure the whole sentence tells.
        said = all_of_it if len(quantities(fact.whole)) == 1 else said
    if said == "sources":
        return frozenset({"non-tax"})
    if fact.form is not Form.CELL and _GIVEN.search(folded(f"{fact.label} {fact.after}")):
        return frozenset({"grants"})
    if said != "grants":
        return frozenset()
    over = folded(context(fact))
    of_revenue = _REVENUE.search(over) and not _SPENDING.search(over)
    return frozenset({"grants"}) if of_revenue else frozenset()


@of_text
def _names_sources(text: str) -> str:
    """Does a text name "sources" of non-tax revenue, or "grants" as lists of revenue call them?"""
    plain = folded(text)
    if len(set(_SOURCES.findall(plain))) >= _OF_SOURCES and not _TAXES.search(plain):
        return "sources"
    return "grants" if _COMING.search(plain) else ""


@of_text
def _only_one(sentence: str) -> bool:
    """Does a sentence tell one figure, single roubles of a saying apart?"""
    told = quantities(sentence)
    return sum(q.unit is not Unit.MONEY or q.value > _OF_A_SAYING for q in told) == 1


def _question(fact: Words) -> str:
    """What was asked where a figure answers: "А неналоговые доходы?"."""
    return fact.above[-1] if fact.above and fact.above[-1].rstrip().endswith("?") else ""


@of_text
def _named(text: str) -> frozenset[str]:
    """Topics of a text; taxes in the plural, of nothing in particular, are all of them."""
    topics = lexicon("revenue").words.named(text)
    return topics | ({"tax"} if not topics & _OWN and _TAXES.search(folded(text)) else set())
