"""Measure builds of generated briefings beside a plain script, and print a table.

Every build is a process of its own; CPU and peak memory are what the kernel counted for it and
its children. The contenders take turns in the same run, since machines vary and only ratios of
builds side by side say anything.

    python benchmarks/run.py            N = 1, 10, 100, 1000
    python benchmarks/run.py --quick    N = 1, 10
"""

from __future__ import annotations

import argparse
import math
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generate import write

HERE = Path(__file__).parent
SIZES = (1, 10, 100, 1000)
QUICK = (1, 10)
KILOBYTE = 1 if sys.platform == "darwin" else 1024
"""What the kernel counts peak memory in: bytes on macOS, kilobytes elsewhere."""


@dataclass(frozen=True)
class Contender:
    """A way to build the two files of a briefing."""

    name: str
    command: tuple[str, ...]
    source: bool = False
    """Whether the briefing names a source, so that every quotation and number is checked."""


PLAIN = Contender("plain script", (sys.executable, str(HERE / "plain.py")))
DECKMAKER = Contender("deckmaker", (sys.executable, "-m", "deckmaker", "build", "-q"))
CHECKED = Contender("deckmaker, checked", DECKMAKER.command, source=True)


@dataclass(frozen=True)
class Cost:
    """What a build took."""

    cpu: float
    """Seconds, user and system."""
    wall: float
    """Seconds."""
    memory: float
    """Peak resident set, megabytes."""


def measure(contender: Contender, count: int, folder: Path) -> Cost:
    """Build a briefing of `count` sections and return what it took."""
    folder.mkdir(parents=True)
    path = write(count, folder, source=contender.source)
    command = [*contender.command, str(path), "-o", str(folder / "out")]
    with (folder / "log.txt").open("w+b") as log:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, env=environment())
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            log.seek(0)
            sys.exit(f"{' '.join(command)} failed:\n{log.read().decode(errors='replace')}")
    written = {file.suffix for file in (folder / "out").iterdir()}
    if not {".pptx", ".pdf"} <= written:
        sys.exit(f"{contender.name} wrote {sorted(written)} instead of a deck and a memo")
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * KILOBYTE / 1e6)


def environment() -> dict[str, str]:
    """Return the surroundings of a build: both sides may keep what Python compiles, as usual.

    A package installed by pip is compiled already; one run from a checkout where Python is
    forbidden to keep bytecode would be compiled anew at every start.
    """
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def best(contender: Contender, count: int, folder: Path, repeats: int) -> Iterator[Cost]:
    """Yield the cost of each of `repeats` builds, so that callers can take turns."""
    for turn in range(repeats):
        yield measure(contender, count, folder / f"{contender.name}-{count}-{turn}")


def least(costs: Sequence[Cost]) -> Cost:
    """Return the least of each measure: what disturbs a build only ever adds to it."""
    return Cost(
        min(cost.cpu for cost in costs),
        min(cost.wall for cost in costs),
        min(cost.memory for cost in costs),
    )


def growth(costs: dict[int, Cost], count: int) -> float | None:
    """Return k where CPU grew as N^k up to `count`, the cost of starting taken off.

    Starting is what N = 1 costs; it would make growth look flatter than it is.
    """
    smaller = [n for n in costs if 1 < n < count]
    if not smaller:
        return None
    before, start = max(smaller), costs[1].cpu
    more, less = costs[count].cpu - start, costs[before].cpu - start
    if more <= 0 or less <= 0:
        return None
    return math.log(more / less) / math.log(count / before)


def table(results: dict[Contender, dict[int, Cost]]) -> Iterator[str]:
    """Yield the lines of a Markdown table."""
    yield "| N | | CPU s | of plain | wall s | of plain | memory MB | growth |"
    yield "|--:|:--|--:|--:|--:|--:|--:|:--|"
    for count in results[PLAIN]:
        plain = results[PLAIN][count]
        for contender, costs in results.items():
            cost = costs[count]
            exponent = growth(costs, count)
            yield (
                f"| {count} | {contender.name} | {cost.cpu:.2f} | {cost.cpu / plain.cpu:.2f} "
                f"| {cost.wall:.2f} | {cost.wall / plain.wall:.2f} | {cost.memory:.0f} "
                f"| {f'N^{exponent:.2f}' if exponent is not None else ''} |"
            )


def main() -> None:
    """Run the contenders in turn and print what they took."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help=f"only N = {QUICK}")
    parser.add_argument("--sizes", type=int, nargs="+", help="other numbers of sections")
    parser.add_argument("--plain-only", action="store_true", help="the plain script alone")
    parser.add_argument("--checked", action="store_true", help="check every quotation as well")
    arguments = parser.parse_args()
    sizes = sorted({1, *(arguments.sizes or (QUICK if arguments.quick else SIZES))})
    contenders = [PLAIN]
    if not arguments.plain_only:
        contenders += [DECKMAKER, CHECKED] if arguments.checked else [DECKMAKER]
    results: dict[Contender, dict[int, Cost]] = {contender: {} for contender in contenders}
    with tempfile.TemporaryDirectory() as folder:
        for count in sizes:
            repeats = 5 if count < 100 else 3 if count < 1000 else 1
            turns = zip(
                *(best(contender, count, Path(folder), repeats) for contender in contenders),
                strict=True,
            )
            for contender, costs in zip(contenders, zip(*turns, strict=True), strict=True):
                results[contender][count] = least(costs)
            print(f"N = {count} measured", file=sys.stderr)
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}\n")
    print("\n".join(table(results)))


if __name__ == "__main__":
    main()
