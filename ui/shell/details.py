"""The details of the open engagement, reached from every page but in front of the client."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def show(window: MainWindow) -> None:
    """Show the sheet over the page on screen, unless another one covers it."""
    from ui.parts.agreement import AgreementSheet
    from ui.parts.sheet import Sheet

    page = window.current
    if page is None or window.session.snapshot is None or page.client_safe():
        return
    if any(one.isVisible() for one in page.findChildren(Sheet)):
        return
    sheet = AgreementSheet(page, window.session)
    sheet.dismissed.connect(sheet.deleteLater)
    if "report" in {place.name for place in window.places()}:
        sheet.kit_asked.connect(partial(window.go, "report"))
    sheet.open()
