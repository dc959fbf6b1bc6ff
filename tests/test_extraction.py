"""What travels inside a memo comes out to the byte, and a hostile PDF brings nothing in."""

from __future__ import annotations

import io
import shutil
import zlib
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckmaker.build import build, make
from deckmaker.diagnostics import Severity
from deckmaker.extraction import MOST_BYTES, MOST_FILES, ExtractionError, extract

ROOT = Path(__file__).parents[1]
GALLERY = ROOT / "tests" / "gallery"
MINIMAL = """\
deckmaker: 1
meta:
  title: A bridge
  date: 2026-05-18
sections:
  - section: Summary
    title: It will be built
    points:
      - Soon
"""


def attached(path: Path) -> bytes:
    (data,) = make(path, only="memo", attach=True).files.values()
    return data


@pytest.fixture(scope="module")
def memo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("memo") / "memo.pdf"
    path.write_bytes(attached(GALLERY / "gallery.yaml"))
    return path


def test_briefing_data_and_pictures_come_out_to_the_byte(memo: Path, tmp_path: Path) -> None:
    written = extract(memo, tmp_path)
    assert written[0].name == "gallery.yaml"
    names = {path.relative_to(tmp_path).as_posix() for path in written}
    assert names >= {"gallery.yaml", "crossings.csv", "passengers.csv", "night.jpg", "flag.gif"}
    for name in names:
        assert (tmp_path / name).read_bytes() == (GALLERY / name).read_bytes()


def test_sources_do_not_travel(memo: Path, tmp_path: Path) -> None:
    written = extract(memo, tmp_path)
    assert not {"chronicle.txt", "hearing.txt"} & {path.name for path in written}


def test_what_comes_out_builds_the_same_memo_by_its_lock(tmp_path: Path) -> None:
    for name in ("briefing.yaml", "briefing.lock", "assets"):
        there = ROOT / name
        (shutil.copytree if there.is_dir() else shutil.copy)(there, tmp_path / name)
    memo = tmp_path / "memo.pdf"
    memo.write_bytes(attached(tmp_path / "briefing.yaml"))
    extract(memo, tmp_path / "out")
    shutil.copytree(tmp_path / "assets", tmp_path / "out" / "assets")  # the brand stays at home
    assert attached(tmp_path / "out" / "briefing.yaml") == memo.read_bytes()


@given(
    ends=st.sampled_from(["\n", "\r\n", "\r"]),
    mark=st.sampled_from([b"", b"\xef\xbb\xbf"]),
    comment=st.text(st.characters(exclude_categories=["C", "Z"]), max_size=200),
)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_the_bytes_of_a_briefing_they_come_back(
    ends: str, mark: bytes, comment: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("briefing")
    raw = mark + f"{MINIMAL}# {comment}\n".replace("\n", ends).encode()
    (folder / "briefing.yaml").write_bytes(raw)
    (folder / "memo.pdf").write_bytes(attached(folder / "briefing.yaml"))
    (path,) = extract(folder / "memo.pdf", folder / "out")
    assert path.read_bytes() == raw


def test_other_readers_find_the_same_files(memo: Path) -> None:
    with pikepdf.open(memo) as pdf:
        assert (
            pdf.attachments["gallery.yaml"].get_file().read_bytes()
            == (GALLERY / "gallery.yaml").read_bytes()
        )
        assert str(pdf.Root.AF[0].AFRelationship) == "/Source"


def test_a_memo_holds_nothing_unless_it_is_asked_to(tmp_path: Path) -> None:
    (data,) = make(GALLERY / "gallery.yaml", only="memo").files.values()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert not pdf.attachments
    (tmp_path / "memo.pdf").write_bytes(data)
    with pytest.raises(ExtractionError, match="--attach"):
        extract(tmp_path / "memo.pdf", tmp_path)


def test_whoever_attaches_notes_for_the_presenter_is_warned(tmp_path: Path) -> None:
    found = make(GALLERY / "gallery.yaml", only="memo", attach=True).diagnostics
    (warning,) = (each for each in found if each.rule == "M05")
    assert warning.severity is Severity.WARNING
    assert warning.span is not None
    path = tmp_path / "briefing.yaml"
    path.write_text(MINIMAL)
    assert not [d for d in make(path, attach=True).diagnostics if d.rule == "M05"]


def test_a_file_that_is_another_is_never_overwritten(memo: Path, tmp_path: Path) -> None:
    (tmp_path / "night.jpg").write_bytes(b"mine")
    with pytest.raises(ExtractionError, match=r"night\.jpg"):
        extract(memo, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["night.jpg"]
    (tmp_path / "night.jpg").unlink()
    assert extract(memo, tmp_path) == extract(memo, tmp_path)


def test_two_builds_with_enclosures_are_the_same_to_the_byte(tmp_path: Path) -> None:
    one, _ = build(GALLERY / "gallery.yaml", tmp_path / "one", only="memo", attach=True)
    two, _ = build(GALLERY / "gallery.yaml", tmp_path / "two", only="memo", attach=True)
    assert one[0].read_bytes() == two[0].read_bytes()


def hostile(memo: Path, folder: Path, spoil) -> Path:
    path = folder / "hostile.pdf"
    with pikepdf.open(memo) as pdf:
        spoil(pdf)
        pdf.save(path, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return path


@pytest.mark.parametrize(
    "name",
    [
        "../up.yaml",
        "/etc/passwd",
        "a/../../b",
        "C:\\x",
        "a\\b",
        "",
        ".",
        "..",
        "x\0y",
        "a\nb",
        "a:b",
    ],
)
def test_a_name_leads_nowhere_else(memo: Path, tmp_path: Path, name: str) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.Root.AF[0].UF = pikepdf.String(name)

    with pytest.raises(ExtractionError):
        extract(hostile(memo, tmp_path, spoil), tmp_path / "out")
    assert not (tmp_path / "out").exists()
    assert {path.name for path in tmp_path.iterdir()} == {"hostile.pdf"}


def test_a_bomb_is_not_unpacked(memo: Path, tmp_path: Path) -> None:
    bomb = zlib.compressobj(9)
    packed = b"".join(bomb.compress(bytes(10_000_000)) for _ in range(MOST_BYTES // 10_000_000 + 1))
    packed += bomb.flush()

    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.Root.AF[0].EF.F.write(packed, filter=pikepdf.Name.FlateDecode)

    with pytest.raises(ExtractionError, match="MB"):
        extract(hostile(memo, tmp_path, spoil), tmp_path / "out")


def test_many_files_are_too_many(memo: Path, tmp_path: Path) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.Root.AF = pikepdf.Array([pdf.Root.AF[0]] * (MOST_FILES + 1))

    with pytest.raises(ExtractionError, match="files"):
        extract(hostile(memo, tmp_path, spoil), tmp_path / "out")


def spoil_list(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AF = pikepdf.Array([1, pikepdf.String("no file")])


def spoil_stream(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AF[0].EF.F = pikepdf.String("no stream")


def spoil_filter(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AF[0].EF.F.write(b"00>", filter=pikepdf.Name.ASCIIHexDecode)


def spoil_data(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AF[0].EF.F.write(b"no zlib", filter=pikepdf.Name.FlateDecode)


def spoil_cut(pdf: pikepdf.Pdf) -> None:
    whole = pdf.Root.AF[0].EF.F.read_raw_bytes()
    pdf.Root.AF[0].EF.F.write(whole[: len(whole) // 2], filter=pikepdf.Name.FlateDecode)


@pytest.mark.parametrize("spoil", [spoil_list, spoil_stream, spoil_filter, spoil_data, spoil_cut])
def test_what_is_damaged_gives_nothing(memo: Path, tmp_path: Path, spoil) -> None:
    with pytest.raises(ExtractionError):
        extract(hostile(memo, tmp_path, spoil), tmp_path / "out")
    assert not (tmp_path / "out").exists()


@given(data=st.binary(max_size=300))
@settings(max_examples=50, deadline=None)
def test_what_is_no_pdf_is_told_so(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "memo.pdf").write_bytes(data)
    with pytest.raises(ExtractionError):
        extract(folder / "memo.pdf", folder / "out")
