"""Ways of measuring: every kind a rubric may name, one a file. This union is the whole registry."""

from typing import Annotated

from pydantic import Field

from scoring.checks.budget_process import BudgetProcess
from scoring.checks.citizen_initiatives import CitizenInitiatives
from scoring.checks.comparison import Comparison
from scoring.checks.contacts import Contacts
from scoring.checks.dated import Dated
from scoring.checks.edition_published import EditionPublished
from scoring.checks.feedback import Feedback
from scoring.checks.findable import Findable
from scoring.checks.glossary import Glossary
from scoring.checks.macro_indicators import MacroIndicators
from scoring.checks.municipal_transfers import MunicipalTransfers
from scoring.checks.officialese import Officialese
from scoring.checks.on_time import OnTime
from scoring.checks.open_data import OpenData
from scoring.checks.per_capita import PerCapita
from scoring.checks.plain_language import PlainLanguage
from scoring.checks.priorities import Priorities
from scoring.checks.public_debt import PublicDebt
from scoring.checks.public_projects import PublicProjects
from scoring.checks.results import Results
from scoring.checks.revenue_structure import RevenueStructure
from scoring.checks.spending_by_function import SpendingByFunction
from scoring.checks.spending_by_programme import SpendingByProgramme
from scoring.checks.structure import Structure
from scoring.checks.summary_in_time import SummaryInTime
from scoring.checks.survey_content import SurveyContent
from scoring.checks.survey_cycle import SurveyCycle
from scoring.checks.survey_media import SurveyMedia
from scoring.checks.survey_needs import SurveyNeeds
from scoring.checks.target_groups import TargetGroups
from scoring.checks.terms_explained import TermsExplained
from scoring.checks.text_layer import TextLayer
from scoring.checks.totals import Totals
from scoring.checks.visuals import Visuals

AnyCheck = Annotated[
    EditionPublished
    | Totals
    | RevenueStructure
    | SpendingByFunction
    | SpendingByProgramme
    | Results
    | TargetGroups
    | PublicProjects
    | MunicipalTransfers
    | PublicDebt
    | MacroIndicators
    | Priorities
    | Comparison
    | PerCapita
    | BudgetProcess
    | Glossary
    | Contacts
    | Feedback
    | CitizenInitiatives
    | OpenData
    | OnTime
    | Dated
    | PlainLanguage
    | Officialese
    | TermsExplained
    | Visuals
    | Structure
    | TextLayer
    | Findable
    | SurveyContent
    | SurveyMedia
    | SurveyNeeds
    | SurveyCycle
    | SummaryInTime,
    Field(discriminator="kind"),
]
