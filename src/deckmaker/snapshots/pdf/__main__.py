"""The process that reads one PDF: bytes on standard input, its paragraphs as JSON on output."""

from __future__ import annotations

import json
import sys

from deckmaker.snapshots.pdf import MOST_MEMORY, SECONDS
from deckmaker.snapshots.pdf.reader import read
from deckmaker.snapshots.transcript import UnreadableError


def main() -> None:
    """Read the PDF and answer."""
    _limit()
    fault, paragraphs = "", []
    try:
        paragraphs = list(read(sys.stdin.buffer.read()))
    except UnreadableError as error:
        fault = str(error)
    sys.stdout.write(json.dumps({"fault": fault, "paragraphs": paragraphs}))


def _limit() -> None:
    """Let the system end this process before it takes too much, where the system can."""
    try:
        import resource
    except ImportError:  # Windows: the time alone is limited, by who waits for the answer
        return
    for kind, most in ((resource.RLIMIT_AS, MOST_MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        _, hard = resource.getrlimit(kind)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(kind, (allowed, hard))
        except (OSError, ValueError):  # macOS knows the limit and does not take it
            continue


if __name__ == "__main__":
    main()
