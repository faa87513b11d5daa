"""The Evidence page by its keys: search, change, paste, preview, requests and their list."""

from io import BytesIO

import pypdfium2
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from engagements.casework import evidence
from engagements.framework.model import AnswerValue
from engagements.records import Evidence, EvidenceRequest
from engagements.records.client import Blob
from tests.ui.evidence.files import pdf_of, picture_of
from ui.evidence.looking import decoded_text, look
from ui.evidence.page import REQUESTS
from ui.evidence.printing import list_of
from ui.jobs import Progress


def item(page):
    return page.session.snapshot.get(Evidence, page.register.view.current())


def test_search_narrows_as_it_is_typed(page):
    everything = page.register.view.lines.rowCount()
    QTest.keyClicks(page.search.edit, "drift")
    assert 0 < page.register.view.lines.rowCount() < everything
    QTest.keyClick(page.search.edit, Qt.Key.Key_Escape)
    assert page.register.view.lines.rowCount() == everything


def test_a_title_is_changed_by_keys(page, qtbot):
    QTest.keyClick(page.register.view, Qt.Key.Key_Return)
    page.item.title.selectAll()
    QTest.keyClicks(page.item.title, "Rebuild by the deputy")
    QTest.keyClick(page.item.title, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: item(page).title == "Rebuild by the deputy")


def test_a_criterion_is_linked_by_its_code(page, qtbot):
    code = "PLT-1.1"
    page.item.links.add.setText(code)
    QTest.keyClick(page.item.links.add, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: code in {one.criterion for one in item(page).speaks_for})
    assert item(page).speaks_for[-1].value is AnswerValue.YES


def test_pasted_text_becomes_evidence(page, qtbot):
    QGuiApplication.clipboard().setText("log of the night")
    before = len(page.session.snapshot.of(Evidence))
    QTest.keyClick(page.register.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(page.session.snapshot.of(Evidence)) == before + 1)
    qtbot.waitUntil(lambda: item(page).title == "log of the night")


def test_delete_takes_out_and_the_number_stays_given(page, qtbot):
    key = page.register.view.current()
    QTest.keyClick(page.register.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.session.snapshot.get(Evidence, key) is None)


def test_a_request_is_written_and_is_in_the_list_by_person(page, qtbot):
    page.show_list(REQUESTS)
    before = len(page.session.snapshot.of(EvidenceRequest))
    page.add()
    qtbot.waitUntil(lambda: len(page.session.snapshot.of(EvidenceRequest)) == before + 1)
    page.request._due.setText("1.12.2026")
    page.request.flush()
    wanted = page.requests.view.current()
    snapshot = page.session.snapshot
    qtbot.waitUntil(lambda: page.session.snapshot.get(EvidenceRequest, wanted).due is not None)
    del snapshot


def test_the_list_is_a_pdf_with_every_open_request(page, tmp_path, qtbot):
    target = tmp_path / "list.pdf"
    with qtbot.waitSignal(page.went_well) as said:
        page.printing.write(page.session.snapshot, target)
    assert said.args[0].title == "list.pdf is written."
    with pypdfium2.PdfDocument(BytesIO(target.read_bytes())) as pages:
        words = "".join(one.get_textpage().get_text_bounded() for one in pages)
    content = list_of(page.session.snapshot, page.session.snapshot.engagement.starts)
    for group in content.groups:
        assert group.person in words


def seen(data, media_type, page=0):
    blob = Blob(sha256="0" * 64, name="file", size=len(data), media_type=media_type)
    return look(Progress(lambda _step: None), data, blob, QSize(300, 200), page)


def test_every_kind_is_looked_at_or_said_to_be_damaged():
    assert seen(picture_of(900, 600), "image/png").picture.size() == QSize(300, 200)
    assert seen(pdf_of(3), "application/pdf", 9).page == 2
    assert seen(b"no pdf", "application/pdf").kind == "damaged"
    assert seen(b"GIF", "image/gif").kind == "damaged"
    assert seen(b"a\x00b", "text/plain").kind == "damaged"
    assert seen(b"zip", "application/zip").kind == "other"


def test_text_is_decoded_safely():
    assert decoded_text("grün\u202e".encode()) == "grün"
    assert decoded_text("grün".encode("cp1252")) == "grün"


def test_a_replaced_file_is_offered_back(page, qtbot):
    key = page.register.view.current()
    page.session.do(evidence.replace_file, key, b"second", name="second.txt")
    qtbot.waitUntil(lambda: item(page).attachment.name == "second.txt")
    page.work.earlier(key)
    qtbot.waitUntil(lambda: page.item._earlier.count() == 1)
