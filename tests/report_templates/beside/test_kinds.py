"""The content as data, and its schema."""

import json

from report_templates.beside import kinds
from report_templates.brand import BrandKit
from report_templates.content import facts, report
from report_templates.content.report import ReportContent
from tests.report_templates import cases

KIT = BrandKit.bundled()


def test_data_is_the_content_and_comes_back_as_it():
    snapshot = cases.full()
    known = facts.of(snapshot, issued=cases.ISSUED)
    data = kinds.build(kinds.Kind.DATA, known, KIT)
    assert ReportContent.model_validate_json(data) == report.of(snapshot, issued=cases.ISSUED)


def test_the_schema_names_every_field_of_the_content():
    schema = json.loads(kinds.schema())
    data = json.loads(
        kinds.build(kinds.Kind.DATA, facts.of(cases.full(), issued=cases.ISSUED), KIT)
    )
    assert set(schema["properties"]) == set(ReportContent.model_fields) == set(data)
    assert schema["properties"]["issued"]["format"] == "date"
