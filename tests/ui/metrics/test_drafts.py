"""What is typed into a metric's form is a draft at once, and is there again after a crash."""

from datetime import datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engagements.casework import interviewing, judging
from engagements.problem import Problem
from tests.ui.crash import drafts_of, opened_again, wait_for_draft
from tests.ui.metrics.conftest import PLACES
from tests.ui.metrics.test_page import reading
from ui.metrics.typing import Typed, first_id
from ui.parts.drafting import TypedText

FIELDS = {
    "low": lambda form: form.low,
    "period": lambda form: form.period,
    "note": lambda form: form._note,
    "case": lambda form: form.cases[1].label,
    "began": lambda form: form.cases[2].began,
}


def text(field):
    return field.text() if hasattr(field, "text") else field.toPlainText()


def key(page):
    metric, unit = page._here()
    return f"metric/{metric}/{unit}/{first_id(metric, unit)}"


def typed(page, qtbot, name, words):
    field = FIELDS[name](page.form)
    field.setFocus()
    QTest.keyClicks(field, words)
    wait_for_draft(page.session, qtbot, key(page))


@pytest.mark.parametrize("name", FIELDS)
def test_after_a_crash_the_words_are_in_the_field(page, desk, tmp_path, qtbot, name):
    typed(page, qtbot, name, "12")
    assert reading(page) is None
    with opened_again(desk, PLACES, page.session, tmp_path / "copy.plumb", qtbot) as again:
        assert again.view.current() == "M13"
        assert text(FIELDS[name](again.form)) == "12"
        assert again.form.recovered.isVisible()
        assert again.form.recovered.whole().startswith("Recovered ")


def test_leaving_the_recovered_field_keeps_it(page, desk, tmp_path, qtbot):
    typed(page, qtbot, "low", "12")
    with opened_again(desk, PLACES, page.session, tmp_path / "copy.plumb", qtbot) as again:
        again.form.low.setFocus()
        QTest.keyClick(again.form.low, Qt.Key.Key_Tab)
        qtbot.waitUntil(lambda: reading(again) is not None)
        assert reading(again).low == Decimal(12)
        qtbot.waitUntil(again.form.recovered.isHidden)
        assert not drafts_of(again.session, qtbot)


def test_what_cannot_be_read_is_there_after_a_crash_too(page, desk, tmp_path, qtbot):
    left = key(page)
    page.form.low.setFocus()
    QTest.keyClicks(page.form.low, "1,250")
    page.view.choose("M14")
    wait_for_draft(page.session, qtbot, left)
    with opened_again(desk, PLACES, page.session, tmp_path / "copy.plumb", qtbot) as again:
        assert again.view.current() == "M13"
        assert again.form.low.text() == "1,250"
        assert "1250" in again.form._low.said()


def test_esc_gives_up_what_was_typed(page, qtbot):
    typed(page, qtbot, "note", "not this")
    QTest.keyClick(page.form._note, Qt.Key.Key_Escape)
    assert page.form._note.toPlainText() == ""
    assert not drafts_of(page.session, qtbot)
    page.flush()
    assert not page.session.busy
    assert reading(page) is None


def test_kept_values_leave_no_draft(page, qtbot):
    typed(page, qtbot, "low", "3")
    QTest.keyClick(page.form.low, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: reading(page) is not None)
    assert not drafts_of(page.session, qtbot)


def test_a_form_survives_being_packed():
    one = Typed(low="2,5", note="a\nb", source=3)
    assert Typed.unpacked(one.packed()) == one
    for broken in ("{}", "no json", "[]", '{"cases": [], "low": ""}'):
        assert Typed.unpacked(broken) is None


def test_values_that_cannot_be_kept_stay_in_the_form_and_as_a_draft(page, monkeypatch, qtbot):
    real = judging.save_metric

    def refuse(*_arguments, **_named):
        raise Problem("There is no space left.", "Free some space.")

    monkeypatch.setattr(judging, "save_metric", refuse)
    page.form.low.setFocus()
    QTest.keyClicks(page.form.low, "12")
    with qtbot.waitSignal(page.presenter.refused):
        QTest.keyClick(page.form.low, Qt.Key.Key_Return)
    assert page.form.low.text() == "12"
    wait_for_draft(page.session, qtbot, key(page))
    monkeypatch.setattr(judging, "save_metric", real)
    QTest.keyClick(page.form.low, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: reading(page) is not None)
    assert not drafts_of(page.session, qtbot)


def test_rows_of_another_kind_are_left_alone(page, desk, tmp_path, qtbot):
    row = TypedText("no form", datetime.now(), datetime.now()).packed()
    rows = {"metric/M13": row, "metric/M13/unit/one": row, "metric/M99/u/r": "no json"}
    for one, text in rows.items():
        page.session.do(interviewing.keep_draft, one, text)
    with opened_again(desk, PLACES, page.session, tmp_path / "copy.plumb", qtbot) as again:
        again.view.choose("M13")
        assert again.form.low.text() == ""
        assert drafts_of(again.session, qtbot) == rows
