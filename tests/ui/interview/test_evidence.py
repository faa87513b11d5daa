"""Evidence by paste, file and link: attached at once when clear, asked about when not."""

from datetime import datetime

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from engagements.file.problems import AttachmentTooLarge
from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue
from engagements.records import Evidence
from engagements.records.evidence import SpeaksFor
from tests.ui.interview.conftest import CTRL
from ui.interview import attaching
from ui.interview.evidence_strip import support
from ui.parts.offering import encoded, is_link, link_title, offers_of
from ui.parts.pictures import SIZE, decoded

NOW = datetime(2026, 11, 24, 14, 29, 7)


def picture(width=300, height=200):
    one = QImage(width, height, QImage.Format.Format_RGB32)
    one.fill(0x336699)
    return one


def clip(source):
    QGuiApplication.clipboard().setMimeData(source)


def image_data():
    source = QMimeData()
    source.setImageData(picture())
    return source


def file_data(path):
    source = QMimeData()
    source.setUrls([QUrl.fromLocalFile(str(path))])
    return source


def arrived(hand, count=1):
    hand.until(lambda: len(hand.evidence()) == count)
    return hand.evidence()[-1]


def test_a_pasted_picture_speaks_for_the_answer_at_once(sponsor):
    sponsor.press(Qt.Key.Key_2)
    clip(image_data())
    sponsor.press(Qt.Key.Key_V, CTRL)
    item = arrived(sponsor)
    assert item.grade == 2
    assert [s.value for s in item.speaks_for] == [AnswerValue.PARTLY]
    assert item.interview == sponsor.page.presenter.interview.id
    assert item.attachment.media_type == "image/png"
    sponsor.until(lambda: sponsor.page.thumbnails.of(item) is not None)


def test_without_an_answer_it_asks_what_the_picture_speaks_for(sponsor):
    clip(image_data())
    sponsor.press(Qt.Key.Key_V, CTRL)
    form = sponsor.page.room.evidence._form
    assert form.isVisible()
    form._speaks.choose("no")
    form._grade.choose("4")
    sponsor.press(Qt.Key.Key_Return)
    item = arrived(sponsor)
    assert ([s.value for s in item.speaks_for], item.grade) == ([AnswerValue.NO], 4)
    assert sponsor.card.answers.hasFocus()


def test_esc_attaches_nothing(sponsor):
    clip(image_data())
    sponsor.press(Qt.Key.Key_V, CTRL)
    sponsor.press(Qt.Key.Key_Escape)
    sponsor.settled()
    assert sponsor.evidence() == []
    assert sponsor.card.answers.hasFocus()


def test_a_picture_pasted_while_typing_becomes_evidence_text_stays_text(sponsor):
    sponsor.press(Qt.Key.Key_1)
    sponsor.write("see ")
    clip(image_data())
    sponsor.press(Qt.Key.Key_V, CTRL)
    arrived(sponsor)
    words = QMimeData()
    words.setText("https://wiki.example/page")
    clip(words)
    sponsor.press(Qt.Key.Key_V, CTRL)
    assert sponsor.card.editor.toPlainText() == "see https://wiki.example/page"


def test_on_the_card_a_pasted_address_becomes_a_link(sponsor):
    sponsor.press(Qt.Key.Key_1)
    words = QMimeData()
    words.setText("https://wiki.example/page")
    clip(words)
    sponsor.press(Qt.Key.Key_V, CTRL)
    sponsor.press(Qt.Key.Key_Return)
    item = arrived(sponsor)
    assert (item.link, item.title) == ("https://wiki.example/page", "wiki.example/page")
    assert item.attachment is None


def test_a_link_by_key_needs_an_address(sponsor):
    sponsor.press(Qt.Key.Key_L, CTRL)
    form = sponsor.page.room.evidence._form
    sponsor.write("wiki")
    sponsor.press(Qt.Key.Key_Return)
    assert form.isVisible()
    assert "https://" in form._problem.text()
    form._link.clear()
    sponsor.write("https://wiki.example/a")
    assert form._title.text() == "wiki.example/a"
    sponsor.press(Qt.Key.Key_Return)
    assert arrived(sponsor).link == "https://wiki.example/a"


def test_files_are_attached_whole_one_after_the_other(sponsor, tmp_path, monkeypatch):
    paths = []
    for name in ("model card.pdf", "log.txt"):
        path = tmp_path / name
        path.write_bytes(name.encode() * 1000)
        paths.append(str(path))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (paths, ""))
    sponsor.press(Qt.Key.Key_1)
    sponsor.card.strip.add.click()
    arrived(sponsor, 2)
    assert [e.title for e in sponsor.evidence()] == ["model card", "log"]
    assert [e.attachment.size for e in sponsor.evidence()] == [14_000, 7_000]


def test_a_dropped_file_that_is_gone_is_said_in_words(sponsor, tmp_path):
    sponsor.press(Qt.Key.Key_1)
    sponsor.card.strip.given.emit(file_data(tmp_path / "gone.pdf"))
    sponsor.until(sponsor.window.message.words)
    assert "gone.pdf" in sponsor.window.message.words()
    assert sponsor.evidence() == []


def test_a_large_file_is_asked_about(sponsor, tmp_path, monkeypatch):
    path = tmp_path / "big.bin"
    path.write_bytes(b"x" * 10)
    real = attaching.Attaching._attach
    asked = []

    def once(self, title, source, rest):
        if not rest.get("large"):
            problem = AttachmentTooLarge("big.bin", 100_000_000, ask=True)
            again = lambda: real(self, title, source, {**rest, "large": True})  # noqa: E731
            self.too_large.emit(problem.title, problem.advice, again)
            asked.append(problem)
            return
        real(self, title, source, rest)

    monkeypatch.setattr(attaching.Attaching, "_attach", once)
    sponsor.press(Qt.Key.Key_1)
    sponsor.card.pasted.emit(file_data(path))
    assert asked
    assert sponsor.page.room.evidence._question.isVisible()
    sponsor.press(Qt.Key.Key_Return)
    assert arrived(sponsor).attachment.size == 10


def test_grade_and_answer_can_be_changed_and_the_item_taken_out(sponsor):
    sponsor.press(Qt.Key.Key_1)
    clip(image_data())
    sponsor.press(Qt.Key.Key_V, CTRL)
    item = arrived(sponsor)
    sponsor.card.strip._list.setFocus()
    sponsor.press(Qt.Key.Key_Return)
    form = sponsor.page.room.evidence._form
    assert form.isVisible()
    form._title.setText("Rebuild log")
    form._grade.choose("3")
    sponsor.press(Qt.Key.Key_Return)
    sponsor.until(lambda: arrived(sponsor).grade == 3)
    assert arrived(sponsor).title == "Rebuild log"
    assert arrived(sponsor).attachment == item.attachment
    sponsor.card.strip._list.setFocus()
    sponsor.press(Qt.Key.Key_Delete)
    sponsor.until(lambda: not sponsor.evidence())


def test_the_original_bytes_of_a_copied_picture_are_kept():
    source = QMimeData()
    source.setImageData(picture())
    source.setData("image/jpeg", b"original")
    offer = offers_of(source, NOW, text_too=True)[0]
    assert (offer.data, offer.name) == (b"original", "screenshot-142907.jpg")


def test_text_on_the_card_becomes_a_file():
    source = QMimeData()
    source.setText("  first line\nsecond ")
    offer = offers_of(source, NOW, text_too=True)[0]
    assert (offer.kind, offer.data) == ("bytes", b"first line\nsecond")
    assert offers_of(source, NOW, text_too=False) == []


@pytest.mark.parametrize(
    ("words", "link"),
    [
        ("https://a.example", True),
        ("mailto:a@b.example", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://a b", False),
        ("", False),
    ],
)
def test_only_addresses_are_links(words, link):
    assert is_link(words) is link


def test_a_link_names_itself():
    assert link_title("https://wiki.example/drift/") == "wiki.example/drift"


def test_thumbnails_are_small_and_refuse_what_is_no_picture(qapp):
    small = decoded(encoded(picture(4000, 2000)), "image/png")
    assert small.height() <= SIZE.height() * 2
    assert small.width() <= SIZE.width() * 2
    assert decoded(b"not a picture", "image/png") is None
    assert decoded(encoded(picture()), "image/svg+xml") is None
    assert decoded(encoded(picture())[:200], "image/png") is None


def test_a_picture_of_too_many_pixels_is_not_decoded(qapp):
    """A PNG that says it is 60,000 pixels square."""
    data = bytearray(encoded(picture(1, 1)))
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    assert decoded(bytes(data), "image/png") is None


def test_a_tile_says_which_answer_its_evidence_supports():
    yes = SpeaksFor(criterion="SRC-1.1", value=AnswerValue.YES)
    no = SpeaksFor(criterion="SRC-1.1", value=AnswerValue.NO)
    shown = Evidence(id="e", title="Log", grade=2, speaks_for=(no,), link="https://x.example")
    assert support(shown, mlops(), "SRC-1.1") == "Supports “no”. Linked, shown"
    both = shown.model_copy(update={"speaks_for": (yes, no), "link": ""})
    assert support(both, mlops(), "SRC-1.1") == "Supports “yes” and “no”. Shown"
    assert support(both, mlops(), "SRC-1.2") == "Shown"
