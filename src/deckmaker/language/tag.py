"""The tag of a briefing's language (BCP 47): checked, and found in data that is not yet read."""

from __future__ import annotations

import re
from typing import Any

from deckmaker.language.schema import problem, short

DEFAULT = "en"
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-[A-Za-z0-9]{2,8})*$")


def check_tag(tag: str) -> str:
    """Return `tag`; raise a problem where it is none."""
    if _TAG.match(tag):
        return tag
    hint = f"write `{tag.replace('_', '-')}`" if "_" in tag else "write `en`, `en-US`, `de-AT`"
    raise problem("B003", f"`{short(tag)}` is no language tag (BCP 47)", hint)


def tag_of(data: Any) -> str:
    """Return the tag under `meta` in plain data; English's where there is none, or a faulty one."""
    meta = data.get("meta") if isinstance(data, dict) else None
    tag = meta.get("lang") if isinstance(meta, dict) else None
    return tag if isinstance(tag, str) and _TAG.match(tag) else DEFAULT
