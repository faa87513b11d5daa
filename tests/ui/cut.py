"""What of the words on screen is cut or sticks out."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QMainWindow, QWidget

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
    text, width = text_of(widget), widget.width()
    if not text or widget.toolTip():
        return ""
    if isinstance(widget, QLabel):
        needed = QFontMetrics(widget.font()).horizontalAdvance(widget.text())
        if not widget.wordWrap() and "\n" not in text and needed > width + 1:
            return f"{needed} px in {width}"
        if widget.wordWrap() and widget.heightForWidth(width) > widget.height() + 2:
            return f"{widget.heightForWidth(width)} px high in {widget.height()}"
    elif isinstance(widget, TextBlock):
        if widget._lines is None and widget.heightForWidth(width) > widget.height() + 2:
            return f"{widget.heightForWidth(width)} px high in {widget.height()}"
    elif isinstance(widget, QAbstractButton) and widget.hasHeightForWidth():
        if widget.heightForWidth(width) > widget.height() + 2:
            return f"{widget.heightForWidth(width)} px high in {widget.height()}"
    elif isinstance(widget, QAbstractButton) and widget.sizeHint().width() > width + 1:
        return f"{widget.sizeHint().width()} px in {width}"
    return "" if scrolled(widget, root) else beyond(widget, root)


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


def cuts(root):
    """Every widget below ``root`` that loses words, with how much."""
    return [f"{named(one)}: {lost}" for one in own(root) if (lost := cut(one, root))]
