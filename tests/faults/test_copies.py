"""A copy taken with cp is complete or refused as damaged, never silently older; so is any mixture.

A plain copy reads the file from front to back while it is written: each page is of the same or a
later moment than the page before it.
"""

import os
import random
import shutil

import pytest

from engagements.file import problems
from engagements.file.actions import Action
from engagements.file.engagement_file import EngagementFile
from engagements.file.sqlite import PAGE
from engagements.records import Evidence, Note
from tests.faults.company import found

pytestmark = pytest.mark.faults


def opened(path):
    """What a copy holds; None when it is refused as damaged, which advises to copy it again."""
    try:
        with EngagementFile.open(path, author="Clara", read_only=True) as file:
            assert file.check() == []
            return found(file)
    except problems.Damaged:
        return None


def slowly(source, target, child):
    """Copy in some ten parts, waiting for the child to do more after each."""
    part = source.stat().st_size // PAGE // 10 * PAGE + PAGE
    with source.open("rb") as pages, target.open("wb") as copy:
        while page := pages.read(part):
            copy.write(page)
            if child.status is None:
                child.listen()


@pytest.mark.parametrize("seed", [1, 2])
def test_copies_taken_while_somebody_works(zygote, tmp_path, seed):
    path = tmp_path / "halden.plumb"
    child = zygote.start("work", path, seed=seed, steps=200)
    copies = []
    while child.status is None and all(child.listen() for _ in range(15)):
        target = tmp_path / f"copy-{len(copies)}.plumb"
        copies.append((target, len(child.models) - 1))
        if len(copies) % 2:
            shutil.copyfile(path, target)
        else:
            slowly(path, target, child)
    assert child.status == 0
    assert len(copies) >= 5
    for copy, since in copies:
        content = opened(copy)
        assert content is None or content in child.models[since:]
    assert opened(path) == child.models[-1]


def test_a_copy_at_rest_holds_everything_while_the_file_stays_open(tmp_path):
    path = tmp_path / "halden.plumb"
    copy = tmp_path / "copy.plumb"
    with EngagementFile.create(path, author="Anna") as file:
        for number in range(30):
            with file.atomic(Action.NOTE_KEPT) as change:
                change.revise(Note(id=f"n{number}", text="text"))
        # As cp does, in a process of its own: closing the file here would drop its locks.
        assert os.spawnlp(os.P_WAIT, "cp", "cp", str(path), str(copy)) == 0
    content = opened(copy)
    assert content is not None
    assert len(content.notes) == 30


@pytest.fixture(scope="module")
def moments(tmp_path_factory):
    """The bytes of one engagement after each of its commits, and what they held."""
    folder = tmp_path_factory.mktemp("moments")
    os.environ["PLUMBLINE_HOME"] = str(folder / "home")
    path = folder / "halden.plumb"
    images, models = [], []
    chance = random.Random(7)
    for number in range(24):
        start = EngagementFile.open if path.exists() else EngagementFile.create
        with start(path, author="Anna") as file:
            do_something(file, chance, number)
            models.append(found(file))
        images.append(path.read_bytes())
    del os.environ["PLUMBLINE_HOME"]
    return images, models


def do_something(file, chance, number):
    """One commit; a draft is rewritten in place most often, as typing does."""
    text = f"{number} " + "word " * chance.choice([1, 3, 300, 3000])
    kind = chance.choice(["draft", "draft", "draft", "note", "note", "evidence", "remove"])
    if kind == "draft":
        file.keep_draft("d", f"{number:05}")
    elif kind == "evidence":
        blob = file.attach_bytes(text.encode() * 20, "t")
        with file.atomic(Action.EVIDENCE_ATTACHED) as change:
            change.revise(Evidence(id=f"e{number}", title="T", grade=2, attachment=blob))
    else:
        with file.atomic(Action.NOTE_KEPT) as change:
            change.revise(Note(id=f"n{chance.randrange(5)}", text=text))
            if kind == "remove":
                change.delete("note", f"n{chance.randrange(5)}")
                file.drop_draft("d")


def mixed(images, moment_of_page):
    """A file whose every page is of the moment that ``moment_of_page`` gives it."""
    size = max(len(image) for image in images) // PAGE
    pages = []
    for number in range(size):
        image = images[moment_of_page(number)]
        pages.append(image[number * PAGE : (number + 1) * PAGE])
    return b"".join(pages)


@pytest.mark.parametrize("seed", range(60))
def test_pages_of_later_and_later_moments(moments, tmp_path, seed):
    images, models = moments
    chance = random.Random(seed)
    first = chance.randrange(len(images))
    turns = sorted(chance.sample(range(1, 60), chance.choice([1, 1, 1, 2, 3])))

    def moment(page):
        return min(len(images) - 1, first + sum(page >= turn for turn in turns))

    (tmp_path / "copy.plumb").write_bytes(mixed(images, moment))
    assert opened(tmp_path / "copy.plumb") in (None, *models[first:])


@pytest.mark.parametrize("seed", range(60))
def test_pages_of_two_moments_in_any_mixture(moments, tmp_path, seed):
    images, models = moments
    chance = random.Random(seed)
    one = chance.randrange(len(images) - 1)
    other = chance.choice([one + 1, chance.randrange(len(images))])
    mine = {page for page in range(400) if chance.random() < chance.choice([0.02, 0.5, 0.98])}

    def moment(page):
        return one if page in mine else other

    (tmp_path / "copy.plumb").write_bytes(mixed(images, moment))
    # A mixture that happens to be whole is as good as the moment that its second page is of.
    assert opened(tmp_path / "copy.plumb") in (None, models[moment(1)])


def test_most_mixtures_are_recognised(moments, tmp_path):
    images, _ = moments
    target = tmp_path / "copy.plumb"
    refused = 0
    for first in range(len(images) - 1):
        target.write_bytes(images[first][: 2 * PAGE] + images[first + 1][2 * PAGE :])
        refused += opened(target) is None
    assert refused == len(images) - 1


class TestLeftoverJournal:
    """A -journal beside a file is used only when it leads to a sound state of the same file."""

    @pytest.fixture
    def journal(self, moments, tmp_path):
        """A journal that SQLite would play back: that of an earlier moment of another file."""
        path = tmp_path / "other" / "halden.plumb"
        path.parent.mkdir()
        path.write_bytes(moments[0][10])
        return hot_journal(path)

    def test_it_is_taken_back_when_it_belongs(self, moments, tmp_path):
        images, models = moments
        path = tmp_path / "own.plumb"
        path.write_bytes(images[10])
        before, journal = halfway(path)
        path.write_bytes(before)
        path.with_name("own.plumb-journal").write_bytes(journal)
        with EngagementFile.open(path, author="Clara") as file:
            assert file.check() == []
            assert found(file) == models[10]
        assert not list(tmp_path.glob(".plumbline-*"))

    def test_that_of_another_file_is_named_and_nothing_is_written(self, moments, tmp_path, journal):
        path = tmp_path / "mine.plumb"
        with EngagementFile.create(path, author="Anna") as file:
            file.keep_draft("d", "mine")
        self.refused(path, journal)

    def test_that_of_an_earlier_moment_is_named_and_nothing_is_written(
        self, moments, tmp_path, journal
    ):
        path = tmp_path / "mine.plumb"
        path.write_bytes(moments[0][-1])
        self.refused(path, journal)

    def test_one_that_would_take_several_commits_back_is_named(self, tmp_path):
        path = tmp_path / "mine.plumb"
        with EngagementFile.create(path, author="Anna") as file:
            file.keep_draft("d", "0000")
        older = hot_journal(path)
        for number in range(1, 4):
            with EngagementFile.open(path, author="Anna") as file:
                file.keep_draft("d", f"{number:04}")
        self.refused(path, older)

    def refused(self, path, journal):
        beside = path.with_name(path.name + "-journal")
        beside.write_bytes(journal)
        before = path.read_bytes()
        for read_only in (True, False):
            with pytest.raises(problems.Leftover, match=beside.name):
                EngagementFile.open(path, author="Clara", read_only=read_only)
        assert path.read_bytes() == before
        assert beside.read_bytes() == journal
        assert sorted(one.name for one in path.parent.glob("*mine*")) == [path.name, beside.name]
        beside.unlink()
        with EngagementFile.open(path, author="Clara") as file:
            assert file.check() == []

    def test_one_that_is_no_journal_changes_nothing(self, moments, tmp_path):
        path = tmp_path / "own.plumb"
        path.write_bytes(moments[0][10])
        path.with_name("own.plumb-journal").write_bytes(b"not a journal" * 100)
        with EngagementFile.open(path, author="Clara") as file:
            assert found(file) == moments[1][10]


def halfway(path):
    """File and journal in the middle of a commit: the new pages are written, not yet final."""
    with EngagementFile.open(path, author="Anna") as file:
        connection = file._store.connection
        connection.execute("PRAGMA cache_size = 1")
        journal = path.with_name(path.name + "-journal")
        with file.atomic(Action.NOTE_KEPT) as change:
            for number in range(9):
                change.revise(Note(id=f"h{number}", text="half " * 2_000))
            torn = path.read_bytes(), journal.read_bytes()
    return torn


def hot_journal(path):
    """The journal of a draft written to ``path``: it leads back to what ``path`` holds now."""
    with EngagementFile.open(path, author="Anna") as file:
        connection = file._store.connection
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE draft SET body = '\"xxxx\"'")
        connection.execute("UPDATE state SET number = number")
        connection.execute("PRAGMA cache_size = 0")
        journal = finished(path.with_name(path.name + "-journal").read_bytes())
        connection.execute("ROLLBACK")
    return journal


def finished(journal):
    """The journal with its number of records filled in, as the flush before a commit does."""
    records = (len(journal) - 512) // (PAGE + 8)
    assert records >= 1
    magic = bytes.fromhex("d9d505f920a163d7")
    return magic + records.to_bytes(4, "big") + journal[12:]
