import pytest

from app.starting import Starting


@pytest.fixture
def mark(tmp_path):
    return tmp_path / "data" / "starting"


def test_two_bad_starts_in_a_row_make_the_third_a_safe_one(mark):
    assert [Starting(mark).begin() for _ in range(4)] == [False, False, True, True]


def test_a_start_that_rested_counts_as_good(mark):
    assert not Starting(mark).begin()
    second = Starting(mark)
    assert not second.begin()
    second.rest()
    second.rest()
    assert [Starting(mark).begin() for _ in range(2)] == [False, False]


@pytest.mark.parametrize("text", ["", "many", "-3", "9" * 40, "\xff"])
def test_a_mark_that_makes_no_sense_counts_for_nothing(mark, text):
    mark.parent.mkdir()
    mark.write_bytes(text.encode("latin-1"))
    assert not Starting(mark).begin()


def test_a_folder_that_cannot_be_written_stops_no_start(tmp_path):
    (tmp_path / "data").touch()
    one = Starting(tmp_path / "data" / "starting")
    assert not one.begin()
    one.rest()
