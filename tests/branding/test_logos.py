import io
import struct
import zlib

import pytest
from PIL import Image

from deckmaker.branding.logos import MAX_LOGO_BYTES, picture


def png(width=40, height=20, colour="teal"):
    stream = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(stream, "PNG")
    return stream.getvalue()


def huge_png(width, height):
    """A PNG of a few bytes that claims to be huge."""
    header = struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)

    def chunk(kind, data):
        return (
            struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))
        )

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.fixture
def pictured(house):
    (house.folder / "a.png").write_bytes(png())
    (house.folder / "dark.png").write_bytes(png(colour="white"))
    stream = io.BytesIO()
    Image.new("RGB", (30, 30)).save(stream, "JPEG")
    (house.folder / "b.jpg").write_bytes(stream.getvalue())
    return house


def test_no_logo(house):
    brand = house.brand("meta: {name: Acme}")
    assert brand.logo is None
    assert brand.logo_on_dark is None


@pytest.mark.parametrize(
    ("logo", "alt"),
    [
        ("a.png", "Acme logo"),
        ("{path: a.png, alt: A teal bar}", "A teal bar"),
        ("{medium: a.png, small: b.jpg}", "Acme logo"),
        ("{images: {bar: {path: a.png, alt: A bar}}, large: bar}", "A bar"),
        ("{images: {bar: a.png}, medium: bar, large: b.jpg}", "Acme logo"),
    ],
)
def test_forms_of_a_logo(pictured, logo, alt):
    brand = pictured.brand(f"meta: {{name: Acme}}\nlogo: {logo}")
    assert (brand.logo.format, brand.logo.width, brand.logo.height) == ("png", 40, 20)
    assert brand.logo.alt == alt
    assert brand.logo.data == (pictured.folder / "a.png").read_bytes()
    assert brand.logo_on_dark is None


def test_light_and_dark_variants(pictured):
    brand = pictured.brand(
        """
        logo:
          images: {white: dark.png}
          medium: {light: a.png, dark: white}
        """
    )
    assert brand.logo.data != brand.logo_on_dark.data


def test_a_jpeg(pictured):
    assert pictured.brand("logo: b.jpg").logo.format == "jpeg"


@pytest.mark.parametrize(
    ("logo", "rule", "words"),
    [
        ("gone.png", "S009", "there is no file `gone.png`"),
        ("../../a.png", "S002", "leads out"),
        ("https://example.org/a.png", "S009", "nothing from the network"),
        ("drawn.svg", "S009", "SVG"),
        ("words.png", "S009", "neither a PNG nor a JPEG"),
        ("cut.png", "S009", "damaged"),
        ("bomb.png", "S009", "pixels"),
        ("large.png", "S009", "at most 5 MB"),
        ("{medium: [a.png]}", "S003", "must be a text"),
        ("{alt: nothing, path: ''}", "S009", "names no file"),
        ("house.yml", "S009", "no file"),
    ],
)
def test_a_logo_that_cannot_be_used_is_an_error(pictured, logo, rule, words):
    folder = pictured.folder
    (folder / "drawn.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    (folder / "words.png").write_text("a picture")
    (folder / "cut.png").write_bytes(png(400, 400)[:200])
    (folder / "bomb.png").write_bytes(huge_png(60000, 60000))
    (folder / "large.png").write_bytes(png() + bytes(MAX_LOGO_BYTES))
    errors = pictured.errors(f"logo: {logo}")
    assert errors[0].rule == rule
    assert words in errors[0].message


def test_a_picture_is_what_it_is_whatever_its_name(pictured):
    (pictured.folder / "a.jpg").write_bytes(png())
    assert pictured.brand("logo: a.jpg").logo.format == "png"


def test_a_bomb_is_refused_before_it_is_unpacked():
    assert "pixels" in picture(huge_png(2_000_000, 2_000_000))


@pytest.mark.parametrize("alt", ["a.png", "logo", "The logo", "…"])
def test_words_that_do_not_name_the_house_are_a_warning(pictured, alt):
    _, (warning,) = pictured.read(f"logo: {{path: a.png, alt: '{alt}'}}")
    assert (warning.rule, warning.path) == ("S009", ("logo", "alt"))
    assert warning.span.line == 1


def test_a_logo_without_words_bears_the_name_of_the_house_though_none_is_printed(pictured):
    text = "meta: {name: Acme}\nlogo: a.png\ndefaults: {deckmaker: {organisation: ''}}"
    assert pictured.brand(text).logo.alt == "Acme logo"
