"""What pages say when there is no page: whole notices, and words that make one wonder."""

import re

# "Информация отсутствует" stands on honest pages: that a section is empty is what it publishes.
_THING = (
    r"(?:страница|документ|файл|раздел|элемент|материал|адрес|ресурс|объект|новость|публикация)"
)
_WHICH = (
    r"(?:(?:запрашиваем|запрошенн|указанн|иском|данн|выбранн|нужн|такая|такой|эта|этот"
    r"|которую|который)\w*\s+|(?:вами|вы|ищете|запросили|по|этому|данному|адресу)\s+)*"
)
_GONE = (
    r"(?:больше )?(?:не (?:был[аои]? )?"
    r"(?:найден[ао]?|существует|обнаружен[ао]?|доступн[ао]|доступен)"
    r"|отсутствует|(?:был[аои]? )?удален[ао]?)"
)
# Singular on purpose: "документы не найдены" is what an honest empty list says.
_CORE = re.compile(
    rf"\b{_WHICH}{_THING} {_WHICH}{_GONE}\b|\b{_GONE} {_WHICH}{_THING}\b"
    r"|\bтакой страницы (?:тут |здесь |больше |на сайте )*(?:нет|не существует)\b"
    r"|\bнет такой страницы\b"
    r"|\b(?:(?:the|this|requested) )*(?:(?:page|file|document|resource|url|content|object) )?"
    r"(?:(?:you (?:are looking for|requested)) )?"
    r"(?:(?:was|is|could|can|does|has) )?(?:not|cannot)(?: be)? (?:found|exist)\b"
)
# Without one of these there is no notice, and most pages have none: looking for them is quick.
_STEMS = (
    *("найден", "существ", "обнаружен", "доступн", "доступен", "отсутствует", "удален"),
    *("страницы", "found", "exist"),
)
_FILLER = re.compile(
    r"\b(?:ошибк[аи]|ошибочка|error|http|https|код|code|status|статус|страниц[аы]|page|ой|упс|увы|ух"
    r"|ups|oops|sorry|к сожалению|извините|простите|внимание|или|либо|и|была?|удален[ао]?"
    r"|перемещен[ао]?|переименован[ао]?|на|сайте|сервере|on|this|server|the|we|re|are)\b"
)
_NUMBER = re.compile(r"\b(?:404|410)\b")
_WONDER = re.compile(
    r"\bне (?:был[аои]? )?(?:найден|существу|обнаружен)|\bтакой страницы\b|\bнет такой\b"
    r"|\b(?:произошла|возникла) ошибка\b|\bошибка:? \d|\berror:? \d|\bnot found\b"
    r"|\b(?:страница|раздел|документ|файл) (?:отсутствует|удален|недоступ)"
    r"|does(?:n.t| not) exist|\bno longer (?:exists?|available)\b|\bno such (?:page|file)\b"
)
# One of these is in every text that makes one wonder.
_WONDROUS = (
    *("найден", "существу", "обнаружен", "такой страницы", "нет такой", "ошибка"),
    *("error", "not found", "отсутствует", "удален", "недоступ", "exist", "no longer", "no such"),
)
_HINTS = tuple({max(stem.split(), key=len): None for stem in (*_STEMS, *_WONDROUS)})
_WORD = re.compile(r"[^\W_]+")
_PARTS = re.compile(r"\s[-–—|•·:/]\s|[|»«•]|:\s|\.\s")
FEW_LEFT = 1  # words a notice may hold beside what every notice says


def plain(text: str) -> str:
    """Lower case, ё as е, words and single spaces alone."""
    return " ".join(_WORD.findall(text.lower().replace("ё", "е")))


def is_notice(text: str) -> bool:
    """True for a text that is nothing but a notice: "Ошибка 404. Страница не найдена".

    "404" alone may be an amount; "В отчёте не найдено нарушений" is news.
    """
    said = plain(text)
    rest, cores = _CORE.subn(" ", said)
    rest, numbers = _NUMBER.subn(" ", rest)
    rest, fillers = _FILLER.subn(" ", rest)
    return bool(cores or (numbers and fillers)) and len(rest.split()) <= FEW_LEFT


def titles_a_notice(title: str) -> bool:
    """True when a part of a page's title is a notice; the rest is the site's name."""
    parts = [part for part in _PARTS.split(title) if part.strip()]
    return is_notice(title) or any(is_notice(part) or part.strip() == "404" for part in parts)


def may_tell(text: str) -> bool:
    """False for a text or word, as it stands, that tells `has_notice` and its like nothing."""
    said = text.lower().replace("ё", "е")
    return any(hint in said for hint in _HINTS)


def has_notice(text: str) -> bool:
    """True when a notice stands somewhere in a plain text."""
    return any(stem in text for stem in _STEMS) and bool(_CORE.search(text))


def makes_one_wonder(text: str) -> bool:
    """True for a plain text with words an error page may have, and an honest one as well."""
    return any(stem in text for stem in _WONDROUS) and bool(_WONDER.search(text))


def has_number(text: str) -> bool:
    """True for 404 or 410 among the words: an amount in a long text, a sign in a short one."""
    return ("404" in text or "410" in text) and bool(_NUMBER.search(plain(text)))
