"""A verdict as a small mark: a sign, a word, and the value of what is partly there."""

from functools import lru_cache

from markupsafe import Markup

from datasette_config.words import words

_SIGNS = {"met": "✓", "partly": "◐", "unmet": "✕", "unknown": "?", "na": "–"}


def chip(verdict: str, lang: str, value: float | None = None) -> Markup:
    """The mark of a verdict; ``value`` 0..1 is shown of what is partly there."""
    return _chip(verdict, lang, value if verdict == "partly" else None)


@lru_cache(maxsize=4096)
def _chip(verdict: str, lang: str, value: float | None) -> Markup:
    t = words(lang)
    shown = Markup(" <b>{}</b>").format(t.number(value, 2)) if value is not None else ""
    return Markup('<span class="chip {}"><i aria-hidden="true">{}</i> {}{}</span>').format(
        verdict, _SIGNS[verdict], t(f"verdict.{verdict}"), shown
    )
