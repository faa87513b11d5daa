"""Settings, and a brand kit as it comes along, as it is edited, and with a colour too pale."""

import shutil

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engagements.language import tr
from report_templates.brand import BRANDS
from tests.looks.waiting import resting, settled


def take(one, keep):
    one.go("settings")
    resting()
    keep("settings")
    page = one.page("settings")
    editor = page.editor
    page.kits.opened.emit("fennick", False)
    drawn(editor)
    keep("settings-kit-shipped")
    editor.dismiss()
    if not (page.desk.store.kits / "nordic.kit.zip").exists():
        source = page.desk.store.kits.with_name("nordic")
        shutil.copytree(BRANDS / "meridian", source)
        page.kits.take(source)
        resting()
    page.kits.opened.emit("nordic", True)
    drawn(editor)
    keep("settings-kit-own")
    pale = editor.fields.colours["primary"].edit
    pale.selectAll()
    QTest.keyClicks(pale, "#3C7A90")
    waits = tr("The preview is as it was before. Put right what is marked.")
    settled(lambda: editor.note.text() == waits, "the fault")
    pale.setFocus(Qt.FocusReason.TabFocusReason)
    keep("settings-kit-pale")
    editor.discard.click()
    editor.discard.click()
    resting()
    editor.dismiss()
    resting()


def drawn(editor):
    settled(lambda: bool(editor.preview.images), "the preview")
    resting()
