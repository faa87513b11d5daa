"""The one theme of the application: colours, fonts and style sheet, switched live."""

from __future__ import annotations

from enum import StrEnum

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.sheet import style_sheet
from ui.theme.tokens import DARK, LIGHT, Tokens
from ui.theme.type import Role, Typesetter, typed_role


class Mode(StrEnum):
    """Which theme is asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Holds today's tokens and fonts; ``changed`` tells painted widgets to draw again."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._mode = Mode.SYSTEM
        self._type = Typesetter()
        self._applied: tuple[Tokens, int] | None = None
        self.reduce_motion = False
        self.tokens: Tokens = LIGHT
        self.tokens = self._wanted()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def mode(self) -> Mode:
        """The theme asked for; ``tokens.dark`` says which one is on."""
        return self._mode

    def begin(self, mode: Mode, percent: int) -> None:
        """Take a mode and a text size in percent at once."""
        self._mode = mode
        self._type.rescale(percent)
        self.apply()

    def set_mode(self, mode: Mode) -> None:
        """Follow the system, or stay light or dark."""
        self._mode = mode
        self.apply()

    @property
    def scale(self) -> int:
        """The text size in percent."""
        return self._type.scale

    def set_scale(self, percent: int) -> None:
        """Take a text size in percent (``ui.theme.type.SCALES``)."""
        self._type.rescale(percent)
        self.apply()

    def apply(self) -> None:
        """Give the application palette, fonts and style sheet of the theme that is wanted now."""
        self.tokens = self._wanted()
        if self._applied == (self.tokens, self._type.scale):
            return
        resized = self._applied is None or self._applied[1] != self._type.scale
        self._applied = (self.tokens, self._type.scale)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            if resized:
                app.setFont(self.font("body"))
            app.setPalette(palette(self.tokens))
            app.setStyleSheet(style_sheet(self.tokens, self._type.scale))
            for widget in app.allWidgets():
                self._refresh(widget, resized=resized)
        self.changed.emit()

    def colour(self, role: str) -> QColor:
        """A token as a colour, by its field name (``surface_2``)."""
        return QColor(getattr(self.tokens, role))

    def font(self, role: Role, weight: int | None = None, *, italic: bool = False) -> QFont:
        """The font of a type role; ``weight`` 400, 500 or 600 replaces the role's own."""
        return self._type.font(role, weight, italic=italic)

    def line(self, role: Role) -> int:
        """Line height of a type role in pixels."""
        return self._type.line(role)

    def scaled(self, pixels: int) -> int:
        """A height that must grow with the text scale."""
        return round(pixels * self._type.scale / 100)

    def typed(self, widget: QWidget, role: Role, weight: int | None = None) -> None:
        """Set a widget in a type role; it follows the text scale from then on."""
        widget.setProperty("typeRole", role)
        widget.setProperty("typeWeight", weight)
        widget.setFont(self.font(role, weight))

    def _refresh(self, widget: QWidget, *, resized: bool) -> None:
        role = typed_role(widget) if resized else None
        if role:
            widget.setFont(self.font(*role))
        if resized:
            widget.updateGeometry()
        widget.update()

    def _wanted(self) -> Tokens:
        follows = self._mode is Mode.SYSTEM
        dark = self._is_system_dark() if follows else self._mode is Mode.DARK
        return DARK if dark else LIGHT

    def _is_system_dark(self) -> bool:
        """As the system says it; before the first paint by Qt's own palette, which follows it.

        Qt's enumerations, of which the scheme is one, take as long as all else until then.
        """
        if self._applied is None:
            ground = QGuiApplication.palette().color(QPalette.ColorRole.Window)
            return ground.lightness() < 128
        scheme = QGuiApplication.styleHints().colorScheme()
        return scheme is QtCore.Qt.ColorScheme.Dark

    def _system_changed(self) -> None:
        if self._mode is Mode.SYSTEM:
            self.apply()


def palette(tokens: Tokens) -> QPalette:
    """Qt's palette in the colours of a theme."""
    roles = QPalette.ColorRole
    result = QPalette()
    for role, colour in (
        (roles.Window, tokens.bg),
        (roles.WindowText, tokens.ink),
        (roles.Base, tokens.surface),
        (roles.AlternateBase, tokens.surface_2),
        (roles.Text, tokens.ink),
        (roles.Button, tokens.surface),
        (roles.ButtonText, tokens.ink),
        (roles.Highlight, tokens.accent),
        (roles.HighlightedText, tokens.on_accent),
        (roles.PlaceholderText, tokens.ink_3),
        (roles.ToolTipBase, tokens.surface),
        (roles.ToolTipText, tokens.ink),
        (roles.Link, tokens.accent),
        (roles.LinkVisited, tokens.accent),
        (roles.Accent, tokens.accent),
        (roles.Mid, tokens.border),
    ):
        result.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.ink_3))
    return result


_themes: list[Theme] = []


def theme() -> Theme:
    """The application's theme; made when first asked for, after the QApplication."""
    if not _themes:
        _themes.append(Theme())
    return _themes[0]
