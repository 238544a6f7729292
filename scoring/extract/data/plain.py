"""Plain text: paragraphs, each where its first line stands."""

from scoring.document import Document
from scoring.extract.charset import decode
from scoring.extract.data.lines import paragraphs
from scoring.extract.given import Given
from scoring.extract.office.refused import refusing
from scoring.extract.office.script import Script


@refusing
def read(given: Given) -> Document:
    """The Document of a text file; locators are ``line=N``."""
    text, _ = decode(given.body, given.header)
    script = Script()
    for line, kind, said in paragraphs(text.splitlines()):
        script.say(kind, said, f"line={line}")
    return Document(
        sha256=given.sha256,
        media_type=given.media_type,
        blocks=tuple(script.blocks),
        text_layer_share=1.0,
    )
