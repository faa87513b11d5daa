"""With a passphrase nothing of an engagement can be read, and errors are told apart."""

import os
import shutil

import pytest

from engagements.file import keys, problems
from engagements.file.actions import Action
from engagements.file.engagement_file import EngagementFile
from engagements.file.sqlite import PAGE
from tests.engagements.file.conftest import keep, note, texts

CANARY = "Kanarienvogel-Halden"


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """A closed, encrypted engagement with the canary everywhere, and its raw key."""
    folder = tmp_path_factory.mktemp("sealed")
    os.environ["PLUMBLINE_HOME"] = str(folder / "home")
    with EngagementFile.create(folder / "s.plumb", author=CANARY, passphrase="Wachtel") as file:
        for number in range(30):
            keep(file, note(f"{CANARY} {number}", f"n{number}"))
        file.keep_draft("draft", CANARY)
        file.attach_bytes(CANARY.encode() * 9000, CANARY)
        file.backup(folder / "backup.plumb")
    del os.environ["PLUMBLINE_HOME"]
    return folder / "s.plumb", file.key


@pytest.fixture
def sealed(original, tmp_path):
    return shutil.copy(original[0], tmp_path / "s.plumb"), original[1]


def opened(path, **options):
    return EngagementFile.open(path, author="Anna", **options)


def refused(path, problem, **options):
    before = path.read_bytes()
    with pytest.raises(problem) as caught:
        opened(path, **options)
    assert caught.type is problem
    assert path.read_bytes() == before


def test_the_passphrase_opens_it_and_so_does_the_raw_key(sealed):
    path, key = sealed
    for options in ({"passphrase": "Wachtel"}, {"key": key}):
        with opened(path, **options) as file:
            assert file.encrypted
            assert texts(file)["n7"] == [f"{CANARY} 7"]
            assert file.drafts() == {"draft": CANARY}
            assert file.check() == []


def test_no_byte_of_it_lies_readable_anywhere(original):
    folder = original[0].parent
    names = [one for one in folder.rglob("*") if one.is_file()]
    assert len(names) >= 2
    for one in names:
        content = one.read_bytes()
        assert CANARY.encode() not in content
        assert b"SQLite format" not in content


def test_the_journal_of_an_unfinished_write_cannot_be_read(sealed):
    path, key = sealed
    with opened(path, key=key) as file, file.atomic(Action.NOTE_KEPT) as change:
        file._store.connection.execute("PRAGMA cache_size = 1")
        for number in range(30):
            change.revise(note(CANARY * 300, f"n{number}"))
        journal = path.with_name(path.name + "-journal").read_bytes()
        assert len(journal) > PAGE
        assert CANARY.encode() not in journal


def test_without_a_passphrase(sealed):
    refused(sealed[0], problems.NeedsPassphrase)


def test_a_wrong_passphrase(sealed):
    refused(sealed[0], problems.WrongPassphrase, passphrase="wachtel")


def test_a_damaged_first_page_is_not_called_a_wrong_passphrase(sealed):
    path, _ = sealed
    _flip(path, 2000)
    refused(path, problems.Damaged, passphrase="Wachtel")
    refused(path, problems.WrongPassphrase, passphrase="wrong")


@pytest.mark.parametrize("page", [2, 3, 9, 15])
def test_a_flipped_bit_in_any_other_page_is_damage(sealed, page):
    path, key = sealed
    _flip(path, (page - 1) * PAGE + 1234)
    refused(path, problems.Damaged, key=key)


def test_a_missing_end(sealed):
    path, key = sealed
    os.truncate(path, path.stat().st_size - PAGE)
    refused(path, problems.Truncated, key=key)
    os.truncate(path, path.stat().st_size - 100)
    refused(path, problems.Truncated, key=key)


def test_a_backup_has_the_same_passphrase(original):
    backup = original[0].with_name("backup.plumb")
    with opened(backup, passphrase="Wachtel", read_only=True) as file:
        assert file.check() == []


def test_a_passphrase_for_a_file_without_one_is_not_needed(path):
    EngagementFile.create(path, author="Anna").close()
    with opened(path, passphrase="anything") as file:
        assert not file.encrypted


@pytest.mark.parametrize("passphrase", ["", "ünïcode ☂", "'; DROP TABLE head; --", "\ud800\x00"])
def test_any_passphrase_will_do(tmp_path, passphrase):
    path = tmp_path / "x.plumb"
    with EngagementFile.create(path, author="Anna", passphrase=passphrase) as file:
        keep(file, note())
    refused(path, problems.WrongPassphrase, passphrase=passphrase + "x")
    with opened(path, passphrase=passphrase) as file:
        assert texts(file) == {"n1": ["a note"]}


def test_the_derived_key_is_the_one_of_the_cipher(sealed):
    path, key = sealed
    assert keys.raw_key("Wachtel", path.read_bytes()[: keys.SALT_BYTES]) == key
    assert keys.fit(path, key) is keys.Fit.YES


def _flip(path, offset):
    with path.open("r+b") as file:
        file.seek(offset)
        byte = file.read(1)[0]
        file.seek(offset)
        file.write(bytes([byte ^ 4]))
