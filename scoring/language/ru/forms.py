"""Which words of the dictionary a word may be: matching must not depend on one guess."""

from functools import lru_cache

from scoring.language.ru.words import dictionary

_UNLIKELY = 0.04
_KNOWN = 200_000


@lru_cache(_KNOWN)
def forms(word: str) -> frozenset[str]:
    """Dictionary forms of a word in lower case: ``долга`` gives ``долг`` and ``долгий``.

    Guesses pymorphy3 holds for unlikely (4 of 100) are left out unless there is no other.
    """
    parses = dictionary().parse(word)
    likely = [p for p in parses if p.score >= _UNLIKELY] or parses[:1]
    found = {str(p.normal_form).replace("ё", "е") for p in likely}
    # What is opened and what opens: "откроются" is of "открыть" too.
    return frozenset(found | {form[:-2] for form in found if form.endswith(("ться", "тись"))})
