"""Kits from elsewhere that mean harm or are damaged: each refused in one sentence."""

import struct
import warnings
import zipfile
import zlib
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from engagements.problem import Problem
from report_templates import fonts, logo, shelf
from report_templates.brand import FILE, MOST_FAULTS, BrandKit, BrandProblem, checked
from tests.report_templates.test_brand import PATH, svg


def packed(*entries, how=zipfile.ZIP_DEFLATED):
    target = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w", how) as archive:
        warnings.simplefilter("ignore")  # two entries of one name are meant
        for name, data in entries:
            archive.writestr(name, data)
    return target.getvalue()


def taken(tmp_path, data):
    path = tmp_path / "kit from elsewhere.zip"
    path.write_bytes(data)
    return shelf.take_in(path)


def encrypted():
    data = bytearray(packed((FILE, b"firm = 'x'\n")))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        at = data.index(mark) + (6 if mark[2] == 3 else 8)
        data[at] |= 1
    return bytes(data)


def damaged():
    data = bytearray(packed((FILE, b"firm = 'abcdefgh'\n" * 50)))
    at = data.index(FILE.encode()) + len(FILE)
    data[at : at + 8] = b"\xff" * 8
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (packed((FILE, b""), ("a.txt", b"1"), ("a.txt", b"2")), "two files of one name"),
        (packed((FILE, b""), *((f"{n}.txt", b"") for n in range(10_000))), "too large"),
        (packed((FILE, b"\0" * 50_000_000)), "too large"),
        (packed(("else.txt", b"")), "no brand.toml"),
        (encrypted(), "not a brand kit"),
        (damaged(), "not a brand kit"),
    ],
)
def test_an_archive_that_is_none_of_a_kits_is_refused(tmp_path, data, words):
    with pytest.raises(Problem, match=words):
        taken(tmp_path, data)


def test_nothing_of_an_archive_lies_outside_of_its_kit(tmp_path):
    names = ("../../evil.txt", "/etc/evil.txt", "..\\evil.txt", "C:evil.txt")
    kit = taken(tmp_path, packed((FILE, b"firm = 'x'"), *((one, b"") for one in names)))
    assert set(kit.files) == {FILE}
    for one in names:
        with pytest.raises(Problem, match="lies outside"):
            BrandKit.from_bytes(packed((FILE, b""), (one, b"")))


def test_a_link_out_of_a_folder_is_not_followed(tmp_path):
    folder = tmp_path / "kit"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (folder / FILE).write_text("firm = 'x'")
    (folder / "note.txt").symlink_to(tmp_path / "secret.txt")
    assert set(BrandKit.load(folder).files) == {FILE}


@pytest.mark.parametrize(
    ("toml", "cause"),
    [
        (b"firm = '\xff\xfe'", "cannot be read"),
        ("firm = 'x'".encode("utf-16"), "cannot be read"),
        (b"firm = " + b"[" * 5000, "cannot be read"),
        (b"heading_weight = " + b"9" * 5000, "cannot be read"),
        (b"# " + b"x" * 70_000, "larger than 64 kB"),
        (b"[firm]\nname = 'x'", "text in quotes"),
        (b"[extra.deep]\nname = 'x'", "not a field"),
        (b".".join([b"a"] * 5000) + b" = 1", "not a field"),
        (b"x" * 60_000 + b" = 1", "not a field"),
        (b"firm = '" + b"x" * 60_000 + b"'", "at most 60"),
    ],
)
def test_settings_that_cannot_be_meant_are_refused_in_a_short_sentence(toml, cause):
    with pytest.raises(BrandProblem) as caught:
        checked("kit", {FILE: toml})
    (fault,) = caught.value.faults
    assert cause in fault.cause
    assert len(str(caught.value)) < 500


def test_of_thousands_of_faults_the_first_are_named():
    toml = "".join(f"x{n} = 1\n" for n in range(4000)).encode()
    with pytest.raises(BrandProblem) as caught:
        checked("kit", {FILE: toml})
    assert len(caught.value.faults) == MOST_FAULTS


def bomb(width, height):
    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        logo.PNG + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("name", "data", "cause"),
    [
        ("a.png", bomb(60_000, 60_000), "megapixels"),
        ("a.png", bomb(400, 400), "not a readable PNG"),
        ("a.svg", svg(PATH).decode().encode("utf-16"), "not a readable SVG"),
        ("a.svg", svg('<path d="M0 0H1e999V1Z"/>'), "too large"),
        ("a.svg", svg('<path d="M0 0H1e300V1Z"/>'), "too large"),
        ("a.svg", svg(PATH, box="0 0 nan nan"), "too large"),
        ("a.svg", svg(PATH, box="0 0 1e-320 1"), "no size"),
        ("a.svg", svg('<path d="M0 0' + "H1" * 30_000 + '"/>'), "too many points"),
        ("a.svg", svg("<g>" * 20_000 + "</g>" * 20_000), "no path"),
        ("a.svg", svg('<a href="http://x"><path d="M0 0H1V1Z"/></a>'), "only paths"),
        ("a.svg", svg("<style>@import url(http://x)</style>"), "only paths"),
    ],
)
def test_a_logo_that_means_harm_is_refused(name, data, cause):
    with pytest.raises(ValueError, match=cause):
        logo.read(name, data)


def face(**changed):
    font = TTFont(fonts.BUNDLED["InterTab-Regular"])
    for table, (name, value) in changed.items():
        setattr(font[table.replace("OS2", "OS/2")], name, value)
    target = BytesIO()
    font.save(target)
    return target.getvalue()


def test_a_face_that_may_not_be_embedded_is_refused():
    with pytest.raises(ValueError, match="does not allow embedding"):
        fonts.read(face(OS2=("fsType", fonts.RESTRICTED)), "a.ttf")


@pytest.mark.parametrize("share", [0.001, 0.02, 0.3, 0.7, 0.99])
def test_a_face_that_is_cut_off_is_refused(share):
    data = fonts.BUNDLED["InterTab-Regular"].read_bytes()
    with pytest.raises(ValueError, match=r"a\.ttf"):
        fonts.read(data[: int(len(data) * share)], "a.ttf")


def test_a_face_whose_tables_lie_is_refused():
    data = bytearray(fonts.BUNDLED["InterTab-Regular"].read_bytes())
    for table in (b"head", b"hhea", b"loca", b"maxp"):
        spoiled = bytearray(data)
        at = spoiled.index(table) + 8
        spoiled[at : at + 8] = struct.pack(">II", 12, 4)
        with pytest.raises(ValueError, match=r"a\.ttf"):
            fonts.read(bytes(spoiled), "a.ttf")
