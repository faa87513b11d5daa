"""Questionnaires and records as files: accessible, fit for the archive, sealed, hostile or not."""

from datetime import date

import pytest

from engagements.framework.model import AnswerValue
from engagements.problem import Problem
from engagements.records import Answer, Note
from engagements.records.answers import NoteKind
from report_templates import seal
from report_templates.brand import BrandKit
from report_templates.build import build
from report_templates.content import questionnaire, record
from report_templates.content.printed import KINDS
from tests.report_templates import cases
from tests.report_templates.printed import squeezed, words_of
from tests.report_templates.test_archive import assert_sound
from tests.report_templates.tree import read

HOSTILE = "<b>&\x00\ud800\uffff東Ж</b> <img src='file:///etc/passwd'/>" * 40


def known(*more, words="Ada Ref"):
    person = cases.person(0, name=words, title=words)
    talk = cases.interview(0, "p0", agenda=("SRC-1.1", "SRC-1.2", "TRN-1.1"), assessors=(words,))
    return cases.snapshot(*cases.frame(client=words), person, talk, *more), talk, person


def papers(words, language):
    quote = Note(id="n", text=words * 30, interview="i0", note_kind=NoteKind.QUOTE,
                 criteria=("SRC-1.1",))  # fmt: skip
    answer = Answer.of("SRC-1.1", "i0", AnswerValue.NA, voice="p0", reason=words)
    snapshot, talk, person = known(quote, answer, words=words)
    day = date(2026, 12, 21)
    yield questionnaire.of(snapshot, cases.ISSUED, interview=talk, language=language)
    yield record.of(snapshot, talk, person, issued=cases.ISSUED, reply=day, language=language)


@pytest.mark.parametrize(("words", "language", "kit"), [("Ada Ref", "de", "corvane"),
                                                        (HOSTILE, "en", "meridian")])  # fmt: skip
def test_papers_are_accessible_sealed_and_carry_their_content(words, language, kit):
    for content in papers(words, language):
        assert KINDS[content.kind].model_validate_json(content.model_dump_json()) == content
        data = build(content, BrandKit.bundled(kit))
        assert_sound(data, "ua1", "3a")
        assert seal.read(data).intact
        root = read(data).root
        assert [one.tag for one in root.kids] == ["Sect"]
        assert sum(one.tag == "H1" for one in root.all("H1")) == 1


def test_a_blank_engagement_still_has_a_sheet_for_every_role():
    content = questionnaire.of(cases.empty(client=""), cases.ISSUED)
    assert [one.role for one in content.roles] == [
        pack.role for pack in cases.empty().framework.role_packs
    ]
    few = questionnaire.of(cases.empty(), cases.ISSUED, roles=("EX",))
    printed = squeezed("".join(words_of(build(few, BrandKit.bundled()))))
    for one in few.roles[0].questions:
        assert squeezed(one.question) in printed
        assert squeezed(one.partly) in printed
        assert squeezed(one.show) in printed


def test_an_interviews_questionnaire_names_only_whom_it_is_for():
    snapshot, talk, _ = known()
    (sheet,) = questionnaire.of(snapshot, cases.ISSUED, interview=talk).roles
    assert [one.criterion for one in sheet.questions] == list(talk.agenda)
    assert [one.text for one in sheet.head][2:] == ["Ada Ref", "17\u00a0November 2026"]


def test_an_unknown_role_is_refused_in_words():
    with pytest.raises(Problem, match="XX"):
        questionnaire.of(cases.empty(), cases.ISSUED, roles=("XX",))
