"""Writes a small engagement with something of everything; run once for each released format."""

import sys
from pathlib import Path

from engagements.file.actions import Action
from engagements.file.engagement_file import EngagementFile
from engagements.framework.model import AnswerValue
from engagements.records import Answer, Client, Engagement, Evidence, Judgement, Note, Person
from engagements.records.evidence import SpeaksFor

HOSTILE = "Ümlaut ☂ \U0001f600 \u202e עברית e\u0301 \x00 \ud800 \u2028 <b>&amp;</b> '; --"
ATTACHED = bytes(range(256)) * 40


def write(path: Path) -> None:
    """Two sittings, a conflict, a removal, an erasure, an attachment and a draft."""
    with EngagementFile.create(path, author="Anna Beispiel", device="laptop") as file:
        blob = file.attach_bytes(ATTACHED, "trace.bin", "application/octet-stream")
        with file.atomic(Action.ENGAGEMENT_CREATED) as change:
            change.revise(Client(name="Halden Freight", sector="Logistics"))
            change.revise(Engagement(scope="Forecasting", target=3))
            change.revise(Person(id="p-erased", role="DS", name="to be erased"))
            erased = change.written[-1]
        with file.atomic(Action.ANSWER_RECORDED) as change:
            change.revise(Answer.of("SRC-1.1", "i1", AnswerValue.YES))
            change.revise(Answer.of("SRC-1.2", "i1", AnswerValue.NA, reason="no source code"))
        with file.atomic(Action.EVIDENCE_ATTACHED) as change:
            speaks_for = (SpeaksFor(criterion="SRC-1.1", value=AnswerValue.YES),)
            change.revise(
                Evidence(id="e1", title="Trace", grade=3, attachment=blob, speaks_for=speaks_for)
            )
        with file.atomic(Action.NOTE_KEPT) as change:
            change.revise(Note(id="n-hostile", text=HOSTILE, criteria=("SRC-1.1", "TRN-2.1")))
            change.revise(Note(id="n-removed", text="removed later"))
            change.revise(Note(id="n-conflict", text="base"))
        file.erase([erased], reason="asked to")
        base = file.contents().stamps["n-conflict"].revision
    with EngagementFile.open(path, author="Ben Beispiel", device="tower") as file:
        with file.atomic(Action.NOTE_REMOVED) as change:
            change.delete("note", "n-removed")
        with file.atomic(Action.MERGED) as change:
            change.revise(Note(id="n-conflict", text="mine"), parents=(base,))
            change.revise(Note(id="n-conflict", text="theirs"), parents=(base,))
        with file.atomic(Action.JUDGEMENT_SETTLED) as change:
            change.revise(Judgement.of("SRC-1.1", AnswerValue.PARTLY, reason="half of it"))
        file.keep_draft("note/n-hostile", HOSTILE)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
