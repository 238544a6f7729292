"""Days and the rungs of dating as people say them, in Russian and in English."""

from datetime import date

from scoring.model import Publication

# fmt: off
_RU = ("января", "февраля", "марта", "апреля", "мая", "июня",
       "июля", "августа", "сентября", "октября", "ноября", "декабря")
_EN = ("January", "February", "March", "April", "May", "June",
       "July", "August", "September", "October", "November", "December")
# fmt: on

ASSUMED = (
    "Своя дата события неизвестна, взята общая.",
    "The region's own date of the event is unknown, the general one is assumed.",
)
RUNGS = {
    "printed": ("дата на странице или в файле", "a date on the page or in the file"),
    "news": ("новость на сайте", "a news item on the site"),
    "first-seen": ("увидено нашим обходчиком", "seen by our crawler"),
    "web-archive": ("копия веб-архива", "a web archive copy"),
    "sitemap": ("карта сайта", "the sitemap"),
    "last-modified": ("ответ сервера", "the server's answer"),
    "file-metadata": ("свойства файла", "the file's properties"),
}


def day(value: date) -> tuple[str, str]:
    """5 ноября 2026 года, 5 November 2026."""
    return (
        f"{value.day} {_RU[value.month - 1]} {value.year} года",
        f"{value.day} {_EN[value.month - 1]} {value.year}",
    )


def rung(code: str) -> tuple[str, str]:
    """The rung in words; one that has none yet stands as it is."""
    return RUNGS.get(code, (code, code))


def interval(when: Publication, latest: date) -> tuple[str, str]:
    """5 ноября 2026 года, on 5 November 2026; where less is known, between or not later than."""
    last = day(latest)
    if when.earliest is None:
        return f"не позднее {last[0]}", f"not later than {last[1]}"
    if when.earliest >= latest:
        return last[0], f"on {last[1]}"
    first = day(when.earliest)
    return f"между {first[0]} и {last[0]}", f"between {first[1]} and {last[1]}"
