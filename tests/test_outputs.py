"""Finished files appear together or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.outputs import slug, write_together


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Putin–Zelensky meeting", "putin-zelensky-meeting"),
        ("  Wasser & Brot: die Lage  ", "wasser-brot-die-lage"),
        ("Élections à l'étranger", "elections-a-letranger"),
        ("The [*Zeitenwende*]{lang=de} of [May](https://example.org)", "the-zeitenwende-of-may"),
        ("Київ і область", "київ-і-область"),
        ("हिन्दी में पुल", "हिन्दी-में-पुल"),
        ("الجسر الدوّار", "الجسر-الدوّار"),
        ("../../etc/passwd", "etc-passwd"),
        ("???", "briefing"),
    ],
)
def test_a_title_becomes_a_readable_file_name(title: str, name: str) -> None:
    assert slug(title) == name


@given(st.text())
def test_no_title_makes_a_name_that_leaves_its_folder(title: str) -> None:
    name = slug(title)
    assert name
    assert Path(name).name == name
    assert not name.startswith(".")
    assert len(name) <= 60
    assert len(name.encode()) <= 180


def test_both_files_are_written_whole(tmp_path: Path) -> None:
    files = {tmp_path / "new" / "a.pptx": b"deck", tmp_path / "new" / "b.pdf": b"memo"}
    write_together(files)
    assert {path: path.read_bytes() for path in (tmp_path / "new").iterdir()} == files


def test_a_new_file_is_as_readable_as_any_other(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    write_together({tmp_path / "deck": b""})
    assert stat.S_IMODE((tmp_path / "deck").stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)


def test_where_one_file_cannot_be_written_neither_changes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").mkdir()
    with pytest.raises(OSError, match="folder"):
        write_together({tmp_path / "a": b"new", tmp_path / "b": b"new"})
    assert (tmp_path / "a").read_bytes() == b"old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a", "b"]


def test_an_interruption_between_the_files_leaves_the_earlier_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_bytes(b"old a")
    (tmp_path / "b").write_bytes(b"old b")
    rename, calls = os.replace, []

    def interrupted(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) == 2:
            raise KeyboardInterrupt
        rename(source, target)

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_together({tmp_path / "a": b"new a", tmp_path / "b": b"new b"})
    assert (tmp_path / "a").read_bytes() == b"old a"
    assert (tmp_path / "b").read_bytes() == b"old b"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a", "b"]


def test_an_interruption_leaves_no_new_file_where_none_stood(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename, calls = os.replace, []

    def interrupted(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) == 2:
            raise KeyboardInterrupt
        rename(source, target)

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_together({tmp_path / "a": b"new a", tmp_path / "b": b"new b"})
    assert list(tmp_path.iterdir()) == []
