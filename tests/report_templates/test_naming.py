"""What a file is called: who, what, which version and when, on every system."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_templates.naming import FORBIDDEN, RESERVED, file_stem

DAY = date(2026, 12, 14)


def stem(client="Halden Freight", version="1.0", language="en", *, draft=False):
    return file_stem(client, version, DAY, language, draft=draft)


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
