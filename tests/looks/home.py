"""Home in every state: list, search without a match, menu's question, deleted ones, odd files."""

import shutil
from datetime import datetime, timedelta

from engagements import recycling
from engagements.casework.case import Case
from engagements.problem import Problem
from engagements.records.client import Status
from tests.looks.waiting import resting, settled
from ui import jobs


def take(one, keep):
    one.go("home")
    page, folder = one.page("home"), one.page("home").presenter.folder
    _looked_over(page)
    keep("home")
    one.show_key_map()
    keep("keys")
    one.show_key_map()
    _more_files(folder)
    page.presenter.refresh()
    resting()
    _choose(page, "Quillon Retail Bank")
    keep("home-damaged")
    _choose(page, "Tessaly Health Trust")
    keep("home-delivered")
    _choose(page, "Sealed")
    keep("home-locked")
    page.deeds.do(_act("delete"))
    keep("home-asks")
    page.list.panel.question.dismiss()
    _choose(page, "Brae Foods")
    page.deeds.shelf.archive(page.list.row())
    resting()
    keep("home-archived")
    page.list.message.dismiss()
    page.search.edit.setText("zzz")
    resting()
    keep("home-no-match")
    page.search.edit.clear()
    page.list.status.choose("deleted")
    page.list.filtered.emit("deleted")
    resting()
    keep("home-deleted")
    page.list.status.choose("")
    page.list.filtered.emit("")
    _filled(page)
    keep("new-filled")
    page.form.cancelled.emit()
    page._lost(
        Problem(f"The folder {folder} cannot be read: permission denied.", "Choose another.")
    )
    keep("home-lost")
    page._lost(None)
    for name in ("Quillon Retail Bank", "Tessaly Health Trust", "Sealed", "Brae Foods"):
        (folder / f"{name}.plumb").unlink()
    shutil.rmtree(folder / recycling.FOLDER)
    page.presenter.refresh()
    resting()


def _act(name):
    from ui.home.acts import ACTS

    return ACTS[name]


def _choose(page, name):
    lines = range(page.list.model.rowCount())
    page.list.select(next(n for n in lines if page.list.model.row(n).name == name))
    _looked_over(page)


def _looked_over(page):
    """The panel says what it knows of the engagement at which one stays."""
    say = page.presenter
    settled(
        lambda: not say._rested.isActive() and not jobs.pending() and not say._session.busy,
        "the engagement to be looked over",
    )


def _more_files(folder):
    made = (
        ("Quillon Retail Bank", "Credit decision models", None),
        ("Tessaly Health Trust", "Imaging support, one hospital", Status.DELIVERED),
        ("Brae Foods", "Demand forecasting, all plants", Status.DELIVERED),
        ("Orrin Rail", "Predictive maintenance, rolling stock", None),
    )
    for client, scope, status in made:
        path = folder / f"{client}.plumb"
        case = Case.create(path, client=client, scope=scope, target=2, author="look")
        if status:
            case.update_engagement(status=status)
        case.close()
    (folder / "Quillon Retail Bank.plumb").write_bytes(b"torn")
    recycling.recycle(folder / "Orrin Rail.plumb", folder, datetime.now() - timedelta(days=3))
    Case.create(folder / "Sealed.plumb", client="x", author="look", passphrase="Wachtel").close()


def _filled(page):
    page.new()
    settled(lambda: page.form.kit.count() > 1, "the brand kits")
    page.form.client.setText("Norrvik Energi")
    page.form.scope.setText("Load forecasting, control room")
    page.form.units.setPlainText("Grid\nControl room")
    page.form.target.choose("2")
    page.form.ends.setText("20 Dec")
    page.form.passphrase.setText("x")
