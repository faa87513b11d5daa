"""Every sentence of the program has German words that keep its fields, its keys and its ending."""

import importlib.util
import re
import string
import sys
from pathlib import Path

import pytest

from engagements import language
from engagements.language import keys

ROOT = Path(__file__).parents[3]
PO = ROOT / "engagements" / "language" / "de.po"
KEYS = re.compile(r"\b(?:(?:Ctrl|Shift|Alt)\+)+(?:\w+|,)")
ENDINGS = (".", ":", "…", "?", "!")


def _program():
    spec = importlib.util.spec_from_file_location("catalogue", ROOT / "packaging" / "catalogue.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["catalogue"] = module
    spec.loader.exec_module(module)
    return module


catalogue = _program()
KEPT = catalogue.read(PO)


def forms(message):
    """A message as pairs of English and German."""
    if isinstance(message.id, str):
        return [(message.id, message.string)]
    return list(zip(message.id, message.string, strict=True))


PAIRS = [pair for one in (*KEPT, *KEPT.obsolete.values()) if one.id for pair in forms(one)]
"""Also what waits at the end of the file for a sentence to be said again."""


def fields(text):
    return sorted({name for _, name, _, _ in string.Formatter().parse(text) if name is not None})


@pytest.fixture
def _german():
    language.speak("de")
    yield
    language.speak("en")


def test_every_sentence_has_german_words():
    known = {catalogue._key(one.id): one for one in KEPT if one.id}
    missing = [
        f"{one.file}:{one.line}: {one.sentence}"
        for one in catalogue.sentences()
        if (message := known.get(catalogue._key(one.sentence))) is None
        or not catalogue._whole(message)
        or isinstance(one.sentence, tuple) != isinstance(message.id, tuple)
    ]
    assert missing == [], f"{len(missing)} sentences to translate: make texts"


def test_no_sentence_is_put_together_before_it_is_translated():
    assert catalogue.unsayable() == []


def test_nothing_is_half_done():
    assert [one.id for one in KEPT if one.fuzzy] == []


def test_the_fields_are_the_same():
    wrong = [(en, de) for en, de in PAIRS if de and fields(de) != fields(en)]
    # The singular may leave its number out, in either language.
    assert [(en, de) for en, de in wrong if set(fields(de)) ^ set(fields(en)) != {"n"}] == []


def test_the_ending_is_the_same():
    def ending(text):
        return next((one for one in ENDINGS if text.rstrip('"“”').endswith(one)), "")

    wrong = [(en, de) for en, de in PAIRS if de and ending(de) != ending(en)]
    # "Dez." ends with a point of its own.
    assert [(en, de) for en, de in wrong if not de.endswith(("Min.", "Std.", "usw."))] == []


def test_spaces_at_the_ends_are_the_same():
    def ends(text):
        return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]

    assert [(en, de) for en, de in PAIRS if de and ends(en) != ends(de)] == []


@pytest.mark.usefixtures("_german")
def test_keys_are_those_of_a_german_keyboard():
    wrong = []
    for en, de in PAIRS:
        wanted = [keys.cap(one) for one in KEYS.findall(en)]
        wrong += [(en, de) for one in wanted if de and one not in de]
    assert wrong == []
    prose = [de for _, de in PAIRS if '{"' not in de]  # but JSON has marks of its own
    assert [de for de in prose if '"' in de or "”" in de or "‘" in de] == []


def test_quotation_marks_are_german():
    prose = [de for _, de in PAIRS if '{"' not in de]  # but JSON has marks of its own
    assert [de for de in prose if '"' in de or "”" in de or "‘" in de] == []


def test_what_is_read_was_made_from_what_is_edited():
    assert PO.with_suffix(".mo").read_bytes() == catalogue.compiled(KEPT), "make texts"


def test_the_catalogue_is_written_as_the_program_writes_it():
    known = catalogue.updated(KEPT, catalogue.sentences())
    again = catalogue.read(PO)
    assert catalogue.written(known) == PO.read_text(encoding="utf-8"), "make texts"
    assert catalogue.compiled(again) == catalogue.compiled(known)


def test_a_known_translation_is_kept_and_an_unused_one_waits(tmp_path):
    found = [
        catalogue.Found("Save", "ui/a.py", 1),
        catalogue.Found(("{n} a", "{n} b"), "ui/a.py", 2),
    ]
    path = tmp_path / "de.po"
    path.write_text('# Kopf\nmsgid ""\nmsgstr ""\n\nmsgid "Save"\nmsgstr "Sichern"\n', "utf-8")
    first = catalogue.updated(catalogue.read(path), found)
    assert first["Save"].string == "Sichern"
    assert first["{n} a"].string == ("", "")
    path.write_text(catalogue.written(catalogue.updated(first, [])), "utf-8")
    assert path.read_text("utf-8").startswith("# Kopf\n")
    assert '#~ msgid "Save"' in path.read_text("utf-8")
    assert catalogue.updated(catalogue.read(path), found)["Save"].string == "Sichern"


def test_calls_are_found_by_any_name(tmp_path):
    package = tmp_path / "ui"
    package.mkdir()
    (package / "a.py").write_text(
        "from engagements.language import mark as marked, tr, trn\n"
        "A = marked('One')\n"
        "B = tr('Two ' 'words {x}', x=tr('Three'))\n"
        "C = trn('{n} a', '{n} b', 3)\n"
        "D = tr(A)\n"
        "E = tr(f'no {A}')\n",
        "utf-8",
    )
    said = [one.sentence for one in catalogue.sentences(tmp_path)]
    assert said == ["One", "Two words {x}", "Three", ("{n} a", "{n} b")]
    assert catalogue.unsayable(tmp_path) == ["ui/a.py:6"]


@pytest.mark.usefixtures("_german")
@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("Ctrl+K", "Strg+K"),
        ("Ctrl+Shift+Z", "Strg+Umschalt+Z"),
        ("Ctrl+Enter", "Strg+Eingabe"),
        ("Alt+Home", "Alt+Pos1"),
        ("Ctrl+,", "Strg+,"),
        ("Ctrl++", "Strg++"),
        ("F6", "F6"),
        ("PgUp", "Bild auf"),
        ("+", "+"),
    ],
)
def test_keys_as_they_are_printed(english, german):
    assert keys.cap(english) == german


def test_english_keys_are_left_alone():
    assert keys.cap("Ctrl+Shift+Del") == "Ctrl+Shift+Del"
