"""The words of our own documents and reports, in Chinese, a file a subject."""

from contractkit.lang.zh.labels.facts import FACTS
from contractkit.lang.zh.labels.findings import FINDINGS
from contractkit.lang.zh.labels.intake import INTAKE
from contractkit.lang.zh.labels.notes import NOTES
from contractkit.lang.zh.labels.printed import PRINTED
from contractkit.lang.zh.labels.renewals import RENEWALS
from contractkit.lang.zh.labels.reports import REPORTS
from contractkit.lang.zh.labels.topics import TOPICS
from contractkit.lang.zh.labels.verify import VERIFY

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
