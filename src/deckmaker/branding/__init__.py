"""Branding: a `brand.yml` file becomes the Brand that deck and memo take their look from.

The file follows the brand.yml standard (meta, logo, color, typography, defaults), read leniently:
what serves other tools is passed over. What the standard lacks stands under `defaults.deckmaker`:
`page`, `organisation`, `twin`, `fallback`, and the roles `muted`, `emphasis`, `panel`, `rule` and
`cover`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from deckmaker.brand import Brand
from deckmaker.branding.brandfile import BrandFile, nearest, open_brand
from deckmaker.branding.fallbacks import read_fallbacks
from deckmaker.branding.logos import read_logos
from deckmaker.branding.palette import OWN_ROLES, read_palette
from deckmaker.branding.typefaces import read_voices
from deckmaker.diagnostics import BriefingError, Diagnostic, Severity

__all__ = ["read_brand"]

_STANDARD = ("meta", "logo", "color", "typography", "defaults")
_OWN = ("defaults", "deckmaker")
_LATER = ("template", "layouts")
_KEYS = ("page", "organisation", "twin", "fallback", *_LATER, *OWN_ROLES)
_PAGES: tuple[Literal["a4", "letter"], ...] = ("a4", "letter")


def read_brand(reference: str | None, base: Path) -> tuple[Brand, tuple[Diagnostic, ...]]:
    """Return the brand that `reference` means, and what is to be said about it.

    `reference` is a built-in name (`cartulary`, also for None), or the path of a brand file or of
    a folder with one, relative to the folder `base` and never out of it. The diagnostics are
    warnings, each with its span; errors raise BriefingError, all of one pass together with the
    warnings. Rules: S001 no such brand, S002 path out of the tree, S003 wrong kind of value,
    S004 unknown key, S005 no such colour, A02 contrast of text, S007 contrast of an accent,
    S008 fonts, S009 logo, S010 not read yet.
    """
    file = open_brand(reference, base)
    if not isinstance(file.source.data, dict):
        file.error("S003", "a brand file is a map: meta, logo, color, typography, defaults", ())
        raise BriefingError(file.problems)
    file.unknown((), _STANDARD, Severity.WARNING)
    for key in ("meta", "color", "typography", "defaults"):
        file.map(key)
    file.unknown(_OWN, _KEYS, Severity.ERROR)
    for key in _LATER:
        if file.value(*_OWN, key) is not None:
            file.warn(
                "S010", f"`{key}` is not read yet: the deck has its own layouts", (*_OWN, key)
            )

    name, organisation = _names(file)
    palette = read_palette(file)
    serif, sans = read_voices(file)
    fallbacks = read_fallbacks(file, serif, sans)
    logo, logo_on_dark = read_logos(file, organisation or name)
    page = _page(file)
    if file.errors:
        raise BriefingError(file.problems)
    brand = Brand(
        name=name,
        colors=palette.roles,
        accents=palette.accents,
        serif=serif,
        sans=sans,
        link=palette.link,
        page=page,
        logo=logo,
        logo_on_dark=logo_on_dark,
        organisation=organisation,
        fallbacks=fallbacks,
    )
    return brand, tuple(file.problems)


def _names(file: BrandFile) -> tuple[str, str]:
    """Return the brand's short name and the name that stands as a wordmark."""
    steps = ("meta", "name")
    if isinstance(file.value(*steps), dict):
        full, short = file.text(*steps, "full"), file.text(*steps, "short")
    else:
        full = short = file.text(*steps)
    name = short or full or file.path.parent.name
    if "organisation" in file.map(*_OWN):
        return name, file.text(*_OWN, "organisation") or ""
    return name, full or short or ""


def _page(file: BrandFile) -> Literal["a4", "letter"]:
    """Return the memo's page."""
    stated = file.text(*_OWN, "page")
    for page in _PAGES:
        if stated is None or stated.lower() == page:
            return page
    hints = nearest(stated or "", _PAGES) or ("write `a4` or `letter`",)
    file.error("S003", f"there is no page called `{stated}`", (*_OWN, "page"), *hints)
    return "a4"
