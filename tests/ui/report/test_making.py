"""What the window's own process loads to show a report."""

from tests.alone import answer_of
from tests.ui.conftest import black_pdf

PROGRAM = """
import json, sys
from pathlib import Path
from engagements.casework.case import Case
from ui.jobs import Progress
from ui.report import making

case = Case.open(Path(sys.argv[1]), author="a")
pdf = Path(sys.argv[2]).read_bytes()
build = lambda *given: pdf
kit = making.bundled_kits()[0]
order = making.Order(case.snapshot, "full", kit, build, build)
made = making.make(Progress(lambda step: None), order)
case.close()
loaded = {"reportlab", "matplotlib", "numpy", "docx", "pikepdf"} & set(sys.modules)
print(json.dumps([made.pages, sorted(loaded)]))
"""


def test_a_report_is_shown_without_what_lays_it_out(sample_file, tmp_path):
    """Reportlab and the like are the worker's: loading them would make the window wait."""
    pdf = tmp_path / "one.pdf"
    pdf.write_bytes(black_pdf())
    assert answer_of(PROGRAM, sample_file, pdf, home=tmp_path) == [1, []]
