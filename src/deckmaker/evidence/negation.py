"""A text and its language go in; where it says “not” comes out.

No bracket may hold such a word or stand for it, no omission swallow it, and no quotation leave it
out beside its words, lest a sentence turn into its contrary. A source may be in another language
than it says, or quote one, so that a word of any language counts; but one that many languages
write counts in its own alone: “sin” is “without” in Spanish and no more than “his” in Swedish.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from deckmaker.locales import locale_for

_SPACED = {
    "en": r"not|no(?!\.?\s?\d|-\w)|never|none|nor|neither|nobody|nothing|nowhere|without|cannot|"
    r"hardly|barely|scarcely|\w+n['’ʼ‘]t",
    "de": r"nicht|nichts|nie|niemals|niemand\w{0,2}|nirgend\w*|kein\w{0,2}|keinesfalls|keineswegs|"
    "weder|ohne|kaum",
    "fr": r"ne|n(?=['’])|pas|jamais|sans|non|ni|rien|aucune?",
    "it": r"non|no|mai|senza|né|nessun\w{0,2}|niente|nulla|nemmeno|neanche|neppure",
    "es": r"no|nunca|jamás|sin|nadie|nada|ningún|ningun\w{0,2}|ni|tampoco",
    "pt": r"não|nunca|jamais|sem|ninguém|nada|nenhum\w{0,2}|nem|tampouco",
    "nl": "niet|niets|nooit|geen|niemand|nergens|zonder|noch|nauwelijks",
    "sv": "inte|ej|icke|aldrig|utan|ingen|inget|inga|ingenting|ingenstans|varken|knappt",
    "da": "ikke|ej|aldrig|uden|ingen|intet|ingenting|hverken|næppe",
    "nb": "ikke|aldri|uten|ingen|intet|ingenting|hverken|neppe",
    "pl": r"nie|nigdy|bez|ani|nikt|nikogo|nikomu|nic|niczego|niczym|żad\w+",
    "cs": r"ne|nikdy|bez|ani|nikdo|nikoho|nikomu|nic|ničeho|žádn\w+|"
    r"ne(?:bud\w+|by(?:l[aoiy]?|ch|t)?|ní|js\w+|má\w*|měl\w*|může\w*|moh\w+|chc\w+|musí\w*)",
    "sk": r"nie|nikdy|bez|ani|nikto|nikoho|nič|ničoho|žiadn\w+|nebud\w+|nebol\w?|nemá\w*|nemôž\w+",
    "ru": "не|ни|нет|без|никогда|никто|никого|никому|ничего|ничто|нигде|нельзя|никак",
    "uk": r"не|ні|ані|немає|нема|без|ніколи|ніхто|нікого|нікому|нічого|ніде|жодн\w+",
    "el": "δεν|δε|μην|μη|όχι|ποτέ|χωρίς|κανείς|κανένας|καμία|τίποτα|ούτε",
    "hu": r"nem|ne|sem|se|soha|nincs\w*|senki\w*|semmi\w*|nélkül",
    "fi": "ei|en|et|emme|ette|eivät|älä|ilman|koskaan|kukaan|mitään",
    "tr": r"değil\w*|yok(?:tur|sa|tu|muş)?|asla|hiç\w*",
    "ar": r"[وف]?(?:لا|لم|لن|ليس\w*|لسنا|غير|دون|بدون|بلا)",
    "he": r"[ושכ]{0,2}(?:לא|אין|אינ(?:ו|ה|ם|ן|ך|ני|נו|כם)|בלי|ללא|מעולם|איש לא)",
    "hi": "नहीं|न|मत|बिना|ना",
    "ko": r"안|못|\w*(?:않|없|아니|못하|못한|못했|말라|마라)\w*",
    "vi": "không|chưa|chẳng|đừng",
    "id": "tidak|tak|bukan|belum|jangan|tanpa",
}
"""Words that stand between spaces, as regular expressions."""
_JOINED = {
    "zh": "不(?![仅僅久断斷])|[没沒](?!收)|未(?![来來])|无(?![论锡])|無(?!論)|[并並绝絕]非|勿",
    "ja": "(?<![少危切])(?:ない|なかっ|なく(?!し|て[はも]なら))|ません|ずに|ぬ(?=[。、」])|無い",
    "th": "ไม่|มิได้|มิใช่|อย่า(?!ง)|ไร้|ปราศจาก",
}
"""What stands within a text without spaces."""
_WRITTEN_ALIKE = """
no non not sin ne n en et ei ej mai né ni se sem tak inga noch varken sans nic ani bez utan pas
"""
_HOMOGRAPHS = frozenset(_WRITTEN_ALIKE.split())
"""Words that mean something else in other languages."""
CONCORD = frozenset({"it", "es", "pt", "ru", "uk", "pl", "cs", "sk", "hu", "el"})
"""Languages that say “not” twice and mean it once."""
_AS = {"no": "nb", "nn": "nb"}
"""Languages whose words another has."""
_SIGN_OR_WORD = r"[\w\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u0900-\u097f]"


def denials(text: str, *languages: str) -> list[tuple[int, int]]:
    """Return (start, end) of what says “not” in `text`, which is in `languages` by their tags."""
    subtags = (locale_for(tag).language for tag in languages)
    known = frozenset(_AS.get(one, one) for one in subtags)
    own = _spaced(frozenset(known & _SPACED.keys()))
    any_of = [_spaced(frozenset(_SPACED)), _joined(frozenset(known & _JOINED.keys() or _JOINED))]
    found = [match for pattern in any_of for match in pattern.finditer(text)]
    return sorted(
        match.span()
        for match in found
        if match[0].casefold() not in _HOMOGRAPHS or own.fullmatch(text, *match.span())
    )


def denies(text: str, languages: Iterable[str]) -> bool:
    """Tell whether something in `text` says “not” in one of `languages`, by their tags."""
    return bool(denials(text, *languages))


@cache
def _spaced(languages: frozenset[str]) -> re.Pattern[str]:
    words = "|".join(_SPACED[one] for one in sorted(languages)) or "(?!)"
    return re.compile(rf"(?<!{_SIGN_OR_WORD})(?:{words})(?!{_SIGN_OR_WORD})", re.IGNORECASE)


@cache
def _joined(languages: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(_JOINED[one] for one in sorted(languages)))
