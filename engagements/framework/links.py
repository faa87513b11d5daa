"""What must hold between the values of a framework: references, order, windows, cycles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal

from engagements.framework.grammar import (
    GrammarError,
    LimitOf,
    Measures,
    NotMeasurable,
    Says,
    Term,
    parse,
    terms,
)
from engagements.framework.model import (
    LEVELS,
    Action,
    AnswerValue,
    CriterionType,
    Framework,
    Transition,
)
from engagements.framework.sections import STRUCTURE, Fault

Links = Mapping[str, tuple[str, ...]]
"""Ids by id."""

Found = Iterator[tuple[str, str]]
"""Faults as id and cause."""


def link_faults(framework: Framework) -> tuple[Fault, ...]:
    """Everything wrong between the parts of a framework; nothing when scoring and planning hold."""
    return tuple(
        Fault(STRUCTURE, identity, cause) for look in LOOKS for identity, cause in look(framework)
    )


def longest(actions: Iterable[Action], weeks: Callable[[Action], Decimal]) -> Decimal:
    """The longest dependent chain of some actions, in weeks; edges to others are left out.

    Actions in or behind a cycle are left out too.
    """
    own = {one.id: one for one in actions}
    before = {one.id: {other for other in one.after if other in own} for one in own.values()}
    following: dict[str, list[str]] = {name: [] for name in own}
    for name, others in before.items():
        for other in others:
            following[other].append(name)
    ends = {name: weeks(one) for name, one in own.items() if not before[name]}
    ready = list(ends)
    while ready:
        done = ready.pop()
        for name in following[done]:
            before[name].discard(done)
            ends[name] = max(ends.get(name, Decimal(0)), ends[done] + weeks(own[name]))
            if not before[name]:
                ready.append(name)
    return max((end for name, end in ends.items() if not before[name]), default=Decimal(0))


def cycles(links: Links) -> tuple[tuple[str, ...], ...]:
    """Each loop of ids that lead to one another; every id is in one loop at most."""
    found: list[tuple[str, ...]] = []
    done: set[str] = set()
    for start in links:
        trail: dict[str, None] = {}
        # Depth first with an own stack: a hostile chain must not exhaust Python's.
        stack = [(start, iter(links[start]))] if start not in done else []
        trail[start] = None
        while stack:
            here, following = stack[-1]
            step = next((one for one in following if one in links and one not in done), None)
            if step is None:
                done.add(here)
                trail.pop(here, None)
                stack.pop()
            elif step in trail:
                loop = list(trail)
                found.append(tuple(loop[loop.index(step) :]))
                done.add(step)
            else:
                trail[step] = None
                stack.append((step, iter(links[step])))
    return tuple(found)


def _scales(framework: Framework) -> Found:
    """The scales that the rule itself speaks of are whole."""
    scales: tuple[tuple[str, list[object], list[object]], ...] = (
        ("levels", [one.number for one in framework.levels], list(LEVELS)),
        ("grades", [one.grade for one in framework.grades], [0, 1, 2, 3, 4]),
    )
    for name, found, expected in scales:
        if found != expected:
            yield name, f"must be {', '.join(str(one) for one in expected)} in this order"
    for name, found, expected in (
        ("types", [one.code for one in framework.types], list(CriterionType)),
        ("answers", [one.code for one in framework.answers], list(AnswerValue)),
        ("limits.minimum_grade", list(framework.limits.minimum_grade), list(CriterionType)),
    ):
        for one in set(expected) - set(found):
            yield name, f"has no '{one.value}'"
    points = {one.code: one.points for one in framework.answers}
    worth = [points.get(one) for one in (AnswerValue.NO, AnswerValue.PARTLY, AnswerValue.YES)]
    known = [one for one in worth if one is not None]
    if len(known) < 3 or known != sorted(known):
        yield "answers", "points must not fall from no over partly to yes"


def _references(framework: Framework) -> Found:
    """Every id that criteria, questions and metrics name exists."""
    criteria, roles = set(framework.criterion), set(framework.role)
    dimensions = set(framework.dimension)
    for one in framework.criteria:
        yield from _unknown(one.id, "dimension", (one.dimension,), dimensions)
        yield from _unknown(one.id, "role", one.roles, roles)
        yield from _unknown(one.id, "criterion", one.builds_on, criteria)
        if not one.roles:
            yield one.id, "no role is asked"
    for question in framework.quick:
        yield from _unknown(question.id, "criterion", (question.criterion,), criteria)
    for metric in framework.metrics:
        yield from _unknown(metric.id, "role", metric.roles, roles)
        yield from _unknown(metric.id, "criterion", metric.criteria, criteria)


def _plan_references(framework: Framework) -> Found:
    """Every id that transitions and actions name exists."""
    criteria, actions = set(framework.criterion), set(framework.action)
    roles, transitions = set(framework.role), {one.id for one in framework.transitions}
    for step in framework.transitions:
        yield from _unknown(step.id, "role", (one.role for one in step.team), roles)
    for action in framework.actions:
        yield from _unknown(action.id, "transition", (action.transition,), transitions)
        yield from _unknown(action.id, "action", action.after, actions)
        yield from _unknown(action.id, "criterion", action.closes, criteria)
        people = (one.role for one in action.people)
        yield from _unknown(action.id, "role", dict.fromkeys((action.owner, *people)), roles)


def _crosswalk(framework: Framework) -> Found:
    """Every id that the crosswalk names exists."""
    crosswalk = framework.crosswalk
    models = {one.model for one in crosswalk.sources}
    for row in crosswalk.levels:
        yield from _unknown(f"crosswalk.levels.{row.level}", "model", row.models, models)
    for cell in crosswalk.dimensions:
        name = f"crosswalk.dimensions.{cell.dimension}"
        yield from _unknown(name, "dimension", (cell.dimension,), set(framework.dimension))
        yield from _unknown(name, "model", cell.models, models)
    for test in crosswalk.tests:
        known = {*framework.criterion, *framework.metric}
        yield from _unknown(test.test, "target", test.targets, known)


def _unknown(identity: str, what: str, named: Iterable[str], known: set[str]) -> Found:
    for one in named:
        if one not in known:
            yield identity, f"unknown {what} '{one}'"


def _contradictions(framework: Framework) -> Found:
    """Every condition can be read and speaks of what exists."""
    for one in framework.contradictions:
        try:
            condition = parse(one.when)
        except GrammarError as error:
            yield one.id, f"when: {error}"
            continue
        for term in terms(condition):
            yield from _term(one.id, term, framework)


def _term(identity: str, term: Term, framework: Framework) -> Found:
    if isinstance(term, Says):
        yield from _unknown(identity, "criterion", (term.criterion,), set(framework.criterion))
    if isinstance(term, Measures | NotMeasurable):
        yield from _unknown(identity, "metric", (term.metric,), set(framework.metric))
    if isinstance(term, Measures) and isinstance(term.bound, LimitOf):
        metric = framework.metric.get(term.bound.metric)
        if metric is None:
            yield identity, f"unknown metric '{term.bound.metric}'"
        elif all(limit.level != term.bound.level for limit in metric.limits):
            yield identity, f"metric '{metric.id}' has no limit of level {term.bound.level}"


def _cycles(framework: Framework) -> Found:
    """Nothing waits for itself."""
    waits = {one.id: one.after for one in framework.actions}
    builds = {one.id: one.builds_on for one in framework.criteria}
    for field, links in (("after", waits), ("builds_on", builds)):
        for loop in cycles(links):
            yield loop[0], f"cycle in {field}: {' → '.join((*loop[:20], loop[0]))}"


def _levels(framework: Framework) -> Found:
    """Every level can be decided, and every criterion closed."""
    for level in LEVELS[1:]:
        if not framework.core_at[level]:
            yield f"level {level}", "has no core criteria"
    for one in framework.criteria:
        if not one.closed_by:
            yield one.id, "no action closes it"


def _key_questions(framework: Framework) -> Found:
    """The diagnostic asks the key criteria and no others."""
    asked = {one.criterion for one in framework.quick}
    for one in framework.criteria:
        if one.type is CriterionType.KEY and one.id not in asked:
            yield one.id, "key criterion without a diagnostic question"
    for question in framework.quick:
        criterion = framework.criterion.get(question.criterion)
        if criterion and (criterion.level, criterion.type) != (question.level, CriterionType.KEY):
            yield question.id, f"'{criterion.id}' is not a key criterion of level {question.level}"


def _transitions(framework: Framework) -> Found:
    """One transition leads from each level to the next, and its longest chain fits its window."""
    leaving = Counter(one.from_level for one in framework.transitions)
    for level in LEVELS[:-1]:
        if leaving[level] != 1:
            yield f"level {level}", f"{leaving[level]} transitions leave it, one must"
    for action in framework.actions:
        weeks = [action.weeks_low, action.weeks_likely, action.weeks_high]
        effort = [action.effort.low, action.effort.likely, action.effort.high]
        if weeks != sorted(weeks) or effort != sorted(effort):
            yield action.id, "low, likely and high do not rise"
    for one in framework.transitions:
        if one.to_level != one.from_level + 1:
            yield one.id, f"leads from level {one.from_level} to {one.to_level}"
        yield from _window(one, [a for a in framework.actions if a.transition == one.id])


def _window(transition: Transition, actions: list[Action]) -> Found:
    low = longest(actions, lambda one: one.weeks_low)
    high = longest(actions, lambda one: one.weeks_high)
    window = f"the window of {transition.weeks_min} to {transition.weeks_max}"
    if low < transition.weeks_min or high > transition.weeks_max:
        yield transition.id, f"critical path of {low} to {high} weeks leaves {window}"


def _seed(framework: Framework) -> Found:
    """Every statement of the founding text leads to something that exists, by a distinct id."""
    named = (
        framework.criteria,
        framework.actions,
        framework.metrics,
        framework.transitions,
        framework.tensions,
        framework.quick,
        framework.contradictions,
        framework.places,
    )
    ids = Counter(one.id for group in named for one in group)
    for identity, times in ids.items():
        if times > 1:
            yield identity, "duplicate id: two things of different kinds have it"
    for statement in framework.seed:
        yield from _unknown(statement.ref, "target", statement.targets, set(ids))
        if not statement.targets:
            yield statement.ref, "leads nowhere"


LOOKS = (
    _scales,
    _references,
    _plan_references,
    _crosswalk,
    _contradictions,
    _cycles,
    _levels,
    _key_questions,
    _transitions,
    _seed,
)
