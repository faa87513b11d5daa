"""A report's cover and one of its pages in a kit that is edited; a logo by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engagements.language import tr
from ui.parts.pdf_pages import Picture, image_of
from ui.theme import theme
from ui.widgets.marks import box

if TYPE_CHECKING:
    from report_templates.logo import Logo

GAP = 16
A4 = 210 / 297


class Preview(QWidget):
    """Two pages as large as there is room: side by side, or one above the other."""

    def __init__(self) -> None:
        super().__init__()
        self.images: tuple[QImage, ...] = ()
        self.setObjectName("kit-preview")
        self.setAccessibleName(tr("Cover and a page in this brand kit"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(200, 200)

    def show_pictures(self, pictures: Sequence[Picture]) -> None:
        """Other pages; until then the old ones stay."""
        self.images = tuple(image_of(one) for one in pictures)
        self.update()

    def clear(self) -> None:
        """Show nothing of the kit before."""
        self.images = ()
        self.update()

    def places(self) -> tuple[QRectF, ...]:
        """Where the pages stand."""
        first = self.images[0] if self.images else None
        ratio = first.width() / first.height() if first else A4
        wide, high = float(self.width() - 2), float(self.height() - 2)
        beside = min((wide - GAP) / 2, high * ratio)
        above = min(wide, (high - GAP) / 2 * ratio)
        if beside >= above:
            left = (wide - 2 * beside - GAP) / 2
            size = beside, beside / ratio
            return QRectF(left, 1, *size), QRectF(left + beside + GAP, 1, *size)
        size = above, above / ratio
        left = (wide - above) / 2
        return QRectF(left, 1, *size), QRectF(left, 1 + above / ratio + GAP, *size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pages, or their empty sheets."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            ratio = self.devicePixelRatioF()
            for number, place in enumerate(self.places()):
                area = place.toRect()
                if number < len(self.images):
                    fitting = self.images[number].scaled(
                        area.size() * ratio,
                        Qt.AspectRatioMode.IgnoreAspectRatio,
                        Qt.TransformationMode.SmoothTransformation,
                    )
                    painter.drawImage(area, fitting)
                elif not self.images:
                    painter.fillRect(area, QColor(theme().tokens.surface_2))
                box(painter, area.adjusted(-1, -1, 1, 1), 0, None, theme().tokens.border_strong)


class LogoView(QWidget):
    """A logo on the ground that it is made for."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._logo: Logo | None = None
        self._image: QImage | None = None
        self._ground, self._ink = "#FFFFFF", "#000000"
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_logo(self, logo: Logo | None, ground: str, ink: str) -> None:
        """Show a logo, or none; ``ink`` (#RRGGBB) fills what has no colour of its own."""
        self._logo, self._ground, self._ink = logo, ground, ink
        self._image = None
        if logo is not None and not logo.is_svg:
            self._image = QImage.fromData(logo.data, "PNG")  # type: ignore[call-overload]
        self.update()

    def sizeHint(self) -> QSize:
        """A small field."""
        return QSize(96, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, and the logo in its middle."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            box(painter, self.rect(), 3, self._ground, theme().tokens.border_strong)
            if self._logo is None:
                return
            width, height = self._logo.size(self.height() - 12, self.width() - 12)
            at = QPointF((self.width() - width) / 2, (self.height() - height) / 2)
            if self._image is not None:
                painter.drawImage(QRectF(at.x(), at.y(), width, height), self._image)
                return
            left, top, wide, _ = self._logo.box
            painter.translate(at)
            painter.scale(width / wide, width / wide)
            painter.translate(-left, -top)
            for shape in self._logo.shapes:
                painter.fillPath(
                    _path(shape.steps, even_odd=shape.even_odd), QColor(shape.fill or self._ink)
                )


def _path(
    steps: Sequence[tuple[str, Sequence[tuple[float, float]]]], *, even_odd: bool
) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill if even_odd else Qt.FillRule.WindingFill)
    for step, points in steps:
        at = [QPointF(*one) for one in points]
        if step == "moveTo":
            path.moveTo(at[0])
        elif step == "lineTo":
            path.lineTo(at[0])
        elif step == "curveTo":
            path.cubicTo(*at[:3])
        elif step == "qCurveTo":
            path.quadTo(*at[:2])
        else:
            path.closeSubpath()
    return path
