"""Telephone numbers as Russian offices write them, and no other number."""

import re
from collections.abc import Iterator

from scoring.language.ru.signs import any_in

_GAP = r"[\s\-.]{0,3}"
_TAIL = rf"\d{{1,3}}(?:{_GAP}\d{{2}}){{2}}|\d{{3}}{_GAP}\d{{4}}"
_BRACKETED = (
    rf"\((?P<a>\s?\d[\d\- ]{{1,5}}\d\s?)\){_GAP}(?P<n>{_TAIL}|\d{{5,7}}|\d-\d\d-\d\d)(?!\d)"
)
_FORMS = tuple(
    (re.compile(form), dialled, signs)
    for form, dialled, signs in (
        # +7 (3822) 51-23-45; 8 (800) 555-35-35
        (rf"(?<![\d.,])(?:\+\s?7|8){_GAP}{_BRACKETED}", True, ("(",)),
        # +7 3822 51 23 45; 8-3822-51-23-45
        (
            rf"(?<!\d)(?:\+\s?7{_GAP}|8-)(?P<a>\d{{3,5}}){_GAP}(?P<n>{_TAIL})(?!\d)",
            True,
            ("+", "8-"),
        ),
        # (8437) 264-79-18: bracket and dashes are of a number, however many its figures
        (
            rf"(?<![\d.,])\((?P<a>(?!20\d\d\))\d{{4,5}})\){_GAP}(?P<n>\d{{1,3}}-\d\d-\d\d)(?!-?\d)",
            True,
            ("(",),
        ),
        # (3822) 51-23-45
        (rf"(?<![\d.,]){_BRACKETED}", False, ("(",)),
        # 8 800 555 35 35: sums of money are grouped by three, never by two
        (
            r"(?<![\d.,])8 (?P<a>\d{3}) (?P<n>\d{3}[ -]\d{2}[ -]\d{2})(?![\d,])",
            False,
            ("8 ",),
        ),
    )
)
"""Forms; has each the long-distance prefix, as nothing else has; the signs it cannot lack."""
_ENOUGH = re.compile(r"\d(?:\D{0,3}\d){4}")
"""The shortest number there is: five figures, never far from each other."""
_LENGTHS = range(8, 12)
"""Digits of a number with its code; a village's may be short of ten in old books."""
_WHOLE = 10
_LOCAL = re.compile(
    r"\b(?:тел(?:ефон\w*)?|факс|зво(?:ните|нить)|позвони\w+|справк\w+|горяч\w+ лини\w+|"
    r"приемн(?:ая|ую|ой)|канцеляри\w|по номеру|phone|т(?=\.:?\s?\d{1,3}-\d\d-\d\d))\b"
    r"[^\d\n+]{0,40}?"
    rf"(?P<n>(?:8{_GAP})?(?:\(\d{{3,5}}\)|\d{{3,5}}){_GAP}(?:{_TAIL}|\d-\d\d-\d\d)|"
    rf"\d{{1,3}}-\d{{2}}-\d{{2}}|\d{{3}}-\d{{3}}|[78]\d{{10}})(?![\d-])"
)
_LOCAL_SIGNS = ("тел", "факс", "звон", "справк", "горяч", "приемн", "канцеляри", "по номеру",
                "phone", "т.")  # fmt: skip
_REGISTER = re.compile(
    r"\b(?:инн|кпп|огрн(?:ип)?|окато|октмо|окпо|оквэд|кбк|бик|уин|снилс|л/с|р/с|к/с|сч[её]т\w*|"
    r"код\w*)\W{0,4}[\d\s/]{0,24}$"
)


def phones(plain: str) -> Iterator[tuple[int, int]]:
    """Where numbers of telephones stand in folded text, as (start, end)."""
    if _ENOUGH.search(plain) is None:
        return
    for form, prefixed, signs in _FORMS:
        for match in form.finditer(plain) if any_in(plain, signs) else ():
            number = re.sub(r"\D", "", match["a"] + match["n"])
            dialled = prefixed and len(number) in _LENGTHS
            known = dialled or (len(number) == _WHOLE and number[0] in "3489")
            if known and not _REGISTER.search(plain[: match.start()]):
                yield match.start(), match.end()
    for match in _LOCAL.finditer(plain) if any_in(plain, _LOCAL_SIGNS) else ():
        number = re.sub(r"\D", "", match["n"])
        if 5 <= len(number) <= 11 and not _REGISTER.search(plain[: match.start("n")]):
            yield match.start("n"), match.end()
