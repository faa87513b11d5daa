"""The agenda: what packs propose, in which order questions come, and finding one by letters."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from engagements import language
from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue, CriterionType
from engagements.records import Interview
from engagements.records.people import ROOM
from tests.ui.cut import cuts
from tests.ui.pseudo import Pseudo
from ui.interview.agenda import agenda_of, proposed, short, voices
from ui.interview.agenda_model import AgendaModel, spoken
from ui.interview.agenda_side import BestFoot
from ui.parts.finder import matching
from ui.widgets.labels import ElidedLabel

F = mlops()


def interview(*agenda, people=("p1",), **more):
    return Interview(
        id="i1", title="One", people=people, day=date(2026, 11, 24), agenda=agenda, **more
    )


def test_questions_stand_by_dimension_and_what_is_left_out_is_named():
    found = agenda_of(F, interview("SRC-1.2", "DAT-1.1", "SRC-1.1"), {})
    assert [g.code for g in found.groups] == ["SRC", "DAT"]
    assert [r.criterion for r in found.rows] == ["SRC-1.2", "SRC-1.1", "DAT-1.1"]
    assert len(found.elsewhere) == len(F.dimensions) - 2


def test_an_answer_of_one_person_shows_where_the_room_gave_none():
    here = interview("SRC-1.1", people=("p1", "p2"))
    assert voices(here) == (ROOM, "p1", "p2")
    values = {("SRC-1.1", "p2"): AnswerValue.NO}
    assert agenda_of(F, here, values).rows[0].value is AnswerValue.NO
    values["SRC-1.1", ROOM] = AnswerValue.YES
    assert agenda_of(F, here, values).rows[0].value is AnswerValue.YES


def test_an_na_without_reason_does_not_count():
    here = interview("SRC-1.1", "SRC-1.3")
    values = {("SRC-1.1", "p1"): AnswerValue.NA, ("SRC-1.3", "p1"): AnswerValue.YES}
    assert agenda_of(F, here, values).answered == 2
    assert agenda_of(F, here, values, pending=[("SRC-1.1", "p1")]).answered == 1


def test_next_open_goes_round_and_keeps_parked_ones_for_last():
    here = interview("SRC-1.1", "SRC-1.2", "SRC-1.3", parked=("SRC-1.2",))
    found = agenda_of(F, here, {})
    assert found.next_open("SRC-1.1") == "SRC-1.3"
    assert found.next_open("SRC-1.3") == "SRC-1.1"
    given_ = {("SRC-1.1", "p1"): AnswerValue.YES, ("SRC-1.3", "p1"): AnswerValue.NO}
    assert agenda_of(F, here, given_).next_open("SRC-1.3") == "SRC-1.2"
    assert found.beside("SRC-1.3", 1) is None


@given(
    st.lists(st.sampled_from([c.id for c in F.criteria]), unique=True, min_size=1),
    st.data(),
)
def test_next_open_reaches_every_open_question_once(agenda, data):
    parked = tuple(data.draw(st.lists(st.sampled_from(agenda), unique=True)))
    values, seen, at = {}, [], agenda[0]
    here = interview(*agenda, parked=parked)
    for _ in agenda:
        values[at, "p1"] = AnswerValue.YES
        seen.append(at)
        at = agenda_of(F, here, values).next_open(at)
        if at is None:
            break
    assert sorted(seen) == sorted(agenda)


@pytest.mark.parametrize("role", [pack.role for pack in F.role_packs])
def test_a_pack_is_proposed_for_its_role(role):
    lead, also = proposed(F, [role], also=False), proposed(F, [role])
    assert set(lead) <= set(also)
    order = [c.id for c in F.criteria]
    assert list(also) == sorted(also, key=order.index)


def test_two_roles_are_asked_both_packs():
    both = set(proposed(F, ["RC", "EX"]))
    assert both == set(proposed(F, ["RC"])) | set(proposed(F, ["EX"]))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("src12", "SRC-1.2"),
        ("SRC-1.2", "SRC-1.2"),
        ("src 1.2", "SRC-1.2"),
        ("drift is", "MON-3.2"),
        ("notebooks and", None),
        ("zzz", None),
    ],
)
def test_a_few_letters_find_a_question(typed, first):
    found = matching(F.criteria, typed)
    if first:
        assert found[0].id == first
    else:
        assert all(typed.split()[0] in f"{c.title} {c.question}".lower() for c in found)


def test_nothing_typed_finds_everything():
    assert matching(F.criteria, " ") == F.criteria


def test_the_model_keeps_its_promises(qapp):
    model = AgendaModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show(agenda_of(F, interview("SRC-1.1", "DAT-1.1"), {}))
    resets = []
    model.modelReset.connect(lambda: resets.append(1))
    values = {("SRC-1.1", "p1"): AnswerValue.YES}
    model.show(agenda_of(F, interview("SRC-1.1", "DAT-1.1"), values))
    assert resets == []
    place = model.place_of("SRC-1.1")
    assert model.item(place).value is AnswerValue.YES
    model.show(agenda_of(F, interview("SRC-1.1"), values))
    assert resets == [1]
    assert tester.model() is model


def test_rows_are_said_in_words():
    here = interview("SRC-1.2", parked=("SRC-1.2",))
    row = agenda_of(F, here, {}, differing=["SRC-1.2"]).rows[0]
    assert row.key is (F.criterion["SRC-1.2"].type is CriterionType.KEY)
    assert spoken(row).endswith("not asked, parked, answers differ")
    assert short("SRC-1.2") == "1.2"


@pytest.mark.parametrize("tongue", ["en", "de", "longer"])
def test_what_is_best_asked_next_is_said_whole_beside_its_key(qtbot, tongue):
    if tongue == "longer":
        language.use("xx", Pseudo())
    else:
        language.speak(tongue)
    try:
        foot = BestFoot()
    finally:
        language.speak("en")
    qtbot.addWidget(foot)
    foot.setFixedWidth(248)
    foot.show_best("PPL-1.1 Each model has a capable deputy", "Decides level 1")
    foot.show()
    QApplication.processEvents()
    assert cuts(foot) == []
    assert not [one for one in foot.findChildren(ElidedLabel) if one.text() != one.whole()]
