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
from deckmaker.diagnostics import BriefingError, Severity
from deckmaker.extraction import MOST_BYTES, MOST_FILES, ExtractionError, extract
from deckmaker.verification import verify
from judges.tags import check_tags
from judges.validators import pdf_standard

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
        *("../up.yaml", "/etc/passwd.csv", "a/../../b.csv", "a//b.csv", "", ".", ".."),
        *("C:\\x.csv", "a\\b.csv", "x\0y.csv", "a\nb.csv", "a:b.csv", "a\u202eb.csv", "a|b.csv"),
        *(".git/config", ".ssh/authorized_keys", "a/.envrc", ".csv", "run.sh", "a.yaml.exe", "a"),
        *("con.csv", "LPT1.yaml", "a.csv.", "a.csv ", "b /a.csv", "x" * 300 + ".csv"),
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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("b.yaml", "b.yaml"),
        ("b.yaml", "B.yaml"),
        ("\u00e9.csv", "e\u0301.csv"),
        ("a.csv", "a.csv/b.csv"),
        ("a.csv/b.csv", "A.csv"),
    ],
)
def test_two_files_in_one_place_are_refused(
    memo: Path, tmp_path: Path, one: str, other: str
) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.Root.AF[0].UF = pikepdf.String(one)
        pdf.Root.AF[1].UF = pikepdf.String(other)

    with pytest.raises(ExtractionError, match="one place"):
        extract(hostile(memo, tmp_path, spoil), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_link_leads_out_of_no_folder(memo: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "sub").symlink_to(tmp_path / "elsewhere")

    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.Root.AF[0].UF = pikepdf.String("sub/b.yaml")

    with pytest.raises(ExtractionError, match="leads out"):
        extract(hostile(memo, tmp_path, spoil), tmp_path / "out")
    assert not list((tmp_path / "elsewhere").iterdir())


def test_what_is_needed_to_read_a_pdf_is_no_bomb_either(memo: Path, tmp_path: Path) -> None:
    path = tmp_path / "bomb.pdf"
    with pikepdf.open(memo) as pdf:
        pdf.Root.Bomb = pdf.make_indirect(pikepdf.String("x" * (MOST_BYTES + 1)))
        pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert path.stat().st_size < MOST_BYTES / 100
    with pytest.raises(ExtractionError):
        extract(path, tmp_path / "out")


@pytest.mark.parametrize(
    "name",
    [
        "foto \u202fPM.png",
        "\u0646\u0645\u0648\u0646\u0647\u200c\u0647\u0627.png",
        "a b.png",
        "Žádosti.png",
    ],
)
def test_names_of_many_languages_travel(tmp_path: Path, name: str) -> None:
    shutil.copy(GALLERY / "crossing.png", tmp_path / name)
    picture = f"    image: {{ file: '{name}', alt: The crossing at dusk }}\n"
    raw = MINIMAL.replace("    points:\n      - Soon\n", picture).encode()
    (tmp_path / "briefing.yaml").write_bytes(raw)
    (tmp_path / "memo.pdf").write_bytes(attached(tmp_path / "briefing.yaml"))
    written = extract(tmp_path / "memo.pdf", tmp_path / "out")
    assert [path.name for path in written] == ["briefing.yaml", name]
    with pikepdf.open(tmp_path / "memo.pdf") as pdf:
        assert set(pdf.attachments) == {"briefing.yaml", name}


def test_a_file_travels_under_the_name_that_was_typed(tmp_path: Path) -> None:
    shutil.copy(GALLERY / "crossing.png", tmp_path / "real.png")
    (tmp_path / "current.png").symlink_to("real.png")
    picture = "    image: { file: ./current.png, alt: The crossing at dusk }\n"
    raw = MINIMAL.replace("    points:\n      - Soon\n", picture).encode()
    (tmp_path / "briefing.yaml").write_bytes(raw)
    (tmp_path / "memo.pdf").write_bytes(attached(tmp_path / "briefing.yaml"))
    extract(tmp_path / "memo.pdf", tmp_path / "out")
    assert attached(tmp_path / "out" / "briefing.yaml") == attached(tmp_path / "briefing.yaml")


def test_a_name_that_some_system_does_not_take_is_told_at_once(tmp_path: Path) -> None:
    shutil.copy(GALLERY / "crossing.png", tmp_path / "a:b.png")
    picture = "    image: { file: 'a:b.png', alt: The crossing at dusk }\n"
    raw = MINIMAL.replace("    points:\n      - Soon\n", picture).encode()
    (tmp_path / "briefing.yaml").write_bytes(raw)
    with pytest.raises(BriefingError) as error:
        attached(tmp_path / "briefing.yaml")
    (problem,) = error.value.diagnostics
    assert problem.rule == "F006"
    assert problem.span is not None
    assert problem.span.line == 8


def spoil_predictor(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AF[0].EF.F.DecodeParms = pikepdf.Dictionary(Predictor=12, Columns=4)


def spoil_name(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AF[0].UF = 5


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


@pytest.mark.parametrize(
    "spoil",
    [spoil_list, spoil_stream, spoil_filter, spoil_data, spoil_cut, spoil_predictor, spoil_name],
)
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


def test_a_password_is_asked_for(memo: Path, tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    with pikepdf.open(memo) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(ExtractionError, match="password"):
        extract(path, tmp_path / "out")


def test_whoever_attaches_without_a_lock_is_warned(tmp_path: Path) -> None:
    path = tmp_path / "briefing.yaml"
    source = "source: { file: minutes.txt, cite: Minutes }\nsections:"
    path.write_text(MINIMAL.replace("sections:", source))
    (tmp_path / "minutes.txt").write_text("Soon, they said.\n")
    assert "M06" in [d.rule for d in make(path, attach=True).diagnostics]
    verify(path, {})
    assert "M06" not in [d.rule for d in make(path, attach=True).diagnostics]


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_a_memo_with_files_inside_is_for_everyone_and_for_archives(
    memo: Path, profile: str
) -> None:
    data = memo.read_bytes()
    assert pdf_standard(data, profile) == []
    assert check_tags(data) == []
