"""Labelled articles become briefings, true and falsified; what the checks say of them is counted.

`python -m evidence.measuring` (with `tests` on the path) prints the table of docs/evidence.md.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from deckmaker.diagnostics import Severity
from deckmaker.evidence import check, read_snapshot
from deckmaker.evidence.snapshot import Snapshot
from deckmaker.language.briefing import Briefing
from deckmaker.reading.source import read_yaml

FOLDER = Path(__file__).parent / "articles"
TRUE = ("true", "edited", "true number", "true date", "true ISO date")
FALSE = (
    "without its “not”",
    "another number",
    "another word",
    "two joined",
    "another speaker",
    "another speaker, who alone is named",
    "prose given to a person",
    "false number",
    "false unit",
    "false date",
    "false ISO date",
)


@dataclass(frozen=True)
class Article:
    """A labelled article."""

    name: str
    data: dict[str, Any]
    snapshot: Snapshot

    @property
    def lang(self) -> str:
        return str(self.data["lang"])

    @property
    def held(self) -> bool:
        return bool(self.data["set"] == "held")


@dataclass(frozen=True)
class Case:
    """One claim as a briefing makes it."""

    kind: str
    words: str
    who: str = ""
    paragraph: int = 0


@dataclass(frozen=True)
class Outcome:
    """What was said of a claim."""

    article: str
    lang: str
    case: Case
    found: tuple[tuple[str, Severity], ...]
    """Rules and severities of errors and warnings; but for Q04 where an edit is meant, and for N03,
    which is right about a figure that somebody said."""

    @property
    def weight(self) -> Severity | None:
        """The worst that was said of it."""
        said = {severity for _, severity in self.found}
        return next((one for one in (Severity.ERROR, Severity.WARNING) if one in said), None)

    @property
    def right(self) -> bool:
        return bool(self.found) == (self.case.kind in FALSE)


def articles() -> list[Article]:
    found = []
    for labels in sorted(FOLDER.glob("*.toml")):
        text = labels.with_suffix(".txt")
        data = tomllib.loads(labels.read_text("utf-8"))
        snapshot = read_snapshot("", text.read_bytes(), data["lang"])
        found.append(Article(labels.stem, data, snapshot))
    return found


def outcomes(article: Article) -> Iterator[Outcome]:
    """Yield what is said of every claim, true or false, that the labels give rise to."""
    told: set[Case] = set()
    for cases in _rounds(article):
        briefing = _briefing(article, cases)
        evidence = check(briefing, [article.snapshot], None)
        for at, case in enumerate(cases):
            path = _path(case, at)
            said = tuple(
                (one.rule, one.severity)
                for one in evidence.diagnostics
                if one.path[: len(path)] == path
                and one.severity is not Severity.INFO
                and not (one.rule == "Q04" and case.kind in ("edited", "two joined"))
                and not (one.rule == "N03" and case.kind == "true number")
            )
            if case not in told:
                told.add(case)
                yield Outcome(article.name, article.lang, case, said)


def _rounds(article: Article) -> Iterator[list[Case]]:
    """Yield lists of claims, each to stand in one briefing: every speaker is named in each."""
    quotations = article.data["quotation"]
    speakers = list(dict.fromkeys(one["who"] for one in quotations if one["who"]))
    true = [Case("true", q["words"], q["who"], q["paragraph"]) for q in quotations]
    yield true
    # Every speaker is named in every briefing, as where all of them have their say.
    named = list({case.who: case for case in true if case.who}.values())
    for key, kind in (
        ("edited", "edited"),
        ("without_not", "without its “not”"),
        ("other_number", "another number"),
        ("swapped", "another word"),
    ):
        changed = [Case(kind, q[key], q["who"], q["paragraph"]) for q in quotations if q.get(key)]
        yield [*named, *changed]
    joined = [
        Case("two joined", f"{one['words'].rstrip('.,。、， ')}{joint}{other['words']}", one["who"])
        for one, other in pairwise(quotations)
        for joint in (" … ", " ", ", ")
        # What a narrator puts between two parts of one quotation may be left out.
        if not (joint == " … " and one["who"] == other["who"] and _together(one, other))
    ]
    yield [*named, *joined]
    for shift in range(1, len(speakers)):
        moved = [
            Case("another speaker", q["words"], _next(speakers, q["who"], shift), q["paragraph"])
            for q in quotations
            if q["who"]
        ]
        yield moved
    for who in speakers:  # the briefing names nobody else, so that the source must tell the rest
        yield [
            Case("another speaker, who alone is named", q["words"], who, q["paragraph"])
            for q in quotations
            if q["who"] and q["who"] != who
        ]
    given = [
        Case("prose given to a person", p["words"], who, p["paragraph"])
        for p in article.data["prose"]
        for who in speakers
    ]
    yield [*named, *given]
    numbers = article.data["number"]
    yield [Case("true number", n["text"], paragraph=n["paragraph"]) for n in numbers]
    yield [Case("false number", n["wrong"], paragraph=n["paragraph"]) for n in numbers]
    yield [Case("false unit", n["wrong_unit"], paragraph=n["paragraph"]) for n in numbers]
    dates = article.data["date"]
    yield [Case("true date", d["text"], paragraph=d["paragraph"]) for d in dates]
    yield [Case("false date", d["wrong_text"], paragraph=d["paragraph"]) for d in dates]
    yield [Case("true ISO date", d["iso"], paragraph=d["paragraph"]) for d in dates]
    yield [Case("false ISO date", d["wrong"], paragraph=d["paragraph"]) for d in dates]


def _together(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(one["paragraph"] == other["paragraph"])


def _next(speakers: Sequence[str], who: str, shift: int) -> str:
    return speakers[(speakers.index(who) + shift) % len(speakers)]


def _briefing(article: Article, cases: Sequence[Case]) -> Briefing:
    blocks: list[dict[str, Any]] = []
    for at, case in enumerate(cases):
        title = f"Claim {chr(97 + at % 26)}{'x' * (at // 26)}"
        if case.kind.endswith("ISO date"):
            block: dict[str, Any] = {"timeline": [{"date": case.words, "what": "It"}]}
        elif case.kind.endswith(("number", "unit", "date")) and case.kind != "another number":
            block = {"points": [{"point": "It", "full": f"{case.words}."}]}
        else:
            block = {"quote": {"text": case.words, **({"who": case.who} if case.who else {})}}
        blocks.append({"title": title, **block})
    data = {
        "deckmaker": "1",
        "meta": {"title": "Measured", "date": "2026-11-23", "lang": article.lang},
        "source": {
            "cite": article.data["cite"],
            "published": article.data["published"],
        },
        "sections": [{"section": "Claims", "blocks": blocks}],
    }
    text = json.dumps(data, ensure_ascii=False).encode()
    return Briefing.read(read_yaml(text, "briefing.yaml"), Path("briefing.yaml"))


def _path(case: Case, at: int) -> tuple[str | int, ...]:
    return ("sections", 0, "blocks", at)


def table(found: Iterable[Outcome]) -> str:
    """Return what was said of claims of each kind, in Markdown."""
    counts: Counter[tuple[str, Severity | None]] = Counter()
    for one in found:
        counts[one.case.kind, one.weight] += 1
    lines = ["| claim | all | error | warning | nothing |", "|---|---|---|---|---|"]
    for kind in (*TRUE, *FALSE):
        of = [counts[kind, weight] for weight in (Severity.ERROR, Severity.WARNING, None)]
        cells = " | ".join(f"{count:,}" for count in (sum(of), *of))
        lines.append(f"| {kind} | {cells} |")
    return "\n".join(lines)


def _say(wrong: Iterable[Outcome]) -> None:
    lines = {one.name: one.snapshot.paragraphs for one in articles()}
    for one in wrong:
        case = one.case
        print("   ", lines[one.article][case.paragraph - 1].text)
        print(
            f"{one.article} ¶{case.paragraph} {case.kind}: {case.words!r} ({case.who}) {one.found}"
        )


if __name__ == "__main__":
    wanted = set(sys.argv[1:])
    everything = [
        one
        for article in articles()
        if not wanted & {"dev", "held"} or article.data["set"] in wanted
        if not wanted - {"dev", "held", "-v"} or article.lang in wanted
        for one in outcomes(article)
    ]
    _say(one for one in everything if not one.right and "-v" in wanted)
    print(table(everything))
