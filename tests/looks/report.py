"""Report."""

from datetime import datetime

from engagements.casework import comments, issuing
from engagements.records import Wording
from engagements.records.commenting import Comment
from tests.looks.waiting import resting, settled

SAID = (
    (3, "Executive summary", "Head of IT", "The third figure is last year's.", "accepted"),
    (7, "", "Data owner", "Two people for twelve weeks is more than we said.", "open"),
    (21, "Evidence register", "Sponsor", "Please leave out the contract numbers.", "done"),
)


def take(one, keep):
    one.go("report")
    resting()
    settled(one.page("report").view.has_picture, "the first page")
    keep("report")
    _kit(one, keep)
    _wordings(one, keep)
    _comments(one, keep)
    _issued(one, keep)


def _kit(one, keep):
    """The kit in use, opened from beside its choice."""
    editor = one.page("report").going.dressing.editor
    one.page("report").choices.kit_edited.emit()
    settled(lambda: bool(editor.preview.images), "the kit's preview")
    resting()
    keep("report-kit")
    editor.dismiss()
    resting()


def _wordings(one, keep):
    """One sentence rewritten, one of them on facts of another day, one too long."""
    long = "Halden Freight runs seven models that two people keep alive by hand, " * 2
    for slot, text, saw in (
        ("summary.title", long.strip(), "old"),
        ("glance.title", "Three dimensions hold everything else back", ""),
    ):
        one.session.do(issuing.save_wording, Wording.of(slot, "en", text, saw))
    resting()
    sheet = one.page("report").going.reviewing.wordings
    sheet.open()
    settled(lambda: sheet.list.lines.rowCount() > 0, "the sentences")
    sheet.list.choose("summary.title")
    settled(lambda: bool(sheet._fit.text()), "the title to be measured")
    keep("report-wordings")
    sheet.dismiss()


def _comments(one, keep):
    sheet = one.page("report").going.reviewing.comments
    sheet.open()
    resting()
    keep("report-comments-none")
    for number, (page, section, reader, text, state) in enumerate(SAID, start=1):
        said = Comment(
            id=f"c{number}",
            number=number,
            version="1.0",
            page=page,
            section=section,
            reader=reader,
            text=text,
            state=state,
        )
        one.session.do(comments.save, said)
    settled(lambda: sheet.list.lines.rowCount() == len(SAID), "the comments")
    sheet.list.choose("c2")
    sheet.note("comments.xlsx: 3 new, 0 changed.")
    resting()
    keep("report-comments")
    sheet.dismiss()
    resting()


def _issued(one, keep):
    """Two versions went out; the second is chosen."""
    for number, (version, pages) in enumerate((("1.0", 27), ("1.1 after comments", 31))):
        one.session.do(
            issuing.issue,
            pdf=b"%PDF-" + version.encode(),
            content=b"{}",
            version=version,
            profile="full",
            issued=datetime(2026, 11, 27 + number, 16, 40),
            pages=pages,
        )
    page = one.page("report")
    settled(lambda: page.outcome.versions.list.lines.rowCount() == 2, "the versions")
    resting()
    versions = page.outcome.versions
    versions.list.setCurrentIndex(versions.list.lines.index(0, 0))
    resting()
    keep("report-issued")
