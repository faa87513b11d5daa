"""Every fault of a framework folder is named by file, id and cause; nothing ever raises."""

import re
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagements.framework.check import LONGEST, check
from engagements.framework.links import cycles, longest
from engagements.framework.load import MAX_FILE, MLOPS, mlops
from engagements.framework.sections import Fault

STRUCTURE, TEXTS = "framework.toml", "texts.en.toml"
TEXT_OF = {name: (MLOPS / name).read_text(encoding="utf-8") for name in (STRUCTURE, TEXTS)}


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(MLOPS, tmp_path / "mlops")


def criterion(identity, text=TEXT_OF[STRUCTURE]):
    """The lines of one criterion in the structure."""
    return re.search(rf'\[\[criteria\]\]\nid = "{identity}"\n(?:.+\n)+', text)[0]


def table(header, text=TEXT_OF[TEXTS]):
    """The lines of one table in the texts."""
    start = text.index(header)
    return text[start : text.index("\n[", start)]


EDITS = [
    # file, what stands there, what stands there instead, and the fault that must be named
    (STRUCTURE, 'version = "1.0"', 'version = "1.0', STRUCTURE, "line 8", "not TOML"),
    (STRUCTURE, 'version = "1.0"', "", STRUCTURE, "version", "string"),
    (
        STRUCTURE,
        'version = "1.0"',
        'version = "1.0"\ncolour = 1',
        STRUCTURE,
        "colour",
        "unknown key",
    ),
    (STRUCTURE, "full = 0.85", "full = 0.85\nfuller = 1", STRUCTURE, "limits", "key 'fuller'"),
    (STRUCTURE, "full = 0.85", "full = 85", STRUCTURE, "limits", "more than 1 digit before"),
    (STRUCTURE, "full = 0.85", "full = 1e-400", STRUCTURE, "limits", "digits in total"),
    (STRUCTURE, 'id = "SRC-1.2"\n', 'id = "SRC-1.1"\n', STRUCTURE, "SRC-1.1", "duplicate id"),
    (STRUCTURE, 'id = "A01-02"\n', 'id = "A01-01"\n', STRUCTURE, "A01-01", "duplicate id"),
    (STRUCTURE, "level = 1\n", "level = 1\nlevel = 2\n", STRUCTURE, "Q1", "duplicate id"),
    (TEXTS, "Q2.question = ", "Q1.question = ", TEXTS, "Q1", "duplicate id"),
    (TEXTS, '"Data 2".gist = ', '"Data 1".gist = ', TEXTS, "Data 1", "duplicate id"),
    (TEXTS, "[roles.MLE]", "[roles.DS]", TEXTS, "DS", "duplicate id"),
    (TEXTS, 'name = "Data scientist"', 'name = "a"\nname = "b"', TEXTS, "DS", "duplicate id"),
    (STRUCTURE, 'id = "M01"\n', "", STRUCTURE, "metrics", "item 1 has no 'id'"),
    (STRUCTURE, "[crosswalk]", "[crosswalk]\npets = 1", STRUCTURE, "crosswalk", "unknown key"),
    (TEXTS, "[rules]", "[colours]\n[rules]", TEXTS, "colours", "unknown key"),
    (TEXTS, "[dimensions.SRC]", "[dimensions]\nX = 1\n[dimensions.SRC]", TEXTS, "X", "unknown"),
    (STRUCTURE, 'roles = ["MLE", "DS"]', "roles = []", STRUCTURE, "SRC-1.1", "no role is asked"),
    (STRUCTURE, "low = 0.2, likely = 0.4", "low = 0.5, likely = 0.4", STRUCTURE, "A01-01", "rise"),
    (STRUCTURE, 'id = "M01"\n', 'id = "A01-01"\n', STRUCTURE, "A01-01", "duplicate id"),
    (STRUCTURE, '"L0.2" = ', '"L0.1" = ', STRUCTURE, "L0.1", "duplicate id"),
    (TEXTS, '[criteria."SRC-1.2"]', '[criteria."SRC-1.1"]', TEXTS, "SRC-1.1", "duplicate id"),
    (
        STRUCTURE,
        criterion("SRC-1.1"),
        criterion("SRC-1.1") + "heading = 2\n",
        STRUCTURE,
        "SRC-1.1",
        "unknown key 'heading'",
    ),
    (
        STRUCTURE,
        criterion("SRC-1.1"),
        criterion("SRC-1.1") + 'title = "here"\n',
        STRUCTURE,
        "SRC-1.1",
        "unknown key 'title'",
    ),
    (STRUCTURE, 'dimension = "PPL"', 'dimension = "POP"', STRUCTURE, "PPL-1.1", "'POP'"),
    (STRUCTURE, 'after = ["A01-01"]', 'after = ["A99-99"]', STRUCTURE, "A01-02", "'A99-99'"),
    (STRUCTURE, 'closes = ["GOV-1.1"]', 'closes = ["GOV-1.7"]', STRUCTURE, "A01-01", "'GOV-1.7'"),
    (
        STRUCTURE,
        'closes = ["GOV-1.1"]',
        "",
        STRUCTURE,
        "GOV-1.1",
        "no action closes it",
    ),
    (
        STRUCTURE,
        criterion("SRC-1.1"),
        criterion("SRC-1.1") + 'builds_on = ["SRC-1.2"]\n',
        STRUCTURE,
        "SRC-1.1",
        "cycle in builds_on: SRC-1.1 → SRC-1.2 → SRC-1.1",
    ),
    (
        STRUCTURE,
        'closes = ["GOV-1.1"]',
        'closes = ["GOV-1.1"]\nafter = ["A01-02"]',
        STRUCTURE,
        "A01-01",
        "cycle in after: A01-01 → A01-02 → A01-01",
    ),
    (
        STRUCTURE,
        "{ min = 13, max = 26 }",
        "{ min = 14, max = 26 }",
        STRUCTURE,
        "T23",
        "critical path of 13.0 to 26.0 weeks leaves the window of 14 to 26",
    ),
    (
        STRUCTURE,
        "{ min = 26, max = 52 }",
        "{ min = 26, max = 51 }",
        STRUCTURE,
        "T34",
        "leaves the window",
    ),
    (STRUCTURE, "from_level = 1", "from_level = 0", STRUCTURE, "T12", "from level 0 to 2"),
    (STRUCTURE, "min = 13,", "least = 13,", STRUCTURE, "T23", "unknown key"),
    (STRUCTURE, "{ PO = 0.5, DS = 0.5", "{ PO = 0.5, ZZ = 0.5", STRUCTURE, "A01-01", "role 'ZZ'"),
    (STRUCTURE, "SRC-1.2 = no and", "SRC-1.2 = maybe and", STRUCTURE, "X01", "'maybe'"),
    (STRUCTURE, "SRC-1.2 = no and", "SRC-9.2 = no and", STRUCTURE, "X01", "'SRC-9.2'"),
    (STRUCTURE, "limit(M03,3)", "limit(M03,4)", STRUCTURE, "X03", "no limit of level 4"),
    (STRUCTURE, "limit(M03,3)", "limit(M99,3)", STRUCTURE, "X03", "unknown metric 'M99'"),
    (STRUCTURE, '"S.4" = ["excluded"]', '"S.4" = ["included"]', STRUCTURE, "S.4", "'included'"),
    (STRUCTURE, '"S.4" = ["excluded"]', '"S.4" = []', STRUCTURE, "S.4", "leads nowhere"),
    (STRUCTURE, 'criterion = "TRN-3.2"', 'criterion = "TRN-3.1"', STRUCTURE, "Q6", "not a key"),
    (STRUCTURE, "levels = [0, 1, 2, 3, 4]", "levels = [0, 1, 2, 3]", TEXTS, "4", "nothing uses"),
    (
        STRUCTURE,
        "grades = [0, 1, 2, 3, 4]",
        "grades = [0, 1, 2, 4, 3]",
        STRUCTURE,
        "grades",
        "0, 1",
    ),
    (STRUCTURE, "S = 1\n", "", STRUCTURE, "limits.minimum_grade", "has no 'S'"),
    (STRUCTURE, 'code = "partly", points = 0.5', 'code = "partly"', STRUCTURE, "answers", "points"),
    (
        TEXTS,
        'title = "Model code lives in Git"\n',
        "",
        TEXTS,
        "SRC-1.1",
        "missing text 'title'",
    ),
    (
        TEXTS,
        'title = "Model code lives in Git"\n',
        'title = ""\n',
        TEXTS,
        "SRC-1.1",
        "missing text 'title'",
    ),
    (
        TEXTS,
        'title = "Model code lives in Git"\n',
        "title = 7\n",
        TEXTS,
        "SRC-1.1",
        "title: Input should be a valid string",
    ),
    (TEXTS, table("[roles.DS]"), "", TEXTS, "DS", "missing text 'name'"),
    (TEXTS, "[roles.DS]", '[roles.XX]\nname="x"\nknows="y"\n[roles.DS]', TEXTS, "XX", "nothing"),
    (TEXTS, "[roles.DS]", "[roles.DS]\nhat = 1", TEXTS, "DS", "unknown key 'hat'"),
    (TEXTS, 'title = "MLOps maturity"', "", TEXTS, "framework.title", "missing text"),
    (TEXTS, 'title = "MLOps maturity"', "title = 3", TEXTS, "title", "valid string"),
    (TEXTS, 'language = "en"', 'language = "de"', TEXTS, "language", "'de'"),
    (TEXTS, "limit_notes.4 =", "limit_notes.1 =", TEXTS, "M05", "level 1, which has none"),
    (TEXTS, "high-risk =", "low-risk =", TEXTS, "metric_scopes.high-risk", "missing text"),
]


@pytest.mark.parametrize(("file", "before", "after", "named", "identity", "cause"), EDITS)
def test_a_fault_is_named_by_file_id_and_cause(folder, file, before, after, named, identity, cause):
    text = TEXT_OF[file]
    assert before in text
    (folder / file).write_text(text.replace(before, after, 1), encoding="utf-8")
    faults = check(folder)
    assert [
        one for one in faults if (one.file, one.id) == (named, identity) and cause in one.cause
    ], faults


def test_a_level_without_core_criteria_is_named(folder):
    text = TEXT_OF[STRUCTURE]
    for one in mlops().core_at[4]:
        lines = criterion(one.id)
        text = text.replace(lines, re.sub('type = "[CK]"', 'type = "S"', lines))
    (folder / STRUCTURE).write_text(text, encoding="utf-8")
    assert Fault(STRUCTURE, "level 4", "has no core criteria") in check(folder)


def test_one_run_names_every_fault(folder):
    text = (
        TEXT_OF[STRUCTURE]
        .replace('version = "1.0"', 'version = "1.0"\ncolour = 1')
        .replace('closes = ["GOV-1.1"]', "")
        .replace("SRC-1.2 = no and", "SRC-1.2 = no no")
    )
    (folder / STRUCTURE).write_text(text, encoding="utf-8")
    texts = TEXT_OF[TEXTS].replace('title = "Model code lives in Git"\n', "")
    (folder / TEXTS).write_text(texts, encoding="utf-8")
    named = {(one.file, one.id) for one in check(folder)}
    assert named == {
        (STRUCTURE, "colour"),
        (STRUCTURE, "GOV-1.1"),
        (STRUCTURE, "X01"),
        (TEXTS, "SRC-1.1"),
    }


def test_a_translation_with_a_question_too_few_is_named(folder):
    german = TEXT_OF[TEXTS].replace('language = "en"', 'language = "de"')
    german = german.replace('    "Which models are not in Git?",\n', "")
    (folder / "texts.de.toml").write_text(german, encoding="utf-8")
    faults = check(folder)
    assert [(one.id, one.cause) for one in faults] == [
        ("SRC-1.1", "'follow_up' has 3 texts, not 2")
    ]


def test_a_missing_file_is_named(folder):
    for texts in folder.glob("texts.*.toml"):
        texts.unlink()
    assert check(folder) == [Fault(TEXTS, "", "missing file")]
    (folder / STRUCTURE).unlink()
    assert check(folder) == [Fault(STRUCTURE, "", "missing file"), Fault(TEXTS, "", "missing file")]


def test_what_is_no_folder_is_named(tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for path in (tmp_path / "file", tmp_path / "nowhere"):
        (fault,) = check(path)
        assert "cannot be opened" in fault.cause


HOSTILE = {
    "not utf-8": b"\xff\xfe\x00",
    "deep list": b"a = " + b"[" * 50_000,
    "deep table": b"[" + b".".join([b"a"] * 20_000) + b"]",
    "deep key": b".".join([b"a"] * 400_000) + b" = 1",
    "long number": b"a = " + b"9" * 100_000,
    "control characters": b'a = "\x07"\n',
    "huge key": b"k" * 100_000 + b" = 1",
    "everything a number": b"criteria = 1\nactions = 2\nlevels = 3\nseed = 4\nlimits = 5\nid = 6",
    "lists of rubbish": b"criteria = [1, [], {}, '']\nactions = [{id = []}]\nlevels = [{}]",
    "wrong insides": b"[[criteria]]\nid = 'a'\nroles = 1\nbuilds_on = [[1]]\n"
    b"[[actions]]\nid = 'b'\ncloses = 'x'\nweeks = 3\npeople = []\n"
    b"[[metrics]]\nid='m'\nlimits=[1]\n",
    "infinite": b"[limits]\nfull = inf\nplus = nan\n",
    "huge exponent": b"[limits]\nfull = 1e999999999\n",
    "crosswalk a list": b"crosswalk = [1]",
    "empty": b"",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("file", [STRUCTURE, TEXTS])
def test_a_hostile_file_gives_faults_and_no_traceback(folder, file, name):
    (folder / file).write_bytes(HOSTILE[name])
    faults = check(folder)
    assert faults
    assert all(len(one.cause) <= LONGEST and one.cause.isprintable() for one in faults)


def test_a_folder_in_place_of_a_file_is_named(folder):
    (folder / STRUCTURE).unlink()
    (folder / STRUCTURE).mkdir()
    assert check(folder) == [Fault(STRUCTURE, "", "not a file")]


def test_a_file_too_large_is_named(folder):
    with (folder / TEXTS).open("ab") as file:
        file.truncate(MAX_FILE + 1)
    (fault,) = check(folder)
    assert (fault.file, "larger than" in fault.cause) == (TEXTS, True)


@given(
    file=st.sampled_from([STRUCTURE, TEXTS]),
    at=st.integers(0, 100_000),
    cut=st.integers(0, 40),
    put=st.text("[]{}\"'=.,\n#0a-", max_size=6),
)
def test_a_damaged_file_never_raises(tmp_path_factory, file, at, cut, put):
    folder = tmp_path_factory.mktemp("damaged")
    for name, text in TEXT_OF.items():
        place = at % len(text)
        changed = text[:place] + put + text[place + cut :] if name == file else text
        (folder / name).write_text(changed, encoding="utf-8")
    check(folder)


links = st.dictionaries(
    st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdefg"), max_size=4).map(tuple)
)


def reaches(links, start):
    """Everything that can be reached from a place in one step or more."""
    seen, open_ones = set(), list(links.get(start, ()))
    while open_ones:
        here = open_ones.pop()
        if here not in seen:
            seen.add(here)
            open_ones += links.get(here, ())
    return seen


@given(links)
def test_a_cycle_is_found_exactly_when_something_waits_for_itself(links):
    found = cycles(links)
    assert bool(found) == any(one in reaches(links, one) for one in links)
    for loop in found:
        for here, following in zip(loop, (*loop[1:], loop[0]), strict=True):
            assert following in links[here]


def test_the_longest_chain_leaves_out_what_is_in_a_cycle():
    first, second, *_ = mlops().actions
    ring = [
        first.model_copy(update={"after": (second.id,)}),
        second.model_copy(update={"after": (first.id,)}),
    ]
    assert longest(ring, lambda one: one.weeks_high) == 0
