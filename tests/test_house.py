"""The house itself: folders, sizes, docstrings and the borders between the floors."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ("app", "ui", "report_templates", "engagements")
SOURCES = sorted(path for floor in FLOORS for path in (ROOT / floor).rglob("*.py"))
TOP = {"app", "ui", "engagements", "report_templates", "tests", "packaging", ".ci"}


def tracked() -> list[str]:
    listing = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listing.returncode:
        pytest.skip("not a git checkout")
    return listing.stdout.split("\n")[:-1]


def functions(tree: ast.AST):
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_is_small_and_says_what_it_is(path):
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert text.count("\n") <= 400
    assert ast.get_docstring(tree)
    for node in functions(tree):
        assert (node.end_lineno or 0) - node.lineno < 60, node.name


def test_the_top_level_holds_only_the_rooms_of_the_house():
    folders = {name.split("/")[0] for name in tracked() if "/" in name}
    assert folders == TOP


def test_packaging_is_no_package():
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_import_contracts_hold():
    result = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout


def test_nothing_points_at_one_machine():
    suffixes = {".py", ".md", ".toml", ".sh", ".cfg", ""}
    homes = ("/ro" + "ot/", "/ho" + "me/", "/wo" + "rk/")
    for name in tracked():
        path = ROOT / name
        if path.suffix in suffixes and path.is_file():
            text = path.read_text(encoding="utf-8")
            assert not any(home in text for home in homes), name


def test_pydantic_has_one_door():
    """Two threads that import it at once may find it half made: whoever needs it waits there."""
    import_of = re.compile(r"^\s*(from|import) pydantic", re.MULTILINE)
    found = {
        path.relative_to(ROOT).as_posix() for path in SOURCES if import_of.search(path.read_text())
    }
    assert found == {"engagements/models.py"}


def test_nothing_asks_a_part_for_what_it_lies_in():
    """PySide holds what these return to be a child of what was asked, and the ring for garbage."""
    upward = re.compile(
        r"\.(focusProxy|nextInFocusChain|previousInFocusChain|splitter|buddy|group|targetObject)\(\)"
    )
    found = [
        f"{path.name}: {hit[0]}"
        for path in sorted((ROOT / "ui").rglob("*.py"))
        for hit in upward.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_what_is_painted_on_is_let_go_of():
    """An error keeps a frame and its painter alive; Qt ends the program when it then paints on."""
    opened = re.compile(r"^(?!\s*with ).*\bQPainter\(", re.MULTILINE)
    found = [
        f"{path.name}: {hit[0].strip()}"
        for path in sorted((ROOT / "ui").rglob("*.py"))
        for hit in opened.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []
