"""A PDF becomes paragraphs, which are rebuilt from where its letters stand.

PDFium reads the letters, in a process of its own: a page of some hundred bytes can keep it busy for
ever, fill the memory or end the process, and then it is that one which ends. There `reader` opens
the file, `letters` makes pieces of lines, `furniture` takes running heads and page numbers away,
`lines` sets rows together, `flow` finds where paragraphs end, `hyphens` joins their lines.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

from deckmaker.snapshots.transcript import UnreadableError

SECONDS = 90
"""More than the longest PDF that is read needs."""
MOST_MEMORY = 3_000_000_000
_FAILS = "is damaged: it cannot be read in the time and memory that any text needs"
_NOT_STARTED = "is a PDF, and the process of Python that reads PDFs cannot be started here"


def paragraphs(data: bytes) -> list[str]:
    """Return the paragraphs of a PDF; raise UnreadableError where it cannot be read."""
    if not sys.executable:  # Python within another program
        raise UnreadableError(_NOT_STARTED)
    # The same program with the same packages, but nothing of the folder that one happens to be in.
    command = [sys.executable, "-P", "-m", __name__]
    known = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    try:
        answer: Any = json.loads(
            subprocess.run(  # noqa: S603 – our own interpreter and module
                command,
                input=data,
                capture_output=True,
                check=True,
                timeout=2 * SECONDS,
                env={**os.environ, **known},
            ).stdout
        )
    except (subprocess.SubprocessError, ValueError):
        raise UnreadableError(_FAILS) from None
    except OSError:
        raise UnreadableError(_NOT_STARTED) from None
    if answer["fault"]:
        raise UnreadableError(answer["fault"])
    texts: list[str] = answer["paragraphs"]
    return texts
