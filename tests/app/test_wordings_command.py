"""``plumbline wordings``: every sentence with its slot, what stands in its place, and its age."""

import json

import pytest
from click.testing import CliRunner

from app.cli import cli
from engagements import sample
from engagements.casework import issuing
from engagements.casework.case import Case
from engagements.records import Wording


def run(*arguments):
    return CliRunner().invoke(cli, ["wordings", *(str(argument) for argument in arguments)])


@pytest.fixture(scope="module")
def rewritten(tmp_path_factory):
    """The sample with two sentences rewritten, one of them on facts of another day."""
    path = tmp_path_factory.mktemp("wordings") / "halden.plumb"
    sample.write(path)
    case = Case.open(path, author="tester")
    issuing.save_wording(case, Wording.of("summary.title", "en", "First\nthings first", "old"))
    issuing.save_wording(case, Wording.of("glance.title", "en", "Three hold it", ""))
    case.close()
    return path


def test_all_of_them_are_listed(rewritten):
    shown = run(rewritten).output
    assert "\nsummary.title\n    Halden Freight works at" in shown
    assert "\n  > First things first (rewritten, older than its facts)\n" in shown
    assert "\n  > Three hold it (rewritten)\n" in shown
    assert shown.splitlines()[-1].endswith(" sentences, 2 rewritten, 1 older than their facts")


def test_a_profile_has_its_own(rewritten):
    found = json.loads(run(rewritten, "--profile", "board", "--json").output)
    slots = {one["slot"]: one for one in found["sentences"]}
    assert found["language"] == "en"
    assert slots["summary.title"]["own"] == "First\nthings first"
    assert [slot for slot, one in slots.items() if one["outdated"]] == ["summary.title"]
    assert slots["summary.introduction"]["own"] is None
    assert not any(slot.startswith("dimension-") for slot in slots)
