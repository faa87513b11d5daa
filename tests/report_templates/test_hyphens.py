"""Where words may be parted: by the patterns of their language, and never a name."""

from itertools import pairwise

import pytest

from report_templates.hyphens import LEAST, Hyphens, places

GERMAN = Hyphens.of("de", ["Halden Freight", "Frachtvermittlung"])
ENGLISH = Hyphens.of("en", ["Halden Freight"])


def shown(word, of):
    """The word with a stroke at every place where it may be parted."""
    edges = [0, *reversed([len(head) for head, _ in of.parts(word, of.language)]), len(word)]
    return "|".join(word[a:b] for a, b in pairwise(edges))


@pytest.mark.parametrize(
    "word",
    ["Fort|schritt", "Gesamt|stufe", "Rück|ver|folg|bar|keit", "Nach|weis|ver|zeich|nis",
     "Modell|aus|lie|fe|rung", "Über|wa|chung", "ver|ant|wor|tungs|voll", "Maß|nah|men|blät|ter"],
)  # fmt: skip
def test_german_words_are_parted_at_their_joints_and_syllables(word):
    assert shown(word.replace("|", ""), GERMAN) == word


@pytest.mark.parametrize(
    ("word", "language"),
    [("Trai|nings|daten", "de"), ("Trans|for|ma|tions|code", "de"), ("Ver|sions|verwal|tung", "de"),
     ("Qua|li|täts|siche|rung", "de"), ("Daten|quellen", "de"), ("Gesamt|stufe", "de"),
     ("Orga|ni|sa|tion", "de"), ("respon|sible", "en")],
)  # fmt: skip
def test_where_there_is_a_choice_no_stub_is_left_beside_a_joint(word, language):
    of, whole = {"de": GERMAN, "en": ENGLISH}[language], word.replace("|", "")
    edges = [0, *reversed([len(head) for head, _ in of.neat(whole, language)]), len(whole)]
    assert "|".join(whole[a:b] for a, b in pairwise(edges)) == word


@pytest.mark.parametrize("word", ["gover|nance", "respon|si|ble", "mon|i|tor|ing", "reciprocity"])
def test_english_words_are_parted_by_their_own_patterns(word):
    pieces = shown(word.replace("|", ""), ENGLISH).split("|")
    assert "".join(pieces) == word.replace("|", "")
    assert len(pieces) > 1
    assert min(map(len, (pieces[0], pieces[-1]))) >= LEAST


def test_an_exception_stays_as_it_is_listed():
    assert places("present", "en") == ()
    assert places("table", "en") == (2,)


def test_every_part_joins_to_the_word_and_is_no_stub():
    for head, rest in GERMAN.parts("Reproduktionsbeschreibungen", "de"):
        assert head + rest == "Reproduktionsbeschreibungen"
        assert min(len(head), len(rest)) >= LEAST


@pytest.mark.parametrize(
    "word",
    ["Frachtvermittlung", "FRACHTVERMITTLUNG", "MLflowDienste", "Stufe", "SRC-1.1", "modell_v2.py",
     "https://beispiel", "Übergang0", "e-mail"],
)  # fmt: skip
def test_names_codes_numbers_and_short_words_stay_whole(word):
    assert GERMAN.parts(word, "de") == ()


def test_in_english_what_begins_with_a_capital_letter_stays_whole():
    assert ENGLISH.parts("Governance", "en") == ()
    assert GERMAN.parts("Verwaltung", "de") != ()


def test_a_word_with_hyphens_is_parted_at_these_alone():
    assert GERMAN.parts("Modell-Registry", "de") == (("Modell-", "Registry"),)
    assert GERMAN.parts("CI-Protokoll", "de") == ()
    assert GERMAN.parts("Code-Review-Protokoll", "de") == (
        ("Code-Review-", "Protokoll"), ("Code-", "Review-Protokoll"),
    )  # fmt: skip


def test_a_text_in_the_other_language_is_known_by_its_small_words():
    assert GERMAN.spoken("Training data is overwritten and the lineage of it is gone.") == "en"
    assert GERMAN.spoken("Trainingsdaten") == "de"
    assert ENGLISH.spoken("Die Daten sind von dem Team und nicht versioniert.") == "de"


def test_a_language_without_patterns_parts_nothing():
    assert places("wunderschoen", "xx") == ()
    assert Hyphens.of("xx", []).parts("wunderschoen", "xx") == ()
