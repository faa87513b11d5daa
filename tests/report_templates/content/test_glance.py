"""Maturity at a glance: title and readings, right for none, one and many."""

import pytest

from engagements.framework.load import mlops
from report_templates.content import facts, glance
from report_templates.figures.model import Glyph
from tests.report_templates.cases import ISSUED
from tests.report_templates.shapes import SHAPES, all_yes, engagement, halden


def of(shape):
    snapshot = SHAPES[shape]() if isinstance(shape, str) else engagement(shape)
    return glance.of(facts.of(snapshot, issued=ISSUED))


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("shape", "title"),
    [
        ("empty", "Nothing is known yet: ladder and map are still empty"),
        ("one-open", "One dimension holds the overall level at 0; eight already stand at Level 1"),
        ("halden", "Three dimensions hold the overall level at 0; two already stand at Level 2"),
        ("zero-to-four", "Four dimensions hold the overall level at 0"),
        ("reached", "Five dimensions hold the overall level at 2"),
        ("top", "All levels are reached; no core criterion is open"),
        (
            {**all_yes(), "SRC-1.1": "partly"},
            "All levels are reached; one core criterion is partly met",
        ),
        (
            {**all_yes(1), "GOV-2.1": "yes", "SRC-1.3": "no"},
            (
                "One dimension holds the overall level at 0; "
                "Governance & responsible AI already stands at Level 2"
            ),
        ),
    ],
)
def test_the_title(shape, title):
    assert plain(of(shape).heading.title) == title


@pytest.mark.parametrize(
    ("shape", "text"),
    [
        ("empty", "Nothing is known yet."),
        (
            "one-open",
            (
                "One of six core criteria is open, in Source control & reproducibility. "
                "Closing it leads to Level 1."
            ),
        ),
        (
            "halden",
            (
                "Four of six core criteria are open: two in Source control & "
                "reproducibility, one in "
                "Model registry & lineage and one in People, culture & ways of working. "
                "Closing them leads to Level 1."
            ),
        ),
        (
            "zero-to-four",
            (
                "Six of six core criteria are open: three in Source control & "
                "reproducibility, one in "
                "Model registry & lineage and two in two more dimensions. "
                "Closing them leads to Level 1."
            ),
        ),
        ("top", "All core criteria of every level count."),
    ],
)
def test_what_stands_before_the_next_level(shape, text):
    assert plain(of(shape).readings[0].text).startswith(text)


@pytest.mark.parametrize(
    ("shape", "text"),
    [
        ("empty", "No interviews are recorded, so nothing is claimed."),
        ("one-open", "In no dimension do the best answers heard lead higher"),
        ("halden", "One dimension is claimed higher than the answers as a whole allow: People"),
        ("reached", "In no dimension do the best answers heard lead higher"),
        (
            dict.fromkeys(all_yes(), ("no", "yes")),
            (
                "Nine dimensions are claimed higher than the answers as a whole allow: "
                "Source control "
                "& reproducibility, Data & features and seven more."
            ),
        ),
    ],
)
def test_where_claim_and_level_part(shape, text):
    assert plain(of(shape).readings[1].text).startswith(text)


def test_the_verified_level_is_said_where_there_is_one_to_bear():
    assert plain(of("reached").readings[1].text).endswith(
        "Counting evidence alone, the level is 0."
    )
    assert "evidence" not in of("halden").readings[1].text


@pytest.mark.parametrize(
    ("shape", "text"),
    [
        (
            "one-open",
            "Nothing is met far above the level, so nothing rests on a base that is missing.",
        ),
        (
            {**halden(), **dict.fromkeys(("DAT-2.1", "TRN-2.2", "MON-3.1", "REL-3.3"), "no")},
            (
                "One criterion is met two or more levels above Level 0. It stays at risk until its "
                "base is closed. First to close: SRC-1.3, on which TRN-2.1 rests."
            ),
        ),
        (
            "halden",
            (
                "Five criteria are met two or more levels above Level 0. They stay at risk "
                "until their "
                "bases are closed. First to close: "
            ),
        ),
    ],
)
def test_skipped_level_debt(shape, text):
    assert plain(of(shape).readings[2].text).startswith(text)


def test_what_nobody_was_asked_about_is_said_below_the_map():
    assert of("halden").notes == ()
    assert of("unknown").notes[0].startswith("Eight dimensions are not assessed")
    almost = {key: value for key, value in all_yes().items() if not key.startswith("PPL")}
    assert of(almost).notes[0].startswith("One dimension is not assessed")
    assert of("empty").notes == ("The map fills as answers come in; nothing is known yet.",)


@pytest.mark.parametrize("shape", SHAPES)
def test_it_survives_json(shape):
    page = of(shape)
    assert glance.Glance.model_validate_json(page.model_dump_json()) == page


def test_where_everybody_says_do_not_know_no_figure_is_claimed():
    page = of({one.id: "unknown" for one in mlops().criteria})
    assert page.readings[1].text.startswith("Nothing is known from the interviews yet")
    assert page.heat_map.overall_figures == ("–", "–", "–")
    assert {mark.kind for mark in page.ladder.marks} == {Glyph.TARGET}
