"""kill -9 at every fault point and at random moments: what was acknowledged is there."""

import random

import pytest

from engagements.file.engagement_file import EngagementFile
from engagements.file.faultpoint import POINTS
from tests.faults.company import Model, surviving

pytestmark = pytest.mark.faults

IN_CREATION = ("in-migration", "in-creation", "before-rename")
IN_WORK = tuple(point for point in POINTS if point not in IN_CREATION)


@pytest.mark.parametrize("point", IN_CREATION)
def test_a_new_engagement_is_whole_or_not_there(zygote, tmp_path, point):
    path = tmp_path / "new.plumb"
    child = zygote.start("work", path, seed=1, fault=point)
    child.listen_to_the_end()
    assert child.status == -9
    assert child.said == []
    assert not path.exists()
    with EngagementFile.create(path, author="Clara") as file:
        assert file.check() == []


@pytest.mark.parametrize("passage", [1, 7])
@pytest.mark.parametrize("point", IN_WORK)
def test_what_was_saved_before_a_fault_is_there(zygote, tmp_path, point, passage):
    path = tmp_path / "halden.plumb"
    EngagementFile.create(path, author="Anna").close()
    child = zygote.start("work", path, seed=len(point), fault=f"{point}:{passage}")
    child.listen_to_the_end()
    assert child.status == -9, f"{point} was never passed"
    surviving(path, child)
    backup = tmp_path / "backup.plumb"
    if backup.exists():
        with EngagementFile.open(backup, author="Clara", read_only=True) as copy:
            assert copy.check() == []
    assert {one.name for one in tmp_path.iterdir() if one.name[0] != "."} <= {
        "halden.plumb", "backup.plumb",
    }  # fmt: skip


def killed(zygote, path, chance, passphrase=None):
    """Start a child, kill it after a random number of its lines, and open what it left."""
    child = zygote.start("work", path, seed=chance.randrange(10**9), passphrase=passphrase)
    for _ in range(chance.randrange(1, 150)):
        if not child.listen():
            break
    child.kill()
    return surviving(path, child, passphrase) if path.exists() else Model()


def test_what_was_saved_before_a_random_moment_is_there(zygote, tmp_path):
    chance = random.Random()
    contents = [killed(zygote, tmp_path / f"{number}.plumb", chance) for number in range(22)]
    assert any(content.notes for content in contents)


def test_with_a_passphrase_too(zygote, tmp_path):
    chance = random.Random()
    for number in range(3):
        killed(zygote, tmp_path / f"{number}.plumb", chance, passphrase="Wachtel")


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_five_hundred_random_moments(zygote, tmp_path):
    chance = random.Random()
    for number in range(500):
        passphrase = "Wachtel" if number % 10 == 0 else None
        killed(zygote, tmp_path / f"{number}.plumb", chance, passphrase)
