"""No name, address or file name of an interviewee is anywhere in a report that hides them."""

import re
import unicodedata
from io import BytesIO

import pikepdf
import pytest

from engagements.records import (
    Engagement,
    Evidence,
    Finding,
    Interview,
    Judgement,
    MetricReading,
    Note,
    Person,
    PlanChange,
    ScopeUnit,
    Wording,
)
from engagements.records.client import Blob
from engagements.records.outcome import MetricCase
from engagements.records.people import Consent
from report_templates.brand import BrandKit
from report_templates.build import build
from report_templates.content import report
from tests.report_templates import cases
from tests.report_templates.printed import squeezed, words_of

NAME, MAIL, FILE = "Zephyrine Quilligan", "zq.private@warbler.example", "warbler_payroll_zq.xlsx"
CANARIES = ("zephyrine", "quilligan", "zq.private", "warbler")
SAID = f"{NAME} ({MAIL}) sent {FILE}"


def told(mode):
    """The full case with the canaries in every text that somebody may type."""
    known = cases.full(items=4, interviewees=mode, audience=SAID)
    blob = Blob(sha256="0" * 64, name=FILE, size=1)
    action = known.framework.actions[0].id
    mine = [
        Person(id="p0", role="DS", name=NAME, title=SAID),
        Engagement(target=3, title=SAID, scope=SAID),
        ScopeUnit(name=SAID, models=(SAID,)),
        Note(id="n", text=SAID, interview="i0"),
        Finding(id="f", sort="gap", text=SAID, criteria=("SRC-1.1",)),
        MetricReading(id="m", metric=known.framework.metrics[0].id, note=SAID, period=SAID,
                      cases=(MetricCase(label=SAID),)),
        PlanChange(id="c", action=action, include=False, reason=SAID),
        Wording.of("cover.standfirst", "en", SAID, ""),
        Wording.of("summary.title", "en", SAID, ""),
        Wording.of("evidence.title", "en", SAID, ""),
        Evidence(id="e1", reference=1, title=SAID, description=SAID, grade=3, link=SAID,
                 attachment=blob, interview="i0"),
        Judgement.of("SRC-1.2", cases.AnswerValue.YES, reason=SAID),
        next(one for one in known.of(Interview) if one.id == "i0").model_copy(
            update={"title": SAID}
        ),
    ]  # fmt: skip
    kept = [one for kind in known.heads.values() for heads in kind.values() for one in heads]
    return cases.snapshot(*kept, *mine)  # of one id the last one counts


def everything_in(pdf):
    """All strings and all decompressed streams of a PDF, its properties and its pages' words."""
    found = [words_of(pdf)]
    with pikepdf.open(BytesIO(pdf)) as document:
        for one in document.objects:
            if isinstance(one, pikepdf.Stream):
                found.append(one.read_bytes().decode("latin-1"))
            found.append(one.unparse(resolved=True).decode("latin-1"))
            found += strings_in(one)
        found += [str(value) for value in document.docinfo.values()]
    return "\n".join([*found, pdf.decode("latin-1")])


def strings_in(value):
    """Its strings, but for those of objects of their own."""
    if isinstance(value, pikepdf.String):
        yield str(value)
        return
    inner = ()
    if isinstance(value, pikepdf.Array):
        inner = list(value)
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        inner = [one for _, one in value.items()]
    for one in inner:
        if isinstance(one, pikepdf.Object) and not one.is_indirect:
            yield from strings_in(one)


def heard(text):
    flat = squeezed(unicodedata.normalize("NFC", text)).casefold()
    return [one for one in CANARIES if one in flat]


@pytest.mark.parametrize("mode", ["role", "pseudonym"])
def test_no_canary_is_in_content_bytes_or_properties(mode):
    made = report.of(told(mode), issued=cases.ISSUED)
    assert heard(made.model_dump_json()) == []
    assert heard(everything_in(build(made, BrandKit.bundled()))) == []
    assert ("Data scientist" if mode == "role" else "Interviewee 1") in made.cover.standfirst


def test_short_and_otherwise_spelt_names_are_in_no_report():
    people = (cases.person(0, name="Zoltán Szabó"), cases.person(1, name="Kim Lee"))
    finding = Finding(
        id="f",
        sort="gap",
        text="Only Kim can rebuild it, says Zoltan Szabo.",
        criteria=("SRC-1.1",),
    )
    item = Evidence(id="e1", reference=1, title="Export that Szabo and Lee sent", grade=3)
    known = cases.full(items=4)
    kept = [one for kind in known.heads.values() for heads in kind.values() for one in heads]
    made = report.of(cases.snapshot(*kept, *people, finding, item), issued=cases.ISSUED)
    printed = everything_in(build(made, BrandKit.bundled()))
    assert not re.search(r"Kim|Szab|Zolt|\bLee\b", printed)
    assert "Export that" in printed


def test_the_same_search_finds_what_is_not_hidden():
    """The canaries are printed where nothing hides them: the search would see them."""
    known = told("named")
    agreed = known.get(Person, "p0").model_copy(update={"consent": Consent.NAMED})
    kept = [one for kind in known.heads.values() for heads in kind.values() for one in heads]
    made = report.of(cases.snapshot(*kept, agreed), issued=cases.ISSUED)
    found = heard(everything_in(build(made, BrandKit.bundled())))
    assert found == ["zephyrine", "quilligan", "warbler"]  # the address goes whoever may be named
