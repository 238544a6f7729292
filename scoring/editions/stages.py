"""Which moment of a budget's life a piece of text speaks of: its draft, its law, its outcome."""

from dataclasses import dataclass

from scoring.language.ru.folded import any_of, folded
from scoring.language.ru.signs import may_hold
from scoring.model import Stage
from scoring.remembered import of_text

_BUDGET = r"(?:[а-я-]+\s+){0,5}?бюджет\w{0,2}"
_TO = r"(?:(?:к|по|на\s+основе|на\s+основании)\s+)?"
_EXECUTED = any_of(
    rf"{_TO}(?:проект\w{{0,2}}\s+)?(?:закон|отчет)\w{{0,2}}\s"
    r"(?:(?!\bоб?\s)[\s\S]){0,110}?\bоб\s+исполнении\b",
    rf"\bоб\s+исполнении\b(?:\s+закон\w{{0,2}}\b(?:[^.\n]{{0,90}}?\bоб?\s+{_BUDGET})?)?",
    rf"исполнени\w+\s+{_BUDGET}|исполненн\w+\s+бюджет|бюджет\w*\s+(?:[а-я\d-]+\s+){{0,6}}исполнен",
    r"исполнени[еяю]\s+(?:за\s+)?20\d\d|исполнени[еяю]\b(?=\W*$)|как\s+(?:(?:был|мы|его|бюджет)\s+)?исполн(?:ен|ил|ял)",
    r"(?:годов\w+\s+)?отчет(?!ност)\w*\s+(?:об?\s+исполнени|за\s+20|20\d\d)",
    r"(?:к|на основе)\s+(?:годово\w+\s+)?отчет\w+",
    rf"итог\w*\s+(?:исполнени\w*|{_BUDGET}|20\d\d|года|за)|бюджет\w*\s+за\s+20\d\d",
    r"for the year ended|execution|executed|outturn|annual report",
)
_AMENDED = any_of(
    r"(?:проект\w*\s+)?(?:закон\w*\s+)?(?:[а-я-]+\s+){0,3}о\s+внесении\s+изменени\w+"
    r"(?:\s+в(?:\s+областной)?\s+закон\w*)?",
    r"с\s+учетом\s+(?:[а-я]+\s+){0,2}(?:изменени|уточнени|поправ)\w+|в\s+(?:новой\s+)?редакции",
    r"уточненн\w+\s+(?:[а-я]+\s+)?бюджет",
    r"(?:уточнени|изменени|корректировк)\w+\s+(?:в\s+)?(?:закон|бюджет)\w*",
)
_DRAFT = any_of(
    rf"{_TO}проект(?:а|у|е|ом)?\s+(?:[а-я-]+\s+){{0,5}}?"
    rf"(?:закон\w{{0,2}}\b(?:[^.\n]{{0,90}}?\bоб?\s+{_BUDGET})?|бюджет(?:а|ы|у|ов)?\b)",
    r"законопроект\w*|(?:к|по|на основе|на основании)\s+проект[уеа]\b",
    r"\bпроект(?:а|у|е)?\s+на\s+20\d\d|[(,:-]\s*проект\s+20\d\d|\(проект\)|[-,:]\s*проект(?:\W*$|\s*\()|^\W*проект\W*(?:\d|$)",
    r"планируем\w+\s+бюджет|публичн\w+\s+слушани\w+\s+по",
    r"внесен\w*\s+(?:в|на рассмотрение)\b",
    r"draft (?:law|budget|regional)|budget proposal|\bbill\b",
)
_ADOPTED = any_of(
    r"(?:к|на\s+основе|на\s+основании|основан\w*\s+на)\s+(?:[а-я-]+\s+){0,3}закон(?:у|а|е)\b",
    rf"закон\w{{0,2}}\s+(?:[^.\n]{{0,90}}?\s)?\"?об?\s+{_BUDGET}|утвержденн\w*\s+{_BUDGET}",
    r"утвержден\w*\s+(?:закон|бюджет)\w*|бюджет\w*\s+(?:[а-я-]+\s+){0,4}утвержден",
    r"принят\w*\s+(?:закон|бюджет)\w*|первоначальн\w+\s+(?:[а-я]+\s+)?бюджет",
    r"\bзакон\w{0,2}\s+(?:[а-я-]+\s+){0,3}от\s+\d{1,2}[.\s][^№\n]{4,25}№\s?\d+\s?-\s?[а-я]+",
    r"^\W*(?:закон|утвержден\w*)\W*(?:\d|$)|\((?:закон|утвержденн\w*|принят\w*)\)|[-,:]\s*(?:[а-я]+ой\s+)?закон(?:\W*$|\s*[,(])",
    r"approved|adopted|enacted|\blaw\b",
)
_FILE = (
    (Stage.EXECUTED, any_of(r"isp(?:oln|_|\b)|otch[eo]?t|исполн|отчет|execution|itogi|итоги")),
    (Stage.DRAFT, any_of(r"pro[ej]+[ck]t|\bпроект|draft|zakonopro")),
    (Stage.ADOPTED, any_of(r"zakon|\bзакон|utver[zj]?h?d|утвержд|approved|adopted|utochn|уточн")),
)
_TOTAL = r"(?:доход|расход|дефицит|профицит)\w{0,3}\b[^.\d]{0,60}"
_PAST = any_of(
    r"исполнен[ыоа]?\s+(?:в\s+(?:сумме|объеме)|на\s+\d)|исполнено\s+за\s+20",
    r"фактическ\w+\s+(?:поступ|исполн)|кассов\w+\s+(?:исполн|расход)",
    r"(?:поступил|потратил|израсходова[лн]|получил|собра[лн])\w*\s+[^.]{0,60}\d",
    rf"{_TOTAL}(?:составил[аио]?|выросли|снизились|сложил\w*)\b",
)
_FUTURE = any_of(
    rf"{_TOTAL}(?:составят|составит|запланир\w+|планиру\w+|прогнозир\w+|предусм\w+|определен\w*)\b",
    r"\b(?:пойдет|пойдут|направят|потратят|вырастут|увеличатся)\b",
)
_OF_BILL = any_of(
    r"проект\w*\s+(?:[а-я]+\s+)?(?:бюджета|закона)\s+"
    r"(?:[^.]{0,60}20\d\d|(?:[а-я]+\s+)?(?:предусм|сформ|предлаг|план))",
    r"законопроект\w*\s+(?:предусм|предлаг|внесен)|предлагается\s+(?:утвердить|направить)",
    r"в\s+проекте\s+(?:областного\s+|краевого\s+)?бюджета",
)
_OF_LAW = any_of(
    r"закон(?:ом|е|а)?\s+[^.]{0,50}о(?:б)?\s+(?:[а-я]+\s+)?бюджете[^.]{0,80}20\d\d",
    r"утвержден\w*\s+(?:в\s+(?:сумме|объеме)|закон|расход|доход)",
    r"бюджет\s+(?:[а-я]+\s+){0,4}(?:утвержден|принят)",
)
_DAYS = "февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
_REPORT = r"(?:отчет|информаци|сведени|данн|справк|исполнени|мониторинг|показател)"
_INYEAR = any_of(
    r"\b(?:1|i|перв\w+|2|ii|втор\w+|3|iii|трет\w+|4|iv)\s*-?(?:й|ый|ое|ого)?\s*"
    r"(?:квартал|полугоди)",
    r"квартал\w*|полугоди\w*|\b(?:3|6|9|трех|шести|девяти|10|11)\s*(?:-ти\s*)?месяц",
    rf"(?:ежемесячн|ежеквартальн)\w*\s+(?:[а-я]+\s+)?{_REPORT}|{_REPORT}\w*\b[^.\n]{{0,60}}"
    rf"\b(?:ежемесячн|ежеквартальн)|за\s+(?:январь|февраль)|на\s+1\s+(?:{_DAYS})",
    r"на\s+0?1\.(?:0[2-9]|1[0-2])\.20\d\d",
)


LONGEST = 2000
"""Letters in which a title page, a heading or a row names its stage."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stage a text names, and the words that name it."""

    stage: Stage
    quote: str
    start: int


def marks(text: str) -> tuple[Mark, ...]:
    """The stages ``text`` names, each once, in order; "проект закона об исполнении" is executed.

    A law's amendment is of the law: "к проекту закона о внесении изменений" is adopted.
    """
    return _marks(text[:LONGEST])


@of_text
def _marks(text: str) -> tuple[Mark, ...]:
    plain = folded(text)
    found: dict[Stage, Mark] = {}
    for stage, pattern in (
        (Stage.EXECUTED, _EXECUTED),
        (Stage.ADOPTED, _AMENDED),
        (Stage.DRAFT, _DRAFT),
        (Stage.ADOPTED, _ADOPTED),
    ):
        if not may_hold(pattern, plain):
            continue
        matches = tuple(pattern.finditer(plain))
        for match in matches:
            mark = Mark(stage, text[match.start() : match.end()].strip(), match.start())
            if stage not in found or mark.start < found[stage].start:
                found[stage] = mark
        if matches:
            plain = pattern.sub(lambda m: "#" * len(m[0]), plain)
    return tuple(sorted(found.values(), key=lambda mark: mark.start))


def in_file_name(name: str) -> Stage | None:
    """The stage a file name or address tells, transliterated as officials do."""
    plain = folded(name)
    return next((stage for stage, pattern in _FILE if pattern.search(plain)), None)


def in_prose(text: str) -> Mark | None:
    """The stage running text keeps speaking of: at least twice, and twice as often as any other.

    What came in and went out is told in the past tense; a text that speaks of the future at
    least as often is not about an outcome.
    """
    plain = folded(text)
    told = ((Stage.EXECUTED, _PAST), (Stage.DRAFT, _OF_BILL), (Stage.ADOPTED, _OF_LAW))
    counts = [(len(found), stage, found) for stage, p in told if (found := [*p.finditer(plain)])]
    counts.sort(key=lambda count: -count[0])
    if not counts or counts[0][0] < 2 or (len(counts) > 1 and counts[0][0] < 2 * counts[1][0]):
        return None
    often, stage, found = counts[0]
    if stage is Stage.EXECUTED and len(_FUTURE.findall(plain)) >= often:
        return None
    return Mark(stage, text[found[0].start() : found[0].end()], found[0].start())


def within_year(text: str) -> str:
    """The words that make a report one of a part of the year, "" when it is of the whole."""
    match = _INYEAR.search(folded(text))
    return text[match.start() : match.end()] if match else ""
