"""Export as: the kinds of file beside the PDF as a menu, and where one goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from engagements.language import mark, tr

KINDS = {
    "docx": mark("Word document"),
    "xlsx": mark("Excel workbook"),
    "ics": mark("Calendar of the roadmap"),
    "csv": mark("Issues for a tracker"),
    "json": mark("Data as JSON"),
}
"""What the kinds of ``report_templates.beside.kinds`` are called, in the order of the menu."""


def menu(parent: QWidget, chosen: Callable[[str], None]) -> QMenu:
    """A menu of the kinds; ``chosen`` is told the one that is taken. It ends when it closes."""
    found = QMenu(parent)
    found.setObjectName("export-as-menu")
    found.setAccessibleName(tr("Export as"))
    for kind, words in KINDS.items():
        one = QAction(f"{tr(words)}\t.{kind}", found)
        one.setObjectName(f"export-as-{kind}")
        one.triggered.connect(lambda _on=False, kind=kind: chosen(kind))
        found.addAction(one)
    found.aboutToHide.connect(found.deleteLater)
    return found


def target(parent: QWidget, kind: str, proposed: Path) -> Path | None:
    """Ask where a file of that kind goes; None when nothing was chosen."""
    name, _ = QFileDialog.getSaveFileName(
        parent,
        tr("Export as {what}", what=tr(KINDS[kind])),
        str(proposed.with_name(f"{proposed.name.removesuffix('.pdf')}.{kind}")),
        f"{tr(KINDS[kind])} (*.{kind})",
    )
    if not name:
        return None
    return Path(name if name.lower().endswith(f".{kind}") else f"{name}.{kind}")
