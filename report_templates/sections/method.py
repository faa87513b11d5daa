"""Method and scoring rules: scope above, rules at the left, grades and limits at the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import CondPageBreak, Flowable, Paragraph, Spacer, Table, TableStyle

from report_templates import text
from report_templates.content.method import GradeText, JudgementLog, Method, RuleText
from report_templates.ruling import BARE
from report_templates.sections.columns import fitted
from report_templates.sections.marks import grade_word
from report_templates.sections.room import fewest, going_on
from report_templates.style import Look, kept

LEFT, RIGHT, BETWEEN = 247.0, 220.5, 25.8
RULE_NUMBER = 18.0
GRADES, GAP = (57.0, 104.0, 59.5), 6.0
BOX_WIDTH, BOX_GAP, IN_ROW = 153.8, 16.0, 3
LINE_ROOM, LINE_TIGHT = 29.0, 24.0
LOG = (150.0, 62.0, 62.0, 219.3)
PIECE = 500
"""Characters of a piece of a reason that is too long for one row."""
HEAD_ROOM = 90.0
MOST_SIGNS = 6
SETS = ((False, "body"), (True, "body"), (True, "cell"))
"""Whether it is set closely, and the type of its words: the first with the fewest pages."""
SIGNED = ("name", "signature", "day")


def flowables(content: Method, look: Look) -> list[Flowable]:
    """Scope, rules, grades, dates, limits and the boxes to sign, which stay on the same page.

    The log of judgement calls follows; its pages say that they continue this one.
    """
    log, page = content.judgements, partial(_page, content, look)
    story = fewest(SETS, page, look.paper.body)
    if log is not None and log.rows:
        story += _judgements(log, look)
    return going_on(story, content.heading, look)


def _page(content: Method, look: Look, choice: tuple[bool, str]) -> list[Flowable]:
    tight, words = choice
    say, h2 = look.say, partial(look.h2, tight=tight)
    left: list[Flowable] = [_first(say("method.rules"), look), _rules(content, look, choice)]
    right: list[Flowable] = [_first(say("method.grades"), look), _grades(content, look, tight)]
    right += [h2(say("method.dates_head")), look.para(content.dates, words)]
    right += [h2(say("method.limits_head")), look.para(_limits(content, look), words)]
    log = content.judgements
    if log is not None and log.none:  # one sentence has room beside the rules
        right += [h2(log.title), look.para(log.none, words)]
    sign = kept(
        say("method.sign_head"),
        h2(say("method.sign_head")),
        look.para(content.sign_note, "caption"),
        Spacer(0, 6),
        *_signatures(content, look, tight),
    )
    return [
        *look.heading(content.heading, tight=tight),
        look.strip([(one.label, one.text) for one in content.scope]),
        Spacer(0, 7 if tight else 14),
        look.columns([left, right], (LEFT, RIGHT), BETWEEN),
        sign,
    ]


def _judgements(content: JudgementLog, look: Look) -> list[Flowable]:
    """The log of judgement calls, after the page that is signed."""
    head = look.h2(content.title)
    head.style.keepWithNext = 0
    rows: list[list[Any]] = [[look.para(one, "head") for one in content.heads]]
    joined: list[int] = []
    for one in content.rows:
        first, *more = _reason(one.reason, look)
        said = [look.para(one.value, "cell"), look.para(one.said, "cell")]
        rows.append(
            [[look.para(one.title, "cell_key"), look.para(one.id, "cell_note")], *said, first]
        )
        for piece in more:  # a row of its own, for a row that fills a page leaves one empty
            joined.append(len(rows) - 1)
            rows.append([None, None, None, piece])
    table = look.table(rows, fitted(rows, LOG, 8.0), pad=3.0, joined=joined)
    return [CondPageBreak(HEAD_ROOM), head, table]


def _reason(reason: str, look: Look) -> list[Flowable]:
    """A reason in one piece, or in several short ones that fill the pages it needs."""
    whole = text.clean(reason)
    pieces = [whole] if len(whole) <= text.CHUNK else text.pieces(whole, PIECE)
    return [look.para(one, "cell") for one in pieces]


def _limits(content: Method, look: Look) -> str:
    """What the report cannot say, and the signs its typefaces cannot print."""
    if not look.lacking:
        return " ".join(content.limits)
    codes = [f"U+{ord(char):04X}" for char in look.lacking]
    more = len(codes) - MOST_SIGNS
    if more > 0:
        codes = [*codes[:MOST_SIGNS], look.say.many("method.more_signs", more)]
    return " ".join([*content.limits, look.say("method.signs", signs=look.say.listed(codes))])


def _first(words: str, look: Look) -> Paragraph:
    found = look.h2(words)
    found.style.spaceBefore = 0
    return found


def _rules(content: Method, look: Look, choice: tuple[bool, str]) -> Table:
    tight, words = choice
    rows = [_rule(number, one, look, words) for number, one in enumerate(content.rules, start=1)]
    above = HexColor(look.colour("rule1"))
    return look.table(
        rows,
        (RULE_NUMBER, LEFT - RULE_NUMBER),
        heads=0,
        pad=1.0 if tight else 3.8,
        gap=0,
        extra=[("LINEABOVE", (0, 0), (-1, 0), 0.5, above)],
        kind="list",
    )


def _rule(number: int, one: RuleText, look: Look, words: str) -> list[Any]:
    return [
        look.para(str(number), "h3", role="accent", tag="P"),
        [look.para(one.name, "h3"), look.para(one.text, words)],
    ]


def _grades(content: Method, look: Look, tight: bool) -> Table:
    say = look.say
    heads = ("grade", "meaning", "verifies")
    rows: list[list[Any]] = [[look.para(say(f"method.head_{one}"), "head") for one in heads]]
    rows += [_grade(one, look) for one in content.grades]
    return look.table(rows, fitted(rows, GRADES, GAP), pad=1.6 if tight else 3.6, gap=GAP)


def _grade(one: GradeText, look: Look) -> list[Any]:
    word = grade_word(look, one.grade, look.say.within(one.name), "cell")
    return [word, look.para(one.meaning, "cell"), look.para(one.verifies, "cell")]


def _signatures(content: Method, look: Look, tight: bool) -> list[Flowable]:
    """A box each, three in a row."""
    room, firm = LINE_TIGHT if tight else LINE_ROOM, look.kit.brand.firm
    boxes = [
        _box(role, content.client if of_client else firm, look, room)
        for role, of_client in content.signatories
    ]
    rows = [boxes[at : at + IN_ROW] for at in range(0, len(boxes), IN_ROW)]
    story: list[Flowable] = []
    for row in rows:
        story += [Spacer(0, BOX_GAP), _side_by_side(row, look)]
    return story[1:]


def _side_by_side(boxes: Sequence[Table], look: Look) -> Table:
    cells: list[Any] = [boxes[0]]
    for one in boxes[1:]:
        cells += [None, one]
    widths = [BOX_GAP if one is None else BOX_WIDTH for one in cells]
    frame = HexColor(look.colour("rule2"))
    edges: list[tuple[Any, ...]] = [("LEFTPADDING", (0, 0), (-1, -1), 10)]
    edges += [("BOX", (2 * n, 0), (2 * n, 0), 0.7, frame) for n in range(len(boxes))]
    return Table([cells], colWidths=widths, style=TableStyle([*BARE, *edges]), hAlign="LEFT")


def _box(role: str, party: str, look: Look, room: float) -> Table:
    say, inner = look.say, BOX_WIDTH - 20
    shown = look.lines(party, "caption", inner, 2)
    rows: list[list[Any]] = [
        [[look.para(role, "h3"), look.para(shown, "caption")]],
        *[[look.para(say(f"method.sign.{one}"), "caption")] for one in SIGNED],
    ]
    ink = HexColor(look.colour("ink"))
    return Table(
        rows,
        colWidths=[inner],
        rowHeights=[room + 23, room, room, 17],
        style=TableStyle(
            [
                *BARE,
                ("TOPPADDING", (0, 0), (0, 0), 8),
                ("LINEABOVE", (0, 1), (0, -1), 0.9, ink),
                ("TOPPADDING", (0, 1), (0, -1), 1.5),
            ]
        ),
        hAlign="CENTER",
    )
