"""Findings by keys: the map, filters, the drawer, and judgements with their effect."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget

from engagements.assessment.consolidate import assess_case
from engagements.assessment.heat_map import Flag
from engagements.casework import interviewing, judging, scoping
from engagements.casework.case import Case
from engagements.framework.model import AnswerValue
from engagements.records import Answer, Interview, Judgement, Note, ScopeUnit
from engagements.records.answers import NoteKind
from engagements.records.client import FIRST_UNIT_ID, Status
from tests.ui.windows import windowed
from ui import jobs
from ui.findings.drawer import _EvidenceRow
from ui.findings.model import LEVEL_COLUMN, words_of
from ui.findings.reading import map_of
from ui.home.survey import survey
from ui.parts import answer_keys
from ui.theme import theme
from ui.widgets.labels import Label, TextBlock

CTRL = Qt.KeyboardModifier.ControlModifier
DISPUTED = "SRC-1.2"


class Findings:
    """The page in the window, with what a test asks of it."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot, self.session = window, qtbot, window.session
        window.go("findings")
        self.page = window.page("findings")
        self.rest()

    def rest(self):
        self.qtbot.waitUntil(lambda: not jobs.pending() and not self.session.busy)

    def press(self, key, held=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget(), key, held)
        self.rest()

    def type(self, words):
        QTest.keyClicks(QApplication.focusWidget(), words)

    @property
    def pane(self):
        return self.page.drawer.judgement

    @property
    def open(self):
        detail = self.page._detail
        return detail.criterion if detail else ""

    def judgement(self, criterion):
        found = [one for one in self.session.snapshot.of(Judgement) if one.criterion == criterion]
        return found[0] if found else None

    def shown(self):
        return [one.criterion for one in self.page.view.map_model.lines()]


@pytest.fixture
def findings(desk, opened, qtbot):
    return Findings(windowed(desk, qtbot), qtbot)


def test_the_map_is_a_sound_model(findings, qtbot):
    QAbstractItemModelTester(
        findings.page.view.map_model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    findings.page.map.choose_filter(Flag.DISAGREEMENT)
    findings.page.map.choose_filter(None)
    assert len(findings.shown()) == 59


def test_right_opens_a_dimension_left_closes_it_and_enter_opens_a_criterion(findings):
    view = findings.page.view
    first = view.map_model.index(0, 0)
    assert view.hasFocus()
    assert view.currentIndex() == first
    findings.press(Qt.Key.Key_Right)
    assert view.isExpanded(first)
    findings.press(Qt.Key.Key_Left)
    assert not view.isExpanded(first)
    findings.press(Qt.Key.Key_Right)
    findings.press(Qt.Key.Key_Down)
    findings.press(Qt.Key.Key_Return)
    assert findings.open == findings.shown()[0]
    assert findings.page.drawer.isVisible()
    findings.press(Qt.Key.Key_Escape)
    assert not findings.page.drawer.isVisible()


@pytest.mark.parametrize(("gates", "words"), [(True, "needed for"), (False, "supplementary,")])
def test_a_criterion_says_whether_the_level_needs_it(findings, gates, words):
    framework = findings.page.session.snapshot.framework
    one = next(one for one in framework.criteria if one.type.gates is gates)
    findings.page.show_criterion(one.id)
    findings.rest()
    shown = [label.text() for label in findings.page.drawer.findChildren(Label)]
    assert words in shown


def test_n_goes_through_what_waits(findings):
    waiting = findings.page._map.waiting
    assert DISPUTED in waiting
    for criterion in waiting:
        findings.press(Qt.Key.Key_N)
        assert findings.open == criterion
    findings.press(Qt.Key.Key_N)
    assert findings.open == waiting[0]


def test_a_judgement_is_settled_by_keys_and_the_next_one_follows(findings):
    findings.press(Qt.Key.Key_N)
    criterion = findings.open
    findings.press(Qt.Key.Key_2, CTRL)
    assert findings.judgement(criterion) is None, "choosing settles nothing"
    assert "level" in findings.pane._effect.text()
    findings.pane.reason.setFocus()
    findings.type("The log speaks for one model only")
    findings.press(Qt.Key.Key_Return, CTRL)
    kept = findings.judgement(criterion)
    assert kept.value is AnswerValue.PARTLY
    assert kept.reason == "The log speaks for one model only"
    assert findings.open != criterion
    assert findings.open == findings.page._map.waiting[0]


def test_settling_is_undone_with_ctrl_z(findings):
    findings.press(Qt.Key.Key_N)
    criterion = findings.open
    findings.press(Qt.Key.Key_3, CTRL)
    findings.press(Qt.Key.Key_Return, CTRL)
    assert findings.judgement(criterion)
    findings.page.view.setFocus()
    findings.window.undoing.undo()  # first it is shown, then it is taken back
    findings.rest()
    findings.window.undoing.undo()
    findings.rest()
    assert findings.judgement(criterion) is None
    assert findings.open == criterion


def test_what_is_typed_survives_leaving_the_page(findings):
    findings.page.open(DISPUTED)
    findings.pane.reason.setFocus()
    findings.type("Half a sentence")
    findings.window.go("score")
    findings.rest()
    drafts = findings.session.case.drafts()
    assert any(key.startswith("judgement/") and "Half a" in text for key, text in drafts.items())
    findings.window.go("findings")
    findings.rest()
    findings.page.open(DISPUTED)
    assert findings.pane.reason.toPlainText() == "Half a sentence"


def test_a_draft_is_there_after_the_file_was_opened_again(desk, sample_file, session, qtbot):
    case = Case.open(sample_file, author="tester")
    unit = case.snapshot.scope_units[0].id
    interviewing.keep_draft(case, f"judgement/{unit}/{DISPUTED}", '["no", "Nobody could"]')
    case.close()
    with qtbot.waitSignal(session.case_changed):
        session.open(lambda: Case.open(sample_file, author="tester"), sample_file)
    findings = Findings(windowed(desk, qtbot), qtbot)
    findings.page.open(DISPUTED)
    assert findings.pane.reason.toPlainText() == "Nobody could"
    assert findings.page.presenter.pending(findings.page._detail).value is AnswerValue.NO


@pytest.mark.parametrize("draft", ["", "[]", "{}", '["maybe", "x"]', "null", '["yes"]'])
def test_a_draft_that_is_none_is_left_alone(findings, draft):
    findings.page.presenter._recover({f"judgement/u/{DISPUTED}": draft})
    assert findings.page.presenter._drafts == {}


def test_a_reason_is_asked_for_where_voices_differ_but_never_enforced(findings):
    findings.page.open(DISPUTED)
    findings.press(Qt.Key.Key_1, CTRL)
    assert "Voices differ" in findings.pane._ask.text()
    assert findings.pane.settle.isEnabled()
    findings.pane.reason.setFocus()
    findings.type("Seen")
    assert findings.pane._ask.text() == ""


@pytest.mark.parametrize("number", range(5))
def test_a_number_judges_what_it_answers_in_an_interview(findings, number):
    plain = next(one.id for one in findings.session.snapshot.framework.criteria if one.type != "K")
    findings.page.open(plain)
    findings.press(Qt.Key(Qt.Key.Key_1 + number), CTRL)
    picked = findings.page.presenter.pending(findings.page._detail).value
    assert picked is answer_keys.ORDER[number]
    assert findings.page.findChild(QWidget, f"judge-{number + 1}").isChecked()


def test_a_key_question_is_never_not_applicable(findings):
    key = next(one.id for one in findings.session.snapshot.framework.criteria if one.type == "K")
    findings.page.open(key)
    before = findings.page.presenter.pending(findings.page._detail)
    findings.press(Qt.Key.Key_4, CTRL)
    assert findings.page.presenter.pending(findings.page._detail) == before
    assert "always applies" in findings.pane._buttons[AnswerValue.NA].toolTip()


def test_not_applicable_without_a_reason_is_refused_in_a_sentence(findings):
    plain = next(one.id for one in findings.session.snapshot.framework.criteria if one.type != "K")
    findings.page.open(plain)
    findings.press(Qt.Key.Key_4, CTRL)
    findings.press(Qt.Key.Key_Return, CTRL)
    assert findings.judgement(plain) is None
    assert findings.window.message.isVisible()


def test_a_filter_shows_only_its_criteria_and_esc_takes_it_away(findings):
    findings.press(Qt.Key.Key_F)
    button = QApplication.focusWidget()
    findings.press(Qt.Key.Key_Space)
    assert len(findings.shown()) == button.count
    findings.press(Qt.Key.Key_Escape)
    assert len(findings.shown()) == 59


def test_the_legend_counts_every_criterion_once(findings):
    counts = [button.count for button in findings.page.legend._buttons.values()]
    assert sum(counts) == 59


def test_a_criterion_is_found_by_words_and_by_code(findings):
    findings.press(Qt.Key.Key_Slash)
    findings.type("rebuilt")
    assert findings.shown() == [DISPUTED]
    findings.press(Qt.Key.Key_Return)
    assert findings.open == DISPUTED
    findings.page.map.search.edit.setText("no such criterion")
    assert findings.shown() == []
    assert findings.page.map.empty.isVisible()


def test_a_quote_stands_once_where_people_answered_one_by_one(findings):
    session, code = findings.session, "SRC-1.1"
    talk = next(one for one in session.snapshot.of(Interview) if len(one.people) == 2)
    for person in talk.people:
        answer = Answer.of(code, talk.id, AnswerValue.YES, voice=person)
        session.do(interviewing.record_answer, answer)
    fields = {"interview": talk.id, "criteria": (code,), "note_kind": NoteKind.QUOTE}
    session.do(interviewing.keep_note, Note(id="quote", text="I could get close.", **fields))
    findings.rest()
    findings.page.open(code)
    findings.rest()
    blocks = [one.text() for one in findings.page.drawer.findChildren(TextBlock)]
    said = [one for one in blocks if "I could get close." in one]
    assert said == [f"{talk.title}, together: “I could get close.”"]


def test_a_new_answer_makes_a_judgement_stale_and_says_so(findings):
    findings.page.open(DISPUTED)
    findings.press(Qt.Key.Key_2, CTRL)
    findings.press(Qt.Key.Key_Return, CTRL)
    snapshot = findings.session.snapshot
    answer = next(one for one in snapshot.of(Answer) if one.criterion == DISPUTED)
    other = AnswerValue.NO if answer.value is AnswerValue.YES else AnswerValue.YES
    findings.session.do(
        interviewing.record_answer, answer.model_copy(update={"value": other, "reason": ""})
    )
    findings.rest()
    findings.page.open(DISPUTED)
    assert Flag.STALE in findings.page._detail.cell.flags
    assert DISPUTED in findings.page._map.waiting


def test_reopening_lets_the_answers_speak_again(findings):
    findings.page.open(DISPUTED)
    findings.press(Qt.Key.Key_1, CTRL)
    findings.press(Qt.Key.Key_Return, CTRL)
    findings.page.open(DISPUTED)
    findings.pane.reopen.click()
    findings.rest()
    assert findings.judgement(DISPUTED) is None
    assert Flag.DISAGREEMENT in findings.page._detail.cell.flags


def test_reopening_leaves_the_keys_at_the_judgement(findings):
    findings.session.do(judging.judge, DISPUTED, AnswerValue.NO, reason="the log says so")
    findings.rest()
    findings.page.open(DISPUTED)
    findings.pane.reopen.setFocus()
    findings.press(Qt.Key.Key_Space)
    findings.rest()
    assert not findings.pane.reopen.isVisible()
    assert QApplication.focusWidget() is findings.pane.stops()


def test_a_delivered_engagement_is_only_read(findings):
    findings.session.do(Case.update_engagement, status=Status.ARCHIVED)
    findings.rest()
    findings.page.open(DISPUTED)
    assert not findings.pane.settle.isEnabled()
    assert findings.pane.reason.isReadOnly()
    findings.press(Qt.Key.Key_1, CTRL)
    findings.press(Qt.Key.Key_Return, CTRL)
    assert findings.judgement(DISPUTED) is None
    assert findings.page._frozen.isVisible()


def test_an_engagement_without_answers_says_where_to_begin(desk, make_file, session, qtbot):
    path = make_file("Nobody yet")
    with qtbot.waitSignal(session.case_changed):
        session.open(lambda: Case.open(path, author="tester"), path)
    findings = Findings(windowed(desk, qtbot), qtbot)
    assert findings.page.map.start.isVisible()
    assert not findings.page.next.isEnabled()
    with qtbot.waitSignal(findings.page.asks_page) as asked:
        findings.page.map.start.click()
    assert asked.args == ["interview"]


def test_another_units_judgement_is_not_this_ones(findings):
    findings.session.do(scoping.save_unit, ScopeUnit(id="second", name="Second", position=1))
    findings.rest()
    assert findings.page.map.units.isVisible()
    findings.session.do(judging.judge, DISPUTED, AnswerValue.YES, scope_unit="second")
    findings.rest()
    findings.page.open(DISPUTED)
    assert findings.page._detail.value is None
    findings.page.map.units.picked.emit("second")
    findings.rest()
    findings.page.open(DISPUTED)
    assert findings.page._detail.value is AnswerValue.YES


def test_a_unit_with_a_long_name_is_shown_in_full(findings):
    units = findings.page.map.units
    for name in ("Load forecasting", "Load forecasting for the northern regions"):
        unit = ScopeUnit(id="second", name=name, position=1)
        findings.session.do(scoping.save_unit, unit)
        findings.rest()
        findings.qtbot.waitUntil(lambda name=name: units.itemText(1) == name)
        findings.qtbot.waitUntil(lambda: units.width() >= units.sizeHint().width())


def test_evidence_that_speaks_against_the_finding_says_so(findings):
    findings.page.open("SRC-2.2")
    against = [one for one in findings.page._detail.evidence if one.against]
    assert against
    assert Flag.CONTRADICTION in findings.page._detail.cell.flags
    names = [one.accessibleName() for one in findings.page.drawer.findChildren(_EvidenceRow)]
    assert sum("against what was found" in name for name in names) == len(against)


def test_a_contradiction_names_both_sides_with_what_was_found(findings):
    framework = findings.session.snapshot.framework
    for criterion, value in (("SRC-1.2", AnswerValue.NO), ("TRN-2.1", AnswerValue.YES)):
        findings.session.do(judging.judge, criterion, value, reason="seen")
    findings.rest()
    findings.page.open("SRC-1.2")
    (words,) = findings.page._detail.contradictions
    sides = words.split("\n")
    assert sides[0].startswith("SRC-1.2 No: ")
    assert sides[1] == f"TRN-2.1 Yes: {framework.criterion['TRN-2.1'].title}"
    assert sides[2] == framework.contradictions[0].ask


def test_a_delivered_engagement_can_be_judged_again_once_reopened(findings):
    findings.session.do(Case.update_engagement, status=Status.DELIVERED)
    findings.rest()
    findings.page.open(DISPUTED)
    assert findings.pane.thaw.isVisible()
    assert not findings.pane.settle.isVisible()
    findings.pane.thaw.click()
    findings.rest()
    assert not findings.pane.thaw.isVisible()
    assert not findings.page._frozen.isVisible()
    findings.press(Qt.Key.Key_2, CTRL)
    findings.press(Qt.Key.Key_Return, CTRL)
    assert findings.judgement(DISPUTED).value is AnswerValue.PARTLY


def test_a_file_open_for_reading_only_offers_no_way_to_settle(desk, sample_file, session, qtbot):
    with qtbot.waitSignal(session.case_changed):
        session.open(lambda: Case.open(sample_file, author="a", read_only=True), sample_file)
    findings = Findings(windowed(desk, qtbot), qtbot)
    findings.page.open(DISPUTED)
    assert not findings.pane.settle.isEnabled()
    assert not findings.pane.thaw.isVisible()
    assert "reading only" in findings.page._frozen.text()


def test_reopening_keeps_the_reason_to_go_on_from(findings):
    findings.session.do(judging.judge, DISPUTED, AnswerValue.NO, reason="the log says so")
    findings.rest()
    findings.page.open(DISPUTED)
    findings.pane.reopen.click()
    findings.rest()
    assert findings.judgement(DISPUTED) is None
    assert findings.pane.reason.toPlainText() == "the log says so"


def test_what_is_typed_while_settling_is_not_lost(findings):
    findings.page.open(DISPUTED)
    findings.pane.reason.setPlainText("first")
    findings.pane.pick(2)
    detail = findings.page._detail
    findings.page.presenter.settle(detail)
    findings.page.presenter.say(detail, "first and more")
    findings.rest()
    assert findings.judgement(DISPUTED).reason == "first"
    findings.page.open(DISPUTED)
    assert findings.pane.reason.toPlainText() == "first and more"


def test_a_criterion_is_opened_in_the_scope_unit_that_is_named(findings):
    findings.session.do(scoping.save_unit, ScopeUnit(id="second", name="Second", position=1))
    findings.rest()
    findings.page.show_criterion(DISPUTED, "second")
    findings.rest()
    assert (findings.page.presenter.unit, findings.open) == ("second", DISPUTED)
    findings.page.show_criterion("SRC-1.1")
    findings.rest()
    assert findings.page.presenter.unit == "second"
    findings.window.show_criterion("findings", DISPUTED, FIRST_UNIT_ID)
    findings.rest()
    assert findings.page.presenter.unit == FIRST_UNIT_ID


def test_undo_goes_to_the_judgements_own_scope_unit(findings):
    findings.session.do(scoping.save_unit, ScopeUnit(id="second", name="Second", position=1))
    findings.rest()
    findings.page.open(DISPUTED)
    record = Judgement.of(DISPUTED, AnswerValue.NO, scope_unit="second")
    assert findings.page.reveal(record) is False
    findings.rest()
    assert findings.page.presenter.unit == "second"
    assert findings.page.reveal(record) is True


@pytest.mark.parametrize("size", [(1440, 900), (1280, 800)], ids=["wide", "narrow"])
def test_the_largest_text_asks_for_no_more_room_than_there_is(findings, size):
    findings.window.resize(*size)
    findings.page.open(DISPUTED)
    theme().set_scale(130)
    findings.rest()
    assert findings.page.minimumSizeHint().width() <= size[0] - 84
    assert (findings.window.width(), findings.window.height()) == size


def test_a_form_is_entered_by_keys_and_undone_where_one_is(findings):
    before = len(findings.session.snapshot.of(Answer))
    findings.press(Qt.Key.Key_G)
    grid = findings.page.grid
    assert grid.isVisible()
    assert findings.page.hints()[0].keys == ("1", "to", "5")
    talk = findings.session.snapshot.of(Interview)[-1].id
    grid.presenter.choose(talk)
    grid.table.setFocus()
    said = {one.criterion for one in findings.session.snapshot.of(Answer) if one.interview == talk}
    fresh = next(at for at, one in enumerate(grid.model._criteria) if one.id not in said)
    grid.table.setCurrentIndex(grid.model.index(fresh, 0))
    findings.press(Qt.Key.Key_1)
    assert len(findings.session.snapshot.of(Answer)) == before + 1
    findings.window.undoing.undo()
    findings.rest()
    assert len(findings.session.snapshot.of(Answer)) == before
    assert findings.window.current is findings.page
    findings.press(Qt.Key.Key_Escape)
    assert not grid.isVisible()


def test_an_archived_engagement_takes_no_form(findings):
    findings.session.do(Case.update_engagement, status=Status.ARCHIVED)
    findings.rest()
    findings.press(Qt.Key.Key_G)
    assert "grid" not in findings.page.__dict__


def test_letters_after_a_judgement_are_its_reason(findings):
    findings.press(Qt.Key.Key_N)
    criterion = findings.open
    findings.press(Qt.Key.Key_3, CTRL)
    findings.type("The product owner knows best")
    findings.press(Qt.Key.Key_Return, CTRL)
    assert findings.judgement(criterion).value is AnswerValue.NO
    assert findings.judgement(criterion).reason == "The product owner knows best"


def test_a_dimension_that_does_not_apply_has_no_level(opened):
    known = opened.snapshot
    code = known.framework.dimensions[-1].code
    settled = {
        one.id: (Judgement.of(one.id, AnswerValue.NA, reason="Not in scope"),)
        for one in known.framework.criteria
        if one.dimension == code
    }
    kept = {**known.heads.get(Judgement.kind, {}), **settled}
    snapshot = replace(known, heads={**known.heads, Judgement.kind: kept})
    found, _ = map_of(snapshot, assess_case(snapshot), snapshot.scope_units[0].id)
    words = [words_of(one, LEVEL_COLUMN) for one in found.groups]
    assert words[-1] == "Not applicable"
    assert "Not applicable" not in words[:-1]
    strips = survey(snapshot, date(2026, 11, 24)).strips
    assert [one.applies for one in strips] == [True] * (len(words) - 1) + [False]
