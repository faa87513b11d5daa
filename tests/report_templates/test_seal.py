"""The seal: from the file alone it shows whether a byte was changed, and of what content it is."""

import hashlib
from io import BytesIO

import pikepdf
import pytest

from report_templates import seal
from report_templates.brand import BrandKit
from report_templates.build import build
from report_templates.content import report
from tests.report_templates import cases


@pytest.fixture(scope="module")
def content():
    return report.of(cases.full(items=2), profile="board", issued=cases.ISSUED)


@pytest.fixture(scope="module")
def pdf(content):
    return build(content, BrandKit.bundled())


def test_a_report_is_built_with_a_seal_that_holds(content, pdf):
    assert seal.read(pdf) == seal.Seal(
        intact=True, content=hashlib.sha256(content.model_dump_json().encode()).hexdigest()
    )


def test_any_changed_byte_breaks_it(pdf):
    for at in range(0, len(pdf), len(pdf) // 40):
        changed = pdf[:at] + bytes([pdf[at] ^ 1]) + pdf[at + 1 :]
        found = seal.read(changed)
        assert found is None or not found.intact


def test_what_is_appended_or_cut_off_breaks_it(pdf):
    assert not seal.read(pdf + b"\n").intact
    assert not seal.read(pdf[:-1]).intact


def test_a_second_seal_breaks_it(pdf):
    place = seal._SEAL.search(pdf)
    assert not seal.read(pdf + place[0]).intact


def test_a_file_saved_again_by_another_program_is_not_intact(pdf):
    again = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(again)
    assert not seal.read(again.getvalue()).intact


def test_what_carries_none_is_told_apart():
    assert seal.read(b"%PDF-1.7\n") is None
    with pytest.raises(ValueError, match="this one has 0"):
        seal.sealed(b"%PDF-1.7\n")


def test_words_of_a_client_are_no_seal(content):
    hostile = f"<xmpMM:InstanceID>{seal.MARK}{'0' * 64}<"
    made = build(content.model_copy(update={"title": hostile}), BrandKit.bundled())
    assert seal.read(made).intact


def test_the_version_is_among_the_properties(pdf):
    with pikepdf.open(BytesIO(pdf)) as document, document.open_metadata() as about:
        assert about[seal.VERSION] == "1.2"
