"""Dates in words, and whether a text names a day, language by language."""

from __future__ import annotations

from datetime import date

import pytest
from babel import Locale

from deckmaker.document.calendar import names_a_day, print_day, print_when
from deckmaker.language.dates import parse_edtf
from deckmaker.locales import cldr
from deckmaker.wording import languages, wording_for


def printed(edtf: str, language: str) -> str:
    when = parse_edtf(edtf)
    assert when
    return " ".join(print_when(when, language, wording_for(language)).split())


@pytest.mark.parametrize(
    ("language", "edtf", "words"),
    [
        ("de", "2026-03-03", "3. März 2026"),
        ("de", "2026-03-03~", "um den 3. März 2026"),
        ("de", "2026-03-03/..", "seit dem 3. März 2026"),
        ("de", "../2026-03-03", "bis zum 3. März 2026"),
        ("de", "2026?", "2026 (unsicher)"),
        ("fr", "2026-03-01", "1er mars 2026"),
        ("fr", "2026-03-01/..", "depuis le 1er mars 2026"),
        ("fr", "../2026-03", "jusqu’en mars 2026"),
        ("es", "../2026-03-03", "hasta el 3 de marzo de 2026"),
        ("it", "2026-03-08/..", "dal giorno 8 marzo 2026"),
        ("it", "../2026-04", "fino al mese di aprile 2026"),
        ("pl", "2026-03", "marzec 2026"),
        ("pl", "2026-03/..", "od marca 2026"),
        ("pl", "../2026", "do 2026 r."),
        ("ru", "2026-03", "март 2026 г."),
        ("ru", "2026-03~", "около марта 2026 г."),
        ("ru", "2026-03-02/..", "2 марта 2026 г. и позднее"),
        ("ru", "2022/2024", "2022–2024 гг."),
        ("uk", "../2026-03", "до березня 2026 р."),
        ("uk", "2026", "2026 р."),
        ("cs", "2026-03/..", "od března 2026"),
        ("tr", "2026/..", "2026 yılından beri"),
        ("tr", "2026-03/..", "Mart 2026 başından beri"),
        ("ar", "2026-03-03", "3 مارس 2026"),
        ("ar", "2026/..", "منذ عام 2026"),
        ("ar-EG", "2026-03-03", "3 مارس 2026"),
        ("he", "2026-03-03", "3 במרץ 2026"),
        ("he", "../2026-03-03", "עד 3 במרץ 2026"),
        ("hi", "2026-03/..", "मार्च 2026 से"),
        ("th", "2026-03-03", "3 มีนาคม พ.ศ. 2569"),
        ("th", "2026", "พ.ศ. 2569"),
        ("th", "2022/2024", "พ.ศ. 2565–2567"),
        ("zh-Hans", "2026-03", "2026年3月"),
        ("zh-Hans", "2022/2024", "2022—2024年"),
        ("zh-Hans", "2026/..", "自2026年起"),
        ("zh-Hant", "2022-03/2024-05", "2022年3月至2024年5月"),
        ("ja", "2026-03~", "2026年3月頃"),
        ("ja", "../2026", "2026年まで"),
        ("ko", "2026-03/..", "2026년 3월부터"),
        ("ko", "2026~", "2026년경"),
        ("en", "2026-03~/..", "since March 2026 (approximately)"),
        ("de", "2026-03-02~/..", "seit dem 2. März 2026 (ungefähr)"),
    ],
)
def test_a_date_is_printed_as_its_language_has_it(language: str, edtf: str, words: str) -> None:
    assert printed(edtf, language) == words


def test_no_language_borrows_the_months_of_another() -> None:
    """Babel hands out the months that it was asked for first, where a language has no own ones."""
    for language in ("he", "ru", *languages()):
        list(Locale.parse(str(cldr(language))).months["stand-alone"]["wide"].values())
    assert printed("2026-03", "tr") == "Mart 2026"
    assert printed("2026-03", "hi") == "मार्च 2026"
    assert printed("2026-03", "de") == "März 2026"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Monday night"),
        ("en", "on 3 March"),
        ("en", "March 3, early"),
        ("de", "Montag"),
        ("de", "am 3. März"),
        ("de", "3. Nov. 2026"),
        ("fr", "mardi soir"),
        ("fr", "le 3 mars"),
        ("es", "el 3 de marzo"),
        ("it", "lunedì"),
        ("pl", "w środę"),
        ("pl", "3 maja"),
        ("uk", "у п’ятницю"),
        ("uk", "3 травня"),
        ("ru", "в среду"),
        ("ru", "3 мая 2026 г."),
        ("tr", "3 Mart"),
        ("tr", "Pazartesi günü"),
        ("ar", "3 مارس"),
        ("ar", "يوم الاثنين"),
        ("he", "3 במרץ"),
        ("he", "ביום שני"),
        ("hi", "3 मार्च"),
        ("hi", "सोमवार को"),
        ("th", "วันจันทร์ที่ผ่านมา"),
        ("th", "3 มีนาคม"),
        ("zh-Hans", "3月3日上午"),
        ("zh-Hans", "星期一"),
        ("zh-Hant", "2026年3月3日"),
        ("ja", "3月3日の朝"),
        ("ja", "月曜日"),
        ("ko", "3월 3일"),
        ("ko", "월요일에"),
    ],
)
def test_a_text_that_names_a_day(language: str, text: str) -> None:
    assert names_a_day(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "March 2026"),
        ("en", "last winter"),
        ("en", "32 March"),
        ("de", "im März 2026"),
        ("de", "Im vergangenen Jahr"),
        ("fr", "en mars 2026"),
        ("pl", "w marcu 2026"),
        ("ru", "в марте 2026 г."),
        ("tr", "geçen yıl"),
        ("ar", "مارس 2026"),
        ("he", "מרץ 2026"),
        ("hi", "मार्च 2026"),
        ("th", "มีนาคม 2569"),
        ("zh-Hans", "2026年3月"),
        ("ja", "昨年3月"),
        ("ko", "2026년 3월"),
    ],
)
def test_a_text_that_names_none(language: str, text: str) -> None:
    assert not names_a_day(text, language)


@pytest.mark.parametrize("language", languages())
def test_what_is_printed_for_a_day_names_one(language: str) -> None:
    for month in range(1, 13):
        assert names_a_day(print_day(date(2026, month, 17), language), language)
