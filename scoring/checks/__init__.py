"""Ways of measuring: every kind a rubric may name, one a file. This union is the whole registry."""

from typing import Annotated

from pydantic import Field

from scoring.checks.contacts import Contacts
from scoring.checks.dated import Dated
from scoring.checks.edition_published import EditionPublished
from scoring.checks.findable import Findable
from scoring.checks.glossary import Glossary
from scoring.checks.on_time import OnTime
from scoring.checks.plain_language import PlainLanguage
from scoring.checks.text_layer import TextLayer
from scoring.checks.totals import Totals

AnyCheck = Annotated[
    EditionPublished
    | Totals
    | Glossary
    | Contacts
    | OnTime
    | Dated
    | PlainLanguage
    | TextLayer
    | Findable,
    Field(discriminator="kind"),
]
