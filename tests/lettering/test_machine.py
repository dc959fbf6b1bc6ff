"""The folders of fonts become families."""

from pathlib import Path

import pytest

from deckmaker.lettering.machine import Machine, font_folders
from fontmaking import collection, made


@pytest.fixture
def folder(tmp_path):
    def add(name, family, **kinds):
        made(family, "กข", **kinds).save(tmp_path / name)

    add("b.ttf", "Alpha", weight=700)
    add("a.ttf", "Alpha")
    add("i.ttf", "Alpha", italic=True)
    add("light.ttf", "Alpha", weight=300)
    add("black.ttf", "Solo Black", weight=900)
    add("c.otf", "Gamma", cff=True)
    collection(tmp_path / "z.ttc", made("Delta SC", "ก"), made("Delta TC", "ก", weight=700),
               made("Delta TC", "ก"))  # fmt: skip
    return tmp_path


def test_a_family_has_the_faces_whose_weights_are_nearest(folder):
    family = Machine([folder]).family("alpha")
    assert family.name == "Alpha"
    files = (family.regular, family.bold, family.italic, family.bold_italic)
    assert [path.name for path in files] == ["a.ttf", "b.ttf", "i.ttf", "b.ttf"]


def test_the_regular_face_stands_in_and_is_given_room_to_be_emboldened(folder):
    family = Machine([folder]).family("Gamma")
    assert {family.regular, family.bold, family.italic, family.bold_italic} == {folder / "c.otf"}
    assert family.slack(bold=True, italic=False) > 1
    assert family.slack(bold=False, italic=True) == 1


def test_faces_of_a_collection_are_told_apart(folder):
    machine = Machine([folder])
    assert machine.family("Delta SC").indices == (0, 0, 0, 0)
    assert machine.family("Delta TC").indices == (2, 1, 2, 1)


def test_a_family_without_a_regular_face_is_none(folder):
    machine = Machine([folder])
    assert "solo black" in machine.names
    assert machine.family("Solo Black") is None
    assert machine.family("Unheard Of") is None


def test_the_first_folder_goes_before_the_second(folder, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    made("Alpha", "ก").save(other / "z.ttf")
    assert Machine([other, folder]).family("Alpha").regular == other / "z.ttf"


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, ["/h/.local/share/fonts", "/h/.fonts", "/usr/share/fonts"]),
        ("linux", {"XDG_DATA_HOME": "/d", "XDG_DATA_DIRS": "/x:/y"}, ["/d/fonts", "/y/fonts"]),
        ("darwin", {}, ["/h/Library/Fonts", "/Library/Fonts", "/System/Library/Fonts"]),
        ("win32", {"WINDIR": "/w", "LOCALAPPDATA": "/l"},
         ["/l/Microsoft/Windows/Fonts", "/w/Fonts"]),
    ],
)  # fmt: skip
def test_each_platform_has_its_folders(platform, environment, expected):
    folders = [path.as_posix() for path in font_folders(platform, environment, Path("/h"))]
    assert [path for path in folders if path in expected] == expected
