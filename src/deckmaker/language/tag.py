"""The tag of a language (BCP 47): checked, and found in data that is not yet read."""

from __future__ import annotations

import re
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from deckmaker.language.schema import listing, problem, short
from deckmaker.wording import languages

DEFAULT = "en"
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-[A-Za-z0-9]{2,8})*$")
_PRIVATE = re.compile("q[a-t][a-z]$")
"""Left by the standard to whoever needs a language that has no tag."""
_FOR_EXAMPLE = ("en", "en-US", "de-AT")


def check_tag(tag: str) -> str:
    """Return `tag`; raise a problem where it is none, or of no language that there is."""
    if is_tag(tag):
        return tag
    fault = fault_of(tag)
    raise problem("B003", *fault)


def is_tag(tag: str) -> bool:
    """Tell whether `tag` is well formed, of a language that Unicode's data (CLDR) know."""
    return bool(_TAG.match(tag)) and _is_known(tag.partition("-")[0].lower())


def fault_of(tag: str) -> tuple[str, str]:
    """Return what is wrong with a tag that is none, and the mend."""
    message = f"`{short(tag)}` is no language tag (BCP 47)"
    dashed = tag.strip().replace("_", "-")
    if is_tag(dashed):
        return message, f"write `{dashed}`"
    meant = _meant(dashed)
    return message, f"write `{meant}`" if meant else f"write a tag such as {listing(_FOR_EXAMPLE)}"


def tag_of(data: Any) -> str:
    """Return the tag under `meta` in plain data; English's where there is none, or a faulty one."""
    meta = data.get("meta") if isinstance(data, dict) else None
    tag = meta.get("lang") if isinstance(meta, dict) else None
    return tag if isinstance(tag, str) and is_tag(tag) else DEFAULT


def _is_known(language: str) -> bool:
    # Nearly all stand in the one list; the other takes a file of its own to read.
    return (
        language in get_global("likely_subtags")
        or language in Locale("en").languages
        or bool(_PRIVATE.match(language))
    )


def _meant(tag: str) -> str:
    """Return the tag that someone meant who wrote `deu`, `German` or `Deutsch`; or nothing."""
    language, dash, rest = tag.partition("-")
    alias = get_global("language_aliases").get(language.lower(), "")
    if alias and is_tag(f"{alias}{dash}{rest}"):
        return f"{alias}{dash}{rest}"
    name = tag.casefold()
    for code, english in Locale("en").languages.items():
        if name == english.casefold():
            return str(code).replace("_", "-")
    for code in languages():
        try:
            own = Locale.parse(code, sep="-").get_language_name()
        except (UnknownLocaleError, ValueError):
            continue
        if own and name == own.casefold():
            return code
    return ""
