"""A character's script, and the families that are known to have it: sans and serif, best first.

First stand the families that Windows and Office bring, which the readers of a deck are likeliest
to have too, then those of macOS, then free ones.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

import uharfbuzz as hb

from deckmaker.brand import Voice
from deckmaker.locales import Locale

SYMBOLS, MATHEMATICS, EMOJI = "Zsym", "Zmth", "Zsye"
_DEBIAN_CORE = "fonts-noto-core"
_DEBIAN_CJK = "fonts-noto-cjk"
_DEBIAN_EMOJI = "fonts-noto-color-emoji"


@dataclass(frozen=True, slots=True)
class Script:
    """A script as far as fonts go."""

    name: str
    """In English: `Thai`."""
    sans: tuple[str, ...]
    serif: tuple[str, ...]
    download: str
    """A free family that has it."""
    package: str = _DEBIAN_CORE
    """The package of Debian and Ubuntu that has that family."""

    def families(self, voice: Voice) -> tuple[str, ...]:
        """Return the families for a voice, those of the other voice behind its own."""
        both = (*self.serif, *self.sans) if voice == "serif" else (*self.sans, *self.serif)
        return tuple(dict.fromkeys(both))


def _script(
    name: str, sans: str = "", serif: str = "", noto: str | None = None, package: str = _DEBIAN_CORE
) -> Script:
    """Return a script with Noto's families of the name `noto` (its own) behind those named."""
    noto = name if noto is None else noto
    download = f"Noto Sans {noto}".strip()
    return Script(
        name,
        (*_listed(sans), download),
        (*_listed(serif), f"Noto Serif {noto}".strip()),
        download,
        package,
    )


def _listed(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.split(",") if name.strip())


def _han(name: str, noto: str, adobe: str, sans: str, serif: str) -> Script:
    """Return a script written with Chinese characters; free families stand before SimSun's like."""
    return Script(
        name,
        (
            *_listed(sans),
            f"Noto Sans CJK {noto}",
            f"Noto Sans {noto}",
            f"Source Han Sans {adobe}",
            "WenQuanYi Zen Hei",
            "Droid Sans Fallback",
        ),
        (
            f"Noto Serif CJK {noto}",
            f"Noto Serif {noto}",
            f"Source Han Serif {adobe}",
            *_listed(serif),
        ),
        f"Noto Sans CJK {noto}",
        _DEBIAN_CJK,
    )


_NIRMALA = "Nirmala UI"
_EBRIMA = "Ebrima"

SCRIPTS: dict[str, Script] = {
    "Latn": _script("Latin", "Segoe UI, Arial, DejaVu Sans, FreeSans",
                    "Times New Roman, DejaVu Serif, FreeSerif", ""),
    "Cyrl": _script("Cyrillic", "Segoe UI, Arial, DejaVu Sans",
                    "Times New Roman, DejaVu Serif, FreeSerif", ""),
    "Grek": _script("Greek", "Segoe UI, Arial, DejaVu Sans",
                    "Times New Roman, DejaVu Serif, FreeSerif", ""),
    "Armn": _script("Armenian", "Segoe UI, Arial, Mshtakan", "Sylfaen"),
    "Geor": _script("Georgian", "Segoe UI, Helvetica Neue", "Sylfaen"),
    "Arab": _script("Arabic", "Arial, Segoe UI, Geeza Pro",
                    "Times New Roman, Al Bayan, Noto Naskh Arabic, Amiri"),
    "Hebr": _script("Hebrew", "Arial, Segoe UI, Arial Hebrew",
                    "Times New Roman, David, New Peninim MT"),
    "Syrc": _script("Syriac", "Segoe UI Historic, Estrangelo Edessa"),
    "Thaa": _script("Thaana", "MV Boli"),
    "Nkoo": _script("N’Ko", _EBRIMA, noto="NKo"),
    "Adlm": _script("Adlam", _EBRIMA),
    "Deva": _script("Devanagari", f"{_NIRMALA}, Mangal, Kohinoor Devanagari, "
                    "Devanagari Sangam MN, Lohit Devanagari", "ITF Devanagari, Devanagari MT"),
    "Beng": _script("Bengali", f"{_NIRMALA}, Vrinda, Kohinoor Bangla, Bangla Sangam MN",
                    "Bangla MN"),
    "Guru": _script("Gurmukhi", f"{_NIRMALA}, Raavi, Gurmukhi Sangam MN", "Gurmukhi MN"),
    "Gujr": _script("Gujarati", f"{_NIRMALA}, Shruti, Kohinoor Gujarati, Gujarati Sangam MN",
                    "Gujarati MT"),
    "Orya": _script("Oriya", f"{_NIRMALA}, Kalinga, Oriya Sangam MN", "Oriya MN"),
    "Taml": _script("Tamil", f"{_NIRMALA}, Latha, Tamil Sangam MN", "Tamil MN"),
    "Telu": _script("Telugu", f"{_NIRMALA}, Gautami, Kohinoor Telugu, Telugu Sangam MN",
                    "Telugu MN"),
    "Knda": _script("Kannada", f"{_NIRMALA}, Tunga, Noto Sans Kannada, Kannada Sangam MN",
                    "Kannada MN"),
    "Mlym": _script("Malayalam", f"{_NIRMALA}, Kartika, Malayalam Sangam MN", "Malayalam MN"),
    "Sinh": _script("Sinhala", f"{_NIRMALA}, Iskoola Pota, Sinhala Sangam MN", "Sinhala MN"),
    "Olck": _script("Ol Chiki", _NIRMALA),
    "Thai": _script("Thai", "Leelawadee UI, Tahoma, Thonburi, Loma", "Norasi, Tlwg Typist"),
    "Laoo": _script("Lao", "Leelawadee UI, Lao Sangam MN", "DokChampa, Lao MN"),
    "Khmr": _script("Khmer", "Leelawadee UI, Khmer UI, Khmer Sangam MN", "DaunPenh, Khmer MN"),
    "Mymr": _script("Myanmar", "Myanmar Text, Myanmar Sangam MN", "Myanmar MN"),
    "Tibt": _script("Tibetan", "Microsoft Himalaya", "Kailasa", noto="Tibetan"),
    "Ethi": _script("Ethiopic", f"{_EBRIMA}, Nyala, Kefa"),
    "Cher": _script("Cherokee", "Gadugi, Plantagenet Cherokee"),
    "Cans": _script("Canadian Aboriginal", "Gadugi, Euphemia, Euphemia UCAS"),
    "Mong": _script("Mongolian", "Mongolian Baiti"),
    "Tfng": _script("Tifinagh", _EBRIMA),
    "Vaii": _script("Vai", _EBRIMA),
    "Yiii": _script("Yi", "Microsoft Yi Baiti"),
    "Talu": _script("New Tai Lue", "Microsoft New Tai Lue"),
    "Tale": _script("Tai Le", "Microsoft Tai Le"),
    "Hans": _han("Chinese", "SC", "SC", "Microsoft YaHei, PingFang SC, Hiragino Sans GB",
                 "Songti SC, SimSun"),
    "Hant": _han("Chinese", "TC", "TC", "Microsoft JhengHei, PingFang TC",
                 "Songti TC, PMingLiU, MingLiU"),
    "Hant-HK": _han("Chinese", "HK", "HC", "PingFang HK, Microsoft JhengHei, PingFang TC",
                    "MingLiU_HKSCS, Songti TC"),
    "Jpan": _han("Japanese", "JP", "JP", "Yu Gothic, Meiryo, Hiragino Sans, "
                 "Hiragino Kaku Gothic ProN", "Yu Mincho, Hiragino Mincho ProN, MS Mincho"),
    "Kore": _han("Korean", "KR", "KR", "Malgun Gothic, Apple SD Gothic Neo, NanumGothic",
                 "Batang, AppleMyungjo, NanumMyeongjo"),
    MATHEMATICS: Script("mathematics", ("Cambria Math", "STIX Two Math", "Noto Sans Math",
                        "DejaVu Sans", "Segoe UI Symbol", "FreeSans"),
                        ("FreeSerif",), "Noto Sans Math"),
    SYMBOLS: Script("symbols", ("Segoe UI Symbol", "Apple Symbols", "Noto Sans Symbols",
                    "Noto Sans Symbols 2", "Noto Sans Symbols2", "DejaVu Sans", "Noto Sans Math",
                    "Noto Emoji", "Symbola", "FreeSans", "Segoe UI Emoji", "Apple Color Emoji",
                    "Noto Color Emoji"), (), "Noto Sans Symbols 2"),
    EMOJI: Script("emoji", ("Segoe UI Emoji", "Apple Color Emoji", "Noto Emoji",
                  "Noto Color Emoji", "Segoe UI Symbol", "Symbola", "DejaVu Sans"), (),
                  "Noto Color Emoji", _DEBIAN_EMOJI),
}  # fmt: skip
"""By ISO 15924, Chinese characters by the language that they are written in."""

_HAN, _HIRAGANA, _KATAKANA, _HANGUL, _BOPOMOFO = "Hani", "Hira", "Kana", "Hang", "Bopo"
_BLOCKS: tuple[tuple[int, str], ...] = (
    (0x0000, "Latn"),
    (0x0600, "Arab"), (0x0780, ""),
    (0x0964, "Deva"), (0x0966, ""),
    (0x0E00, "Thai"), (0x0E80, ""),
    (0x2000, "Latn"), (0x20D0, EMOJI), (0x2100, "Latn"),
    (0x2190, SYMBOLS), (0x2200, MATHEMATICS), (0x2300, SYMBOLS),
    (0x27C0, MATHEMATICS), (0x27F0, SYMBOLS), (0x2900, MATHEMATICS), (0x2B00, SYMBOLS),
    (0x2C00, "Latn"),
    (0x2E80, _HAN), (0xA000, ""),
    (0xFE10, _HAN), (0xFE20, ""), (0xFE30, _HAN), (0xFE70, ""), (0xFF00, _HAN), (0xFFF0, SYMBOLS),
    (0x10000, ""),
    (0x1D000, SYMBOLS), (0x1D400, MATHEMATICS), (0x1D800, SYMBOLS),
    (0x1F000, EMOJI), (0x1FB00, SYMBOLS),
)  # fmt: skip
"""Where stretches of the code begin, and the script that signs common to several are sought in."""
_STARTS = [start for start, _ in _BLOCKS]


def script_of(cluster: str, locale: Locale, evidence: frozenset[str] = frozenset()) -> str:
    """Return a key of `SCRIPTS`, or an ISO 15924 code that is none, for a grapheme cluster.

    Whose form a Chinese character takes depends on the language, and where that is written in
    another script, on `evidence`: the scripts that stand in the text too.
    """
    if "\ufe0f" in cluster or "\u20e3" in cluster or "\U0001f3fb" <= cluster[-1] <= "\U0001f3ff":
        return EMOJI
    script = next(filter(None, map(_own_script, cluster)), None) or _shared_script(cluster[0])
    if script == _BOPOMOFO:
        return "Hant"
    if script in (_HIRAGANA, _KATAKANA):
        return "Jpan"
    if script == _HANGUL:
        return "Kore"
    if script != _HAN:
        return script
    if locale.ideographic:
        return home_script(locale)
    if evidence & {_HIRAGANA, _KATAKANA}:
        return "Jpan"
    return "Kore" if _HANGUL in evidence else "Hans"


def home_script(locale: Locale) -> str:
    """Return the key of `SCRIPTS` for what is written in a language."""
    if locale.script == "Hant" and locale.tag.casefold().endswith("-hk"):
        return "Hant-HK"
    return "Hans" if locale.script == _HAN else locale.script


def scripts_in(characters: set[str]) -> frozenset[str]:
    """Return the ISO 15924 codes of the scripts that `characters` belong to alone."""
    return frozenset(filter(None, map(_own_script, characters)))


@cache
def script_named(code: str) -> Script:
    """Return the script of a key of `SCRIPTS`; of any other code what Noto has for most."""
    return SCRIPTS.get(code) or Script(code, (), (), "Noto Sans", _DEBIAN_CORE)


def _own_script(character: str) -> str | None:
    """Return the script that `character` alone belongs to; None where several share it."""
    if character.isascii():
        return None
    buffer = hb.Buffer()
    buffer.add_str(character)
    buffer.guess_segment_properties()
    script: str | None = buffer.script
    return None if script in ("Zyyy", "Zinh", "Zzzz") else script


def _shared_script(character: str) -> str:
    """Return where a sign that scripts share is sought."""
    return _BLOCKS[bisect_right(_STARTS, ord(character)) - 1][1] or SYMBOLS
