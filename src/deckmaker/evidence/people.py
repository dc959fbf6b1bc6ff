"""People and a text go in; where it speaks of them comes out: by surname, title, case ending.

Who they are, `naming` finds; who says what, `attribution`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

_INFLECTED = frozenset({"pl", "cs", "ru", "uk", "tr", "hr", "sr", "sk", "lt", "lv", "fi", "hu"})
"""Languages in which a name has case endings."""
_ENDING = re.compile(r"(?:ий|ый|ой|ая|яя|їй|ська|ский|ek|ec|[aeiouyąęàáéěíóúůýаяоеёийьыуюієї])$")
_GLUED = {
    "ar": "[وفبلك]{0,2}",
    "he": "[והבלמשכ]{0,3}",
}
"""What may be written before a name without a space."""
JOINED = frozenset({"ja", "zh", "th"})
"""Languages without spaces between words."""
_LETTER = r"[^\W\d_]"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, or a body, that can say something."""

    name: str
    """As it was first met."""
    surname: str
    """The key by which they are known; the others may be left out."""
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text that names somebody."""

    start: int
    end: int
    keys: frozenset[str]
    bare: bool
    """The name stands in its own form, without a case ending."""

    def means(self, person: Person) -> bool:
        """Tell whether this may be `person`: by surname, or by nothing that they do not bear.

        A surname beside somebody else's given name is somebody else's.
        """
        others = self.keys - {person.surname}
        by_surname = person.surname in self.keys and (not others or bool(others & person.keys))
        return by_surname or self.keys <= person.keys


@dataclass(frozen=True)
class People:
    """Those who can be told apart in texts of one language."""

    people: tuple[Person, ...]
    language: str
    honorifics: tuple[str, ...] = field(default=(), repr=False)
    roles: Mapping[str, Person] = field(default_factory=dict, repr=False)
    """Whom a word such as `mayor` means when it stands alone: the only one who bears it."""

    def find(self, name: str) -> Person | None:
        """Return the one who goes by `name`, as it was given."""
        return next((one for one in self.people if one.name == name), None)

    def mentions(self, text: str) -> list[Mention]:
        """Return where `text` names somebody, in order; parts of one name are one mention."""
        found: list[Mention] = []
        for match in self._pattern.finditer(text):
            written = match["name"]
            key = self._key_of(written)
            start, end = match.start("name"), match.end()
            bare = written == key
            if found and not text[found[-1].end : start].strip(" \u00a0-·・"):
                last = found.pop()
                found.append(Mention(last.start, end, last.keys | {key}, bare=last.bare and bare))
            else:
                found.append(Mention(start, end, frozenset({key}), bare=bare))
        return found

    def by_role(self, text: str) -> list[Mention]:
        """Return where `text` speaks of somebody by what they are."""
        return [
            Mention(m.start(), m.end(), self.roles[m[0].casefold()].keys, bare=True)
            for m in self._role.finditer(text)
        ]

    @cached_property
    def _role(self) -> re.Pattern[str]:
        if not self.roles:
            return re.compile("(?!)")
        words = "|".join(map(re.escape, sorted(self.roles, key=lambda role: (-len(role), role))))
        return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)

    def _key_of(self, written: str) -> str:
        if written in self._keys:
            return written
        return max(
            (key for key in self._keys if written.startswith(_stem(key, self.language))),
            key=lambda key: (len(key), key),
            default=written,
        )

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(key for one in self.people for key in one.keys)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        keys = sorted(self._keys, key=lambda key: (-len(key), key))
        if not keys:
            return re.compile("(?P<name>(?!))")
        language = self.language
        if language in JOINED or language == "ko":
            titles = "|".join(map(re.escape, sorted(self.honorifics, key=len, reverse=True)))
            parts = [re.escape(key) for key in keys if len(key) > 1]
            parts += [
                rf"{re.escape(key)}(?=\s?(?:{titles}))" for key in keys if len(key) == 1 and titles
            ]
            return re.compile(f"(?P<name>{'|'.join(parts) or '(?!)'})")
        glued = _GLUED.get(language, "")
        parts = [rf"{re.escape(_stem(key, language))}{_tail(key, language)}" for key in keys]
        mark = r"[\u0900-\u097f]" if language == "hi" else r"\w"
        return re.compile(rf"(?<!{mark}){glued}(?P<name>{'|'.join(parts)})(?!{mark})")


def _stem(key: str, language: str) -> str:
    """Return what of a name stays in all its cases."""
    if language not in _INFLECTED or len(key) < 4:
        return key
    stem = _ENDING.sub("", key)
    return stem if len(stem) >= 3 else key


def _tail(key: str, language: str) -> str:
    """Return a pattern of what may follow the stem of a name."""
    if language in _INFLECTED:
        return rf"(?:{_LETTER}{{0,4}}|['’]{_LETTER}{{1,5}})"
    if language in {"de", "sv", "nl", "da", "nb"}:
        return "s?"
    return ""
