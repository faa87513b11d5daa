"""Any words in any number: every block of a report is built, and stays within its pages."""

from functools import cache
from random import Random
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from report_templates.brand import BrandKit, bundled_names
from report_templates.build import blocks, build, section
from report_templates.content.report import ReportContent, sendable
from report_templates.paper import TOTAL
from tests.report_templates import sizes
from tests.report_templates.sound import assert_sound
from tests.report_templates.test_every_size import assert_within

BASES = [
    (name, language)
    for name in ("client-of-60", "blank", "level-4", "assessed-again", "forty-actions")
    for language in ("en", "de")
]
CODES = {"key", "link", "id", "code", "ref", "after", "profile", "language", "part", "criterion"}
"""Fields whose words are the program's own: what refers to something, and what is referred to."""
COUNTED = {"rows", "changes", "terms", "misfits", "entries", "versions"}
"""Fields of which a report may have any number."""
MARKUP = st.sampled_from(
    ["<b>", "</para>", "<img src='x'/>", "&amp;", "]]>", "{0}", "%s", "\x00", "\u202e", "\ufffe"]
)
ANY = st.characters(exclude_categories=())
LENGTHS = st.integers(1, 400)
WORDS = st.one_of(
    st.text(ANY, max_size=60),
    st.lists(st.one_of(MARKUP, st.text(ANY, max_size=12)), max_size=30).map(" ".join),
    st.builds(lambda char, times: char * times, ANY, st.integers(50, 2_000)),
    st.builds(lambda word, times: f"{word} " * times, st.text(ANY, max_size=9), LENGTHS),
)


class Chance(Random):
    """What falls by chance: other words stand in so many of all places."""

    def __init__(self, seed, share):
        super().__init__(seed)
        self.share = share


ANYTHING = (
    st.sampled_from(BASES),
    st.integers(0, 30),
    st.lists(WORDS, min_size=1, max_size=4),
    st.builds(Chance, st.integers(0, 2**32), st.sampled_from((0.02, 0.08, 0.3))),
    st.sampled_from(bundled_names()),
)
FEW = settings(
    max_examples=60,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    deadline=None,
)
TURNS = 4
MANY = settings(FEW, max_examples=5_000 // TURNS)


@cache
def base(name, language):
    """A content, and the keys of its blocks."""
    content = sizes.content(name, language)
    return content, [block.key for block in blocks(content)]


def changed(value, words, chance, name="", free=False):
    """The same content with other words in some places, and other numbers of rows."""
    if isinstance(value, BaseModel):
        return value.model_copy(
            update={
                key: changed(getattr(value, key), words, chance, key, said(key, field.annotation))
                for key, field in type(value).model_fields.items()
            }
        )
    if isinstance(value, tuple):
        rows = [changed(one, words, chance, name, free) for one in value]
        if name in COUNTED and rows and chance.random() < 0.4:
            rows = (rows * 9)[: chance.randrange(60)]
        return tuple(rows)
    return chance.choice(words) if free and chance.random() < chance.share else value


def said(name, annotation):
    """Whether a field is free words, or several."""
    return name not in CODES and (annotation is str or str in get_args(annotation))


def any_content(of, words, chance):
    """A content as somebody might send one: written, and read again."""
    odd: Any = changed(base(*of)[0], words, chance)
    return ReportContent.model_validate_json(sendable(odd).model_dump_json())


def assert_built(of, place, words, chance, kit):
    keys = base(*of)[1]
    key = keys[place % len(keys)]
    pages = {TOTAL: 99, **{one: number + 1 for number, one in enumerate(keys)}}
    assert_within(section(any_content(of, words, chance), BrandKit.bundled(kit), key, pages))


def emptied(value, name=""):
    """The same content with none of what a report may have any number of."""
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        return value.model_copy(update={one: emptied(getattr(value, one), one) for one in fields})
    if isinstance(value, tuple):
        return () if name in COUNTED else tuple(emptied(one) for one in value)
    return value


@pytest.mark.parametrize("of", BASES)
def test_lists_without_anything_in_them_are_built(of):
    content, keys = base(*of)
    pages = {TOTAL: 99, **{one: number + 1 for number, one in enumerate(keys)}}
    for key in keys:
        assert_within(section(emptied(content), BrandKit.bundled(), key, pages))


@FEW
@given(*ANYTHING)
def test_any_words_in_any_number_are_built_within_their_pages(of, place, words, chance, kit):
    assert_built(of, place, words, chance, kit)


@pytest.mark.soak
@pytest.mark.parametrize("turn", range(TURNS))
@MANY
@given(*ANYTHING)
def test_so_are_five_thousand(turn, of, place, words, chance, kit):
    assert_built(of, place, words, chance, kit)


@pytest.mark.soak
@settings(FEW, max_examples=40)
@given(*ANYTHING)
def test_the_whole_of_any_words_is_sound(of, place, words, chance, kit):
    data = build(any_content(of, words, chance), BrandKit.bundled(kit))
    assert_within(data)
    assert_sound(data, "ua1", "3a")
