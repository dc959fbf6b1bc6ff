"""`python -m proof`: build, render and read back; print the table; fail on any violation."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from proof.report import details, table
from proof.run import Tallied, carry_out, tasks
from proof.texts import LANGUAGES


def main() -> int:
    """Return the exit code: 1 where anything is not where it belongs."""
    parser = argparse.ArgumentParser(prog="proof", description=__doc__)
    parser.add_argument("--sections", type=int, default=500, help="at least so many in all")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other briefings")
    parser.add_argument("--languages", nargs="*", default=LANGUAGES, metavar="TAG")
    parser.add_argument("--keep", type=Path, help="a folder for the files that are made")
    options = parser.parse_args()
    if options.keep is not None:
        options.keep.mkdir(parents=True, exist_ok=True)
    started = time.perf_counter()
    results = {tag: Tallied(tag) for tag in options.languages}
    for done in carry_out(tasks(options.languages, options.sections, options.seed, options.keep)):
        results[done.tag].add(done)
        print(".", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    rows = list(results.values())
    print(table(rows))
    print(f"\nseed {options.seed}, {time.perf_counter() - started:.0f} seconds in all")
    if any(row.violations for row in rows):
        print("\n" + details(rows))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
