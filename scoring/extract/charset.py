"""Which letters do these bytes stand for? Declarations on Russian sites are often wrong."""

import codecs
import re

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_META = re.compile(rb"""charset\s*=\s*["']?\s*([a-zA-Z0-9_:.-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""<\?xml[^>]{0,200}encoding\s*=\s*["']([a-zA-Z0-9_.-]{2,40})""")
_HEADER = re.compile(r"""charset\s*=\s*["']?([a-zA-Z0-9_:.-]{2,40})""", re.IGNORECASE)
_ONE_BYTE = ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic")
_SMALL_THEN_CAPITAL = re.compile("[а-яё][А-ЯЁ]")
_SAMPLE = 200_000
_BAD_SHARE = 0.001

# How often a letter stands in Russian text, per mille (Национальный корпус русского языка).
FREQUENCY = dict(
    zip(
        "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
        (
            *(110, 85, 80, 74, 67, 63, 55, 47, 45, 44, 35, 32, 30, 28, 26, 20, 19),
            *(17, 17, 16, 16, 14, 12, 10, 9, 7, 6, 5, 4, 3, 3, 1, 1),
        ),
        strict=True,
    )
)


def decode(body: bytes, header: str = "") -> tuple[str, str]:
    """The text and the encoding it was read by.

    Strict UTF-8 with at least one non-ASCII sign proves itself; else what is declared, when
    it gives Russian; else windows-1251; KOI8-R, cp866 and the rest only where the letters'
    frequencies speak for them (a rule by case mistakes ALL-CAPS windows-1251 for KOI8-R).
    """
    encoding = _bom(body) or _utf8(body) or _declared_or_likely(body, header)
    return body.decode(encoding, errors="replace"), encoding


def _bom(body: bytes) -> str:
    return next((name for mark, name in _BOMS if body.startswith(mark)), "")


def _utf8(body: bytes) -> str:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        # A page cut in the middle of a letter, or one bad byte in a template, is still UTF-8.
        text = body.decode("utf-8", errors="replace")
        good = sum(map(len, re.findall(r"[^\x00-\x7f\ufffd]+", text)))
        return "utf-8" if text.count("\ufffd") < max(1, good) * _BAD_SHARE * 10 else ""
    return "utf-8"


def _declared_or_likely(body: bytes, header: str) -> str:
    sample = re.sub(rb"[\x00-\x7f]+", b" ", body[:_SAMPLE])
    scores = {name: _russian(sample, name) for name in _ONE_BYTE}
    scores["cp1251"] *= 1.05
    best = max(_ONE_BYTE, key=lambda name: scores[name])
    for name in _declared(body, header):
        if name == "utf-8":
            continue
        if name not in scores and _decodes(body, name) and scores[best] < _SOUND:
            return name
        if scores.get(name, 0.0) * 1.15 >= scores[best]:
            return name
    return best


_SOUND = 30.0


def _declared(body: bytes, header: str) -> list[str]:
    found = [m[1] for m in [_HEADER.search(header)] if m]
    found += [m[1].decode("ascii") for m in _XML.finditer(body[:400])]
    found += [m[1].decode("ascii") for m in _META.finditer(body[:8192])]
    return [known for name in found if (known := _python_name(name))]


def _python_name(name: str) -> str:
    name = {"win-1251": "cp1251", "windows1251": "cp1251"}.get(name.lower(), name)
    try:
        "".encode(name)
    except (LookupError, UnicodeError):
        return ""
    return codecs.lookup(name).name


def _decodes(body: bytes, name: str) -> bool:
    try:
        body.decode(name)
    except (UnicodeError, LookupError):
        return False
    return True


def _russian(sample: bytes, encoding: str) -> float:
    """Mean frequency, per mille, of the letters the high bytes stand for: Russian gives 50-60."""
    text = sample.decode(encoding, errors="replace")
    frequent = sum(FREQUENCY.get(letter, 0) for letter in text.lower())
    # No Russian word has a capital after a small letter; windows-1251 taken for KOI8-R has many.
    turned = len(_SMALL_THEN_CAPITAL.findall(text))
    return (frequent - 60 * turned) / max(1, len(text.replace(" ", "")))
