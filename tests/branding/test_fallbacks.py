import pytest

from fontmaking import collection, made


def listed(text):
    return f"defaults: {{deckmaker: {{fallback: {text}}}}}"


def names(brand):
    return {voice: [f.name for f in families] for voice, families in brand.fallbacks.items()}


def test_cyrillic_and_greek_ship_for_the_serif_voice(house):
    brand = house.brand("meta: {name: Acme}")
    assert names(brand) == {"serif": ["Georgia"], "sans": []}
    (cyrillic,) = brand.fallbacks["serif"]
    assert cyrillic.regular.name == "NotoSerif-Regular.ttf"
    assert cyrillic.slack(bold=True, italic=False) > cyrillic.slack(bold=False, italic=False) == 1


def test_a_house_with_fonts_of_its_own_falls_back_on_the_shipped_ones(house):
    for name in ("a", "b"):
        made("Acme", "abc").save(house.folder / f"{name}.ttf")
    twin = "{regular: a.ttf, bold: b.ttf, italic: a.ttf}"
    brand = house.brand(
        f"""
        typography: {{base: Acme, headings: Georgia}}
        defaults: {{deckmaker: {{twin: {{Acme: {twin}}}}}}}
        """
    )
    assert names(brand) == {"serif": ["Georgia"], "sans": ["Calibri"]}


def test_one_family_for_both_voices_falls_back_on_sans(house):
    assert names(house.brand("typography: {base: Carlito}"))["serif"] == ["Georgia", "Georgia"]


def test_a_named_fallback_goes_before_the_shipped_ones(house):
    made("House Thai", "ก").save(house.folder / "thai.ttf")
    brand = house.brand(listed("[{family: House Thai, regular: thai.ttf}]"))
    assert names(brand) == {"serif": ["House Thai", "Georgia"], "sans": ["House Thai"]}
    family = brand.fallbacks["sans"][0]
    assert family.bold == family.italic == family.regular == house.folder / "thai.ttf"
    assert family.slack(bold=True, italic=False) > 1


def test_a_fallback_may_serve_one_voice_and_have_several_faces(house):
    for face in ("regular", "bold"):
        made("House Thai", "ก").save(house.folder / f"{face}.ttf")
    entry = "{family: House Thai, voice: serif, regular: regular.ttf, bold: bold.ttf}"
    brand = house.brand(listed(f"[{entry}]"))
    assert names(brand) == {"serif": ["House Thai", "Georgia"], "sans": []}
    family = brand.fallbacks["serif"][0]
    assert family.bold_italic.name == "bold.ttf"
    assert family.slacks == (1, 1, 1, 1)


def test_collections_and_postscript_outlines_are_welcome(house):
    made("House Thai", "ก", cff=True).save(house.folder / "thai.otf")
    collection(house.folder / "han.ttc", made("Han SC", "骨"), made("Han TC", "骨"))
    brand = house.brand(
        listed("[{family: T, regular: thai.otf}, {family: Han TC, regular: han.ttc, index: 1}]")
    )
    assert names(brand)["sans"] == ["T", "Han TC"]
    assert brand.fallbacks["sans"][1].indices == (1, 1, 1, 1)


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ("thai.ttf", "`fallback` is a list of families"),
        ("[thai.ttf]", "a fallback is a map"),
        ("[{regular: thai.ttf}]", "lacks `family:`"),
        ("[{family: Thai}]", "lacks `regular:`"),
        ("[{family: Thai, regular: gone.ttf}]", "there is no file `gone.ttf`"),
        ("[{family: Thai, regular: ../../thai.ttf}]", "leads out of the briefing's folder"),
        ("[{family: Thai, regular: words.ttf}]", "words.ttf is not a TrueType font"),
        ("[{family: Thai, regular: bound.ttf}]", "may not be embedded"),
        ("[{family: Thai, regular: thai.ttf, index: 1}]", "its only face is 0"),
        ("[{family: Thai, regular: thai.ttf, index: first}]", "no place in a collection"),
        ("[{family: Thai, regular: thai.ttf, voice: loud}]", "no voice called `loud`"),
        ("[{family: Thai, regular: thai.ttf, files: 1}]", "not a key"),
    ],
)
def test_a_fallback_that_cannot_be_used_is_an_error(house, entries, words):
    made("Thai", "ก").save(house.folder / "thai.ttf")
    made("Thai", "ก", usage=2).save(house.folder / "bound.ttf")
    (house.folder / "words.ttf").write_text("not a font")
    error = house.error(listed(entries))
    assert words in error.message
