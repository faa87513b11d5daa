"""Report: choose what goes in, see the pages as they will be printed, export the PDF."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engagements.language import mark, tr, trn
from engagements.problem import Problem
from report_templates.unsettable import Unsettable
from ui.desk import Desk
from ui.jobs import Step
from ui.locale import exact_time, figure_words, number, percent
from ui.page import Keys, Page
from ui.parts.pdf_pages import Picture
from ui.report import others as others_
from ui.report.choices import FOLDER, Choices
from ui.report.going_out import GoingOut
from ui.report.making import Made
from ui.report.outcome import Outcome, step_words
from ui.report.presenter import ReportPresenter
from ui.report.preview import PageView, ThumbStrip
from ui.theme import theme
from ui.widgets import space
from ui.widgets.buttons import IconButton, Segmented
from ui.widgets.chips import Chip, Rule
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.messages import Remedy
from ui.widgets.progress import ProgressLine

LEFT, NARROW_LEFT = 300, 270
RIGHT, NARROW_RIGHT = 330, 296
BAR = 44
OWN_PARTS = {"cover": mark("Cover"), "contents": mark("Contents")}


class ReportPage(Page):
    """Choices, preview and outcome side by side."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.presenter = ReportPresenter(desk)
        self.choices = Choices()
        self.outcome = Outcome()
        self.going = GoingOut(self)
        self.view = PageView()
        self.thumbs = ThumbStrip()
        self._version = Chip()
        self._size = Label("", tone="ink_2")
        self._page = self._pages = 0
        self._number = Label("–", weight=600)
        self._of = Label("", tone="ink_2")
        self._said = ElidedLabel("", tone="ink_2")
        self._preview = ""
        self._line = ProgressLine()
        self._fit = Segmented(
            [("page", tr("Fit page")), ("width", tr("Width")), ("full", percent(100))],
            tr("Zoom"),
            small=True,
            name="zoom",
        )
        self._before = IconButton("chevron-left", tr("Previous page"))
        self._after = IconButton("chevron-right", tr("Next page"))
        self._before.setObjectName("page-before")
        self._after.setObjectName("page-after")
        self._build()
        self._connect()
        self._bind()
        self._offer()
        self._show_number()

    def _build(self) -> None:
        middle = QFrame()
        middle.setProperty("pane", "surface")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_bar())
        column.addWidget(Rule())
        column.addWidget(self._line)
        desk = QHBoxLayout()
        desk.setSpacing(0)
        desk.addWidget(self.thumbs)
        desk.addWidget(self.view, 1)
        column.addLayout(desk, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.choices)
        row.addWidget(middle, 1)
        row.addWidget(self.outcome)

    def _build_bar(self) -> QWidget:
        bar = QWidget()
        bar.setFixedHeight(theme().scaled(BAR))
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 0, 16, 0)
        row.setSpacing(6)
        for widget in (self._before, self._number, self._of, self._after):
            row.addWidget(widget)
        row.addStretch(1)
        self._said.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row.addWidget(self._said)
        row.addStretch(1)
        row.addWidget(self._fit)
        return bar

    def _connect(self) -> None:
        say, choices = self.presenter, self.choices
        say.kits_known.connect(choices.show_kits)
        say.settings_known.connect(self._show_settings)
        say.making.connect(self._making)
        say.made.connect(self._made)
        say.drawn.connect(self._drawn)
        say.thumbnail.connect(self.thumbs.show_picture, Qt.ConnectionType.QueuedConnection)
        say.exporting.connect(self.outcome.show_step)
        say.exported.connect(self.outcome.show_exported)
        say.aged.connect(lambda: self.preview_said(tr("Pages from before the last change")))
        say.refused.connect(self._refused)
        choices.profile_chosen.connect(
            lambda code: self.presenter.change_settings(profile=code, left_out=())
        )
        choices.changed.connect(lambda fields: self.presenter.change_settings(**fields))
        choices.version_typed.connect(self._version_typed)
        choices.kit_chosen.connect(self._kit_chosen)
        choices.page_chosen.connect(self.turn_to)
        self.outcome.export.connect(self.export)
        self.outcome.others.connect(self.offer_others)
        self.outcome.cancel.connect(self.presenter.cancel_export)
        self.view.wanted.connect(self.presenter.draw)
        self.view.turned.connect(self.turn)
        self.thumbs.chosen.connect(self.turn_to)
        self._fit.chosen.connect(self.view.set_fit)
        self._before.clicked.connect(lambda: self.turn(-1))
        self._after.clicked.connect(lambda: self.turn(1))

    def _bind(self) -> None:
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key, act in (
            ("Ctrl+E", self.export),
            ("Ctrl+I", self.going.ask),
            ("F8", self.going.next_check),
            ("PgUp", lambda: self.turn(-1)),
            ("PgDown", lambda: self.turn(1)),
            ("Ctrl+Home", lambda: self.turn_to(0)),
            ("Ctrl+End", lambda: self.turn_to(self._pages - 1)),
            ("Ctrl+0", lambda: self._zoom("page")),
        ):
            QShortcut(QKeySequence(key), self, context=context).activated.connect(act)

    def _offer(self) -> None:
        from report_templates.profiles import PROFILES

        say = figure_words()
        parts = {part.value for one in PROFILES.values() for part in one.parts}
        names = {
            part: tr(OWN_PARTS.get(part, "")) or say.slots.get(f"outline.{part}.name", "")
            for part in parts
        }
        self.choices.offer(
            [
                (
                    code,
                    say(f"profile.{code}.name"),
                    say(f"profile.{code}.about"),
                    tuple(part.value for part in one.parts),
                )
                for code, one in PROFILES.items()
            ],
            names,
        )

    def crumb(self) -> tuple[str, ...]:
        """Client, report."""
        snapshot = self.session.snapshot
        return (snapshot.client.name, tr("Report")) if snapshot else (tr("Report"),)

    def chips(self) -> Sequence[QWidget]:
        """The version."""
        return (self._version,)

    def top_bar(self) -> Sequence[QWidget]:
        """Pages and size of the PDF."""
        return (self._size,)

    def hints(self) -> Sequence[Keys]:
        """Turning and exporting; those of a sheet while one is open."""
        return (*self.going.reviewing.hints(), *self.going.dressing.hints()) or (
            Keys(("PgUp", "PgDn"), tr("page")),
            Keys(("F8",), tr("next check")),
            Keys(("Ctrl+E",), tr("export")),
        )

    def key_map(self) -> Sequence[Keys]:
        """All keys of Report."""
        return (
            Keys(("Ctrl+E",), tr("export the PDF")),
            Keys(("Ctrl+I",), tr("issue this version")),
            *self.going.reviewing.keys(),
            Keys(("F8", "Enter"), tr("next thing to put right, go there")),
            Keys(("PgUp", "PgDn"), tr("previous or next page")),
            Keys(("Ctrl+Home", "Ctrl+End"), tr("first or last page")),
            Keys(("Ctrl+0",), tr("fit the page")),
            Keys(("Space",), tr("take a section in or out")),
            Keys(("Alt+Up", "Alt+Down"), tr("move a section")),
        )

    def panes(self) -> Sequence[QWidget]:
        """Choices, page, outcome."""
        return (self.choices, self.view, self.outcome)

    def first_focus(self) -> QWidget | None:
        """The page."""
        return self.view

    def is_ready(self) -> bool:
        """Whether the report was made and looked over."""
        return self.presenter.report is not None

    def place(self) -> str:
        """The page that is read, from 0, and how it is zoomed."""
        return f"{self._page} {self._fit.current()}"

    def take_place(self, place: str) -> None:
        """Turn there, once the pages are there."""
        page, _, fit = place.partition(" ")
        if page.isdecimal() and fit in self._fit.buttons():
            self._zoom(fit)
            self._page = int(page)  # ``_made`` turns to it
            self.turn_to(self._page)

    def entered(self) -> None:
        """Make the report unless it is there."""
        self.outcome.show_versions(self.session.snapshot)
        self.presenter.entered()

    def left(self) -> None:
        """Keep what was typed."""
        self._version_typed(self.choices.version.text().strip())
        self.presenter.left()
        self.going.dressing.keep()

    def case_opened(self) -> None:
        """Nothing of the last engagement stays."""
        self.outcome.clear()
        self.going.forget()
        self.outcome.show_versions(self.session.snapshot)
        self.presenter.case_opened()
        self.titled.emit()

    def snapshot_changed(self, change: object) -> None:  # noqa: ARG002 - any change may show
        """Make the report again once things rest."""
        self.outcome.show_versions(self.session.snapshot)
        self.presenter.changed()

    def turn(self, step: int) -> None:
        """Turn one page."""
        self.turn_to(self._page + step)

    def turn_to(self, page: int) -> None:
        """Show a page, from 0; outside does nothing."""
        if 0 <= page < self._pages:
            self._page = page
            self._show_number()
            self.view.show_page(page)
            self.thumbs.show_page(page)

    def export(self) -> None:
        """Ask where to, then export."""
        if not self.outcome.button.isEnabled() or self.session.snapshot is None:
            return
        draft = self.presenter.settings.draft
        target = self.going.target(tr("Export the report"), self.going.proposed(draft=draft))
        if target is not None:
            self.presenter.export(target)

    def offer_others(self) -> None:
        """Open the menu of other kinds below its button."""
        button = self.outcome.more
        below = button.mapToGlobal(button.rect().bottomLeft())
        others_.menu(button, self.export_as).popup(below)

    def export_as(self, kind: str) -> None:
        """Ask where to, then export as another kind of file."""
        if not self.outcome.more.isEnabled() or self.session.snapshot is None:
            return
        target = others_.target(
            self.window(), kind, self.going.proposed(draft=self.presenter.settings.draft)
        )
        if target is not None:
            self.desk.settings.setValue("export_folder", str(target.parent))
            self.presenter.export_as(target, kind)

    def _zoom(self, fit: str) -> None:
        self._fit.choose(fit)
        self.view.set_fit(fit)  # type: ignore[arg-type]

    def _version_typed(self, version: str) -> None:
        if version and self.session.snapshot is not None:
            self.presenter.change_settings(version=version)

    def _kit_chosen(self, key: str) -> None:
        if key != FOLDER:
            self.presenter.choose_kit(key)
            return
        name = QFileDialog.getExistingDirectory(self.window(), tr("Choose a brand kit's folder"))
        if name:
            self.presenter.choose_folder(Path(name))
        else:
            self.presenter.tell_kits()

    def _show_settings(self, settings: object) -> None:
        from engagements.records.outcome import ReportSettings

        assert isinstance(settings, ReportSettings)
        self.choices.show_settings(settings, self.going.proposed(draft=settings.draft).name)
        self.outcome.show_version(settings.version)
        words = mark("Version {version}, draft") if settings.draft else mark("Version {version}")
        self._version.set_text(tr(words, version=settings.version))
        self.titled.emit()

    def _making(self, step: Step | None) -> None:
        if step is None:
            self._line.stop()
        else:
            self._line.show_share(step.done / step.total if step.total else None)
        self._said.setText(self._preview if step is None else step_words(step))

    def _made(self, made: Made | None) -> None:
        if made is None:
            self._pages = self._page = 0
            self.view.clear()
            self.thumbs.clear()
            self.choices.show_places(())
            self._size.setText("")
            self.preview_said("")
            self._show_number()
            return
        self.say(None)
        self._pages = made.pages
        self._page = min(self._page, made.pages - 1)
        size = size_words(len(made.pdf))
        self._size.setText(trn("{n} page, {size}", "{n} pages, {size}", made.pages, size=size))
        now = exact_time(datetime.now())
        self.preview_said(tr("Preview is the PDF itself, made {time}", time=now))
        self.thumbs.show_count(made.pages)
        self.choices.show_places(made.places, made.empty)
        if made is self.presenter.report:
            self.outcome.show_checks(made.checks)
            self.going.forget()
        self.titled.emit()
        self.turn_to(self._page)

    def _refused(self, problem: Problem | None) -> None:
        """Say why; a section that cannot be set may be left out at once."""
        part = problem.part if isinstance(problem, Unsettable) else ""
        if problem is not None and self.choices.may_leave_out(part):
            skip = partial(self.choices.leave_out, part)
            problem = Remedy(problem, tr("Skip this section"), skip)
        self.say(problem)

    def preview_said(self, words: str) -> None:
        """Say over the pages what they are, whenever no report is being made."""
        self._preview = words
        self._said.setText(words)

    def _drawn(self, picture: Picture, _width: int) -> None:
        self.view.show_picture(picture)

    def _show_number(self) -> None:
        self._number.setText(str(self._page + 1) if self._pages else "–")
        self._of.setText(tr("of {total}", total=self._pages) if self._pages else "")
        self._before.setEnabled(self._page > 0)
        self._after.setEnabled(self._page + 1 < self._pages)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the narrow measures when there is less room."""
        super().resizeEvent(event)
        window = self.window().size()
        narrow, low = space.of_window(window)
        self.choices.set_wide(NARROW_LEFT if narrow else LEFT)
        self.outcome.set_wide(NARROW_RIGHT if narrow else RIGHT)
        self.outcome.versions.fit(narrow=narrow)
        self.thumbs.setVisible(not (narrow or low))
        self._said.setVisible(not narrow)


def size_words(size: int) -> str:
    """Bytes as a reader says them: "1.8 MB"."""
    if size >= 100_000:
        return f"{number(size / 1_000_000, 1)} MB"
    return f"{number(size / 1000, 0)} kB"
