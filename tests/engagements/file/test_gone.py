"""A file that is moved, removed or replaced while it is open takes no write as if it were kept."""

import shutil
import sys

import pytest

from engagements.file.engagement_file import EngagementFile
from engagements.file.problems import Gone
from tests.engagements.file.conftest import keep, note, texts

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows keeps an open file where it is"
)


def moved(path):
    path.rename(path.with_name("elsewhere.plumb"))


def removed(path):
    path.unlink()


def replaced(path):
    shutil.copyfile(path, path.with_name("copy.plumb"))
    path.with_name("copy.plumb").replace(path)


def without_folder(path):
    path.parent.rename(path.parent.with_name("away"))


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "engagements"
    folder.mkdir()
    return folder / "halden.plumb"


@pytest.mark.parametrize("fault", [moved, removed, replaced, without_folder])
@pytest.mark.parametrize(
    "write",
    [
        lambda file: keep(file, note("second")),
        lambda file: file.keep_draft("d", "typed"),
        lambda file: file.attach_bytes(b"x" * 2_500_000, "x"),
    ],
    ids=["revision", "draft", "attachment"],
)
def test_nothing_is_called_kept(file, fault, write):
    keep(file, note("first"))
    before = file.moment
    fault(file.path)
    with pytest.raises(Gone, match=r"halden\.plumb is no longer in"):
        write(file)
    assert file.moment == before
    assert texts(file) == {"n1": ["first"]}


def test_work_goes_on_once_the_file_is_back(file, reopen):
    keep(file, note("first"))
    moved(file.path)
    with pytest.raises(Gone):
        keep(file, note("second"))
    file.path.with_name("elsewhere.plumb").rename(file.path)
    keep(file, note("third"))
    assert texts(reopen()) == {"n1": ["third"]}


def test_everything_can_be_saved_elsewhere(file, tmp_path):
    keep(file, note("first"))
    removed(file.path)
    file.backup(tmp_path / "copy.plumb")
    with EngagementFile.open(tmp_path / "copy.plumb", author="Anna") as copy:
        assert texts(copy) == {"n1": ["first"]}
