"""The program log: what happened and to which id, never what a client said."""

from __future__ import annotations

import logging
import logging.handlers
import os
from pathlib import Path

FORMAT = "%(asctime)s %(levelname)s %(process)d %(name)s: %(message)s"
KEPT_BYTES = 1_000_000
KEPT_FILES = 3


class PrivateFile(logging.handlers.RotatingFileHandler):
    """A rotating log that only its owner can read."""

    def _open(self):  # noqa: ANN202 - the base class gives the type
        stream = super()._open()
        os.chmod(self.baseFilename, 0o600)  # noqa: PTH101 - the base class keeps a plain string
        return stream


def start(path: Path) -> logging.Handler | None:
    """Log to ``path`` from INFO up; None when it cannot be written: a log never stops the work."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = PrivateFile(path, maxBytes=KEPT_BYTES, backupCount=KEPT_FILES, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter(FORMAT))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return handler


def stop(handler: logging.Handler | None) -> None:
    """End logging to a handler that ``start`` gave."""
    if handler is not None:
        logging.getLogger().removeHandler(handler)
        handler.close()
