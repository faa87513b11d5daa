"""Dates and numbers of each language, and that a number read back is the number shown."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from gettext import NullTranslations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagements import language
from ui import locale
from ui.parts.days import day_of

LANGUAGES = ("en", "de")


@pytest.fixture(autouse=True)
def _english_again():
    yield
    language.speak("en")


def speak(code):
    language.use(code, NullTranslations())


def test_english_dates_are_what_they_were():
    speak("en")
    for number in range(800):
        day = date(2026, 1, 1) + timedelta(number)
        assert locale.day(day) == f"{day.day} {day:%b %Y}"
        assert locale.weekday_and_day(day) == f"{day:%a} {day.day} {day:%b}"
        assert locale.full_day(day) == f"{day:%a} {day.day} {day:%b %Y}"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 12, 4), "Fr 4. Dez. 2026"),
        (date(2027, 3, 1), "Mo 1. März 2027"),
        (date(2027, 5, 9), "So 9. Mai 2027"),
    ],
)
def test_german_dates(day, words):
    speak("de")
    assert locale.full_day(day) == words
    assert locale.weekday_and_day(day) == words[:-5]


def test_times_are_the_same_in_both():
    moment = datetime(2026, 12, 4, 14, 2, 5)
    for code in LANGUAGES:
        speak(code)
        assert (locale.time(moment), locale.exact_time(moment)) == ("14:02", "14:02:05")


@pytest.mark.parametrize("code", LANGUAGES)
@given(value=st.decimals(-(10**9), 10**9, places=3) | st.decimals(0, 1000, places=1))
def test_a_number_shown_and_read_back_is_the_same(code, value):
    speak(code)
    assert locale.decimal(locale.number(value)) == value


@pytest.mark.parametrize("code", LANGUAGES)
@given(whole=st.integers(0, 10**6), rest=st.integers(0, 99), minus=st.booleans())
def test_comma_and_point_mean_the_same_in_either_language(code, whole, rest, minus):
    speak(code)
    sign = "-" if minus else ""
    with_point, with_comma = f"{sign}{whole}.{rest:02}", f"{sign}{whole},{rest:02}"
    assert locale.decimal(with_point) == locale.decimal(with_comma) == Decimal(with_point)


@pytest.mark.parametrize(
    ("code", "typed"), [("en", "1,250"), ("de", "1.250"), ("en", "-12,000"), ("de", "100.000")]
)
def test_what_may_be_a_thousand_is_refused(code, typed):
    speak(code)
    with pytest.raises(ValueError, match="thousands"):
        locale.decimal(typed)


def test_a_zero_in_front_makes_no_thousands():
    for code in LANGUAGES:
        speak(code)
        assert locale.decimal("0,125") == locale.decimal("0.125") == Decimal("0.125")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    "typed",
    ["", "1,250.5", "1.250,5", "1,250,000", "1 250", "1'250", "2,", ".5", "1e3", "nan", "9" * 41],
)
def test_what_is_no_plain_number_is_refused(code, typed):
    speak(code)
    with pytest.raises(ValueError, match="not a number"):
        locale.decimal(typed)


@pytest.mark.parametrize(("code", "words"), [("en", "2.5"), ("de", "2,5")])
def test_numbers_are_written_with_the_point_of_the_language(code, words):
    speak(code)
    assert locale.number(2.5) == locale.number(Decimal("2.54"), 1) == words
    assert locale.number(1234567) == "1234567"
    assert locale.percent(80) == "80 %"
    assert locale.qt_locale().toString(2.5) == words


def test_a_date_field_writes_as_the_words_do(qapp):
    from PySide6.QtWidgets import QDateEdit

    for code in LANGUAGES:
        speak(code)
        edit = QDateEdit(date(2026, 12, 4))
        edit.setLocale(locale.qt_locale())
        edit.setDisplayFormat(locale.date_pattern())
        assert edit.text().replace("Fr.", "Fr") == locale.full_day(date(2026, 12, 4))
        edit.deleteLater()


@pytest.mark.parametrize(
    ("code", "day", "full"),
    [
        ("en", "25 November 2026", "Wednesday 25 November 2026"),
        ("de", "25. November 2026", "Mittwoch, 25. November 2026"),
    ],
)
def test_days_in_full(code, day, full):
    speak(code)
    assert locale.long_day(date(2026, 11, 25)) == day
    assert locale.long_full_day(date(2026, 11, 25)) == full
    assert day.endswith(locale.long_month(date(2026, 11, 25)))


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_day_that_is_written_can_be_typed(code):
    speak(code)
    today = date(2026, 1, 1)
    for month in range(1, 13):
        one = date(2026, month, 9)
        for words in (
            locale.day(one),
            locale.day_and_month(one),
            locale.long_day(one),
            locale.plain_day(one),
        ):
            assert day_of(words, today) == one


def test_a_german_day_is_read_as_it_is_said():
    speak("de")
    today = date(2026, 11, 27)
    for words in ("18. Dez. 2026", "18. Dez", "18. Dezember", "18.12.", "18 Dec 2026"):
        assert day_of(words, today) == date(2026, 12, 18)
    assert day_of("18. März", today) == date(2027, 3, 18)
    assert day_of("18. Foo 2026", today) is day_of("31. Feb.", today) is None


def test_zeros_behind_the_point_are_left_out():
    shown = [str(locale.without_zeros(Decimal(one))) for one in ("2.50", "20", "0.0", "1E+2")]
    assert shown == ["2.5", "20", "0", "100"]


@pytest.mark.parametrize(("code", "said"), [("en", "Target"), ("de", "Ziel"), ("xx", "Target")])
def test_figures_speak_the_language_of_the_window_or_english(code, said):
    speak(code)
    assert locale.figure_words()("figure.mark.target") == said
