"""Checked copies in a folder for them."""

from datetime import datetime

from engagements.casework import backups
from engagements.casework.case import Case


def test_a_backup_is_a_whole_engagement_named_by_its_time(desk, tmp_path):
    folder = tmp_path / "backups"
    desk.answer("SRC-1.1", "yes")
    before = datetime.now().replace(microsecond=0)
    path = backups.back_up(desk.case, folder)
    found = backups.shelf(folder, desk.case.path)
    assert found.count == 1
    assert found.newest is not None
    assert before <= found.newest <= datetime.now()
    copy = Case.open(path, author="x", read_only=True)
    assert copy.snapshot.heads == desk.case.snapshot.heads
    copy.close()


def test_the_oldest_go_and_other_files_stay(desk, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    stem = desk.case.path.stem
    for day in range(1, backups.MOST + 4):
        (folder / f"{stem} 2026-01-{day:02} 10-00-00.plumb").touch()
    others = [folder / "mine.plumb", folder / "other 2026-01-01 10-00-00.plumb"]
    for path in others:
        path.touch()
    kept = backups.back_up(desk.case, folder)
    assert backups.shelf(folder, desk.case.path).count == backups.MOST
    assert backups.shelf(folder).count == backups.MOST + 1
    assert kept.exists()
    assert all(path.exists() for path in others)
    assert not (folder / f"{stem} 2026-01-01 10-00-00.plumb").exists()


def test_without_a_folder_there_is_nothing(tmp_path):
    assert backups.shelf(tmp_path / "none") == backups.Shelf(0, None)
