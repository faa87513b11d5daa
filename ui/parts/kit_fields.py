"""The fields of a brand kit: what each holds, and beside it what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engagements.language import mark, tr
from ui.parts.kit_colour import ColourField
from ui.parts.kit_preview import LogoView
from ui.widgets.buttons import Button
from ui.widgets.fields import Field, LineEdit, Select
from ui.widgets.labels import TextBlock
from ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from report_templates.brand import Fault
    from report_templates.drafting import Draft

COLOURS = (
    ("primary", mark("Main colour")),
    ("accent", mark("Accent colour")),
    ("ink", mark("Text colour")),
)
LOGOS = (
    ("logo", mark("Logo"), mark("PNG of 300 pixels height or more, or SVG of paths.")),
    ("logo_on_dark", mark("Logo on a dark ground"), mark("For covers that put it on colour.")),
)
FONTS = (("heading_font", mark("Headings")), ("body_font", mark("Text")))
OWN = "folder:"
"""The choice of a typeface that is read from a folder."""
WHITE = "#FFFFFF"


class LogoField(QWidget):
    """A logo with what can be done about it."""

    asked = Signal()
    taken_out = Signal()

    def __init__(self, field: str, label: str, remark: str) -> None:
        super().__init__()
        self._field = field
        self.view = LogoView(label)
        self.choose = Button(tr("Choose …"), size="small", name=f"kit-{field}-choose")
        self.out = Button(tr("Take out"), size="small", name=f"kit-{field}-out")
        self.choose.setAccessibleName(tr("{field}: choose a file", field=label))
        self.out.setAccessibleName(tr("{field}: take out", field=label))
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.view)
        row.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.out, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.field = Field(label, body, remark)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.choose.clicked.connect(self.asked)
        self.out.clicked.connect(self.taken_out)

    def show_logo(self, draft: Draft, primary: str, *, able: bool) -> None:
        """Show the file of a draft; ``able`` to be changed."""
        from report_templates import logo

        path = draft.fields.get(self._field)
        ground, ink = (WHITE, primary) if self._field == "logo" else (primary, WHITE)
        data = draft.files.get(str(path))
        found = None
        if path is not None and data is not None:
            try:
                found = logo.read(str(path), data)
            except ValueError:  # said as the field's fault
                found = None
        self.view.show_logo(found, ground, ink)
        self.choose.setVisible(able)
        self.out.setVisible(able and path is not None)


class KitFields(QWidget):
    """Shows a draft and says what is changed in it."""

    typed = Signal(str, object)
    """A field and its new value; "name" is the kit's."""
    logo_asked = Signal(str)
    logo_out = Signal(str)
    typeface_asked = Signal(str)
    typeface_picked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("clear", "true")
        self._fields: dict[str, Field] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2, 2, 12, 8)
        self._column.setSpacing(12)
        self.name = self._line("name", tr("Name of the kit"))
        self.firm = self._line("firm", tr("Firm"))
        self.logos = {
            field: self._logo(LogoField(field, tr(words), tr(remark)), field)
            for field, words, remark in LOGOS
        }
        self.colours = {field: self._colour(field, tr(words)) for field, words in COLOURS}
        self.warnings = TextBlock("", "small", tone="attn")
        self.warnings.hide()
        self._column.addWidget(self.warnings)
        self.fonts = {field: self._font(field, tr(words)) for field, words in FONTS[:1]}
        self.weight = self._select(
            "heading_weight", tr("Weight of headings"), [("600", "600"), ("700", "700")]
        )
        self.fonts |= {field: self._font(field, tr(words)) for field, words in FONTS[1:]}
        self.footer = self._line("footer_text", tr("Line at the foot of the cover"))
        self.confidentiality = self._line("confidentiality", tr("Confidentiality"))
        self.spoken = self._spoken()
        self.result = TickBox(tr("Show the result on the cover"), "kit-cover_result")
        self._column.addWidget(self.result)
        self.paper = self._select("paper", tr("Paper"), self._papers())
        self.language = self._select(
            "language",
            tr("Language of the preview"),
            self._languages(),
            tr("A report is written in its engagement’s language."),
        )
        self._column.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self.result.toggled.connect(lambda on: self.typed.emit("cover_result", on))
        self.weight.picked.connect(lambda key: self.typed.emit("heading_weight", int(key)))
        self.paper.picked.connect(partial(self.typed.emit, "paper"))
        self.language.picked.connect(partial(self.typed.emit, "language"))

    @staticmethod
    def _papers() -> list[tuple[str, str]]:
        from report_templates.brand import Brand

        values = get_args(Brand.model_fields["paper"].annotation)
        return [(one, one) for one in values]

    @staticmethod
    def _languages() -> list[tuple[str, str]]:
        from report_templates.words import languages

        names = {"en": "English", "de": "Deutsch"}
        return [(one, names.get(one, one)) for one in languages()]

    def _add(self, field: str, label: str, edit: QWidget, remark: str = "") -> None:
        self._fields[field] = Field(label, edit, remark)
        self._column.addWidget(self._fields[field])

    def _line(self, field: str, label: str) -> LineEdit:
        edit = LineEdit(label)
        edit.setObjectName(f"kit-{field}")
        edit.textEdited.connect(partial(self.typed.emit, field))
        self._add(field, label, edit)
        return edit

    def _spoken(self) -> dict[tuple[str, str], LineEdit]:
        """The sentences for reports in another language than English."""
        fields = (
            ("footer_text", mark("Line at the foot of the cover ({language})")),
            ("confidentiality", mark("Confidentiality ({language})")),
        )
        return {
            (code, field): self._line(f"texts.{code}.{field}", tr(words, language=name))
            for code, name in self._languages()
            if code != "en"
            for field, words in fields
        }

    def _select(
        self, field: str, label: str, choices: Sequence[tuple[str, str]], remark: str = ""
    ) -> Select:
        one = Select(choices, label, name=f"kit-{field}")
        self._add(field, label, one, remark)
        return one

    def _font(self, field: str, label: str) -> Select:
        one = self._select(field, label, ())
        one.picked.connect(partial(self._font_picked, field))
        return one

    def _font_picked(self, field: str, key: str) -> None:
        if key == OWN:
            self.typeface_asked.emit(field)
        else:
            self.typeface_picked.emit(field, key)

    def _logo(self, one: LogoField, field: str) -> LogoField:
        one.asked.connect(partial(self.logo_asked.emit, field))
        one.taken_out.connect(partial(self.logo_out.emit, field))
        self._fields[field] = one.field
        self._column.addWidget(one)
        return one

    def _colour(self, field: str, label: str) -> ColourField:
        one = ColourField(field, label)
        one.typed.connect(partial(self.typed.emit, field))
        self._column.addWidget(one)
        return one

    def show_draft(self, draft: Draft, *, able: bool) -> None:
        """Show what a draft says; ``able`` to be edited. Says nothing."""
        said = draft.fields
        lines = (
            (self.name, draft.name),
            (self.firm, said.get("firm")),
            (self.footer, said.get("footer_text")),
            (self.confidentiality, said.get("confidentiality")),
            *((edit, _said(draft, *key)) for key, edit in self.spoken.items()),
        )
        for edit, text in lines:
            if edit.text() != str(text or ""):
                edit.setText(str(text or ""))
            edit.setReadOnly(not able)
        for field, one in self.colours.items():
            one.show_colour(str(said.get(field) or ""), able=able)
        primary = self.colours["primary"].colour() or "#000000"
        for one in self.logos.values():
            one.show_logo(draft, primary, able=able)
        for field, one in self.fonts.items():
            self._show_font(one, str(said.get(field) or ""))
        self.weight.choose(str(said.get("heading_weight")))
        self.paper.choose(str(said.get("paper")))
        self.language.choose(str(said.get("language")))
        with QSignalBlocker(self.result):
            self.result.setChecked(bool(said.get("cover_result")))
        for one in (*self.fonts.values(), self.weight, self.paper, self.language, self.result):
            one.setEnabled(able)

    @staticmethod
    def _show_font(select: Select, current: str) -> None:
        from report_templates import fonts

        choices = [(one, one) for one in fonts.FAMILIES]
        if current not in fonts.FAMILIES:
            choices.append((current, tr("Your own ({folder})", folder=current)))
        select.set_choices([*choices, (OWN, tr("From a folder …"))])
        select.choose(current)

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Say at each field what is wrong with it; colours say so by themselves."""
        said = {one.field: one for one in faults}
        for field, one in self._fields.items():
            fault = said.get(field)
            cause = fault.cause if fault else ""
            one.fault(f"{cause[:1].upper()}{cause[1:]}." if cause else "")

    def show_warnings(self, warnings: Sequence[str]) -> None:
        """Say what is allowed but not good."""
        self.warnings.set_text(" ".join(warnings))
        self.warnings.setVisible(bool(warnings))


def _said(draft: Draft, language: str, field: str) -> str | None:
    return draft.texts().get(language, {}).get(field)
