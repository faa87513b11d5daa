"""A fresh engagement file to write to, and what tests say about it in short."""

import pytest

from engagements.file.actions import Action
from engagements.file.engagement_file import EngagementFile
from engagements.framework.model import AnswerValue
from engagements.records import Answer, Note


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """Side notes go under the test's own folder."""
    monkeypatch.setenv("PLUMBLINE_HOME", str(tmp_path / "home"))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "halden.plumb"


@pytest.fixture
def file(path):
    with EngagementFile.create(path, author="Anna", device="laptop") as opened:
        yield opened


@pytest.fixture
def reopen(file):
    """Close the file and open it again; every opening is closed at the end."""
    openings = []

    def again(**options):
        for one in (file, *openings):
            one.close()
        openings.append(EngagementFile.open(file.path, **{"author": "Anna", **options}))
        return openings[-1]

    yield again
    for one in openings:
        one.close()


def answer(criterion="SRC-1.1", value="yes", *, interview="i1", **fields):
    return Answer.of(criterion, interview, AnswerValue(value), **fields)


def note(text="a note", name="n1"):
    return Note(id=name, text=text)


def keep(file, *records, action=Action.NOTE_KEPT):
    with file.atomic(action) as change:
        for record in records:
            change.revise(record)
    return change


def texts(file):
    """Current notes by id."""
    heads = file.contents().heads.get("note", {})
    return {entity: [one.text for one in values] for entity, values in heads.items()}
