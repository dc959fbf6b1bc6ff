"""Decks in scripts of their own: letters are exchanged, and fonts are made that have them.

The words are nobody's; what matters is their script. No font of the machine is needed.
"""

from __future__ import annotations

import tempfile
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from string import ascii_lowercase
from typing import Any

from deckmaker.brand import Brand, FontFamily
from deckmaker.branding import read_brand
from deckmaker.deck import render
from deckmaker.document import Document
from deckmaker.locales import locale_for
from deckmaker.richtext import Span
from deckmaker.typesetting import Typesetter
from deckmaker.wording import wording_for
from documents import SMALL, gallery
from fontmaking import made

ALPHABETS = {
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنه",
    "he": "אבגדהוזחטיכלמנסעפצקרשתםןףץ",
    "th": "กขคงจฉชซญฎฏฐณดตถทธนบปผพฟมย",
    "hi": "अआइईउऊएऐओकखगघचछजटठडतदनपबमर",
    "ja": "あいうえおかきくけこさしすせそたちつてとなに漢字橋港",
    "ko": "가나다라마바사아자차카타파하거너더러머버서어저처커터",
    "zh": "的一是不了人我在有他这为之大来以个中上们到说国和地也",
}
"""A letter for each of the Latin alphabet."""
RTL = ("ar", "he")


def family(lang: str) -> str:
    """Return the name of the family that has the letters of `lang`."""
    return f"Plain {lang}"


@cache
def brand(*langs: str) -> Brand:
    """Return the built-in brand with a family for each of `langs`."""
    folder = Path(tempfile.mkdtemp())
    families = []
    for lang in langs:
        path = folder / f"{lang}.ttf"
        made(family(lang), ALPHABETS[lang] + _words(lang) + "汉 ").save(path)
        families.append(FontFamily(family(lang), path, path, path, path))
    built_in = read_brand("cartulary", Path())[0]
    return replace(built_in, fallbacks={"serif": tuple(families), "sans": tuple(families)})


def _words(lang: str) -> str:
    """Return the letters of the fixed words of `lang`."""
    own = wording_for(lang)
    words = "".join(
        getattr(own, field.name)
        for field in fields(own)
        if isinstance(getattr(own, field.name), str)
    )
    return "".join(letter for letter in set(words) if ord(letter) > 0x2FF)


def exchanged(value: Any, lang: str) -> Any:
    """Return `value` with the letters of its texts exchanged for those of `lang`."""
    letters = dict(zip(ascii_lowercase, ALPHABETS[lang], strict=True))
    table = str.maketrans({**letters, **{k.upper(): v for k, v in letters.items()}})

    def walk(value: Any) -> Any:
        if isinstance(value, Span):
            return replace(value, text=value.text.translate(table))
        if isinstance(value, tuple):
            return tuple(map(walk, value))
        if isinstance(value, str):
            return value.translate(table)
        if is_dataclass(value) and not isinstance(value, type):
            changed = {
                field.name: walk(getattr(value, field.name))
                for field in fields(value)
                if field.name not in _KEPT
            }
            return replace(value, **changed)
        return value

    return walk(value)


_KEPT = frozenset(
    [
        "path",
        "id",
        "type",
        "kind",
        "format",
        "url",
        "sha256",
        "key",
        "iso_date",
        "lang",
        "marking",
        "medium",
        "wording",
        "purpose",
    ]
)


def in_language(document: Document, lang: str) -> Document:
    """Return `document` in the letters and the fixed words of `lang`."""
    changed = exchanged(document, lang)
    front = replace(changed.front, lang=lang)
    return replace(changed, front=front, wording=wording_for(lang))


def typesetter(lang: str) -> Typesetter:
    """Return a typesetter for text in `lang`."""
    return Typesetter(brand(lang), locale_for(lang))


@cache
def deck_in(lang: str) -> bytes:
    """Return a finished deck with every kind of content in `lang`."""
    return render(in_language(gallery(SMALL, "deck"), lang), brand(lang))
