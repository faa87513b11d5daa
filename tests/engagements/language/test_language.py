"""Sentences in the reader's language."""

from gettext import NullTranslations

import pytest

from engagements import language
from engagements.language import mark, speak, spoken, tr, trn, use


class Shouting(NullTranslations):
    def gettext(self, message):
        return message.upper()

    def ngettext(self, msgid1, msgid2, n):
        return (msgid1 if n == 1 else msgid2).replace("criteri", "CRITERI")


@pytest.fixture(autouse=True)
def english_again():
    yield
    speak("en")


def test_english_is_what_is_written():
    assert tr("Saved") == "Saved"
    assert tr("{client} is open", client="A {b} & co") == "A {b} & co is open"
    assert trn("{n} criterion", "{n} criteria", 1) == "1 criterion"
    assert trn("{n} criterion", "{n} criteria", 0) == "0 criteria"


def test_nothing_stays_nothing_in_every_language():
    assert tr("") == ""


def test_a_catalogue_speaks_for_what_is_shown_from_then_on():
    written = mark("Saved")
    use("xx", Shouting())
    assert spoken() == "xx"
    assert tr(written) == "SAVED"
    assert trn("{n} criterion", "{n} criteria", 3) == "3 CRITERIa"


@pytest.mark.parametrize("code", ["xx", "../de", "", "en"])
def test_a_language_that_is_not_there_is_english(code):
    use("xx", Shouting())
    speak(code)
    assert spoken() == "en"
    assert tr("Saved") == "Saved"


def test_english_comes_first():
    assert language.languages()[0] == "en"
