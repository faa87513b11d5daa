"""A framework is read whole or refused in a sentence, and packs into an engagement."""

import shutil

import pytest

from engagements.framework.load import MLOPS, languages, load, mlops, pack, unpack
from engagements.problem import Problem


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(MLOPS, tmp_path / "mlops")


def edit(path, before, after):
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def test_the_one_that_comes_along_is_read_once():
    assert mlops() is mlops()


def test_a_folder_loads_to_the_same_values(folder):
    assert load(folder) == mlops()


def test_another_language_is_another_texts_file(folder):
    texts = (folder / "texts.en.toml").read_text(encoding="utf-8")
    dutch = texts.replace('language = "en"', 'language = "nl"').replace(
        'title = "Model code lives in Git"', 'title = "De code staat in Git"'
    )
    (folder / "texts.nl.toml").write_text(dutch, encoding="utf-8")
    assert languages(folder) == ("de", "en", "nl")
    framework = load(folder, "nl")
    assert framework.language == "nl"
    assert framework.criterion["SRC-1.1"].title == "De code staat in Git"
    assert framework.action == mlops().action


def test_a_language_it_does_not_have_is_refused(folder):
    with pytest.raises(Problem, match=r"texts\.fr\.toml: missing file"):
        load(folder, "fr")


def test_a_faulty_folder_is_refused_with_its_first_fault(folder):
    edit(folder / "framework.toml", 'builds_on = ["SRC-1.3"]', 'builds_on = ["SRC-9.9"]')
    with pytest.raises(Problem, match=r"framework\.toml: SRC-3\.1: unknown criterion 'SRC-9\.9'"):
        load(folder)


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(Problem, match="no such file"):
        load(tmp_path / "nowhere")


def test_the_same_folder_packs_to_the_same_bytes(folder):
    (folder / "notes.txt").write_text("not part of it", encoding="utf-8")
    assert pack(folder) == pack()


def test_what_was_packed_unpacks_to_the_same_values():
    assert unpack(pack()) == mlops()


def test_a_kept_framework_without_the_language_speaks_english():
    assert unpack(pack(), "fr").language == "en"


@pytest.mark.parametrize(
    "data", [b"", b"\xff\x00", b"[]", b'{"framework.toml": 1}', b"{}", b"[" * 100_000]
)
def test_kept_bytes_that_are_no_framework_are_refused(data):
    with pytest.raises(Problem, match="framework kept in this engagement"):
        unpack(data)


def test_a_kept_framework_opens_though_a_text_is_unused(folder):
    with (folder / "texts.en.toml").open("a", encoding="utf-8") as file:
        file.write('\n[roles.XX]\nname = "Nobody"\nknows = "Nothing"\n')
    with pytest.raises(Problem, match="nothing uses"):
        load(folder)
    assert unpack(pack(folder)) == mlops()
