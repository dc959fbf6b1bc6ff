import struct

import pytest

from deckmaker.branding.brandfile import DATA
from deckmaker.branding.fontfiles import inspected
from deckmaker.diagnostics import Severity

CARLITO = (DATA / "fonts/carlito/Carlito-Regular.ttf").read_bytes()


def test_base_text_is_the_sans_voice_and_headings_the_serif(house):
    brand = house.brand("typography: {base: Georgia, headings: {family: Calibri}}")
    assert (brand.sans.name, brand.serif.name) == ("Georgia", "Calibri")
    assert brand.sans.regular.name == "Gelasio-Regular.ttf"


def test_headings_follow_base_text(house):
    brand = house.brand("typography: {base: Carlito}")
    assert brand.serif == brand.sans
    assert brand.sans.name == "Carlito"


def test_a_family_list_names_its_first(house):
    assert house.brand("typography: {base: \"'Calibri', sans-serif\"}").sans.name == "Calibri"


def test_a_family_that_cannot_be_measured_is_an_error_with_the_mend(house):
    error = house.error("typography: {base: Calibry}")
    assert error.rule == "S008"
    assert "`Calibry`" in error.message
    assert error.hints[0] == "did you mean `Calibri`?"
    assert any("defaults.deckmaker.twin" in hint for hint in error.hints)


def test_a_font_to_be_had_from_the_network_is_not_fetched(house):
    error = house.error(
        """
        typography:
          fonts: [{family: Open Sans, source: google}]
          base: Open Sans
        """
    )
    assert error.rule == "S008"


def test_a_shipped_family_may_be_named_as_twin(house):
    brand = house.brand(
        """
        typography: {base: Corporate Sans, headings: Georgia}
        defaults: {deckmaker: {twin: {Corporate Sans: carlito}}}
        """
    )
    assert brand.sans.name == "Corporate Sans"
    assert brand.sans.bold.name == "Carlito-Bold.ttf"


def test_a_twin_may_be_files(house):
    for style in ("Regular", "Bold", "Italic", "BoldItalic"):
        house.add_font(f"fonts/Acme-{style}.ttf", f"carlito/Carlito-{style}.ttf")
    brand = house.brand(
        """
        typography: {base: Acme Sans}
        defaults:
          deckmaker:
            twin:
              Acme Sans:
                regular: fonts/Acme-Regular.ttf
                bold: fonts/Acme-Bold.ttf
                italic: fonts/Acme-Italic.ttf
                bold_italic: fonts/Acme-BoldItalic.ttf
        """
    )
    assert brand.serif == brand.sans
    assert [path.name for path in (brand.sans.regular, brand.sans.bold_italic)] == [
        "Acme-Regular.ttf",
        "Acme-BoldItalic.ttf",
    ]


@pytest.mark.parametrize(
    "files",
    [
        "[a.ttf, b.ttf, c.ttf, d.ttf]",
        "[{path: a.ttf}, {path: b.ttf, weight: 700}, {path: c.ttf, style: italic},"
        " {path: d.ttf, weight: bold, style: italic}]",
    ],
)
def test_a_familys_own_files_are_told_apart(house, files):
    for name, style in zip("abcd", ("Regular", "Bold", "Italic", "BoldItalic"), strict=True):
        house.add_font(f"{name}.ttf", f"carlito/Carlito-{style}.ttf")
    brand = house.brand(
        f"""
        typography:
          fonts:
            - {{family: Acme, source: file, files: {files}}}
          base: Acme
        """
    )
    paths = (brand.sans.regular, brand.sans.bold, brand.sans.italic, brand.sans.bold_italic)
    assert [path.stem for path in paths] == list("abcd")


def test_a_family_without_italics_is_set_upright_with_a_warning(house):
    house.add_font("a.ttf")
    house.add_font("b.ttf", "carlito/Carlito-Bold.ttf")
    brand, warnings = house.read(
        """
        typography: {base: Acme}
        defaults: {deckmaker: {twin: {Acme: {regular: a.ttf, bold: b.ttf}}}}
        """
    )
    assert brand.sans.italic == brand.sans.regular
    assert {(w.rule, w.severity) for w in warnings} == {("S008", Severity.WARNING)}


@pytest.mark.parametrize(
    ("twin", "words"),
    [
        ("{regular: a.ttf}", "lacks the file of its bold face"),
        ("{regular: a.ttf, bold: gone.ttf}", "there is no file `gone.ttf`"),
        ("{regular: a.ttf, bold: ../../b.ttf}", "leads out of the briefing's folder"),
        ("{regular: a.ttf, bold: words.ttf}", "words.ttf is not a TrueType font"),
        ("{regular: a.ttf, bold: a.ttf, oblique: a.ttf}", "not a key"),
        ("Gelasia", "no family `Gelasia` ships"),
    ],
)
def test_a_twin_that_cannot_be_used_is_an_error(house, twin, words):
    house.add_font("a.ttf")
    (house.folder / "words.ttf").write_text("not a font")
    errors = house.errors(
        f"""
        typography: {{base: Acme, headings: Georgia}}
        defaults: {{deckmaker: {{twin: {{Acme: {twin}}}}}}}
        """
    )
    assert len(errors) == 1
    assert words in errors[0].message


def test_a_twin_for_a_family_that_is_not_used_is_a_warning(house):
    _, warnings = house.read("defaults: {deckmaker: {twin: {Calibre: carlito}}}")
    assert [w.rule for w in warnings] == ["S008"]


def with_table(font, tag, change):
    """`font` with the content of the table `tag` changed in place."""
    data = bytearray(font)
    for index in range(struct.unpack_from(">H", data, 4)[0]):
        name, _, offset, _ = struct.unpack_from(">4sLLL", data, 12 + 16 * index)
        if name == tag:
            change(data, 12 + 16 * index, offset)
    return bytes(data)


def test_a_font_that_cannot_be_embedded_or_measured_is_refused():
    def rename(data, entry, offset):
        data[entry : entry + 4] = b"fvar"

    def restrict(data, entry, offset):
        struct.pack_into(">H", data, offset + 8, 0x0002)

    assert inspected(CARLITO).weight == 400
    assert "variable" in inspected(with_table(CARLITO, b"prep", rename))
    assert "licence" in inspected(with_table(CARLITO, b"OS/2", restrict))
    assert "CFF" in inspected(b"OTTO" + CARLITO[4:])
    assert "web font" in inspected(b"wOF2" + CARLITO[4:])
    assert "collection" in inspected(b"ttcf" + CARLITO[4:])
    assert "not a TrueType" in inspected(b"")


@pytest.mark.parametrize("length", [4, 6, 30, 300, 2000, 60000])
def test_a_font_cut_short_is_refused(length):
    assert isinstance(inspected(CARLITO[:length]), str)
