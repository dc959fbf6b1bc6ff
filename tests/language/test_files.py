"""Files that a briefing names: none outside its folder, and pictures that are pictures."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from PIL import Image
from pydantic_core import PydanticCustomError

from deckmaker.language.files import inside, nearest_file, read_inside
from deckmaker.language.pictures import read_picture


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inner = tmp_path / "briefing"
    (inner / "data").mkdir(parents=True)
    (inner / "data" / "a.csv").write_bytes(b"a,b\n1,2\n")
    (tmp_path / "secret").write_bytes(b"secret")
    return inner


def refused(name: str, folder: Path, limit: int = 100) -> str:
    with pytest.raises(PydanticCustomError) as caught:
        read_inside(name, {"folder": folder}, limit)
    return caught.value.type


@pytest.mark.parametrize("name", ["data/a.csv", "./data/a.csv", "data/../data/a.csv"])
def test_a_file_below_the_folder_is_read(name: str, folder: Path) -> None:
    assert read_inside(name, {"folder": folder}, 100) == b"a,b\n1,2\n"


@pytest.mark.parametrize(
    "name",
    [
        "../secret",
        "data/../../secret",
        "/etc/passwd",
        "..",
        "data\\..\\..\\secret",
        "C:\\secret",
        "file:///etc/passwd",
        "https://example.org/a.csv",
        "a\0b",
    ],
)
def test_no_path_leaves_the_folder(name: str, folder: Path) -> None:
    assert refused(name, folder) == "F002"


def test_a_link_out_of_the_folder_is_not_followed(folder: Path) -> None:
    (folder / "link").symlink_to(folder.parent / "secret")
    (folder / "away").symlink_to(folder.parent, target_is_directory=True)
    assert refused("link", folder) == "F002"
    assert refused("away/secret", folder) == "F002"


def test_a_link_within_the_folder_is(folder: Path) -> None:
    (folder / "link.csv").symlink_to(folder / "data" / "a.csv")
    assert read_inside("link.csv", {"folder": folder}, 100)


def test_a_link_to_itself_is_refused(folder: Path) -> None:
    (folder / "loop").symlink_to(folder / "loop")
    assert refused("loop", folder) in {"F001", "F002"}


def test_what_is_no_plain_file_is_refused(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    assert refused("pipe", folder) == "F001"
    assert refused("data", folder) == "F001"
    assert refused("x" * 5000, folder) == "F001"


def test_a_large_file_is_refused_unread(folder: Path) -> None:
    assert refused("data/a.csv", folder, limit=3) == "F005"


def test_a_file_that_may_be_absent_must_still_lie_inside(folder: Path) -> None:
    assert inside("not/there.txt", {"folder": folder}).name == "there.txt"
    with pytest.raises(PydanticCustomError):
        inside("../there.txt", {"folder": folder})


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, format=kind, **options)
    return out.getvalue()


@pytest.mark.parametrize(("kind", "format_"), [("PNG", "png"), ("JPEG", "jpeg"), ("GIF", "gif")])
def test_a_picture_is_known_by_its_content(kind: str, format_: str) -> None:
    raw = saved(Image.new("RGB", (30, 20), "red"), kind)
    picture = read_picture(raw, "wrong-ending.txt")
    assert (picture.format, picture.width, picture.height) == (format_, 30, 20)
    assert picture.data == raw


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF"])
def test_a_picture_cut_off_anywhere_is_refused(kind: str) -> None:
    raw = saved(Image.effect_noise((40, 30), 60).convert("RGB"), kind)
    for part in (0.1, 0.5, 0.9):
        with pytest.raises(PydanticCustomError) as caught:
            read_picture(raw[: int(len(raw) * part)], "x.png")
        assert caught.value.type == "F004"


@pytest.mark.parametrize("kind", ["BMP", "TIFF", "WEBP"])
def test_other_formats_are_refused_by_name(kind: str) -> None:
    with pytest.raises(PydanticCustomError, match=r"F004|it is a") as caught:
        read_picture(saved(Image.new("RGB", (3, 2)), kind), "x")
    assert caught.value.type == "F004"


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked() -> None:
    raw = bytearray(saved(Image.new("1", (8, 8)), "PNG"))
    raw[16:24] = (60_000).to_bytes(4, "big") * 2
    import zlib

    raw[29:33] = zlib.crc32(bytes(raw[12:29])).to_bytes(4, "big")
    with pytest.raises(PydanticCustomError) as caught:
        read_picture(bytes(raw), "x.png")
    assert caught.value.type == "F005"


def test_a_photograph_is_turned_as_the_camera_was() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    picture = read_picture(saved(Image.new("RGB", (30, 20)), "JPEG", exif=exif), "x.jpg")
    assert (picture.width, picture.height) == (20, 30)


def test_the_nearest_file_of_the_folder_is_named_from_the_briefing(folder: Path) -> None:
    context = {"folder": folder}
    (folder / "data" / "a.csw").mkdir()
    assert nearest_file(inside("data/b.csv", context), context) == "data/a.csv"
    assert nearest_file(inside("data/nothing like it", context), context) is None
    assert nearest_file(inside("no folder/a.csv", context), context) is None
    assert nearest_file(folder.parent / "secrets", context) is None
