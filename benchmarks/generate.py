"""Write a briefing of N sections, the same words at every run, to measure builds with.

Each section has a heading, four points with a lead, one of them with a quotation, and a table of
four by four; every fifth has a chart as well.

    python benchmarks/generate.py 100 FOLDER              writes FOLDER/briefing.yaml
    python benchmarks/generate.py 100 FOLDER --source     and a source that holds what it quotes
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CHART_EVERY = 5
WORDS = (
    "harbour", "council", "winter", "ferry", "budget", "report", "island", "minister",
    "bridge", "channel", "season", "pilot", "tariff", "quota", "treaty", "election",
    "border", "summit", "delegation", "transport", "energy", "grid", "pipeline", "fishery",
    "survey", "audit", "inquiry", "deadline", "surplus", "deficit", "reform", "subsidy",
    "contract", "tender", "committee", "parliament", "agency", "region", "district",
    "coast", "valley", "railway", "station", "terminal", "licence", "permit", "standard",
    "measure", "forecast", "estimate", "review", "proposal", "draft", "statement",
)  # fmt: skip
VERBS = (
    "delays", "approves", "rejects", "widens", "reviews", "postpones", "supports", "doubts",
    "explains", "measures",
)  # fmt: skip
SPEAKERS = ("Mara Lindqvist", "Tomas Veld", "Ines Okafor", "Jonas Brandt")
QUARTERS = ("first quarter", "second quarter", "third quarter", "fourth quarter")


@dataclass(frozen=True)
class Section:
    """The words and figures of one section."""

    label: str
    title: str
    points: list[tuple[str, str]]
    """Lead and full text."""
    speaker: str
    quotation: str
    """Stands in the full text of the second point."""
    table: list[list[str]]
    """The head, then four rows of a name and three figures."""
    chart: dict[str, int] | None


def sections(count: int) -> Iterator[Section]:
    """Yield `count` sections."""
    chance = random.Random(20261123)
    for number in range(1, count + 1):
        yield _section(number, chance)


def _section(number: int, chance: random.Random) -> Section:
    def some(count: int) -> str:
        return " ".join(chance.choices(WORDS, k=count))

    def sentence(count: int) -> str:
        return f"The {some(1)} {chance.choice(VERBS)} the {some(count)}."

    speaker = chance.choice(SPEAKERS)
    quotation = f"the {some(3)} {chance.choice(VERBS)} no {some(3)}"
    points = [(f"The {some(2)} {chance.choice(VERBS)} the {some(2)}", "") for _ in range(4)]
    points = [
        (f"{lead} {place}", f"{sentence(12)} {sentence(14)}")
        for place, (lead, _) in zip(("first", "second", "third", "last"), points, strict=True)
    ]
    points[1] = (points[1][0], f'{sentence(9)} {speaker} said that "{quotation}."')
    table = [["Item", "Planned", "Agreed", "Paid"]]
    table += [[some(2).capitalize(), *(f"{chance.randrange(1000, 9999):,}" for _ in range(3))]
              for _ in range(4)]  # fmt: skip
    chart = None
    if number % CHART_EVERY == 0:
        chart = {quarter: chance.randrange(10, 100) for quarter in QUARTERS}
    return Section(
        label=f"Part {number}",
        title=f"The {some(2)} {chance.choice(VERBS)} the {some(3)} in part {number}",
        points=points,
        speaker=speaker,
        quotation=quotation,
        table=table,
        chart=chart,
    )


def briefing(count: int, *, source: bool = False) -> str:
    """Return the YAML of a briefing with `count` sections."""
    lines = [
        "deckmaker: 1",
        "meta:",
        f"  title: The state of {count} parts",
        "  short: State of parts",
        "  to: Policy team",
        "  from: Briefing desk",
        "  date: 2026-11-23",
        "  lang: en-US",
    ]
    if source:
        lines += ["source:", "  file: article.txt", "  cite: A generated source"]
    lines.append("sections:")
    for section in sections(count):
        lines += _yaml(section)
    return "\n".join(lines) + "\n"


def _yaml(section: Section) -> Iterator[str]:
    yield f"  - section: {section.label}"
    yield "    blocks:"
    yield f"      - title: {section.title}"
    yield "        points:"
    for lead, full in section.points:
        yield f"          - {lead}: >-"
        yield f"              {full}"
    yield f"      - title: {section.title}, in figures"
    yield "        table: |"
    for row in section.table:
        yield f"          {' | '.join(row)}"
    if section.chart:
        yield f"      - title: {section.title}, by quarter"
        yield "        chart:"
        yield "          type: column"
        yield "          data:"
        for quarter, figure in section.chart.items():
            yield f"            {quarter}: {figure}"


def article(count: int) -> str:
    """Return a source that holds every quotation and figure of the briefing."""
    lines = []
    for number, section in enumerate(sections(count), start=1):
        figures = ", ".join(cell for row in section.table[1:] for cell in row[1:])
        lines.append(f"{section.speaker} said of part {number}: “{section.quotation}.” {figures}.")
    return f"There are {count} parts.\n" + "\n".join(lines) + "\n"


def write(count: int, folder: Path, *, source: bool = False) -> Path:
    """Write the briefing, and its source if asked, into `folder`; return the briefing's path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "briefing.yaml"
    path.write_text(briefing(count, source=source), encoding="utf-8")
    if source:
        (folder / "article.txt").write_text(article(count), encoding="utf-8")
    return path


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("count", type=int, help="how many sections")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--source", action="store_true", help="write a source to check against")
    arguments = parser.parse_args()
    print(write(arguments.count, arguments.folder, source=arguments.source))
