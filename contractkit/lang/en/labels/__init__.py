"""The words of our own documents and reports, in English, a file a subject."""

from contractkit.lang.en.labels.facts import FACTS
from contractkit.lang.en.labels.findings import FINDINGS
from contractkit.lang.en.labels.intake import INTAKE
from contractkit.lang.en.labels.notes import NOTES
from contractkit.lang.en.labels.printed import PRINTED
from contractkit.lang.en.labels.renewals import RENEWALS
from contractkit.lang.en.labels.reports import REPORTS
from contractkit.lang.en.labels.topics import TOPICS
from contractkit.lang.en.labels.verify import VERIFY

LABELS = {
    **PRINTED,
    **REPORTS,
    **FINDINGS,
    **INTAKE,
    **VERIFY,
    **NOTES,
    **FACTS,
    **TOPICS,
    **RENEWALS,
}
