"""Rows that are built anew: what stands in a layout goes before others come."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLayout, QWidget


def emptied(rows: QLayout) -> None:
    """Take everything out of a layout; its widgets vanish now and end with the event loop."""
    while (item := rows.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def taken_out(widget: QWidget) -> None:
    """Take a widget out of the widget tree at once; it ends with the event loop.

    It is hidden first: a layout shows what was just put into it a moment later.
    """
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()


def set_aside(widget: QWidget, owner: QObject) -> None:
    """Take a widget out of the widget tree until it is put back; it ends with its owner.

    One that outlived its owner would be a window of its own, which every change of theme reaches.
    """
    widget.setParent(None)
    owner.destroyed.connect(widget.deleteLater, Qt.ConnectionType.UniqueConnection)
