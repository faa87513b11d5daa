"""What a report says, page after page, in the order in which it is read."""

from tests.report_templates.printed import squeezed


def in_order(parts, said):
    """Every part stands in ``said`` behind the one before it."""
    at = 0
    for part in parts:
        wanted = squeezed(part)
        found = said.find(wanted, at)
        assert found >= 0, f"{part!r} is missing, or stands before what it follows"
        at = found + len(wanted)


def expected(content):
    """Words of every section, section after section."""
    yield from cover(content.cover)
    yield from contents(content.contents) if content.contents else ()
    for name, page in content.pages():
        yield from SECTIONS[name](page)


def cover(page):
    yield page.client[:110]  # a longer name may be cut after its fourth line
    for fact in page.facts:
        yield from (fact.label, fact.text)
    yield page.caption


def contents(page):
    for one in page.entries:
        yield from (one.number, one.name)


def summary(page):
    yield from (page.heading.title, page.introduction)
    for fact in page.levels:
        yield from (fact.numeral, fact.name, fact.lead, fact.text)
    for blocker in page.blockers.items:
        yield from (blocker.head, blocker.criteria)
    yield page.decision_label


def readings(page):
    yield page.heading.title
    for one in page.readings:
        yield from (one.head, one.text)


def dimension(page):
    yield page.heading.title
    for fact in page.facts:
        yield from (fact.label, fact.text)
    for one in page.findings:
        yield from (one.head, one.text)
    for group in page.groups:
        yield from (group.label, group.name)
        for row in group.rows:
            yield row.title
    yield from (page.determination_head, page.determination)


def transition(page):
    yield from (page.heading.title, page.plan_title, page.table_title, *page.heads)
    for row in page.rows:
        yield from (row.id, row.after, row.title, row.deliverable, row.check, row.closes, row.weeks)
    yield from (page.when, page.condition)


def delivery(page):
    yield from (page.heading.title, page.none)
    for row in page.rows:
        yield from (row.name, row.now, row.source)
    yield from (page.missing, page.parted_head, page.note)


def diagnostic(page):
    yield page.heading.title
    if page.questions:
        yield page.questions.title
        for row in page.questions.rows:
            yield row.question
    yield page.title
    for row in page.rows:
        yield from (row.model, *row.cells)
    yield page.misfits_title
    for one in page.misfits:
        yield from (one.name, one.text)
    yield from crosswalk(page.dimensions, page.tests)
    yield from (page.note, page.sources)


def crosswalk(dimensions, tests):
    yield from (dimensions.title, *dimensions.heads)
    for row in dimensions.rows:
        yield from (row.code, row.name, *row.cells)
    yield tests.title
    for row in tests.rows:
        yield from (row.test, row.gist, row.targets)


def evidence(page):
    yield page.heading.title
    for row in page.rows:
        yield from (row.reference, row.title, row.source, row.grade_name, row.day, row.criteria)


def method(page):
    for number, rule in enumerate(page.rules, start=1):
        yield from (str(number), rule.name, rule.text)
    for grade in page.grades:
        yield from (grade.meaning, grade.verifies)
    yield page.sign_note


def action(sheet):
    yield sheet.heading.title
    for one in sheet.facts:
        yield from (one.label, one.text)
    yield from (sheet.deliverable_head, *sheet.deliverable, sheet.check_head, sheet.check)
    for one in sheet.criteria:
        yield from (one.id, one.title, one.today.text, one.takes)
    yield from (sheet.notes_head, *sheet.sign)


def progress(page):
    yield page.heading.title
    for fact in page.facts:
        yield from (fact.label, fact.text)
    yield from (page.figure_title, page.note)
    if page.trend:
        yield from (page.trend.title, page.trend.note)
        for table in page.trend.tables:
            for row in (table.heads, *table.rows):
                yield from row
    yield page.changes_title
    for row in page.changes:
        yield from (row.id, row.title)
    yield page.changes_none


def glossary(page):
    yield page.heading.title
    for group in page.groups:
        yield group.name
        for term in group.terms:
            yield from (term.name, term.meaning)


SECTIONS = {
    "summary": summary,
    "glance": readings,
    "dimensions": dimension,
    "roadmap": readings,
    "transitions": transition,
    "actions": action,
    "delivery": delivery,
    "diagnostic": diagnostic,
    "evidence": evidence,
    "method": method,
    "progress": progress,
    "glossary": glossary,
}
