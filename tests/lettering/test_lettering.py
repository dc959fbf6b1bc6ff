"""A briefing's characters get fonts, or are named before anything is written."""

import os

import pytest

from deckmaker.build import make
from deckmaker.diagnostics import BriefingError
from deckmaker.lettering import machine as machines

THAI = "การประชุม"
HAN = "今日天気がとても良いですね散歩"
NONE = {"serif": [], "sans": []}


@pytest.mark.parametrize(
    "text",
    ["Plain — “text” …", "naïve café, Łódź, Ünı", "Ολυμπία ᾧ", "Київ і область", "5 × 3 ≤ 20 €"],
)
def test_latin_cyrillic_and_greek_need_nothing_of_the_machine(bench, text, monkeypatch):
    monkeypatch.setattr(machines, "_files", lambda _: pytest.fail("the folders were read"))
    assert bench.find(text) == (NONE, [])


def test_another_script_is_set_in_what_the_machine_has(bench):
    bench.add("Any Old Font", THAI)
    assert bench.find(THAI) == ({"serif": ["Any Old Font"], "sans": ["Any Old Font"]}, [])


def test_known_families_go_before_others_each_voice_with_its_own(bench):
    bench.add("Aardvark", THAI)
    bench.add("Noto Sans Thai", THAI)
    bench.add("Noto Serif Thai", THAI)
    assert bench.find(THAI)[0] == {"serif": ["Noto Serif Thai"], "sans": ["Noto Sans Thai"]}


def test_what_office_brings_goes_first(bench):
    bench.add("Noto Sans Thai", THAI)
    bench.add("Leelawadee UI", THAI)
    assert bench.find(THAI)[0]["sans"] == ["Leelawadee UI"]


def test_a_family_with_few_of_the_letters_is_passed_over(bench):
    bench.add("Leelawadee UI", "ก")
    bench.add("Noto Sans Thai", THAI)
    assert bench.find(THAI)[0]["sans"] == ["Noto Sans Thai"]


def test_several_families_share_the_work(bench):
    bench.add("Noto Sans Thai", THAI)
    bench.add("Another", "ᚠᚢ")
    assert bench.find(THAI + "ᚠᚢ")[0]["sans"] == ["Another", "Noto Sans Thai"]


@pytest.mark.parametrize(
    ("lang", "text", "family"),
    [
        ("zh", "骨直", "SC"),
        ("zh-TW", "骨直", "TC"),
        ("zh-HK", "骨直", "HK"),
        ("ja", "骨直", "JP"),
        ("ko", "骨直", "KR"),
        ("en", "骨直", "SC"),
        ("en", "骨直とそ", "JP"),
        ("en", "骨直한글", "KR"),
    ],
)
def test_chinese_characters_take_the_form_of_their_language(bench, lang, text, family):
    every = "骨直とそ한글" + "".join(map(chr, range(0x4E00, 0x4E10)))
    for region in ("SC", "TC", "HK", "JP", "KR"):
        bench.add(f"Noto Sans CJK {region}", every)
        bench.add(f"Noto Serif CJK {region}", every)
    found, _ = bench.find(text, lang=lang)
    assert found["sans"][0] == f"Noto Sans CJK {family}"
    assert found["serif"][0] == f"Noto Serif CJK {family}"


def test_an_emoji_sequence_wants_one_font_for_all_of_it(bench):
    bench.add("Noto Emoji", "👩👧")
    bench.add("Noto Color Emoji", "👩👧\u200d🏽")
    assert bench.find("👩🏽\u200d👧")[0]["sans"] == ["Noto Color Emoji"]


def test_a_letter_and_its_marks_want_one_font(bench):
    bench.add("Letters and marks", "x\u20d7")
    assert bench.find("x\u20d7")[0]["sans"] == ["Letters and marks"]


def test_fonts_that_may_not_be_embedded_are_passed_over(bench):
    bench.add("Noto Sans Thai", THAI, usage=2)
    assert [d.rule for d in bench.find(THAI)[1]] == ["G01"]


def test_broken_files_and_other_files_are_passed_over(bench):
    bench.add("Good", THAI)
    (bench.fonts / "bad.ttf").write_bytes(b"\x00\x01\x00\x00 no font")
    (bench.fonts / "empty.otf").write_bytes(b"")
    (bench.fonts / "cut.ttf").write_bytes((bench.fonts / "Good.ttf").read_bytes()[:300])
    assert bench.find(THAI) == ({"serif": ["Good"], "sans": ["Good"]}, [])


def test_what_lies_deep_in_the_folders_is_found_and_circles_end(bench):
    bench.add("Good", THAI, name="truetype/thai/Good")
    os.symlink(bench.fonts, bench.fonts / "truetype/again")
    assert bench.find(THAI)[0]["sans"] == ["Good"]


def test_a_missing_script_is_one_error_that_names_a_package(bench):
    found, (diagnostic,) = bench.find(THAI, title=f"On {THAI}")
    assert found == NONE
    assert diagnostic.rule == "G01"
    assert diagnostic.message.startswith("no font here has the Thai letters `ก`")
    assert diagnostic.message.endswith("; also in line 6")
    assert (diagnostic.path, diagnostic.span.line) == (("meta", "title"), 2)
    assert diagnostic.span.text[diagnostic.span.column - 1] == "ก"
    assert "fonts-noto-core" in diagnostic.hints[0]
    assert "Noto Sans Thai" in diagnostic.hints[0]
    assert "defaults.deckmaker.fallback" in diagnostic.hints[1]
    assert len(diagnostic.message) < 400


@pytest.mark.parametrize(
    ("text", "words", "hint"),
    [
        ("Wait for it 🦺", "`🦺` (safety vest)", "fonts-noto-color-emoji"),
        ("The 龘 of it", "the Chinese character `龘`", "fonts-noto-cjk"),
        ("A \ue123 sign", "the private character U+E123", "copied from"),
        ("A \u0378 sign", "the unknown character U+0378", "Unicode knows no such"),
        ("ᚠ", "`ᚠ` (runic letter", "fonts-noto-core"),
    ],
)
def test_the_mend_fits_the_kind_of_character(bench, text, words, hint):
    _, (diagnostic,) = bench.find(text)
    assert words in diagnostic.message
    assert any(hint in line for line in diagnostic.hints)
    assert diagnostic.span.line == 6


def test_a_language_whose_own_words_have_no_font_is_an_error(bench):
    _, (diagnostic,) = bench.find(lang="th")
    assert diagnostic.rule == "G01"
    assert "in `th`" in diagnostic.message
    assert diagnostic.path == ("meta", "lang")


def test_many_places_are_counted(bench):
    text = "\n".join(f"{THAI} {n}" for n in range(3))
    _, (diagnostic,) = bench.find(text.replace("\n", "\\n"))
    assert diagnostic.span.line == 6


def test_nothing_is_made_while_a_character_lacks_a_font(bench, monkeypatch):
    monkeypatch.setattr("deckmaker.lettering.search.this_machine", lambda: machines.Machine([]))
    bench.find(THAI)
    with pytest.raises(BriefingError) as error:
        make(bench.folder / "briefing.yaml")
    assert [d.rule for d in error.value.diagnostics] == ["G01"]
