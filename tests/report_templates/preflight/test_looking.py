"""Before a report goes out each thing is found, graded, and leads to where it is put right."""

from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

import pytest

from engagements.framework.model import AnswerValue
from engagements.records import Client, Finding, Judgement, Note, PlanChange, Wording
from engagements.records.commenting import Comment
from engagements.records.snapshot import Stamp
from report_templates.brand import BrandKit
from report_templates.content import facts, redaction, report, wordings
from report_templates.fonts import family, nearest
from report_templates.preflight import document
from report_templates.preflight.looking import look
from report_templates.preflight.model import ORDER, Place
from tests.report_templates import cases

KIT = BrandKit.bundled()
LATE = datetime(2026, 12, 1)


def with_records(*more, base=None, late=()):
    """The full case with records in place of theirs; ``late`` ids were changed afterwards."""
    known = base or cases.full()
    kept = [one for kind in known.heads.values() for heads in kind.values() for one in heads]
    made = cases.snapshot(*kept, *more)
    stamps = {**made.stamps, **{one: Stamp("Karin Vold", LATE, one) for one in late}}
    return replace(made, stamps=MappingProxyType(stamps))


def looked(snapshot, pages=(), kit=KIT, **of_report):
    content = report.of(snapshot, issued=cases.ISSUED, **of_report)
    return look(snapshot, content, kit, pages)


def one(found, words):
    """The one check whose title holds these words."""
    (check,) = [check for check in found if words in check.title]
    return check


def none(found, words):
    return not [check for check in found if words in check.title]


def test_what_must_be_fixed_comes_first():
    grades = [ORDER[check.grade] for check in looked(cases.full())]
    assert grades == sorted(grades)
    assert grades[0] == 0


def test_a_disagreement_stands_until_it_is_settled():
    check = one(looked(cases.full()), "disagreement")
    assert (check.grade, check.place) == ("fix", Place("findings", "REL-1.1"))
    settled = Judgement.of("REL-1.1", AnswerValue.NO, reason="The log says so")
    assert one(looked(with_records(settled)), "No disagreement").grade == "passed"


def test_a_judgement_gives_its_reason():
    check = one(looked(with_records(Judgement.of("REL-1.1", AnswerValue.NO))), "lacks a reason")
    assert (check.grade, check.words) == ("review", "REL-1.1")
    given = Judgement.of("REL-1.1", AnswerValue.NO, reason="The log says so")
    assert one(looked(with_records(given)), "have reasons").grade == "passed"


def test_a_judgement_on_other_answers_is_out_of_date():
    old = Judgement.of("REL-1.1", AnswerValue.NO, reason="r", saw="another digest")
    check = one(looked(with_records(old)), "judgement is out of date")
    assert check.place == Place("findings", "REL-1.1")


def test_a_finding_is_out_of_date_once_its_answers_change():
    finding = Finding(id="f", sort="gap", text="No history", criteria=("SRC-1.1",))
    answer = next(a for a in cases.full().of(type(cases.answers("i0", "p0", {"SRC-1.1": "yes"})[0]))
                  if a.criterion == "SRC-1.1")  # fmt: skip
    fresh = with_records(finding)
    assert none(looked(fresh), "finding is out of date")
    check = one(looked(with_records(finding, late=[answer.id])), "finding is out of date")
    assert (check.grade, check.place) == ("review", Place("findings", "SRC-1.1"))


def test_contradictions_are_asked_about():
    check = one(looked(cases.full()), "contradiction")
    assert (check.grade, check.place.page) == ("review", "findings")
    assert check.words.endswith("?")


def test_without_a_target_there_is_nothing_to_go_to():
    check = one(looked(cases.full(target=None)), "No target level")
    assert (check.grade, check.place) == ("fix", Place("roadmap"))


def test_every_action_has_an_owner_and_every_one_left_out_a_reason():
    base = cases.full()
    plan = facts.of(base, issued=cases.ISSUED).roadmap
    first = plan.transitions[0].actions[0].id
    gone = PlanChange(id="c", action=first, include=False)
    check = one(looked(with_records(gone)), "left out without a reason")
    assert (check.words, check.place) == (first, Place("roadmap"))
    why = gone.model_copy(update={"reason": "bought instead"})
    assert none(looked(with_records(why)), "left out without a reason")
    assert one(looked(base), "has an owner").grade == "passed"


def test_a_number_that_went_out_must_be_another():
    check = one(looked(cases.full(version="1.0")), "1.0 was already issued")
    assert (check.grade, check.place) == ("fix", Place("report", "version"))
    assert none(looked(cases.full(version="1.1")), "already issued")


def test_an_address_must_go():
    client = Client(name="Halden, ask a.b@halden.example")
    check = one(looked(with_records(client)), "e-mail address")
    assert (check.grade, check.words) == ("fix", "a.b@halden.example")
    assert check.place == Place("details")


@pytest.mark.parametrize(
    ("record", "place"),
    [
        (Client(name="Halden \u16a0"), Place("details")),
        (Judgement.of("REL-1.1", AnswerValue.NO, reason="\u16a0"), Place("findings", "REL-1.1")),
        (cases.item(1, title="\u16a0"), Place("evidence")),
    ],
)
def test_a_sign_leads_to_where_it_was_typed(record, place):
    note = Note(id="n", text="\u16a0")
    assert one(looked(with_records(note, record)), "sign is in no font").place == place


def test_a_word_that_may_be_a_name_leads_to_where_it_was_typed():
    item = cases.item(1, title="as secret as can be")
    check = one(looked(with_records(item)), "may be a name")
    assert (check.grade, check.place) == ("review", Place("evidence"))
    assert "Secret" in check.words


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_the_report_was_gathered_from_is_not_redacted_again(language, monkeypatch):
    known = with_records(cases.item(1, title="as secret as can be"))
    content = report.of(known, issued=cases.ISSUED, language=language)
    again = []
    real = redaction._record
    monkeypatch.setattr(redaction, "_record", lambda *given: again.append(1) or real(*given))
    assert one(look(known, content, KIT), "may be a name")
    assert not again


def test_a_word_spelt_otherwise_than_the_name_leads_there_too():
    person = cases.person(0, name="Zoltán Szabó")
    item = cases.item(1, title="as szabo said")
    check = one(looked(with_records(person, item)), "may be a name")
    assert (check.words, check.place) == (
        "Szabó, as an interviewee is called.",
        Place("evidence"),
    )


@pytest.mark.parametrize(
    ("mode", "words"), [("role", "by role"), ("pseudonym", "by pseudonym"), ("named", "consent")]
)
def test_how_interviewees_appear_is_said(mode, words):
    check = one(looked(cases.full(interviewees=mode)), words)
    assert (check.grade, check.place) == ("passed", Place("report", "interviewees"))


def test_colours_are_measured():
    assert one(looked(cases.full()), "Colours can be read").words.startswith("Least of all 5.")
    pale = replace(KIT, name="pale")
    pale.__dict__["palette"] = {**KIT.palette, "accent": "#C0A080"}
    found = [check for check in looked(cases.full(), kit=pale) if "accent on" in check.title]
    assert [check.grade for check in found] == ["fix", "fix"]
    assert found[0].place == Place("report", "brand-kit")


def test_signs_that_no_font_has_are_named():
    check = one(looked(with_records(cases.item(1, title="Log \u16a0"))), "sign is in no font")
    assert (check.grade, check.words) == ("review", "U+16A0 print as a box.")


def test_a_sign_that_only_the_face_of_titles_lacks_is_named():
    kit = replace(KIT, heading=nearest(family("InterTab"), 700), body=family("NotoSerif"))
    assert none(looked(with_records(cases.item(1, title="Log \u0520")), kit=kit), "in no font")
    mine = Wording.of("summary.title", "en", "In my \u0520 words", "")
    assert one(looked(with_records(mine), kit=kit), "in no font").words.startswith("U+0520")


def test_a_text_that_was_cut_is_found_on_its_page():
    long = with_records(cases.item(1, title="A title that ends in …"))
    assert one(looked(long, pages=["A title that ends in …"]), "No text is cut")
    check = one(looked(long, pages=["fine", "A title that is c…"]), "Text is cut on 1 page")
    assert (check.grade, check.place) == ("review", Place("report", "1"))
    assert check.words == "Page 2. Shorten it where it was typed."


def test_a_text_that_was_cut_is_named_and_leads_to_where_it_was_typed():
    long = "Rebuilt by hand from the notes of whoever was there. " * 9
    item = cases.item(1, title=long)
    judged = Judgement.of("REL-1.1", AnswerValue.NO, reason=f"Because {long}")
    pages = ["fine", f"{long[:70]}…", "fine", f"{long[:120]}…"]
    check = one(looked(with_records(item), pages=pages), "Text is cut on 2 pages")
    assert check.place == Place("evidence")
    assert check.words == (
        "Page 2, 4: “Rebuilt by hand from the notes of whoev…”. Shorten it where it was typed."
    )
    found = looked(with_records(judged), pages=[f"Because {long[:50]}…"])
    assert one(found, "Text is cut on 1 page").place == Place("findings", "REL-1.1")


def test_a_sentence_is_older_than_its_facts_once_they_change():
    base = cases.full()
    known = facts.of(base, issued=cases.ISSUED)
    said = wordings.generated(known)["summary.title"]
    mine = Wording.of("summary.title", "en", "In my words", wordings.digest(said))
    assert none(looked(with_records(mine)), "older than its facts")
    other = Client(name="Another client")
    check = one(looked(with_records(mine, other)), "older than its facts")
    assert (check.grade, check.words) == ("review", "Read again: summary.title.")
    assert check.place == Place("report", "wordings")
    assert none(looked(with_records(mine, other), profile="roadmap"), "older than its facts")


def test_comments_are_answered_before_a_version_goes_out():
    def round_(*states):
        some = (
            Comment(id=f"c{n}", number=n, text="?", state=state)
            for n, state in enumerate(states, start=1)
        )
        return looked(with_records(*some))

    assert none(looked(cases.full()), "omment")
    check = one(round_("open", "done", "open"), "comments are open")
    assert (check.grade, check.place) == ("review", Place("report", "comments"))
    assert check.words.startswith("No. 1, 3.")
    assert one(round_("accepted"), "is not worked in").grade == "review"
    assert one(round_("declined", "done"), "Comments are answered").grade == "passed"


def test_what_is_wrong_in_a_wording_leads_to_the_wordings():
    mine = Wording.of("summary.title", "en", "In my \u16a0 words", "")
    said = Comment(id="c", number=1, text="\u16a0")
    check = one(looked(with_records(said, mine)), "sign is in no font")
    assert check.place == Place("report", "wordings")


def test_a_note_is_no_part_of_the_report():
    note = Note(id="n", text="asked secret")
    assert none(looked(with_records(note)), "may be")


def test_every_pair_is_in_every_palette():
    for pair in document.PAIRS:
        assert {pair[0], pair[1]} <= set(KIT.palette)
