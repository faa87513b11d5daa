"""Unfinished text reaches the file within 300 ms, and is found again after a crash."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from ui.session import Session

WAIT_MS = 150
"""From the first keystroke to the write; the rest of 300 ms is the write's."""


class DraftKeeper(QObject):
    """Writes a text that is being typed to its draft row; one write per interval at most."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting: dict[str, Callable[[], str]] = {}
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self.flush)

    def typed(self, key: str, text: Callable[[], str]) -> None:
        """Something was typed; ``text()`` is asked when it is written."""
        self._waiting[key] = text
        if not self._timer.isActive():
            self._timer.start()

    def forget(self, key: str) -> None:
        """Write no more of this draft; what is in the file is ended by whoever keeps the text."""
        self._waiting.pop(key, None)
        self._session.forget(key)

    def flush(self) -> None:
        """Write what waits now."""
        from engagements.casework import interviewing

        waiting, self._waiting = self._waiting, {}
        if self._session.case is None:
            return
        for key, text in waiting.items():
            self._session.do(interviewing.keep_draft, key, text(), keep=key)
