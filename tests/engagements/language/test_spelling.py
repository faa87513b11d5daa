"""Spelling: which words of a text are asked for, which are known, and what was meant."""

from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engagements.language import spelling
from engagements.language.misspelt import MISSPELT

ENGLISH = """
    She says the feature store was bought last year and nobody has populated it since.
    Rollback was tried once and took three hours; there is no runbook for the on-call rota.
    The data quality checks were written two years ago, and MLflow's registry is in a cluster.
    Retraining is triggered manually; the anonymisation of labels is organised by the call centre.
"""
GERMAN = """
    Eine Modellüberwachung gibt es nicht; die Datenqualitätsprüfungen schlagen unbemerkt fehl.
    Ein Rollback dauerte drei Stunden, das Retraining wird manuell angestoßen, alles auf Kubernetes.
    Merkmalsberechnung, Vorverarbeitung sind dokumentiert, Qualitäts-Checks auch.
    Der Zugriff auf personenbezogene Daten wird von der Innenrevision quartalsweise geprüft.
"""
SLIPS = {
    "en": "recieve seperate occured enviroment monitering pipline deploymnet teh succesful",
    "de": "Überwachnug Datenqualitätprüfung Standart Qualtität Trainigsdaten nicth Prozeß",
}


@lru_cache(maxsize=2)
def speller(language):
    return spelling.load(language)


def unknown(text, language):
    one = speller(language)
    return [word.text for word in spelling.words_of(text) if not one.knows(word.text)]


@pytest.fixture(autouse=True)
def nothing_of_ones_own():
    yield
    for language in spelling.LANGUAGES:
        speller(language).own(())


@pytest.mark.parametrize(("language", "text"), [("en", ENGLISH), ("de", GERMAN)])
def test_notes_of_an_interview_raise_no_alarm(language, text):
    assert unknown(text, language) == []


@pytest.mark.parametrize("language", spelling.LANGUAGES)
def test_common_misspellings_are_found(language):
    assert unknown(SLIPS[language], language) == SLIPS[language].split()


@pytest.mark.parametrize("language", spelling.LANGUAGES)
def test_what_a_common_misspelling_means_is_known_and_offered_first(language):
    one = speller(language)
    for wrong, meant in MISSPELT[language].items():
        assert one.knows(meant), meant
        assert not one.knows(wrong)
        assert one.suggestions(wrong)[0] == meant


@pytest.mark.parametrize(
    ("wrong", "meant", "language"),
    [
        ("Recieve", "Receive", "en"),
        ("qualtiy", "quality", "en"),
        ("thier", "their", "en"),
        ("reccomend", "recommend", "en"),
        ("daten", "Daten", "de"),
        ("Datenqualitätprüfung", "Datenqualitätsprüfung", "de"),
        ("Trainigsdaten", "Trainingsdaten", "de"),
        ("Modellüberwachnug", "Modellüberwachung", "de"),
    ],
)
def test_what_was_meant_is_among_the_suggestions(wrong, meant, language):
    found = speller(language).suggestions(wrong)
    assert meant in found
    assert len(found) <= spelling.MOST


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [("everthing", "everything"), ("pipline", "pipeline"), ("teh", "the")],
)
def test_words_that_the_trade_says_are_offered_before_rare_ones(wrong, meant):
    assert speller("en").suggestions(wrong)[0] == meant


def test_nothing_is_offered_for_what_nobody_can_tell():
    assert speller("en").suggestions("qqzzxxjj") == ()


def test_a_word_that_takes_an_s_must_have_it():
    assert unknown("Datenqualitätsprüfung Prüfungsbericht Qualitätskontrolle", "de") == []
    wrong = ["Prüfungbericht", "Qualitätkontrolle"]
    assert unknown(" ".join(wrong), "de") == wrong


def test_names_are_known_once_given_but_never_offered():
    one = speller("en")
    assert not one.knows("Solheim")
    one.own(["Ingrid Solheim", "Halden Freight"])
    assert one.knows("Solheim")
    assert one.knows("Solheim's")
    assert one.knows("Solheim’s")
    assert "Solheim" not in one.suggestions("Solhiem")
    one.own(())
    assert not one.knows("Solheim")
    assert not one.knows("Solheim's")


def test_german_names_take_an_s():
    one = speller("de")
    one.own(["Nygaard"])
    assert one.knows("Nygaards")


def test_code_addresses_and_names_of_files_are_left_alone():
    text = "See train_v2.py, MLflow, https://exampel.org/teh, a@b.exampel, GPU and p99 in C:\\teh."
    assert [word.text for word in spelling.words_of(text)] == ["See", "and", "in"]


def test_parts_joined_by_a_hyphen_are_words_of_their_own():
    found = list(spelling.words_of("An on-call rota, „Vier-Augen“ and/or more"))
    assert [word.text for word in found] == (
        ["An", "on", "call", "rota", "Vier", "Augen", "and", "or", "more"]
    )


def test_every_word_of_the_framework_is_known():
    from engagements.framework.load import mlops

    for language in spelling.LANGUAGES:
        for one in mlops(language).criteria:
            assert unknown(one.question, language) == []


@given(st.text())
def test_every_word_stands_where_it_is_said_to(text):
    for word in spelling.words_of(text):
        assert text[word.start : word.start + len(word.text)] == word.text


@settings(deadline=None, max_examples=50)
@given(st.text(alphabet="abcdeißäüABß'’", min_size=1, max_size=14))
def test_any_letters_can_be_asked_for(word):
    for language in spelling.LANGUAGES:
        one = speller(language)
        one.knows(word)
        assert all(one.knows(meant) for meant in one.suggestions(word))
