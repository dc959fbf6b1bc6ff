"""What generated briefings are made of: the sentences of `tests/languages`, and hostile text.

The sentences of a language come out of its briefing and its source, so whatever is drawn from them
is good prose of that language, only in an order that nobody planned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from proof.chance import Chance

FOLDER = Path(__file__).parents[1] / "languages"
LANGUAGES = tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))
SPACELESS = frozenset({"ja", "th", "zh-Hans", "zh-Hant"})
"""Languages that put no spaces between words (Thai puts them between clauses)."""
_CITATION = re.compile(r" ?@\d+")
_TITLE_LONGEST = 60
"""Characters: what surely fits four lines of a slide, whatever stands behind it."""
_SENTENCES = ("bluf", "text", "full", "why", "context", "driver", "callout", "watch", "caption")
_SHORT = ("point", "do", "case", "view", "unit", "stance", "what")


@dataclass(frozen=True)
class Texts:
    """The words of one language, by the place that they can stand in."""

    tag: str
    titles: tuple[str, ...]
    labels: tuple[str, ...]
    sentences: tuple[str, ...]
    shorts: tuple[str, ...]
    names: tuple[str, ...]
    roles: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def joint(self) -> str:
        """What stands between two sentences."""
        return "" if self.tag in SPACELESS - {"th"} else " "

    def prose(self, chance: Chance, sentences: int) -> str:
        """Return so many sentences in a row."""
        return self.joint.join(chance.pick(self.sentences) for _ in range(sentences))


@cache
def texts(tag: str) -> Texts:
    """Return the words of a language of `tests/languages`."""
    data = yaml.safe_load((FOLDER / f"{tag}.yaml").read_text("utf-8"))
    source = (FOLDER / f"{tag}.txt").read_text("utf-8").split("\n")
    found: dict[str, list[str]] = {}
    for key, text in _strings(data["sections"], ""):
        found.setdefault(key, []).append(_CITATION.sub("", " ".join(text.split())))
    sentences = [line for line in source[1:] if line]
    shorts = []
    for key, values in found.items():
        if key in _SENTENCES:
            sentences += values
        if key in _SHORT:
            shorts += values
    titles = [one for one in found["title"] if len(one) <= _TITLE_LONGEST] or found["title"][:1]
    words = {word for sentence in sentences for word in sentence.split()}
    return Texts(
        tag,
        tuple(titles),
        tuple(found["section"]),
        tuple(sentences),
        tuple(shorts),
        tuple(dict.fromkeys(found["who"])),
        tuple(dict.fromkeys(found["role"])),
        tuple(sorted(words, key=lambda word: (len(word), word))),
    )


def _strings(value: object, key: str) -> Iterator[tuple[str, str]]:
    """Yield every text with what it is; the pair of a point is a `point` and its `full`."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item, "point" if isinstance(item, str) and key == "points" else key)
    elif isinstance(value, dict):
        for name, inner in value.items():
            name = str(name)
            if name in ("data", "type", "table", "likelihood", "confidence", "date", "by"):
                continue
            known = name.isascii() and name.islower() and " " not in name
            if known:
                yield from _strings(inner, name)
            elif len(value) == 1:
                if key != "timeline":
                    yield "point", name
                yield from _strings(inner, "full" if isinstance(inner, str) else key)


_STEPS = (
    "/council",
    "/2026-05-12",
    "/a%20b%2Fc",
    "?q=bridge&lang=en",
    "&utm_source=mail",
    "/c0ffee0123456789abcdef0123456789",
    "/minutes_of_the_town_council.html",
    "#paragraph-7",
    "/~falk",
    "/;v=1.2",
    "/x=y",
    "/index.php?id=12345678901234567890",
)
_PARTS = (
    "Donau",
    "dampf",
    "schiff",
    "fahrts",
    "gesellschafts",
    "kapitäns",
    "mützen",
    "abzeichen",
    "verleihungs",
    "ausschuss",
)
_DIRECTIONS = (
    "קברניט (NKE) 38%",
    "الجسر 7.5 (ton)",
    "Saltmere [A–B] 12/5",
    "«38%»",
    "+47 (0) 12-34",
    "\u200fא\u200f",
    "\u2067שלום\u2069",
    "C++ עברית C#",
)


def address(chance: Chance, length: int = 300) -> str:
    """Return a web address of about so many characters, of the shapes that servers make."""
    parts = ["https://archive.harbour.example"]
    while sum(map(len, parts)) < length:
        parts.append(chance.pick(_STEPS))
    return "".join(parts)[:length]


def _unbroken(chance: Chance, words: Texts) -> str:
    return ("".join(chance.pick(words.words) for _ in range(120)) + "x" * 400)[:400]


def _compound(chance: Chance, _: Texts) -> str:
    joint = chance.pick(["", "\u00ad", "\u200b", "-", "\u2011", "/", "_"])
    return joint.join(chance.pick(_PARTS) for _ in range(chance.count(5, 24)))


def _joined(chance: Chance, words: Texts) -> str:
    """Words that must not be parted, and letters that joiners hold together or apart."""
    joint = chance.pick(["\u00a0", "\u2060", "\u200d", "\u200c", "\u202f", "\ufeff"])
    return joint.join(chance.pick(words.words)[:12] for _ in range(chance.count(2, 20)))


def _stacked(chance: Chance, words: Texts) -> str:
    """Letters under heaps of combining marks."""
    marks = "\u0300\u0301\u0302\u0303\u0308\u030a\u0323\u0327\u0328\u0331"
    plain = "".join(word for word in words.words[:12] if word.isalpha())[:24] or "marks"
    return "".join(
        letter + "".join(chance.pick(marks) for _ in range(chance.count(0, 6))) for letter in plain
    )


def _emoji(chance: Chance, words: Texts) -> str:
    sequences = ["👩‍👩‍👧‍👦", "🏴‍☠️", "👍🏽", "🇺🇦", "❤️", "1️⃣", "🧑🏿‍🚀", "☕", "🛳️", "🌉"]
    run = "".join(chance.pick(sequences) for _ in range(chance.count(1, 40)))
    return f"{chance.pick(words.words)} {run} {chance.pick(words.words)}"


def _two_directions(chance: Chance, words: Texts) -> str:
    return " ".join(
        chance.pick(_DIRECTIONS) if chance.happens(0.6) else chance.pick(words.words)
        for _ in range(chance.count(3, 14))
    )


def _mixed_scripts(chance: Chance, _: Texts) -> str:
    pieces = [texts(chance.pick(LANGUAGES)) for _ in range(3)]
    return " ".join(one.prose(chance, 1) for one in pieces)


def _runs_of_spaces(chance: Chance, words: Texts) -> str:
    spaces = ["  ", "     ", "\u2003", "\u00a0\u00a0", "\u3000", " " * 60]
    return "".join(
        chance.pick(words.words) + chance.pick(spaces) for _ in range(chance.count(3, 15))
    )


def _numeral(chance: Chance, _: Texts) -> str:
    digits = "".join(str(chance.count(0, 9)) for _ in range(chance.count(10, 80)))
    return chance.pick([digits, ",".join(digits[at : at + 3] for at in range(0, len(digits), 3))])


def _chained(chance: Chance, words: Texts) -> str:
    joint = chance.pick(["-", "–", "—", "/", "…", ".", ",", ")(", "=", "+", "|"])
    return joint.join(chance.pick(words.words)[:10] for _ in range(chance.count(4, 30)))


HOSTILE = {
    "address": lambda chance, _: address(chance),
    "unbroken": _unbroken,
    "compound": _compound,
    "joined": _joined,
    "stacked": _stacked,
    "emoji": _emoji,
    "two directions": _two_directions,
    "mixed scripts": _mixed_scripts,
    "spaces": _runs_of_spaces,
    "numeral": _numeral,
    "chained": _chained,
    "long": lambda chance, words: words.prose(chance, chance.count(20, 60)),
    "letter": lambda chance, words: chance.pick(words.words)[:1],
}
"""What nobody would write, by name; each makes a text of its kind."""


def hostile(chance: Chance, words: Texts) -> str:
    """Return a hostile text, alone or within a sentence."""
    text = HOSTILE[chance.pick(tuple(HOSTILE))](chance, words)
    if chance.happens(0.5):
        text = f"{words.prose(chance, 1)} {text} {words.prose(chance, 1)}"
    return text.strip() or "x"
