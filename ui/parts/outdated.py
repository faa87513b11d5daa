"""What changed since a version went out, in the field's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from engagements.language import tr, trn
from ui import locale

if TYPE_CHECKING:
    from engagements.casework.issuing import Since


def outdated_words(since: Since | None) -> str:
    """That the last version is out of date, and why; empty while it is not."""
    if since is None or not since.changed:
        return ""
    version = since.version
    told = {"version": version.version, "day": locale.day(version.issued.date())}
    words = changed_words(since.changed)
    if "answer" in since.changed:
        issued = tr("Answers have changed since version {version} was issued on {day}.", **told)
    else:
        issued = tr("Something has changed since version {version} was issued on {day}.", **told)
    return f"{issued} {words}"


def changed_words(changed: Mapping[str, int]) -> str:
    """What was changed, counted in the order given: 3 answers, 1 judgement. Empty for nothing."""
    counted = _counted(changed)
    return f"{', '.join(counted[kind] for kind in changed)}." if changed else ""


def _counted(changed: Mapping[str, int]) -> Mapping[str, str]:
    def of(kind: str) -> int:
        return changed.get(kind, 0)

    return {
        "answer": trn("{n} answer", "{n} answers", of("answer")),
        "judgement": trn("{n} judgement", "{n} judgements", of("judgement")),
        "evidence": trn("{n} evidence item", "{n} evidence items", of("evidence")),
        "finding": trn("{n} finding", "{n} findings", of("finding")),
        "metric_reading": trn("{n} metric", "{n} metrics", of("metric_reading")),
        "plan_change": trn("{n} action", "{n} actions", of("plan_change")),
        "wording": trn("{n} rewritten sentence", "{n} rewritten sentences", of("wording")),
        "interview": trn("{n} interview", "{n} interviews", of("interview")),
        "person": trn("{n} interviewee", "{n} interviewees", of("person")),
        "scope_unit": trn("{n} scope unit", "{n} scope units", of("scope_unit")),
        "client": tr("the client"),
        "engagement": tr("what was agreed"),
    }
