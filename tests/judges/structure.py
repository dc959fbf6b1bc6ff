"""Our own check of a .pptx file, for what no validator sees: a deck becomes a list of faults.

The Open XML SDK and openxml-audit between them overlook a good dozen defects that make PowerPoint
offer to repair a file or a screen reader fall silent; the checks here find those, and some that
only one of the two finds. A check is a function of the Package that yields sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from judges import (
    accessibility_checks,
    chart_checks,
    contrast_checks,
    link_checks,
    package_checks,
    presentation_checks,
    slide_checks,
)
from judges.opc import Package

CHECKS: tuple[Callable[[Package], Iterator[str]], ...] = (
    *package_checks.CHECKS,
    *presentation_checks.CHECKS,
    *slide_checks.CHECKS,
    *accessibility_checks.CHECKS,
    *link_checks.CHECKS,
    *contrast_checks.CHECKS,
    *chart_checks.CHECKS,
)


def check_structure(data: bytes) -> list[str]:
    """Return what is wrong with the deck in `data`, each fault once; empty for a good deck."""
    package = Package.read(data)
    return list(dict.fromkeys(fault for check in CHECKS for fault in check(package)))
