"""docs/methodology.md, written from the rubric so that the two cannot part."""

import sys
from collections.abc import Iterator
from functools import cache
from importlib import resources

import yaml

from scoring.agreement import Agreement, measured
from scoring.beside import section
from scoring.rubric import Criterion, Rubric, Text, load

RUBRIC = "budget-for-citizens-2026.1"
OTHERS = ("obs-citizens-budget-2023", "pefa-2016-pi-9.8")

_STAGES = {
    "draft": Text(ru="проект", en="draft"),
    "adopted": Text(ru="закон", en="adopted"),
    "executed": Text(ru="отчёт", en="executed"),
}
_RULES = Text(
    ru="""Каждый критерий спрашивают о каждой стадии бюджета: о проекте, законе и отчёте. Ответ
бывает четырёх видов:

- **измерено** — мы посмотрели там, где издание должно быть, и ставим от 0 до 1; у оценки всегда
  есть доказательство, а ноль ссылается на просмотренные адреса;
- **неизвестно** — увиденного не хватает (сайт не отвечает, файл не читается); в оценку не входит,
  расширяет границы;
- **неприменимо** — вопрос не возникает; из суммы выходит;
- **ошибка** — сбой нашей программы; такой рейтинг не публикуется.

Не увидеть — не то же, что не найти: ноль за отсутствие ставится, только если сайт ответил и был
просмотрен. Если часть издания прочесть не удалось, найденное в остальной части — нижняя граница,
а ненайденное остаётся неизвестным.

Балл — среднее измеренных оценок по весам, от 0 до 100. Нижняя и верхняя границы считают каждый
неизвестный ответ наихудшим и наилучшим из возможных; балл никогда не лежит вне границ. Место
даётся, если измерено не меньше {share} веса, и показывается с промежутком: лучшее и худшее место,
возможное при любых значениях внутри границ.""",
    en="""Every criterion is asked of every stage of the budget: the draft, the law and the report.
There are four kinds of answer:

- **measured**: we looked where the edition should be and give 0 to 1; there is always evidence,
  and a zero cites the addresses searched;
- **unknown**: too little could be seen (the site does not answer, the file cannot be read); it is
  not in the score, it widens the bounds;
- **not applicable**: the question does not arise; it leaves the sum;
- **error**: our own program failed; such a rating is not published.

Not seen is not the same as not there: a zero for absence is given only when the site answered and
was searched. When a part of an edition could not be read, what was found in the rest is a lower
bound, and what was not found stays unknown.

The score is the mean of the measured values by weight, 0 to 100. The lower and upper bounds take
every unknown answer for the worst and the best it can be; the score never lies outside them. A
rank is given when at least {share} of the weight was measured, with its interval: the best and the
worst rank possible for any values within the bounds.""",
)
_WORDS = {
    "ru": ("Как считается балл", "Вес стадий", "Группы", "от", "Вес", "Зачем", "Как измеряется",
           "Что делать", "Основания", "версия", "черновик", "опубликована", "из",
           "Согласие с внимательным читателем"),
    "en": ("How a score comes about", "Weights of the stages", "Bands", "from", "Weight", "Why",
           "How it is measured", "What to do", "Grounds", "version", "draft", "published", "of",
           "Agreement with a careful reader"),
}  # fmt: skip
_AGREED = {
    "ru": ("из", "от", "до", "альфа Криппендорфа", "измерено",
           "Ниже порога 85 %: критерий показателен, но опираться только на него нельзя."),
    "en": ("of", "from", "to", "Krippendorff's alpha", "measured",
           "Below the bar of 85%: indicative, not to be leaned on alone."),
}  # fmt: skip


def page() -> str:
    """docs/methodology.md: our own rubric, its place among other methods, theirs as we ask them."""
    house = load(RUBRIC)
    beside = "\n".join((*section(house, "ru"), *section(house, "en")))
    return "\n---\n\n".join((markdown(house), beside, *(markdown(load(o)) for o in OTHERS)))


def markdown(rubric: Rubric) -> str:
    """The methodology in Russian and, below it, in English."""
    note = f"<!-- Made by `python -m scoring.methodology` from {rubric.id}.yaml; do not edit. -->"
    return (
        "\n".join((note, "", *_side(rubric, "ru"), "---", "", *_side(rubric, "en"))).rstrip() + "\n"
    )


def _side(rubric: Rubric, lang: str) -> Iterator[str]:
    w = _WORDS[lang]
    state = w[10] if rubric.status == "draft" else w[11]
    yield from (f"# {_in(rubric.title, lang)}: {w[9]} {rubric.version} ({state})", "")
    share = f"{rubric.min_coverage:.0%}".replace("%", " %" if lang == "ru" else "%")
    yield from (f"## {w[0]}", "", _in(_RULES, lang).replace("{share}", share), "")
    stages = (
        f"{_in(_STAGES[s], lang)} {_number(x, lang)}" for s, x in rubric.stage_weights.items()
    )
    yield from (f"{w[1]}: {', '.join(stages)}.", "")
    bands = (f"{_in(b.title, lang)} — {w[3]} {_number(b.since, lang)}" for b in rubric.bands)
    yield from (f"{w[2]}: {'; '.join(bands)}.", "")
    for dimension in rubric.dimensions:
        weight = f"{_number(dimension.weight, lang)} {w[12]} {_number(rubric.weight, lang)}"
        yield from (f"## {_in(dimension.title, lang)} ({weight})", "")
        for criterion in rubric.criteria:
            if criterion.dimension == dimension.id:
                yield from _criterion(criterion, lang)


def _criterion(criterion: Criterion, lang: str) -> Iterator[str]:
    w = _WORDS[lang]
    rule = _rule(criterion, lang)
    stages = ", ".join(_in(_STAGES[stage], lang) for stage in criterion.stages)
    yield from (f"### {_in(criterion.question, lang)}", "")
    yield from (f"`{criterion.id}` · {w[4]}: {_number(criterion.weight, lang)} · {stages}", "")
    for title, text in (
        (w[5], _in(criterion.why, lang)),
        (w[6], rule),
        (w[7], _in(criterion.remedy, lang)),
        (w[8], "; ".join(criterion.grounds) + "."),
    ):
        yield f"- **{title}.** {text}"
    if told := measured(RUBRIC).get(criterion.id):
        yield f"- **{w[13]}.** {_agreed(told, lang)}"
    yield ""


def _agreed(told: Agreement, lang: str) -> str:
    """Agreement in words, as: 24 из 29 (83 %, от 65 % до 92 %), альфа 0,76."""
    percent = "{:.0f} %" if lang == "ru" else "{:.0f}%"
    share, low, high = (percent.format(100 * x) for x in (told.share, told.low, told.high))
    alpha = (
        "" if told.alpha is None else f"{told.alpha:.2f}".replace(".", "," if lang == "ru" else ".")
    )
    words = _AGREED[lang]
    weak = f" {words[5]}" if told.indicative else ""
    alphas = f", {words[3]} {alpha}" if alpha else ""
    return (
        f"{told.right} {words[0]} {told.n} ({share}, {words[1]} {low} {words[2]} {high}){alphas}; "
        f"{words[4]} {told.day}.{weak}"
    )


def _rule(criterion: Criterion, lang: str) -> str:
    """The check's rule with the rubric's own numbers in it."""
    told = _rules()[criterion.check.kind]
    numbers = criterion.check.model_dump(exclude={"kind"})
    shown = {name: _number(value, lang) for name, value in numbers.items()}
    return _in(told, lang).format(**shown)


@cache
def _rules() -> dict[str, Text]:
    file = resources.files("scoring") / "checks" / "rules.yaml"
    written = yaml.safe_load(file.read_text("utf-8"))
    return {kind: Text.model_validate(text) for kind, text in written.items()}


def _in(text: Text, lang: str) -> str:
    return text.ru if lang == "ru" else text.en


def _number(value: float, lang: str) -> str:
    return f"{value:g}".replace(".", "," if lang == "ru" else ".")


if __name__ == "__main__":
    sys.stdout.write(page())
