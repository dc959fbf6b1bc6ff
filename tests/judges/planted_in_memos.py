"""Defects planted in a good memo: by the check that must find them, and by what others see."""

from __future__ import annotations

from collections.abc import Callable

from judges import file_checks, planted_in_files, planted_in_marks, planted_in_roles
from judges.spoiling import Check, Planted, Spoil, lengthen_a_stream
from judges.validators import Profile

PLANTED: dict[Check, Planted] = (
    planted_in_marks.PLANTED | planted_in_roles.PLANTED | planted_in_files.PLANTED
)

IN_BYTES: dict[Check, dict[str, tuple[Callable[[bytes], bytes], str]]] = {
    file_checks.wrong_streams: {
        "a stream longer than it is": (lengthen_a_stream, "bytes long"),
    },
}
"""Those that qpdf would mend if it wrote the file."""

SPOILS: dict[str, Spoil] = {
    name: spoil for planted in PLANTED.values() for name, (spoil, _) in planted.items()
}

SEEN_BY_OTHERS: dict[str, tuple[Profile, ...]] = {
    "told text within decoration": ("ua1",),
    "a link without words": ("ua1",),
    "an annotation that is no link": ("ua1", "2a"),
    "text outside marks": ("ua1",),
    "a line outside marks": ("ua1",),
    "a tag of nobody": ("ua1", "2a"),
    "an item outside lists": ("ua1",),
    "a heading skipped": ("ua1",),
    "a list of paragraphs": ("ua1",),
    "a row with a cell less": ("ua1",),
    "a figure without words": ("ua1",),
    "a note without a name": ("ua1",),
    "notes of one name": ("ua1",),
    "a link called a span": ("ua1",),
    "no language": ("ua1",),
    "a language that is none": ("ua1", "2a"),
    "a part in no language": ("ua1", "2a"),
    "not marked as tagged": ("ua1", "2a"),
    "the file's name for a title": ("ua1",),
    "tabs in no order": ("ua1",),
    "not PDF/UA": ("ua1",),
    "not PDF/A-2a": ("2a",),
    "no XMP at all": ("ua1", "2a"),
    "colours that mean nothing": ("2a",),
    "colours without a profile": ("2a",),
    "a font that is not embedded": ("ua1", "2a"),
    "a font without text": ("ua1", "2a"),
    "a code that reads as nothing": ("ua1", "2a"),
    "a code that reads as zero": ("ua1", "2a"),
    "a code that reads as a private sign": ("2a",),
    "a script": ("2a",),
    "a link that starts a program": ("2a",),
    "a stream that lies elsewhere": ("2a",),
}
"""What page-validation must see, by the standards that forbid it. The others it passes over."""
