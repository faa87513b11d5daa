"""What the keyboard reaches in a window: names, the way of Tab, and the order of the layouts."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QBoxLayout, QWidget

from ui.parts.sheet import Sheet
from ui.shell.palette.card import Palette
from ui.shell.report_card import ReportCard

COVERS = (Sheet, Palette, ReportCard)
"""What lies over a page or the window and keeps Tab to itself."""


def cover(window):
    """The cover that has the focus; else the window itself."""
    here = QApplication.focusWidget()
    while here is not None and not isinstance(here, COVERS):
        here = here.parentWidget()
    return here or window


def focusable(scope):
    """What Tab may stop at."""
    for widget in scope.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if takes and widget.isVisible():
            yield widget


def called(window):
    """The object names on screen but Qt's own."""
    return [
        one.objectName()
        for one in window.findChildren(QWidget)
        if one.isVisible() and one.objectName() and not one.objectName().startswith("qt_")
    ]


def doubled(window):
    """Names that more than one widget on screen has."""
    return [name for name, count in Counter(called(window)).items() if count > 1]


def unnamed(window):
    """What takes the focus and lacks an object name, or words for a screen reader."""
    return [
        f"{type(one).__name__} {one.objectName()} {one.accessibleName()}"
        for one in focusable(window)
        if not one.objectName() or not (one.accessibleName() or one.property("text"))
    ]


def round_trip(scope):
    """What Tab goes through until it comes back to where it began, in its order."""
    start = QApplication.focusWidget()
    way = [start]
    while True:
        if isinstance(scope, COVERS):
            scope.focusNextPrevChild(True)
        else:
            scope.focusNextChild()
        now = QApplication.focusWidget()
        if now is start:
            return way
        assert now not in way, f"Tab goes round without {start.objectName()}"
        way.append(now)


def represented(widget):
    """The one of a group of choices that Tab stops at; the arrows go through the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is None or not group.exclusive():
        return widget
    return group.checkedButton() or widget


def before_in_layout(first, second):
    """Whether a layout says that one comes after the other, though Tab says the opposite."""
    for parent in ancestors(first):
        layout = parent.layout()
        if not isinstance(layout, QBoxLayout) or not parent.isAncestorOf(second):
            continue
        places = [place_in(layout, one) for one in (first, second)]
        return None in places or places[0] <= places[1]
    return True


def ancestors(widget):
    """Its parent, that one's parent and so on."""
    while (widget := widget.parentWidget()) is not None:
        yield widget


def place_in(layout, widget):
    """The number of the layout's item that holds a widget."""
    for number in range(layout.count()):
        item = layout.itemAt(number)
        held = item.widget()
        if held is not None and (held is widget or held.isAncestorOf(widget)):
            return number
        inner = item.layout()
        if inner is not None and place_in(inner, widget) is not None:
            return number
    return None
