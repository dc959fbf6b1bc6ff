"""Measure what the structure of a memo costs: time and bytes with it, beside none, in one run.

The memo without structure is the same in all else: the same pages, fonts, links and file layout.
It marks nothing, keeps no tree, and says nothing of itself in XMP.

    python benchmarks/tags.py           N = 1, 10, 100
    python benchmarks/tags.py 1000      other numbers of sections
"""

from __future__ import annotations

import argparse
import gc
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from deckmaker.build import make
from deckmaker.memo import canvas
from generate import write

SIZES = (1, 10, 100)
GARBAGE_EVERY = 100_000
"""As the command line has it."""


class Untagged:
    """Takes the place of `Tagging`, and does nothing."""

    margin = None

    def begin_page(self) -> int:
        """Number no page."""
        return 0

    def enter(self, _: object) -> str:
        """Open nothing."""
        return ""

    def leave(self) -> str:
        """Close nothing."""
        return ""

    def met(self, _: object) -> None:
        """Remember nothing."""

    def bounded(self, _: object, __: object) -> None:
        """Remember nothing."""

    def annotated(self, _: object, __: str) -> int:
        """Lead back to nothing."""
        return 0

    def count(self) -> int:
        """Take no object."""
        return 0

    def objects(self, root: int, _: int, __: object) -> Iterator[tuple[int, str]]:
        """Yield the root that the catalog names, empty."""
        yield root, "<</Type/StructTreeRoot>>"


@dataclass(frozen=True)
class Cost:
    """What a memo took."""

    cpu: float
    """Seconds of the process, without what it was imported in."""
    size: int
    """Bytes."""


def build(path: Path, *, tagged: bool) -> Cost:
    """Build the memo of a briefing in this process."""
    gc.set_threshold(GARBAGE_EVERY)
    if not tagged:
        canvas.Tagging = Untagged  # type: ignore[assignment,misc]
        canvas._is_parted = lambda _: False
        canvas.identify = lambda *_, **__: None
    started = time.process_time()
    (data,) = make(path, only="memo").files.values()
    return Cost(time.process_time() - started, len(data))


def measure(path: Path, *, tagged: bool) -> Cost:
    """Build the memo in a process of its own."""
    command = [sys.executable, __file__, "--build", str(path), "--tagged", str(int(tagged))]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    cpu, size = done.stdout.split()
    return Cost(float(cpu), int(size))


def table(sizes: list[int], repeats: int) -> Iterator[str]:
    """Yield the lines of a Markdown table; the two kinds take turns."""
    yield "| N | CPU s untagged | tagged | ratio | KB untagged | tagged | ratio |"
    yield "|--:|--:|--:|--:|--:|--:|--:|"
    with tempfile.TemporaryDirectory() as name:
        for count in sizes:
            folder = Path(name) / str(count)
            folder.mkdir()
            path = write(count, folder)
            turns = [
                (measure(path, tagged=False), measure(path, tagged=True)) for _ in range(repeats)
            ]
            bare, told = (min(cost.cpu for cost in costs) for costs in zip(*turns, strict=True))
            small, large = (cost.size for cost in turns[0])
            yield (
                f"| {count} | {bare:.3f} | {told:.3f} | {told / bare:.2f} "
                f"| {small / 1000:.1f} | {large / 1000:.1f} | {large / small:.2f} |"
            )


def main() -> None:
    """Measure, or build one memo for a process that measures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sizes", type=int, nargs="*", help="numbers of sections")
    parser.add_argument("--repeats", type=int, default=7, help="turns; the least counts")
    parser.add_argument("--build", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--tagged", type=int, default=1, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.build:
        cost = build(arguments.build, tagged=bool(arguments.tagged))
        print(cost.cpu, cost.size)
        return
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}\n")
    for line in table(arguments.sizes or list(SIZES), arguments.repeats):
        print(line, flush=True)


if __name__ == "__main__":
    main()
