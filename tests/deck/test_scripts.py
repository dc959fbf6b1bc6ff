"""The finished .pptx in every script: each run in a family that has it, in its own direction."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from deck.scripted import ALPHABETS, RTL, brand, deck_in, family, in_language, typesetter
from deckmaker.brand import FontFamily
from deckmaker.branding import read_brand
from deckmaker.deck import render
from deckmaker.deck.model import Style
from deckmaker.deck.scripts import Scripts, has_no_italics
from deckmaker.document import PointList
from deckmaker.locales import locale_for
from deckmaker.typesetting import Font, Run, Typesetter
from documents import SMALL, document, gallery, point, section
from judges.opc import NS
from judges.structure import check_structure
from judges.validators import audit, sdk

LANGS = list(ALPHABETS)
FACES = ("latin", "ea", "cs", "sym")


def parts(data: bytes, pattern: str) -> list[etree._Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [
            etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if re.fullmatch(pattern, name)
        ]


def slides(data: bytes) -> list[etree._Element]:
    return parts(data, r"ppt/slides/slide\d+\.xml")


def runs(data: bytes) -> list[tuple[str, etree._Element]]:
    """Return the text and the properties of every run on slides and pages of notes."""
    return [
        (run.findtext("a:t", "", NS), run.find("a:rPr", NS))
        for root in (*slides(data), *parts(data, r"ppt/notesSlides/.*\.xml"))
        for run in root.iter(f"{{{NS['a']}}}r")
    ]


def faces(properties: etree._Element) -> set[str]:
    found = {one.get("typeface") for kind in FACES for one in properties.iterfind(f"a:{kind}", NS)}
    assert not found or len(properties.findall("a:sym", NS)) == 1
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_letters_name_the_family_that_has_them_and_figures_the_voice_s_own(lang: str) -> None:
    letters = set(ALPHABETS[lang])
    figures = 0
    for words, properties in runs(deck_in(lang)):
        if letters & set(words):
            assert faces(properties) == {family(lang)}, words
        elif re.search("[0-9A-Za-z]", words):
            assert faces(properties) in ({"+mj-lt"}, {"+mn-lt"}), words
            figures += 1
    assert figures > 20


@pytest.mark.parametrize("lang", LANGS)
def test_no_run_is_left_to_the_families_of_the_theme_for_other_scripts(lang: str) -> None:
    assert all(faces(properties) for _, properties in runs(deck_in(lang)))


@pytest.mark.parametrize("lang", LANGS)
def test_runs_are_marked_with_their_language(lang: str) -> None:
    for words, properties in runs(deck_in(lang)):
        if set(ALPHABETS[lang]) & set(words):
            assert properties.get("lang") == lang
        elif re.search("[A-Za-z]", words):
            assert properties.get("lang") == "en-US"
        if lang in ("ja", "ko", "zh"):
            assert properties.get("altLang") == (
                "en-US" if properties.get("lang") == lang else lang
            )


@pytest.mark.parametrize("lang", LANGS)
def test_paragraphs_in_other_families_state_their_leading(lang: str) -> None:
    leading = 1.2 * locale_for(lang).leading
    for root in slides(deck_in(lang)):
        for para in root.iter(f"{{{NS['a']}}}p"):
            words = "".join(para.itertext())
            if not set(ALPHABETS[lang]) & set(words):
                continue
            exact = para.find("a:pPr/a:lnSpc/a:spcPts", NS)
            assert exact is not None, words
            sizes = [int(one.get("sz")) for one in para.iterfind(".//a:rPr[@sz]", NS)]
            if sizes and len(sizes) == len(para.findall(".//a:rPr", NS)):
                assert int(exact.get("val")) == round(max(sizes) * leading)


def test_english_states_no_leading_in_shapes_and_no_family_by_name() -> None:
    data = render(gallery(SMALL, "deck"), brand("ar"))
    for root in slides(data):
        for shape in root.iterfind(".//p:sp", NS):
            assert shape.find(".//a:spcPts[@val]/..[@lnSpc]", NS) is None
            assert shape.find(".//a:lnSpc", NS) is None
    assert all(faces(properties) <= {"+mj-lt", "+mn-lt"} for _, properties in runs(data))


def test_a_foreign_word_in_english_is_a_run_of_its_own() -> None:
    content = PointList((point(f"They call it {ALPHABETS['ar'][:5]} in 1923"),))
    data = render(document(section(1, content, title="Heading"), medium="deck"), brand("ar"))
    found = {words: properties for words, properties in runs(data) if "Heading" not in words}
    word = found[f"{ALPHABETS['ar'][:5]} "]
    assert faces(word) == {family("ar")}
    assert word.get("lang") == "ar-SA"
    assert faces(found["They call it "]) == {"+mn-lt"}
    para = word.getparent().getparent()
    assert para.find("a:pPr/a:lnSpc/a:spcPts", NS) is not None
    assert para.find("a:pPr", NS).get("rtl") is None


def marked_deck(points: int = 1) -> bytes:
    full = "It is *the* [große *Wende*]{lang=de-DE}, he said."
    marked = [point(f"They call it [{ALPHABETS['ar'][:5]}]{{lang=fa}}")]
    marked += [point("Of a [Wende]{lang=de-DE} now", full)] * points
    made = section(1, PointList(tuple(marked)), title="The [Wende]{lang=de-DE} has come")
    return render(document(made, medium="deck", lang="en-GB"), brand("ar"))


def spoken(root: etree._Element) -> list[tuple[str, str]]:
    """Return the runs below `root` with their languages."""
    return [
        (run.findtext("a:t", "", NS), run.find("a:rPr", NS).get("lang"))
        for run in root.iter(f"{{{NS['a']}}}r")
    ]


def titles(data: bytes) -> list[list[tuple[str, str]]]:
    return [
        spoken(shape)
        for root in slides(data)
        for shape in root.iterfind(".//p:sp", NS)
        if shape.find(".//p:ph[@type='title']", NS) is not None
    ]


def test_words_that_are_marked_bear_their_language_whatever_their_script() -> None:
    found = [run for root in slides(marked_deck()) for run in spoken(root)]
    assert ("Wende", "de-DE") in found
    assert ("Of a ", "en-GB") in found
    assert (ALPHABETS["ar"][:5], "fa") in found


def test_titles_and_notes_say_the_language_of_their_words_too() -> None:
    data = marked_deck()
    assert [("The ", "en-GB"), ("Wende", "de-DE"), (" has come", "en-GB")] in titles(data)
    (notes,) = parts(data, r"ppt/notesSlides/.*\.xml")
    assert spoken(notes) == [
        ("Of a ", "en-GB"),
        ("Wende", "de-DE"),
        (" now. It is the ", "en-GB"),
        ("große Wende", "de-DE"),
        (", he said.", "en-GB"),
    ]
    assert check_structure(data) == []


def test_a_title_over_several_slides_keeps_the_language_of_its_words() -> None:
    found = [title for title in titles(marked_deck(40)) if ("Wende", "de-DE") in title]
    assert len(found) > 2
    assert "".join(words for words, _ in found[1][2:]).startswith(" has come (2/")


def test_a_paragraph_in_a_script_of_the_other_direction_runs_its_own_way() -> None:
    content = PointList((point(ALPHABETS["he"][:9]), point("In English")))
    data = render(document(section(1, content, title="Heading"), medium="deck"), brand("he"))
    directions = {
        "".join(para.itertext()): [one.get("rtl") for one in para.iterfind("a:pPr", NS)]
        for root in slides(data)
        for para in root.iter(f"{{{NS['a']}}}p")
    }
    assert directions[ALPHABETS["he"][:9]] == ["1"]
    assert directions["In English"] == []


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("تقرأ من اليمين", True),
        ("تقرأ NATO هنا", True),
        ("https://a.example/b?c=1", False),
        ("An English quotation, 1923.", False),
        ("−5.2%", False),
        ("1,250", False),
        ("1999–2004", True),
        ("–", True),
    ],
)
def test_in_a_deck_that_runs_to_the_left_only_other_letters_and_figures_do_not(
    words: str, left: bool
) -> None:
    assert Scripts(brand("ar"), typesetter("ar")).runs_to_left(words) is left


def test_a_family_under_the_voice_s_own_name_is_the_theme_s() -> None:
    made = read_brand("cartulary", Path())[0]
    scripts = Scripts(made, Typesetter(made, locale_for("ru")))
    font = Typesetter(made).covered(Run("мост", Font("serif", 20)))[0].font
    assert font.fallback
    (stretch,) = scripts.stretches("мост", Style("serif", 20))
    assert stretch.typeface == "+mj-lt"
    assert stretch.lang == "ru"
    assert not stretch.foreign


@pytest.mark.parametrize("lang", LANGS)
def test_the_theme_names_the_family_for_text_that_is_yet_to_be_typed(lang: str) -> None:
    (theme, *_) = parts(deck_in(lang), r"ppt/theme/theme1\.xml")
    code = {"ja": "Jpan", "ko": "Hang", "zh": "Hans", "ar": "Arab", "he": "Hebr", "th": "Thai",
            "hi": "Deva"}[lang]  # fmt: skip
    for tag in ("majorFont", "minorFont"):
        font = theme.find(f".//a:{tag}", NS)
        kind = "ea" if lang in ("ja", "ko", "zh") else "cs"
        other = "cs" if kind == "ea" else "ea"
        assert font.find(f"a:{kind}", NS).get("typeface") == family(lang)
        assert font.find(f"a:{other}", NS).get("typeface") == ""
        listed = {one.get("script"): one.get("typeface") for one in font.iterfind("a:font", NS)}
        assert listed == {code: family(lang)}


@pytest.mark.parametrize("lang", LANGS)
def test_layouts_state_leading_and_leave_typed_text_to_the_theme(lang: str) -> None:
    for layout in parts(deck_in(lang), r"ppt/slideLayouts/.*\.xml"):
        for level in layout.iter(f"{{{NS['a']}}}lvl1pPr"):
            assert level.get("hangingPunct") == "0"
            assert level.get("eaLnBrk") == "1"
            assert level.get("rtl") == str(int(lang in RTL))
            exact = level.find("a:lnSpc/a:spcPts", NS)
            assert (exact is not None) == (locale_for(lang).leading > 1)
            found = {level.find(f"a:defRPr/a:{kind}", NS).get("typeface") for kind in FACES[:3]}
            assert found in ({"+mj-lt", "+mj-ea", "+mj-cs"}, {"+mn-lt", "+mn-ea", "+mn-cs"})


@pytest.mark.parametrize("lang", LANGS)
def test_scripts_without_italics_and_capitals_have_none(lang: str) -> None:
    data = deck_in(lang)
    assert not [words for words, properties in runs(data) if properties.get("i") == "1"]
    assert not [
        words for words, properties in runs(data) if properties.get("spc") not in (None, "0")
    ]
    for layout in parts(data, r"ppt/slideLayouts/.*\.xml"):
        assert not layout.findall(".//a:defRPr[@cap]", NS)


def test_emphasis_is_bold_where_there_are_no_italics() -> None:
    emphasised = ALPHABETS["th"][:4]
    content = PointList(
        (point(f"Plain and *{emphasised}*"), point("Plain and *slanted*"), point("A third"))
    )
    data = render(document(section(1, content, title="Heading"), medium="deck"), brand("th"))
    found = {words: (one.get("b"), one.get("i")) for words, one in runs(data)}
    assert found[emphasised] == ("1", None)
    assert found["slanted"] == (None, "1")
    assert has_no_italics("ภาษาไทย")
    assert not has_no_italics("Ελληνικά, кириллица, naïve")


@pytest.mark.parametrize("lang", LANGS)
def test_charts_name_a_family_for_each_kind_of_script(lang: str) -> None:
    (chart, *_) = parts(deck_in(lang), r"ppt/charts/.*\.xml")
    kind = {"ja": "ea", "ko": "ea", "zh": "ea"}.get(lang, "cs")
    for properties in (*chart.iter(f"{{{NS['a']}}}defRPr"), *chart.iter(f"{{{NS['a']}}}rPr")):
        found = {one: properties.find(f"a:{one}", NS).get("typeface") for one in FACES[:3]}
        assert found.pop(kind) in (family(lang), "+mn-lt")
        assert set(found.values()) == {"+mn-lt"}


@pytest.mark.parametrize("lang", LANGS)
def test_the_judges_find_nothing(lang: str) -> None:
    assert check_structure(deck_in(lang)) == []
    assert audit(deck_in(lang)) == []


@pytest.mark.render
@pytest.mark.parametrize("lang", ["ar", "ja"])
def test_the_open_xml_sdk_finds_nothing(lang: str, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck_in(lang))
    assert sdk(path) == []


def test_a_fallback_that_is_the_other_voice_is_a_font_of_the_theme() -> None:
    made = brand("ar")
    scripts = Scripts(made, Typesetter(made))
    sans_only = FontFamily("Calibri", *([made.sans.regular] * 4))
    assert made.sans.name == sans_only.name
    found = scripts.stretches("Ω", Style("serif", 20))
    assert all(not one.foreign for one in found)


def test_two_builds_in_another_script_are_identical() -> None:
    again = render(in_language(gallery(SMALL, "deck"), "ar"), brand("ar"))
    assert again == deck_in("ar")
