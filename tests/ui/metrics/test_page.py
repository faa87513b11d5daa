"""The Metrics page by its keys: what is typed is kept, and nothing is guessed."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engagements.records import MetricReading


def reading(page, metric="M13"):
    found = page.session.snapshot.of(MetricReading)
    return next((one for one in found if one.metric == metric), None)


def test_a_range_is_typed_and_kept(page, qtbot):
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    QTest.keyClicks(page.form.low, "2,5")
    QTest.keyClicks(page.form.high, "4")
    QTest.keyClick(page.form.high, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: reading(page) is not None)
    assert (reading(page).low, reading(page).high) == (Decimal("2.5"), Decimal(4))
    assert page.form.low.text() == "2,5"


def test_what_cannot_be_read_stays_as_typed(page):
    page.form.low.setText("1,250")
    page.view.choose("M14")
    page.view.choose("M13")
    assert page.form.low.text() == "1,250"
    assert "1250" in page.form._low.said()
    assert reading(page) is None


def test_delete_takes_a_reading_out(page, qtbot):
    page.form.low.setText("3")
    page.flush()
    qtbot.waitUntil(lambda: reading(page) is not None)
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: reading(page) is None)
    assert page.form.low.text() == ""
