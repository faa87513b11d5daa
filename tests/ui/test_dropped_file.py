"""An engagement file from outside, while another engagement is open."""

import pytest

from tests.ui.interview.conftest import Hand
from tests.ui.windows import windowed
from ui import jobs


@pytest.fixture
def asking(desk, opened, qtbot):
    """The whole window at a question of the sample, a note begun."""
    one = windowed(desk, qtbot)
    hand = Hand(one, opened, qtbot)
    one.go("interview")
    hand.open("Executive sponsor")
    hand.write("begun")
    return hand


def test_where_it_cannot_be_opened_the_interview_goes_on(asking, tmp_path, qtbot):
    window, session = asking.window, asking.session
    case, question = session.case, asking.criterion
    junk = tmp_path / "junk.plumb"
    junk.write_bytes(b"nothing of the kind")
    window.open_file(junk)
    qtbot.waitUntil(lambda: "junk.plumb" in window.message.words())
    assert session.case is case
    assert window.current is asking.page
    assert asking.criterion == question
    assert asking.card.editor.toPlainText() == "begun"


def test_another_one_takes_its_place(asking, make_file, qtbot):
    window, session = asking.window, asking.session
    other = make_file("Quillon")
    window.open_file(other)
    qtbot.waitUntil(lambda: session.path == other and not jobs.pending())
    assert session.snapshot.client.name == "Quillon"
    window.open_file(other)
    qtbot.waitUntil(lambda: not session.busy)
    assert session.path == other
