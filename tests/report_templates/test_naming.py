"""What a file is called: who, what, which version and when, on every system."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagements.problem import Problem
from report_templates.naming import FORBIDDEN, LONGEST, RESERVED, Naming, check_pattern, file_stem

DAY = date(2026, 12, 14)


def stem(client="Halden Freight", version="1.0", language="en", *, draft=False, pattern=""):
    return file_stem(Naming(client, version, DAY, language, draft), pattern)


def test_client_document_version_and_day():
    assert stem() == "Halden Freight, MLOps maturity, 1.0, 2026-12-14"
    assert stem(draft=True) == "Halden Freight, MLOps maturity, 1.0 draft, 2026-12-14"
    assert stem(language="de") == "Halden Freight, MLOps-Reifegrad, 1.0, 2026-12-14"


@pytest.mark.parametrize(
    ("client", "begins"),
    [
        ("A/S <North>: 1*?", "A S North 1, "),
        ("Nul", "_Nul, "),
        ("  ..  ", "Client not named yet, "),
        ("a\u202egnp.exe", "a gnp.exe, "),
        ("e\u0301", "\u00e9, "),
    ],
)
def test_signs_that_a_system_refuses_are_not_in_it(client, begins):
    assert stem(client=client).startswith(begins)


@given(st.text(max_size=300), st.text(max_size=60))
def test_any_name_makes_a_file_name(client, version):
    found = stem(client=client, version=version)
    assert not FORBIDDEN.search(found)
    assert not RESERVED.match(found)
    assert len(found.encode()) <= 200
    assert found.endswith("2026-12-14")
    assert found == found.strip(" .")


def test_a_pattern_says_what_the_name_is_made_from():
    assert stem(pattern=" {date} {client} v{version} ") == "2026-12-14 Halden Freight v1.0"
    assert stem(client="../../etc", pattern="{client}") == "etc"


@pytest.mark.parametrize(
    "pattern",
    ["a/{client}", "{client}\\b", "{nobody}", "{client", "}", "{client.__class__}", "{client!r}",
     "{client:>9}", "report", "{}", "{client}" + "x" * LONGEST, "{client}\n"[:-1] + "\t{date}"],
)  # fmt: skip
def test_a_pattern_that_cannot_be_a_name_is_refused_and_never_used(pattern):
    with pytest.raises(Problem):
        check_pattern(pattern)


def test_a_pattern_is_kept_trimmed_and_none_is_the_usual_one():
    assert check_pattern("  {client} {date} ") == "{client} {date}"
    assert check_pattern("  ") == ""
    assert stem(pattern="{client.__class__}") == stem()


@given(st.text(max_size=150), st.text(max_size=80))
def test_any_pattern_makes_a_safe_name(pattern, client):
    found = stem(client=client, pattern=pattern)
    assert not FORBIDDEN.search(found)
    assert not RESERVED.match(found)
