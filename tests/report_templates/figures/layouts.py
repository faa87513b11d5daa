"""What holds for every scene, and strategies that draw figures of every shape."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from engagements.framework.load import mlops
from engagements.roadmap.model import PlannedAction, PlannedTransition, Roadmap, Three
from report_templates.figures.metrics import bundled
from report_templates.figures.pen import SMALLEST, text_box
from report_templates.figures.scene import Text, bounds

SLACK = 0.6
"""Points by which boxes of words may touch; the boxes are higher than most letters."""
MARK = 5.0
"""Points by which a mark at the very end of an axis may stand out."""


def assert_sound(scene):
    """All within the scene, no words over words, nothing set too small."""
    metrics = bundled()
    boxes = []
    for item in scene.items:
        if isinstance(item, Text):
            assert item.size >= SMALLEST, item
            box = text_box(item, metrics)
            boxes.append((item, box))
        else:
            box = bounds(item)
        slack = SLACK if isinstance(item, Text) else MARK
        left, top, right, bottom = box
        assert left >= -slack, item
        assert top >= -slack, item
        assert right <= scene.width + slack, (item, scene.width)
        assert bottom <= scene.height + slack, (item, scene.height)
    for place, (one, a) in enumerate(boxes):
        for other, b in boxes[place + 1 :]:
            apart = (
                a[2] <= b[0] + SLACK
                or b[2] <= a[0] + SLACK
                or a[3] <= b[1] + SLACK
                or b[3] <= a[1] + SLACK
            )
            assert apart, (one.text, other.text)


LETTERS = "abcdefghij klmnoprstuvw äßŁž-éÅ"
WORDS = st.text(LETTERS, min_size=1, max_size=70).filter(str.strip)
ANSWERS = st.sampled_from(["yes", "partly", "no", "unknown", "n/a"])


@st.composite
def answers(draw, voices=2):
    """Random answers to a random part of the criteria; keys are never n/a."""
    given = {}
    share = draw(st.sampled_from([0, 1, 3, 9]))
    for criterion in mlops().criteria:
        if draw(st.integers(0, 9)) > share:
            continue
        values = ANSWERS if criterion.type.value != "K" else ANSWERS.filter(lambda v: v != "n/a")
        given[criterion.id] = tuple(draw(values) for _ in range(draw(st.integers(1, voices))))
    return given


def _weeks(draw, most):
    low = draw(st.integers(1, most))
    likely = low + draw(st.integers(0, most))
    return Three(*(Decimal(n) / 5 for n in (low, likely, likely + draw(st.integers(0, most)))))


@st.composite
def steps(draw, from_level=0, most=24):
    """A transition with random actions, edges, owners and names, long ones among them."""
    scale = draw(st.sampled_from([5, 15, 60]))
    begin = date(2027, 1, 4) + timedelta(days=draw(st.integers(0, 400)))
    actions, ends, spans = [], {}, []
    for number in range(draw(st.integers(1, most))):
        weeks = _weeks(draw, scale)
        after = tuple(one for one in list(ends)[-4:] if draw(st.booleans()))
        begins = max((ends[one] for one in after), default=Decimal(draw(st.integers(0, scale))) / 5)
        name = f"A{from_level}{from_level + 1}-{number:02}"
        ends[name] = begins + weeks.likely
        end = Three(begins + weeks.low, begins + weeks.likely, begins + weeks.high)
        spans.append(end)
        days = [begin + timedelta(days=int(w * 7)) for w in (end.low, end.likely, end.high)]
        actions.append(
            PlannedAction(
                id=name,
                title=draw(WORDS),
                owner=draw(
                    st.sampled_from([None, "MLE", "A very long role that nobody knows yet"])
                ),
                lane=0,
                begins=begins,
                weeks=weeks,
                ends=end,
                start=begin + timedelta(days=int(begins * 7)),
                finish_low=days[0],
                finish_likely=days[1],
                finish_high=days[2],
                effort=weeks,
                after=after,
                closes=("SRC-1.1",),
                enabler=False,
                critical=draw(st.booleans()),
            )
        )
    whole = Three(*(max(getattr(s, key) for s in spans) for key in ("low", "likely", "high")))
    days = [begin + timedelta(days=int(w * 7)) for w in (whole.low, whole.likely, whole.high)]
    return PlannedTransition(
        id=f"T{from_level}",
        from_level=from_level,
        to_level=from_level + 1,
        headline="Secure what exists",
        axis="weeks" if whole.likely <= 14 else "months",
        lanes=3,
        start=begin,
        finish_low=days[0],
        finish_likely=days[1],
        finish_high=days[2],
        weeks=whole,
        effort=whole,
        actions=tuple(sorted(actions, key=lambda one: one.begins)),
        open_criteria=("SRC-1.1",),
        predicted=from_level + 1,
        detailed=from_level == 0,
    )


@st.composite
def roadmaps(draw):
    """One to four transitions that follow each other."""
    found = []
    for level in range(draw(st.integers(1, 4))):
        step = draw(steps(from_level=level, most=12))
        if found:
            shift = found[-1].finish_likely + timedelta(days=3) - step.start
            step = _later(step, shift)
        found.append(step)
    return Roadmap(found[0].start, 0, found[-1].to_level, tuple(found), ())


def _later(step, shift):
    from dataclasses import replace

    dates = ("start", "finish_low", "finish_likely", "finish_high")
    moved = {key: getattr(step, key) + shift for key in dates}
    actions = tuple(
        replace(one, **{key: getattr(one, key) + shift for key in dates}) for one in step.actions
    )
    return replace(step, actions=actions, **moved)
