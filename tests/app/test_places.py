"""All folders in one object."""

from pathlib import Path

from app.places import HOME_VARIABLE, Places


def test_everything_lies_under_the_given_root(tmp_path):
    places = Places.under(tmp_path / "home").ready()
    for folder in places.folders().values():
        assert folder.is_dir()
        assert tmp_path in folder.parents
        assert folder.stat().st_mode & 0o077 == 0
    assert places.index.parent == places.data


def test_nothing_is_made_before_it_is_asked_for(tmp_path):
    Places.under(tmp_path / "home")
    assert not list(tmp_path.iterdir())


def test_the_environment_can_move_everything(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    assert Places.standard() == Places.under(tmp_path)


def test_by_default_engagements_lie_in_the_documents(tmp_path, monkeypatch):
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "Papers"))
    places = Places.standard()
    assert places.engagements == tmp_path / "Papers" / "Plumbline"
    assert Path(tmp_path) in places.log.parents
