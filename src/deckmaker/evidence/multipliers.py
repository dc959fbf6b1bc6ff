"""The words and signs that multiply the number before them, by language: `1.5 million`, `48 тыс.`

English ones are known in every language, for a source may be English; a word that means another
power in the language at hand, such as the German Billion, means that one there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

_POWERS: dict[str, dict[int, str]] = {
    "en": {2: "hundred", 3: "thousand", 6: "million|mn|m", 9: "billion|bn", 12: "trillion|tn"},
    "ar": {3: "ألف|ألفًا|آلاف", 6: "مليون|مليونا|مليونًا|ملايين", 9: "مليار|مليارا|مليارًا|مليارات",
           12: "تريليون"},
    "cs": {3: "tis|tisíc|tisíce", 6: "mil|milion|milionu|miliony|milionů",
           9: "mld|miliarda|miliardy|miliard", 12: "bilion|biliony|bilionů"},
    "de": {3: "tsd|tausend", 6: "mio|million|millionen", 9: "mrd|milliarde|milliarden",
           12: "bio|billion|billionen"},
    "el": {3: "χιλ|χιλιάδες", 6: "εκατ|εκατομμύριο|εκατομμύρια", 9: "δισ|δισεκατομμύρια"},
    "es": {3: "mil", 6: "millón|millones", 9: "mil millones", 12: "billón|billones"},
    "fr": {3: "mille|milliers?", 6: "millions?", 9: "milliards?|mds?", 12: "billions?"},
    "he": {3: "אלף|אלפים|אלפי", 6: "מיליון|מיליוני", 9: "מיליארד|מיליארדי", 12: "טריליון"},
    "hi": {3: "हज़ार|हजार", 5: "लाख", 7: "करोड़", 9: "अरब", 11: "खरब"},
    "it": {3: "mila|mille", 6: "mln|milione|milioni", 9: "mld|miliardo|miliardi"},
    "nl": {3: "duizend", 6: "mln|miljoen", 9: "mld|miljard", 12: "biljoen"},
    "pl": {3: "tys|tysiąc|tysiące|tysięcy|tysiąca", 6: "mln|milion|miliony|milionów|miliona",
           9: "mld|miliard|miliardy|miliardów|miliarda", 12: "bln|bilion|biliony|bilionów"},
    "pt": {3: "mil", 6: "mi|milhão|milhões", 9: "bi|bilhão|bilhões|mil milhões",
           12: "trilhão|trilhões|bilião|biliões"},
    "ru": {3: r"тыс|тысяч\w{0,3}", 6: r"млн|миллион\w{0,3}", 9: r"млрд|миллиард\w{0,3}",
           12: r"трлн|триллион\w{0,3}"},
    "sv": {3: "tusen", 6: "mn|mkr|miljon|miljoner", 9: "md|mdr|miljard|miljarder",
           12: "biljon|biljoner"},
    "th": {3: "พัน", 4: "หมื่น", 5: "แสน", 6: "ล้าน", 9: "พันล้าน", 10: "หมื่นล้าน", 11: "แสนล้าน",
           12: "ล้านล้าน"},
    "tr": {3: "bin", 6: r"milyon\w{0,5}", 9: r"milyar\w{0,5}", 12: r"trilyon\w{0,5}"},
    "uk": {3: r"тис|тисяч\w{0,3}", 6: r"млн|мільйон\w{0,3}", 9: r"млрд|мільярд\w{0,3}",
           12: r"трлн|трильйон\w{0,3}"},
}  # fmt: skip
"""Words by the power of ten that they stand for, as regular expressions."""
AMBIGUOUS = "m"
"""May stand for metres as well."""
EASTERN: Mapping[str, int] = {
    "百": 2, "千": 3, "万": 4, "萬": 4, "亿": 8, "億": 8, "兆": 12,
    "백": 2, "천": 3, "만": 4, "억": 8, "조": 12,
}  # fmt: skip
"""The signs of Chinese, Japanese and Korean, which may follow each other: 3千万."""
_UNSPACED = frozenset({"th"})


class Multipliers:
    """What multiplies the numbers of one language."""

    def __init__(self, language: str) -> None:
        powers = {**_by_word("en"), **_by_word(language)}
        self._powers = [(re.compile(word, re.IGNORECASE), n) for word, n in powers.items()]
        longest_first = "|".join(sorted(powers, key=len, reverse=True))
        end = "" if language in _UNSPACED else r"(?!\w)"
        self._following = re.compile(rf"[\s\u00a0-]?({longest_first}){end}", re.IGNORECASE)

    def behind(self, text: str, at: int) -> tuple[str, int, int] | None:
        """Return the word that stands at `at` in `text`, its power of ten, and where it ends."""
        match = self._following.match(text, at)
        if match is None:
            return None
        word = match[1].lower()
        power = next(power for pattern, power in self._powers if pattern.fullmatch(word))
        return word, power, match.end()


@cache
def multipliers(language: str) -> Multipliers:
    """Return what multiplies the numbers of a language, by its subtag."""
    return Multipliers(language)


def _by_word(language: str) -> dict[str, int]:
    powers = _POWERS.get(language, {})
    return {word: power for power, words in powers.items() for word in words.split("|")}
