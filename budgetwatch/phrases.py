"""What `explain` and `check` say in a terminal, in the two languages of the site."""

from typing import Literal

from datasette_config.words import words
from scoring.model import Answered, Stage

Lang = Literal["en", "ru"]

_SAID: dict[str, tuple[str, str]] = {
    "draft": ("draft", "проект"),
    "adopted": ("law", "закон"),
    "executed": ("report", "отчёт"),
    "unknown": ("unknown", "неизвестно"),
    "not_applicable": ("does not apply", "неприменимо"),
    "error": ("our own code failed", "сбой нашей программы"),
    "measured": ("measured", "измерено"),
    "total": ("score", "балл"),
    "of100": ("of 100", "из 100"),
    "place": ("place", "место"),
    "of": ("of", "из"),
    "bounds": ("bounds", "границы"),
    "not-ranked": ("not ranked", "вне рейтинга"),
    "coverage": ("of the weight measured", "веса измерено"),
    "wave": ("wave", "волна"),
    "costs": ("costs", "стоит"),
    "open": ("left open", "остаётся открытым"),
    "weight": ("weight", "вес"),
    "points": ("points", "балла"),
    "weakest": ("Weakest first, with the points each costs", "Слабейшее сначала, и сколько стоит"),
    "full": ("Full marks", "Полный балл"),
    "next": ("For the proof of one", "Доказательства одного"),
    "advice": ("What would help", "Что поможет"),
    "why": ("Why it is asked", "Зачем спрашиваем"),
    "capture": ("capture", "запись"),
    "record": ("record", "место в архиве"),
    "bytes": ("sha256", "sha256"),
    "edition": ("edition", "издание"),
    "no-edition": ("no edition was found", "издание не найдено"),
    "more": ("and {n} more: --all shows them", "и ещё {n}: их покажет --all"),
    "no-proof": ("nothing to cite", "сослаться не на что"),
    "at-byte": ("at byte", "с байта"),
    "page": ("The page", "Страница"),
    "no-page": ("the page is not in the archive", "страницы нет в архиве"),
    "searched": ("searched", "просмотрено"),
    "file-score": ("Of what a file can show", "По тому, что видно из файла"),
    "what-to-do": ("What to do, the most helpful first", "Что сделать, самое полезное сначала"),
    "not-from-file": (
        "A file alone cannot tell; publication will",
        "Из одного файла не узнать; покажет публикация",
    ),
    "verdicts": ("Answers", "Ответы"),
    "brings": ("would add", "даст"),
    "files": ("files", "файлов"),
    "words": ("words", "слов"),
    "pages": ("pages", "страниц"),
    "taken": ("By its own words it is known for", "По словам издания видно, что это"),
    "taken-wrong": (
        "By its own words it would be taken for another; say stage and year in the title",
        "По словам издания его примут за другое; назовите стадию и год в заголовке",
    ),
    "not-taken": (
        "By its own words it would not be taken for a citizens' budget",
        "По словам издания его не примут за бюджет для граждан",
    ),
    "nameless": (
        "Nothing in it says that it is a citizens' budget; put it into the title",
        "В нём не сказано, что это бюджет для граждан; напишите это в заголовке",
    ),
    "nothing": ("nothing to mend", "исправлять нечего"),
}


def say(key: str, lang: Lang) -> str:
    """A phrase; KeyError for one nobody wrote."""
    return _SAID[key][lang == "ru"]


def stage(which: Stage, lang: Lang) -> str:
    """What a stage is called."""
    return say(str(which), lang)


def number(value: float, digits: int = 1) -> str:
    """A figure with so many digits at most, without a tail of noughts, and without minus zero."""
    text = f"{value:.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def reason(answer: Answered, lang: Lang) -> str:
    """Why an answer is what it is: its words, or those for its code."""
    if not answer.reason_en:
        return words(lang).code("reason", answer.reason)
    return answer.reason if lang == "ru" else answer.reason_en


def place(locator: str, lang: Lang) -> str:
    """A locator as people say it: page 3."""
    return words(lang).place(locator).replace("\N{NO-BREAK SPACE}", " ")


def moment(iso: str, lang: Lang) -> str:
    """A time of the archive as people write it."""
    return words(lang).moment(iso).replace("\N{NO-BREAK SPACE}", " ")
