"""Evidence: a briefing's quotations, numbers and citations against snapshots of its sources.

`check` compares, `lock_text` and `read_lock` keep what was verified for those who do not have
the sources. Nothing here reads or writes a file; a snapshot that is missing is looked for by its
name alone.
"""

from deckmaker.evidence.case import Finding
from deckmaker.evidence.checking import Evidence, check, lock_text
from deckmaker.evidence.lock import Lock, read_lock
from deckmaker.evidence.snapshot import Snapshot, read_snapshot

__all__ = [
    "Evidence",
    "Finding",
    "Lock",
    "Snapshot",
    "check",
    "lock_text",
    "read_lock",
    "read_snapshot",
]
