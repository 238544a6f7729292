"""Days and the rungs of dating as people say them, in Russian and in English."""

from datetime import date

# fmt: off
_RU = ("января", "февраля", "марта", "апреля", "мая", "июня",
       "июля", "августа", "сентября", "октября", "ноября", "декабря")
_EN = ("January", "February", "March", "April", "May", "June",
       "July", "August", "September", "October", "November", "December")
# fmt: on

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
