"""Names, addresses and file names leave the engagement before anything is made from it."""

import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engagements.assessment.consolidate import assess_case
from engagements.framework.values import Value
from engagements.records import KINDS, Evidence, Finding, Note, Person
from engagements.records.client import Blob
from engagements.records.people import Consent
from report_templates.content import redaction, spellings
from report_templates.content.redaction import CODES, redacted
from report_templates.words import words
from tests.report_templates import cases

SAY = words("en")
ELIN = {"name": "Elin Strandgård", "role": "MLE"}


def text(said, mode="role", **of_person):
    """A note as the report may say it."""
    known = cases.snapshot(
        *cases.frame(), cases.person(0, **{**ELIN, **of_person}), Note(id="n", text=said)
    )
    return redacted(known, mode, SAY).get(Note, "n").text


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Elin Strandgård said so", "ML engineer said so"),
        ("elin  strandgård said so", "ML engineer said so"),
        ("Strandgård, Elin", "ML engineer"),
        ("Strandgård's list", "ML engineer's list"),
        ("STRANDGÅRD's list", "ML engineer's list"),
        ("list_Strandgård_2.txt", "list_ML engineer_2.txt"),
        (unicodedata.normalize("NFD", "Asked Strandgård"), "Asked ML engineer"),
        ("Str\u200bandgård", "ML engineer"),
        ("write to elin.s@halden.example", "write to [e-mail address left out]"),
        ("The elinor and Strandgårdson", "The elinor and Strandgårdson"),
        ("nothing to hide", "nothing to hide"),
    ],
)
def test_what_a_text_says_instead(said, shown):
    assert text(said) == shown


@pytest.mark.parametrize(
    ("name", "said", "shown"),
    [
        ("Kim Lee", "Only Kim can, says Lee.", "Only ML engineer can, says ML engineer."),
        ("Kim Lee", "Kim's plan, Kims Plan, KIM", "ML engineer's plan, ML engineers Plan, KIM"),
        ("Kim Lee", "the lee of a kimono, Leeds", "the lee of a kimono, Leeds"),
        ("Kim Lee", "kim.lee, k_lee and KimLee", "ML engineer, ML engineer and ML engineer"),
        ("Kim Lee", "a klee, a leek", "a klee, a leek"),
        ("kim lee", "Kim said", "ML engineer said"),
        ("Zoltán Szabó", "says Zoltan Szabo.", "says ML engineer."),
        ("Zoltán Szabó", "Szabo – über Zoltan’s Öl", "ML engineer – über ML engineer’s Öl"),
        ("Zoltan Szabo", "Szabós Liste (Zoltán)", "ML engineers Liste (ML engineer)"),
        ("Jürgen Müller", "Juergen MUELLER, Mullers", "ML engineer, ML engineers"),
        ("Jürgen Müller", "Größe: MÜLLER.", "Größe: ML engineer."),
        ("Juergen Mueller", "Müllers Akte", "ML engineers Akte"),
        ("Eva Weiß", "Weiss, Weiß and WEISS", "ML engineer, ML engineer and ML engineer"),
        ("Søren Weiss", "Soren, Soeren Weiß", "ML engineer, ML engineer"),
        ("Maj Lindqvist", "mlindqvist, m.lindqvist", "ML engineer, ML engineer"),
        ("Maj Lindqvist", "lindqvistm; M. Lindqvist", "ML engineer; ML engineer"),
        ("Maj Lindqvist", "maj.lindqvist2 (Lindqvist)", "ML engineer2 (ML engineer)"),
        ("Maj Anna Lindqvist", "Maj Lindqvist", "ML engineer"),
        ("Sam Park", "a spark job of Park", "a spark job of ML engineer"),
        ("Dr. Anna von Berg", "von Dr. Berg", "von Dr. ML engineer"),
        ("An Thi", "An old one. This is Thi", "An old one. This is ML engineer"),
        ("Sean O'Brien", "O’Brien and Brien", "ML engineer and ML engineer"),
        ("Anne-Marie Kurz", "Anne Marie Kurz", "ML engineer"),
        ("田中太郎", "田中太郎さんは", "ML engineerさんは"),
        ("Maj Lindqvist", "ﬁne, Lin\u00addqvist\u0301 ½", "ﬁne, ML engineer ½"),
    ],
)  # fmt: skip
def test_every_spelling_of_a_name_leaves_and_nothing_around_it(name, said, shown):
    assert text(said, name=name) == shown


def test_a_long_text_and_many_people_take_no_time():
    people = [f"Vörname{n} Nächname{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(60)]
    said = "Fünf words that name nobody, and Nachnamebb. " * 8_000
    frame = [cases.person(n, **{**ELIN, "name": name}) for n, name in enumerate(people)]
    known = cases.snapshot(*cases.frame(), *frame, Note(id="n", text=said))
    start = time.process_time()
    found = redacted(known, "role", SAY).get(Note, "n").text
    assert time.process_time() - start < 3
    assert found == said.replace("Nachnamebb", "ML engineer")


@pytest.mark.parametrize(
    ("mode", "of_person", "shown"),
    [
        ("role", {"consent": Consent.NAMED}, "ML engineer"),
        ("role", {"consent": Consent.BY_PSEUDONYM, "pseudonym": "Control"}, "Control"),
        ("role", {"pseudonym": "Control"}, "ML engineer"),
        ("pseudonym", {"pseudonym": "Control"}, "Control"),
        ("pseudonym", {}, "Interviewee 1"),
        ("named", {"consent": Consent.NAMED}, "Elin Strandgård"),
        ("named", {}, "ML engineer"),
        ("named", {"consent": Consent.BY_PSEUDONYM, "pseudonym": "Control"}, "Control"),
    ],
)
def test_how_somebody_is_called(mode, of_person, shown):
    assert text("Elin Strandgård", mode, **of_person) == shown
    known = cases.snapshot(*cases.frame(), cases.person(0, **{**ELIN, **of_person}))
    assert redacted(known, mode, SAY).get(Person, "p0").name == shown


def test_a_file_is_called_by_its_number():
    item = cases.item(7, title="Log", attachment=Blob(sha256="0", name="Elins log.pdf", size=1))
    known = cases.snapshot(*cases.frame(), item, Note(id="n", text="See elins  log.pdf, page 2"))
    found = redacted(known, "role", SAY)
    assert found.get(Evidence, "e7").attachment.name == "E-007.pdf"
    assert found.get(Note, "n").text == "See E-007.pdf, page 2"
    assert redacted(known, "named", SAY).get(Evidence, "e7").attachment.name == "Elins log.pdf"


def test_the_client_keeps_its_name():
    known = cases.snapshot(
        *cases.frame(), cases.person(0, name="Anna Halden"), Note(id="n", text="At Halden")
    )
    found = redacted(known, "role", SAY)
    assert (found.client.name, found.get(Note, "n").text) == ("Halden Freight", "At Halden")


def test_neither_score_nor_codes_differ_by_it():
    known = cases.full()
    found = redacted(known, "role", SAY)
    assert assess_case(found) == assess_case(known)
    assert [one.id for one in found.of(Evidence)] == [one.id for one in known.of(Evidence)]
    assert redacted(found, "role", SAY).heads == found.heads


def test_what_is_the_same_is_looked_through_once(monkeypatch):
    known = cases.snapshot(
        *cases.frame(),
        cases.person(0, **ELIN),
        Note(id="n", text="Elin Strandgård said so"),
        Note(id="m", text="Strandgård nodded"),
    )
    first = redacted(known, "role", SAY)
    seen = []
    real = redaction._record

    def noted(record, *rest):
        seen.append(record.id)
        return real(record, *rest)

    monkeypatch.setattr(redaction, "_record", noted)
    later = known.having(
        {(Note.kind, "m"): (Note(id="m", text="Strandgård left"),)}, {}, known.revisions + 1
    )
    found = redacted(later, "role", SAY)
    assert seen == ["m"]
    assert found.get(Note, "n") is first.get(Note, "n")
    assert found.get(Note, "m").text == "ML engineer left"


@pytest.mark.parametrize(
    ("mode", "of_person", "said"),
    [
        ("pseudonym", {}, "Interviewee 1 said so"),
        ("named", {"consent": Consent.NAMED}, "Elin Strandgård said so"),
        ("role", {"name": "Elin Holm"}, "ML engineer Strandgård said so"),
    ],
)
def test_another_promise_is_kept_everywhere(mode, of_person, said):
    known = cases.snapshot(
        *cases.frame(), cases.person(0, **ELIN), Note(id="n", text="Elin Strandgård said so")
    )
    redacted(known, "role", SAY)
    person = cases.person(0, **{**ELIN, **of_person})
    later = known.having({(Person.kind, person.id): (person,)}, {}, known.revisions + 1)
    assert redacted(later, mode, SAY).get(Note, "n").text == said


def test_a_code_that_reads_like_a_name_stays():
    finding = Finding(id="Elin", sort="gap", text="Elin", dimension="Elin", criteria=("Elin",))
    known = cases.snapshot(*cases.frame(), cases.person(0, **ELIN), finding)
    found = redacted(known, "role", SAY).get(Finding, "Elin")
    assert (found.text, found.dimension, found.criteria) == ("ML engineer", "Elin", ("Elin",))


TEXTS = {
    "name", "title", "pseudonym", "text", "reason", "note", "period", "label", "description",
    "link", "scope", "sector", "models", "audience", "section", "reader", "response", "file_name",
}  # fmt: skip


def fields(value):
    for name, field in value.model_fields.items():
        yield name, field.annotation
        inner = [field.annotation, *getattr(field.annotation, "__args__", ())]
        for one in inner:
            if isinstance(one, type) and issubclass(one, Value):
                yield from fields(one)


def test_every_text_field_is_known_to_be_a_text_or_a_code():
    """A new field must be put on one side or the other; what is on neither is redacted."""
    held = {name for kind in KINDS.values() for name, of in fields(kind) if "str" in str(of)}
    assert held - CODES == TEXTS
    assert not CODES & TEXTS


@given(
    st.lists(st.text(max_size=30), min_size=1, max_size=4),
    st.sampled_from(["{}", "{}s", "x.{}", "{0}{0}"]),
    st.sampled_from([str, str.upper, str.lower, str.swapcase, str.casefold]),
)
@example(["A\r*A"], "{}", str)
@example(["000\xf0"], "{}", str.upper)
@example(["\u0301"], "{}", str)
def test_no_name_however_odd_stops_a_report(names, how, case):
    hidden = [(form, "role") for name in names for form in spellings.wholes(name)]
    parts = [part for name in names for part in spellings.parts(name)]
    hidden += [(form, "role") for part in parts for form in spellings.alone(part)]
    hidden += [(spellings.as_it_stands(name), "file") for name in names if name.strip()]
    hide = spellings.replacer(hidden)
    for name in names:
        assert isinstance(hide(case(how.format(name))), str)
