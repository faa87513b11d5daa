"""A preview seen large: picture, text and PDF page, zoomed and turned by keys, Esc back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engagements.casework import evidence
from tests.ui.evidence.files import pdf_of, picture_of
from ui import jobs
from ui.evidence.looking import MOST_SIDE, Seen

FILES = {
    "picture": ("wide.png", lambda: picture_of(3000, 1200)),
    "page": ("pages.pdf", lambda: pdf_of(3)),
    "text": ("train.log", lambda: b"run 4711 started\n" * 400),
    "damaged": ("broken.png", lambda: b"\x89PNG no picture"),
}


@pytest.fixture
def show(page, qtbot):
    """Attach a file of a kind and wait for its preview."""

    def attached(kind):
        name, made = FILES[kind]
        page.session.do(evidence.attach, name, made(), name=name, evidence_id="new")
        qtbot.waitUntil(lambda: page.register.view.choose("new"))
        seen = page.item.preview
        qtbot.waitUntil(lambda: seen.seen is not None and seen.seen.kind == kind)
        return seen

    return attached


@pytest.fixture
def large(page, qtbot):
    """Press a key on a preview and wait until it is seen large."""

    def opened(where, key=Qt.Key.Key_Return):
        where.setFocus()
        QTest.keyClick(where, key)
        drawn(page, qtbot)
        return page.enlarged

    return opened


def drawn(page, qtbot):
    def ready():
        one = page.enlarged
        return one.seen is not None and not one._calm.isActive() and not jobs.pending()

    qtbot.waitUntil(ready)


def width(sheet):
    return sheet.desk.leaf.width()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_picture_fills_the_page_and_esc_goes_back(page, show, large, key):
    canvas = show("picture")._canvas
    canvas.setFocus()
    assert next(one.words for one in page.hints()) == "see it large"
    sheet = large(canvas, key)
    assert sheet.isVisible()
    assert sheet.size() == page.size()
    assert width(sheet) > 2 * canvas.width()
    assert sheet.desk.hasFocus()
    assert "wide.png" in sheet.desk.accessibleName()
    assert [one.words for one in page.hints()][-1] == "back to the page"
    QTest.keyClick(sheet.desk, Qt.Key.Key_Escape)
    assert sheet.isHidden()
    assert canvas.hasFocus()


def test_a_click_and_the_button_open_it_too(page, show, qtbot):
    preview = show("picture")
    QTest.mouseClick(preview._canvas, Qt.MouseButton.LeftButton)
    assert page.enlarged.isVisible()
    page.enlarged.dismiss()
    preview._larger.setFocus()
    QTest.keyClick(preview._larger, Qt.Key.Key_Space)
    assert page.enlarged.isVisible()
    drawn(page, qtbot)


def test_plus_minus_and_zero_zoom(page, show, large, qtbot):
    sheet = large(show("picture")._canvas)
    whole = width(sheet)
    assert not sheet._smaller.isEnabled()
    for key, times in ((Qt.Key.Key_Plus, 1.25), (Qt.Key.Key_Plus, 1.5), (Qt.Key.Key_Minus, 1.25)):
        QTest.keyClick(sheet.desk, key)
        drawn(page, qtbot)
        assert width(sheet) == pytest.approx(whole * times, abs=2)
    assert sheet.percent.text() == "125 %"
    QTest.keyClick(sheet.desk, Qt.Key.Key_0)
    drawn(page, qtbot)
    assert width(sheet) == whole
    for _ in range(9):
        QTest.keyClick(sheet.desk, Qt.Key.Key_Plus)
    drawn(page, qtbot)
    assert not sheet._larger.isEnabled()
    assert max(sheet.seen.picture.width(), sheet.seen.picture.height()) <= MOST_SIDE


def test_page_keys_turn_a_pdf_that_was_zoomed(page, show, large, qtbot):
    preview = show("page")
    QTest.keyClick(preview._canvas, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: preview.seen.page == 1)
    sheet = large(preview._canvas)
    assert sheet._which.text() == "Page 2 of 3"
    QTest.keyClick(sheet.desk, Qt.Key.Key_Plus)
    QTest.keyClick(sheet.desk, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: sheet._which.text() == "Page 3 of 3")
    assert not sheet._after.isEnabled()
    QTest.keyClick(sheet.desk, Qt.Key.Key_PageDown)
    sheet._before.click()
    qtbot.waitUntil(lambda: sheet._which.text() == "Page 2 of 3")
    drawn(page, qtbot)
    assert "Page 2 of 3" in sheet.desk.accessibleName()


def test_text_is_larger_with_each_step(page, show, large, qtbot):
    sheet = large(show("text")._text, Qt.Key.Key_Space)
    assert sheet.text.isVisible()
    assert sheet.text.hasFocus()
    before = sheet.text.font().pixelSize()
    QTest.keyClick(sheet.text, Qt.Key.Key_Plus)
    drawn(page, qtbot)
    assert sheet.text.font().pixelSize() > before
    QTest.keyClick(sheet.text, Qt.Key.Key_Escape)
    assert sheet.isHidden()


def test_what_cannot_be_shown_is_not_enlarged_and_says_so(page, show):
    preview = show("damaged")
    assert preview.words() == (
        "This file cannot be shown; it may be damaged. What was kept is unchanged."
    )
    assert not preview._larger.isVisible()
    QTest.keyClick(preview._canvas, Qt.Key.Key_Return)
    assert page.enlarged.isHidden()


def test_a_page_that_breaks_while_large_is_said(page, show, large):
    sheet = large(show("page")._canvas)
    sheet._put(sheet._asked, Seen("damaged"))
    assert sheet.words.isVisible()
    assert "cannot be shown" in sheet.words.text()


def test_tab_stays_on_the_sheet(page, show, large):
    sheet = large(show("page")._canvas)
    seen = []
    for _ in range(8):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert all(sheet.isAncestorOf(one) for one in seen)
    assert all(one.objectName() and one.accessibleName() for one in seen)


def test_leaving_the_page_puts_it_away(page, show, large):
    sheet = large(show("picture")._canvas)
    page.window().go("home")
    assert sheet.isHidden()
    assert sheet._data == b""


def test_the_keys_of_the_page_wait_while_the_sheet_covers_it(page, show, large):
    sheet = large(show("page")._canvas)
    assert page.which.current() == "register"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert sheet.isVisible()
    assert page.which.current() == "register"
    sheet.dismiss()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert page.which.current() == "requests"
