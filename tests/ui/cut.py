"""What of the words on screen is cut or sticks out."""

from html import unescape

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QMainWindow,
    QScrollArea,
    QWidget,
)

from ui.widgets.chips import Chip
from ui.widgets.labels import ElidedLabel, TextBlock


def own(root, *, without=()):
    """Visible widgets that carry words."""
    kinds = (QLabel, QAbstractButton, Chip, TextBlock)
    for widget in root.findChildren(QWidget):
        inside = any(one.isAncestorOf(widget) for one in without)
        if isinstance(widget, kinds) and widget.isVisible() and not inside:
            yield widget


def text_of(widget):
    return widget.whole() if isinstance(widget, ElidedLabel) else widget.text()


def plain(tip):
    """The words of a tool tip."""
    return unescape(tip.removeprefix("<span>").removesuffix("</span>"))


def named(widget):
    return f"{type(widget).__name__} {widget.objectName()} {text_of(widget)!r}"


def scrolled(widget, root):
    """Whether a scroll area stands between a widget and its page."""
    while widget is not None and widget is not root:
        if isinstance(widget, QAbstractScrollArea):
            return True
        widget = widget.parentWidget()
    return False


def cut(widget, root):
    """What of a widget's words is lost; empty when nothing is."""
    if not text_of(widget) or text_of(widget) in plain(widget.toolTip()):
        return ""
    wraps = widget.hasHeightForWidth() and not isinstance(widget, Chip)
    lost = too_low(widget) if wraps else too_narrow(widget)
    return lost or ("" if scrolled(widget, root) else beyond(widget, root))


def too_low(widget):
    """How much height the lines of a widget lack."""
    needed = widget.heightForWidth(widget.width())
    open_ended = isinstance(widget, TextBlock) and widget._lines is not None
    return (
        ""
        if open_ended or needed <= widget.height() + 2
        else f"{needed} px high in {widget.height()}"
    )


def too_narrow(widget):
    """How much width the one line of a widget lacks."""
    needed = 0
    if isinstance(widget, QLabel) and "\n" not in text_of(widget):
        needed = QFontMetrics(widget.font()).horizontalAdvance(widget.text())
    elif isinstance(widget, QAbstractButton):
        needed = widget.minimumSizeHint().width() if yields(widget) else widget.sizeHint().width()
    return "" if needed <= widget.width() + 1 else f"{needed} px in {widget.width()}"


def yields(button):
    """Whether a button leaves its key and icon out before its words."""
    return getattr(button, "_yields", False)


def beyond(widget, root):
    """How far a widget sticks out of what it stands in."""
    area = QRect(widget.mapTo(root, widget.rect().topLeft()), widget.size())
    parent = widget.parentWidget()
    while parent is not None and parent is not root and not isinstance(parent, QMainWindow):
        frame = QRect(parent.mapTo(root, parent.rect().topLeft()), parent.size())
        if area.right() > frame.right() + 1 or area.left() < frame.left() - 1:
            return f"{area.right() - frame.right()} px outside {parent.objectName()}"
        parent = parent.parentWidget()
    return ""


def too_wide(root):
    """Every pane whose content goes on to its right where nobody can scroll to it."""
    for area in root.findChildren(QScrollArea):
        fixed = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        content = area.widget()
        if not (fixed and content is not None and content.isVisible()):
            continue
        if content.width() > area.viewport().width():
            room = area.viewport().width()
            yield f"{type(area).__name__} {area.objectName()}: {content.width()} px in {room}"


def cuts(root):
    """Every widget below ``root`` that loses words, with how much."""
    narrow = [f"{named(one)}: {lost}" for one in own(root) if (lost := cut(one, root))]
    return [*narrow, *too_wide(root)]
