"""The register with previews of each kind, late requests, and a register without a line."""

from datetime import date, timedelta

from engagements.casework import evidence
from engagements.records import EvidenceRequest, Person
from tests.looks.waiting import settled
from tests.ui.evidence.files import pdf_of, picture_of


def take(one, keep):
    one.go("evidence")
    keep("evidence")
    page = one.page("evidence")
    session = one.session
    files = (
        ("Dashboard of the pricing models", "dashboard.png", picture_of(900, 560)),
        ("Release checklist", "checklist.pdf", pdf_of(3)),
        ("Training log", "train.log", b"2026-11-12 08:14 run 4711 started\n" * 60),
        ("Screenshot that broke", "broken.png", b"\x89PNG no picture"),
    )
    for title, name, data in files:
        session.do(evidence.attach, title, data, name=name)
    settled(lambda: not session.busy, "the files to be attached")
    for number, name in enumerate(("picture", "pdf", "text", "damaged")):
        lines = page.register.view.lines
        page.register.view.choose(lines.key(lines.rowCount() - 4 + number))
        settled(lambda: page.item.preview.seen is not None, "the preview")
        keep(f"evidence-{name}")
        if name != "damaged":
            large(page, name, keep)
    page.search.edit.setText("nothing like this")
    keep("evidence-none")
    page.search.edit.clear()
    someone = session.snapshot.of(Person)[0].id
    late = date.today() - timedelta(days=3)
    wanted = EvidenceRequest(
        id="late", title="Rebuild log of the pricing model", person=someone,
        criteria=("SRC-1.2",), due=late,
    )  # fmt: skip
    session.do(evidence.request, wanted)
    settled(lambda: not session.busy, "the request")
    page.show_list("requests")
    page.requests.view.choose("late")
    keep("evidence-requests")
    page.show_list("register")


def large(page, name, keep):
    """The preview over the page, and the same one and a half times as large."""
    page.item.preview.enlarge()
    settled(lambda: page.enlarged.seen is not None, "the large view")
    keep(f"evidence-{name}-large")
    if name == "pdf":
        page.enlarged.zoom(2)
        keep(f"evidence-{name}-larger")
    page.enlarged.dismiss()
