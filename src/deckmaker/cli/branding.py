"""A brand that was typed behind `--brand`: what is wrong with it is said of that option.

The briefing does not name it, so nothing there is to be pointed at.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from deckmaker.cli.ending import fail, touching_files
from deckmaker.diagnostics import BriefingError, Diagnostic

NAMED = ("meta", "brand")
"""Where a briefing names its brand."""
OF_BRANDS = "S"
"""How the ids of the rules for brands begin."""
_LOOKED_AT = 4096
"""Bytes that tell a picture or a PDF from a text."""


@contextmanager
def typed(brand: str | None) -> Iterator[None]:
    """Let mistakes about the very name `brand` speak of the option; end where it is no text."""
    if brand is None:
        yield
        return
    _want_text(brand)
    try:
        yield
    except BriefingError as error:
        told = (_of_option(one, brand) for one in error.diagnostics)
        raise BriefingError(told, error.excused, error.summary) from None


def _want_text(brand: str) -> None:
    """End where `brand` is a file that holds no text: its bytes would be faults one by one."""
    if "\0" in brand:
        fail("`--brand` cannot hold a control character")
    with touching_files():
        if not Path(brand).is_file():
            return
        with Path(brand).open("rb") as file:
            head = file.read(_LOOKED_AT)
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))  # text, and told to be saved as UTF-8
    if head.startswith(b"%PDF") or (b"\0" in head and not wide):
        fail(
            f"`--brand {brand}` is no brand file: it holds no text",
            "a brand file is YAML, such as `_brand.yml`; a logo is named in it, under `logo:`",
        )


def _of_option(diagnostic: Diagnostic, brand: str) -> Diagnostic:
    if diagnostic.path != NAMED or not diagnostic.rule.startswith(OF_BRANDS):
        return diagnostic
    message = f"`--brand {brand}` cannot be used: {diagnostic.message}"
    return replace(diagnostic, message=message, path=(), span=None)
