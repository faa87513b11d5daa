"""The plan on both axes, what was decided about it, the cards over it, and no plan at all."""

from dataclasses import replace
from decimal import Decimal

from engagements.roadmap.model import Three
from tests.looks.waiting import resting, settled

STATES = (
    (
        "unasked",
        "There is nothing to plan yet",
        "The plan is made from what is missing. Record the first answers.",
    ),
    (
        "reached",
        "Level 3 is reached",
        "The target is level 3. Choose a higher one to plan on.",
    ),
)


def take(one, keep):
    one.go("roadmap")
    resting()
    page = one.page("roadmap")

    def shown():
        settled(
            lambda: not one.session.busy and page.presenter._shown is one.session.snapshot,
            "the plan",
        )

    shown()
    agreed = one.session.snapshot.engagement
    page.plan.point("A12-08")
    page.plan.setFocus()
    keep("roadmap")
    page.other_view()
    keep("roadmap-overview")
    page.other_view()
    page.plan.point("T12")
    keep("roadmap-level")
    page.ask_for_action()
    keep("roadmap-add")
    page.add_sheet.dismiss()
    page.plan.point("A01-06")
    page.ask_to_leave_out()
    keep("roadmap-leave-out")
    page.leave_out_sheet.dismiss()
    page.presenter.retime("A12-08", Three(Decimal(1), Decimal(2), Decimal(4)))
    page.presenter.leave_out("A01-07", "Done by the data team in another project")
    shown()
    page.plan.point("A12-08")
    keep("roadmap-changed")
    page.plan.point("A01-07")
    keep("roadmap-left-out")
    page.presenter.bring_back("A01-07")
    page.presenter.reset("A12-08")
    one.session.do(lambda case: case.update_engagement(target=4))
    shown()
    page.plan.point("A23-07")
    keep("roadmap-to-4")
    one.session.do(lambda case: case.update_engagement(target=None))
    shown()
    keep("roadmap-no-target")
    dates = {name: getattr(agreed, name) for name in ("target", "starts", "ends", "roadmap_start")}
    undated = {"target": agreed.target, "starts": None, "ends": None, "roadmap_start": None}
    one.session.do(lambda case: case.update_engagement(**undated))
    shown()
    keep("roadmap-no-date")
    one.session.do(lambda case: case.update_engagement(**dates))
    shown()
    # A version is never taken back, and other pages' pictures come from the same file.
    page.presenter.outline = replace(page._outline, issued="1.0", issued_on="14 December 2026")
    page._show(page.presenter.outline)
    keep("roadmap-issued")
    for state, title, advice in STATES:
        page._show(
            replace(page._outline, state=state, title=title, advice=advice, issued="", by="")
        )
        keep(f"roadmap-{state}")
    page.presenter.case_opened()
    shown()
    first, *others = page._outline.steps
    ownerless = replace(first.entries[1], owner="", owner_name="Nobody owns it yet")
    first = replace(first, entries=(first.entries[0], ownerless, *first.entries[2:]))
    page.presenter.outline = replace(page._outline, steps=(first, *others))
    page._show(page.presenter.outline)
    page.plan.point(ownerless.id)
    keep("roadmap-no-owner")
    page.presenter.case_opened()
    shown()
