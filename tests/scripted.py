"""Text in the scripts of the world, and brands that have fonts for it: those of this machine."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from deckmaker.brand import Brand
from deckmaker.branding import read_brand
from deckmaker.language.briefing import load
from deckmaker.lettering import find_fonts
from deckmaker.locales import locale_for
from deckmaker.typesetting import Typesetter

FOLDER = Path(__file__).parent / "languages"

WORDS = {
    "en": "office affair Toward “kept” 12.5% fjord AVATAR re-elected, end",
    "de": "Fußgängerübergänge Donaudampfschiff – „genau“ 3,5 öffentlich",
    "ru": "переговоры «мост» объявил 1 250 №",
    "ar": "قررت الحكومة مُحَمَّدٌ جداً لا إله 2024 12,5% السلام، أيام: لماذا؟ ١٢٫٥ إلى",
    "he": "ראש הממשלה שָׁלוֹם עֲלֵיכֶם ב-17 12.5% אז: ש״ח חמש־עשרה",
    "hi": "विधि क्षेत्र प्रधानमंत्री कृपया श्रीमान् हिन्दी पाँच क़ब्ज़ों 61 दिन।",
    "th": "ผู้ใหญ่บ้าน กล่าวว่า น้ำท่วม ที่นี่ ปี่ ป้า กำ 7.5",
    "zh-Hans": "议会在9月30日前提出申请，新桥便指日可待；“修缮” NKE 十五年。",
    "ja": "議会が「決定」をもう一冬 トラックの 61日、ありません。",
    "ko": "시의회가 9월 30일까지 신청하면 “새 다리”를 놓을 수 있다.",
}
"""Words by language, each with what its script does to letters: joins, marks, ligatures."""

LANGUAGES = tuple(WORDS)
LEFTWARDS = ("ar", "he")


@cache
def brand_for(lang: str) -> Brand:
    """Return the built-in brand with fonts for the language of `lang`."""
    built_in = read_brand("cartulary", Path())[0]
    brand, lacking = find_fonts(load(FOLDER / f"{lang}.yaml"), built_in, locale_for(lang))
    assert not lacking
    return brand


@cache
def typesetter_for(lang: str) -> Typesetter:
    """Return a typesetter for memos in the language of `lang`."""
    return Typesetter(brand_for(lang), locale_for(lang), lining=True)


def words(lang: str) -> st.SearchStrategy[str]:
    """Draw words of a language."""
    return st.sampled_from(WORDS[lang].split())


def sentences(lang: str, most: int = 12) -> st.SearchStrategy[str]:
    """Draw words of a language, one behind the other."""
    return st.lists(words(lang), min_size=1, max_size=most).map(" ".join)
