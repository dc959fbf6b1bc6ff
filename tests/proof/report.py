"""The result of a run as a Markdown table, which terminals show well enough too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from proof.run import Tallied

_HEAD = (
    "language", "sections", "slides", "boxes", "lines", "pages", "violations", "refused",
    "wasted height", "seconds",
)  # fmt: skip
_MOST = 12
"""Violations of a kind that are shown."""


def table(results: Sequence[Tallied]) -> str:
    """Return a row for each language and one for all."""
    whole = Tallied("all")
    for one in results:
        whole.add(one)
    rows = [_HEAD, *map(_row, (*results, whole))]
    widths = [max(len(row[at]) for row in rows) for at in range(len(_HEAD))]
    lines = [
        "| " + " | ".join(_aligned(cell, width, at) for at, (cell, width) in cells) + " |"
        for cells in (list(enumerate(zip(row, widths, strict=True))) for row in rows)
    ]
    rule = "|" + "|".join("-" * (w + 1) + (":" if at else "-") for at, w in enumerate(widths)) + "|"
    return "\n".join((lines[0], rule, *lines[1:]))


def details(results: Sequence[Tallied]) -> str:
    """Return the violations themselves, a few of each kind."""
    shown: Counter[str] = Counter()
    lines = []
    for result in results:
        for label, one in result.violations:
            shown[one.kind] += 1
            if shown[one.kind] <= _MOST:
                lines.append(f"{one.kind}: {label}, {one.place}: {one.detail}")
    lines += [f"{kind}: {n - _MOST} more" for kind, n in shown.items() if n > _MOST]
    return "\n".join(lines)


def _row(one: Tallied) -> tuple[str, ...]:
    return (
        one.tag,
        *(f"{number:,}" for number in (one.sections, one.slides, one.boxes, one.lines, one.pages)),
        _kinds(one.by_kind),
        _kinds(one.refused),
        f"{one.wasted:.1%}",
        f"{one.seconds:.0f}",
    )


def _kinds(counts: Counter[str]) -> str:
    if not counts:
        return "0"
    return f"{sum(counts.values())}: " + ", ".join(
        f"{number} {kind}" for kind, number in counts.most_common()
    )


def _aligned(cell: str, width: int, at: int) -> str:
    return cell.rjust(width) if at else cell.ljust(width)
