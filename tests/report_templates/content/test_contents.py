"""Outline, marks and version log."""

from datetime import datetime, timedelta

import pytest

from engagements.framework.load import mlops
from engagements.records import IssuedVersion
from engagements.records.client import Blob
from report_templates.content import contents, facts
from report_templates.content.base import Part
from report_templates.figures.model import Glyph
from report_templates.profiles import PROFILES
from tests.report_templates import cases


def known_of(snapshot, profile="full"):
    return facts.of(snapshot, profile_code=profile, issued=cases.ISSUED)


def numbers(known):
    return [(entry.number, entry.key) for entry in known.outline]


def test_transitions_are_numbered_below_the_roadmap():
    assert numbers(known_of(cases.full())) == [
        ("1", "summary"),
        ("2", "glance"),
        *[(f"2.{n}", f"dimension-{one.code}") for n, one in enumerate(mlops().dimensions, 1)],
        ("3", "roadmap"),
        ("3.1", "transition-0-1"),
        ("3.2", "transition-1-2"),
        ("3.3", "transition-2-3"),
        ("4", "delivery"),
        ("5", "diagnostic"),
        ("6", "evidence"),
        ("7", "method"),
        ("8", "glossary"),
    ]


@pytest.mark.parametrize("target", [None, 4])
def test_without_transitions_the_outline_numbers_on(target):
    known = known_of(cases.full(level=4, target=target, extra={}))
    assert numbers(known)[-3:-1] == [("6", "evidence"), ("7", "method")]


def test_without_an_overview_transitions_are_sections():
    known = known_of(cases.full(left_out=("roadmap",)))
    assert ("3", "transition-0-1") in numbers(known)
    assert ("8", "evidence") in numbers(known)
    assert all(e.depth == 0 for e in known.outline if e.key.startswith("transition"))


@pytest.mark.parametrize("code", PROFILES)
def test_every_profile_numbers_without_a_gap(code):
    known = known_of(cases.full(), code)
    numbered = [entry for entry in known.outline if entry.part is not Part.ACTIONS]
    sections = [entry.number for entry in numbered if entry.depth == 0]
    assert sections == [str(n) for n in range(1, len(sections) + 1)]


def test_every_mark_is_explained_whether_used_or_not():
    found = contents.of(known_of(cases.empty()))
    glyphs = {mark.glyph for group in found.groups for mark in group.marks}
    shown = set(Glyph) - {Glyph.RANGE, Glyph.MET, Glyph.NOT_MET, Glyph.UP, Glyph.DOWN, Glyph.SAME}
    assert glyphs == shown


def issued(number):
    blob = Blob(sha256=f"{number:064}", name="report.pdf", size=1)
    return IssuedVersion(
        id=f"v{number}",
        version=f"0.{number}",
        profile="full" if number % 2 else "of another time",
        issued=datetime(2026, 6, 1) + timedelta(days=number),
        pdf=blob,
        content=blob,
        revisions=number,
    )


def test_the_log_ends_with_this_document_and_counts_what_it_leaves_out():
    log = [issued(n) for n in (5, 1, 4, 2, 3, 6, 7)]
    found = contents.of(known_of(cases.snapshot(*cases.frame(), *log)))
    assert [row.version for row in found.versions] == ["0.4", "0.5", "0.6", "0.7", "1.2"]
    assert found.earlier.startswith("Three earlier versions")
    assert found.versions[0].by == "Karin Vold"


def test_a_first_version_has_a_log_of_one_row():
    found = contents.of(known_of(cases.empty(draft=True)))
    assert [row.change for row in found.versions] == ["This document, draft for fact check"]
    assert found.earlier == ""
