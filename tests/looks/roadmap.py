"""The plan on both axes, what was decided about it, the cards over it, and no plan at all."""

from datetime import date, datetime
from decimal import Decimal

from engagements.casework import issuing, planning
from engagements.roadmap.model import Three
from tests.looks.waiting import resting, settled


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
    page.plan.point("A12-08")
    page.plan.setFocus()
    keep("roadmap")
    page._other_view()
    keep("roadmap-overview")
    page._other_view()
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
    one.session.do(lambda case: case.update_engagement(target=3, starts=None, ends=None))
    one.session.do(planning.start_roadmap, None)
    shown()
    keep("roadmap-no-date")
    one.session.do(planning.start_roadmap, date(2027, 1, 11))
    one.session.do(
        issuing.issue,
        pdf=b"%PDF-1.7",
        content=b"{}",
        version="1.0",
        profile="full",
        issued=datetime(2026, 12, 14, 9, 0),
    )
    shown()
    keep("roadmap-issued")
