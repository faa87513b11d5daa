"""What was taken out of the widget tree for a while ends with the one that took it out."""

import shiboken6
from PySide6.QtWidgets import QLabel, QWidget

from ui.widgets.rows import set_aside


def test_what_is_set_aside_ends_with_its_owner(qapp, qtbot):
    owner = QWidget()
    kept, back = QLabel("kept", owner), QLabel("back", owner)
    for one in (kept, back, back):
        set_aside(one, owner)
    back.setParent(owner)
    assert kept.parent() is None
    owner.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(kept) and not shiboken6.isValid(back))
