"""What can be seen of an attachment: a picture, text or a page; made off the GUI thread."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from engagements.casework.evidence import UNKNOWN_TYPE
from engagements.casework.evidence import media_type as media_type_of
from engagements.records.client import Blob
from ui.jobs import Progress
from ui.parts.pictures import MAX_BYTES, decoded

MOST_TEXT = 20_000
"""Characters of a text that are shown."""
MOST_SIDE = 4_000
"""Device pixels of an enlarged view's longer side that are drawn at most."""
TEXTS = ("application/json", "application/xml", "application/yaml", "application/x-sh")
PDF = "application/pdf"
Kind = Literal["picture", "page", "text", "other", "damaged", "large"]


@dataclass(frozen=True)
class Seen:
    """What was made of an attachment; pages count from 0."""

    kind: Kind
    picture: QImage | None = None
    text: str = ""
    cut: bool = False
    page: int = 0
    pages: int = 0


def zoomed(room: QSize, zoom: float) -> QSize:
    """A room for a view enlarged ``zoom`` times, within what is decoded at most."""
    wide, high = room.width() * zoom, room.height() * zoom
    least = min(1.0, MOST_SIDE / max(wide, high, 1))
    return QSize(max(1, round(wide * least)), max(1, round(high * least)))


def viewable(blob: Blob) -> bool:
    """Whether there is anything to show of a file of this type and size."""
    return blob.size <= MAX_BYTES and _sort(blob) != "other"


def look(progress: Progress, data: bytes, blob: Blob, room: QSize, page: int = 0) -> Seen:
    """Decode an attachment into ``room`` (device pixels); what cannot be read is "damaged"."""
    progress.check()
    sort = _sort(blob)
    if sort == "picture":
        picture = decoded(data, _type(blob), room)
        return Seen("damaged") if picture is None else Seen("picture", picture)
    if sort == "page":
        return _page(data, room, page)
    if sort == "text":
        return _text(data)
    return Seen("other")


def _sort(blob: Blob) -> Kind:
    media_type = _type(blob)
    if media_type in ("image/png", "image/jpeg", "image/gif", "image/webp"):
        return "picture"
    if media_type == PDF:
        return "page"
    plain = media_type.startswith("text/") or media_type in TEXTS
    return "text" if plain else "other"


def _type(blob: Blob) -> str:
    """The media type; of a file attached before its type was known, by its name."""
    return media_type_of(blob.name) if blob.media_type == UNKNOWN_TYPE else blob.media_type


def _page(data: bytes, room: QSize, number: int) -> Seen:
    import pypdfium2

    from ui.parts.pdf_pages import fitted, image_of

    try:
        found, count = fitted(data, number, room.width(), room.height())
    except pypdfium2.PdfiumError:
        return Seen("damaged")
    return Seen("page", image_of(found), page=found.page, pages=count)


def _text(data: bytes) -> Seen:
    words = decoded_text(data)
    if words is None:
        return Seen("damaged")
    return Seen("text", text=words[:MOST_TEXT], cut=len(words) > MOST_TEXT)


def decoded_text(data: bytes) -> str | None:
    """The text of a file without control signs; None when it holds bytes of another kind."""
    part = data[: 8 * MOST_TEXT]
    if part.startswith((b"\xff\xfe", b"\xfe\xff")):
        words = part.decode("utf-16", "replace")
    elif b"\x00" in part:
        return None
    else:
        try:
            words = part.decode("utf-8-sig")
        except UnicodeDecodeError as fault:
            # A sign cut at the end of the part is no sign of another encoding.
            cut = len(part) < len(data) and fault.start >= len(part) - 4
            words = part.decode("utf-8-sig" if cut else "cp1252", "replace")
    return "".join(
        one for one in words if one in "\n\t" or unicodedata.category(one) not in ("Cc", "Cf", "Cs")
    )
