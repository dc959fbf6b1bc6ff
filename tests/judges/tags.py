"""Our own check of what a memo tells those who cannot see it: a PDF becomes a list of faults.

Checkers of PDF/UA and PDF/A between them overlook a structure that tells half of the pages, leads
back to the wrong element or calls things what they are not; the checks here find that, and some
of what the checkers find. A check is a function of the Tagged file that yields sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from judges import file_checks, marking_checks, role_checks
from judges.tagged import Tagged

CHECKS: tuple[Callable[[Tagged], Iterator[str]], ...] = (
    *marking_checks.CHECKS,
    *role_checks.CHECKS,
    *file_checks.CHECKS,
)


def check_tags(data: bytes) -> list[str]:
    """Return what is wrong with the memo in `data`, each fault once; empty for a good memo."""
    memo = Tagged.read(data)
    return list(dict.fromkeys(fault for check in CHECKS for fault in check(memo)))
