"""The long run: so many sections over all languages, built, rendered and read back in parallel."""

from __future__ import annotations

import os
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from deckmaker.build import make
from deckmaker.diagnostics import BriefingError, Severity
from memo.telling import overheard
from proof.chance import Die
from proof.compose import Composed, compose, pieces
from proof.holders import marked
from proof.memos import judge_memo, judge_tags, judge_told
from proof.office import to_pdfs
from proof.pages import read_pages
from proof.slides import Violation, judge_slides
from proof.texts import FOLDER, texts

SECTIONS_EACH = 6
"""Sections of a generated briefing."""
AT_ONCE = 6
"""Briefings that one call of LibreOffice renders."""
PROCESSES = 2
HOSTILITY = (0.0, 0.0, 0.15)
"""How often a text is a hostile one: two briefings of three are prose alone."""


@dataclass(frozen=True)
class Task:
    """A few briefings of one language, made one after the other."""

    tag: str
    seed: int
    numbers: tuple[int, ...]
    """Which briefings of the language; the first of all is the one in `tests/languages`."""
    keep: Path | None


@dataclass
class Tallied:
    """What became of the briefings of a language."""

    tag: str
    briefings: int = 0
    sections: int = 0
    slides: int = 0
    boxes: int = 0
    lines: int = 0
    pages: int = 0
    planned: float = 0.0
    filled: float = 0.0
    seconds: float = 0.0
    refused: Counter[str] = field(default_factory=Counter)
    """Sections that the language rightly refuses, by the rule."""
    violations: list[tuple[str, Violation]] = field(default_factory=list)
    """With the name of the briefing that each is found in."""

    def add(self, other: Tallied) -> None:
        """Add another's numbers to these."""
        for name in (
            "briefings", "sections", "slides", "boxes", "lines", "pages", "planned", "filled",
            "seconds",
        ):  # fmt: skip
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.refused += other.refused
        self.violations += other.violations

    @property
    def wasted(self) -> float:
        """The share of the planned heights that no line takes."""
        return 1 - self.filled / self.planned if self.planned else 0.0

    @property
    def by_kind(self) -> Counter[str]:
        """How many violations there are of each kind."""
        return Counter(violation.kind for _, violation in self.violations)


def tasks(tags: Sequence[str], sections: int, seed: int, keep: Path | None) -> list[Task]:
    """Return the work that makes so many sections, spread evenly over the languages."""
    each = max(1, -(-sections // (SECTIONS_EACH * len(tags))))
    return [
        Task(tag, seed, tuple(range(first, min(first + AT_ONCE, each + 1))), keep)
        for first in range(0, each + 1, AT_ONCE)
        for tag in tags
    ]


def carry_out(work: Sequence[Task]) -> Iterator[Tallied]:
    """Yield what became of each task, as they are done."""
    with ProcessPoolExecutor(min(PROCESSES, os.cpu_count() or 1)) as pool:
        yield from pool.map(_prove, work)


def composed(tag: str, seed: int, number: int) -> Composed:
    """Return a generated briefing; the same arguments, the same briefing."""
    die = Die(f"{seed} {tag} {number}")
    return compose(die, texts(tag), SECTIONS_EACH, hostility=HOSTILITY[number % len(HOSTILITY)])


def _prove(task: Task) -> Tallied:
    started = time.perf_counter()
    tallied = Tallied(task.tag)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        decks, plans = {}, {}
        for number in task.numbers:
            label = f"{task.tag}-{task.seed}-{number}"
            made = _build(task, number, folder / label, tallied, label)
            if made is None:
                continue
            deck, memo, said = made
            tallied.briefings += 1
            pages = read_pages(memo)
            tallied.pages += len(pages)
            found = [*judge_memo(said, pages), *judge_tags(memo)]
            tallied.violations += [(label, one) for one in found]
            decks[label], plans[label] = marked(deck)
            if task.keep is not None:
                (task.keep / f"{label}.pptx").write_bytes(deck)
                (task.keep / f"{label}.pdf").write_bytes(memo)
        rendered = to_pdfs(decks, folder / "pages", _profile())
        for label in decks:
            if label not in rendered:
                lost = Violation("pages", "the deck", "LibreOffice makes nothing of it")
                tallied.violations.append((label, lost))
                continue
            found = judge_slides(plans[label], read_pages(rendered[label]), rendered[label])
            tallied.slides += found.slides
            tallied.boxes += found.boxes
            tallied.lines += found.lines
            tallied.planned += found.planned
            tallied.filled += found.filled
            tallied.violations += [(label, one) for one in found.violations]
    tallied.seconds = time.perf_counter() - started
    return tallied


def _profile() -> Path:
    """Return this process' own profile of LibreOffice, kept for its next task."""
    return Path(tempfile.gettempdir()) / f"deckmaker-proof-{os.getpid()}"


def _build(
    task: Task, number: int, folder: Path, tallied: Tallied, label: str
) -> tuple[bytes, bytes, list[str]] | None:
    """Return deck and memo of a briefing and what the memo must say; None if all is refused.

    Sections that are refused with a line of their own are counted and left out.
    """
    if number == 0:
        made = _make(FOLDER / f"{task.tag}.yaml", tallied, label)
        if isinstance(made, BriefingError):
            tallied.refused.update({d.rule for d in made.diagnostics})
            return None
        tallied.sections += 8
        return None if made is None else (*made, [])
    briefing = composed(task.tag, task.seed, number)
    while briefing.sections:
        made = _make(briefing.write(folder), tallied, label)
        if made is None:
            return None
        if not isinstance(made, BriefingError):
            tallied.sections += len(briefing.sections)
            said = [one.text for one in pieces(briefing) if "memo" in one.media]
            return *made, said
        refused: dict[int, str] = {}
        for one in made.diagnostics:
            if one.severity is Severity.ERROR:
                nameless = one.span is None or len(one.path) < 2 or one.path[0] != "sections"
                if nameless:
                    detail = f"{one.rule} names no section: {one.message}"
                    tallied.violations.append((label, Violation("refusal", label, detail)))
                    return None
                refused.setdefault(int(one.path[1]), one.rule)
        tallied.refused.update(refused.values())
        briefing = briefing.without(set(refused))
    return None


def _make(path: Path, tallied: Tallied, label: str) -> tuple[bytes, bytes] | BriefingError | None:
    try:
        with overheard() as rendered:
            deck, memo = make(path).files.values()
    except BriefingError as error:
        return error
    except Exception:  # whatever else comes out of a build is a defect, and the run goes on
        last = traceback.format_exc().strip().splitlines()[-5:]
        tallied.violations.append((label, Violation("crash", label, " / ".join(last))))
        return None
    tallied.violations += [(label, one) for one in judge_told(memo, *rendered[0])]
    return deck, memo
