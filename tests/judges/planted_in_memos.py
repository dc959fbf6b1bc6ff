"""Defects planted in a good memo: by the check that must find them, and by what others see."""

from __future__ import annotations

from collections.abc import Callable

from judges import file_checks, planted_in_files, planted_in_marks, planted_in_roles
from judges.spoiling import Check, Planted, lengthen_a_stream

PLANTED: dict[Check, Planted] = (
    planted_in_marks.PLANTED | planted_in_roles.PLANTED | planted_in_files.PLANTED
)

IN_BYTES: dict[Check, dict[str, tuple[Callable[[bytes], bytes], str]]] = {
    file_checks.wrong_streams: {
        "a stream longer than it is": (lengthen_a_stream, "bytes long"),
    },
}
"""Those that qpdf would mend if it wrote the file."""
