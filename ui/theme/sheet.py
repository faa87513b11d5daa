"""The style sheet, made from the tokens; fonts are set by type role, never here."""

from __future__ import annotations

from ui.theme.tokens import Tokens

TEMPLATE = """
QMainWindow, QDialog { background: %bg%; }
QToolTip {
    background: %surface%; color: %ink%; border: 1px solid %border-strong%; padding: 4px 6px; }

QFrame[card="true"] { background: %surface%; border: 1px solid %border%; border-radius: 6px; }
QFrame[card="quiet"] { background: %bg%; border: 1px solid %border%; border-radius: 6px; }
QFrame[pane="surface"] { background: %surface%; border: 0; }
QFrame[pane="bg"] { background: %bg%; border: 0; }
QFrame[rule="true"] { background: %border%; border: 0; }
QFrame[top="true"] { background: %surface%; border: 0; border-bottom: 1px solid %border%; }

QLabel { background: transparent; color: %ink%; }
QLabel[tone="ink_2"] { color: %ink-2%; }
QLabel[tone="ink_3"] { color: %ink-3%; }
QLabel[tone="accent"] { color: %accent%; }
QLabel[tone="attn"] { color: %attn%; }
QLabel[tone="danger"] { color: %danger%; }
QLabel[tone="ok"] { color: %ok%; }
QLabel[tone="on_accent"] { color: %on-accent%; }
QLabel:disabled { color: %ink-3%; }

QLineEdit, QDateEdit, QSpinBox {
    min-height: {30}px; max-height: {30}px; border: 1px solid %border-strong%; border-radius: 4px;
    padding: 0 9px; background: %surface%; color: %ink%;
    selection-background-color: %accent%; selection-color: %on-accent%; }
QDateEdit::up-button, QDateEdit::down-button { width: 0px; border: 0; }
QLineEdit:disabled, QDateEdit:disabled, QSpinBox:disabled {
    background: %surface-2%; color: %ink-3%; border-color: %border%; }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: %ink-3%; }
QLineEdit:read-only { background: %surface-2%; border-color: %border%; }
QLineEdit[plain="true"] { border: 0; background: transparent; padding: 0; }
QPlainTextEdit, QTextEdit {
    border: 1px solid %border-strong%; border-radius: 4px; padding: 4px 6px;
    background: %surface%; color: %ink%;
    selection-background-color: %accent%; selection-color: %on-accent%; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid %accent%; padding: 3px 5px; }
QPlainTextEdit[plain="true"], QPlainTextEdit[plain="true"]:focus {
    border: 0; background: transparent; padding: 0; }

QTableView, QListView, QTreeView {
    border: 0; background: %surface%; color: %ink%; outline: 0; gridline-color: transparent;
    selection-background-color: %accent-weak%; selection-color: %ink%; }
QTableView[bare="true"], QListView[bare="true"], QTreeView[bare="true"] { background: %bg%; }
QHeaderView { background: %surface-2%; border: 0; }
QHeaderView::section {
    background: %surface-2%; color: %ink-2%; border: 0; border-bottom: 1px solid %border%;
    padding: 0 12px; }

QScrollArea { border: 0; background: transparent; }
QScrollArea[desk="true"] {
    background: %surface-3%; border: 1px solid %border%; border-radius: 4px; }
QScrollArea > QWidget > QWidget[clear="true"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 2px; }
QScrollBar::handle { background: %accent-line%; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 28px; margin: 0 1px; }
QScrollBar::handle:horizontal { min-width: 28px; margin: 1px 0; }
QScrollBar::handle:hover { background: %border-strong%; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSplitter::handle { background: transparent; }
QMenu {
    background: %surface%; color: %ink%; border: 1px solid %border-strong%; border-radius: 4px;
    padding: 4px; }
QMenu::item { padding: 6px 24px 6px 10px; border-radius: 3px; }
QMenu::item:selected { background: %accent-weak%; color: %ink%; }
QMenu::item:disabled { color: %ink-3%; }
QMenu::separator { height: 1px; background: %border%; margin: 4px 6px; }
QStatusBar { background: %surface%; border-top: 1px solid %border%; }
QStatusBar::item { border: 0; }
QAbstractItemView[popup="true"] {
    background: %surface%; border: 1px solid %border-strong%; padding: 2px; }
"""


def style_sheet(tokens: Tokens, scale: int) -> str:
    """The application's style sheet for a theme; ``{30}`` in the template grows with the scale."""
    text = TEMPLATE.replace("{30}", str(round(32 * scale / 100) - 2))
    for name, value in tokens._asdict().items():
        if isinstance(value, str):
            text = text.replace(f"%{name.replace('_', '-')}%", value)
    return text
