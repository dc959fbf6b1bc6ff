"""Chance composes a briefing: every kind of block, in sizes from one word to many pages.

A `Composed` knows what it says, text by text, and in which of the two files each must be found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copyfile

import yaml
from hypothesis.vendor.pretty import RepresentationPrinter

from deckmaker.language.hearing import heard, is_silent
from proof.chance import Chance
from proof.texts import Texts, hostile

PICTURE = Path(__file__).parents[1] / "gallery" / "crossing.png"
BOTH = frozenset({"deck", "memo"})
Block = dict[str, object]


@dataclass(frozen=True)
class Said:
    """A text that the author typed, without markup, and the files that must hold it."""

    text: str
    media: frozenset[str]


@dataclass(frozen=True)
class Section:
    """A section as data, and what it says."""

    data: Block
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Composed:
    """A whole briefing."""

    tag: str
    meta: Block
    sections: tuple[Section, ...]

    def _repr_pretty_(self, printer: RepresentationPrinter, _: bool) -> None:
        """Show the briefing as its author would write it, where hypothesis shows what fails."""
        printer.text(f"\n{self.text}")

    @property
    def text(self) -> str:
        """The briefing as YAML."""
        data = {
            "deckmaker": 1,
            "meta": self.meta,
            "source": {"cite": "Minutes of the town council", "published": "2026-05-12"},
            # What a good editor would send back is no matter of setting.
            "ignore": dict.fromkeys(("D02", "M02", "T02"), "Chance wrote it."),
            "sections": [section.data for section in self.sections],
        }
        return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1_000_000)

    def write(self, folder: Path) -> Path:
        """Write the briefing and its picture into `folder`; return the path of the briefing."""
        folder.mkdir(parents=True, exist_ok=True)
        copyfile(PICTURE, folder / PICTURE.name)
        path = folder / "briefing.yaml"
        path.write_text(self.text, "utf-8")
        return path

    def without(self, sections: set[int]) -> Composed:
        """Return the briefing without the sections at these places."""
        left = tuple(one for at, one in enumerate(self.sections) if at not in sections)
        return Composed(self.tag, self.meta, left)


@dataclass
class _Writer:
    """Writes the blocks of one section and remembers what they say."""

    chance: Chance
    texts: Texts
    hostility: float
    """How often a text is a hostile one."""
    titles: set[str]
    """Those that the briefing has already: no two may be the same."""
    media: frozenset[str] = BOTH
    said: list[Said] = field(default_factory=list)

    def say(self, text: str, media: frozenset[str] = BOTH) -> str:
        """Remember that `text` is said, and return it."""
        self.said.append(Said(text, media & self.media))
        return text

    def short(self, media: frozenset[str] = BOTH) -> str:
        if self.chance.happens(self.hostility / 2):
            return self.say(hostile(self.chance, self.texts)[:400].strip() or "x", media)
        return self.say(self.chance.pick(self.texts.shorts), media)

    def full(self, media: frozenset[str] = BOTH, most: int = 4) -> str:
        if self.chance.happens(self.hostility):
            return self.say(hostile(self.chance, self.texts), media)
        return self.say(self.texts.prose(self.chance, self.chance.count(1, most)), media)

    def name(self) -> str:
        return self.say(self.chance.pick(self.texts.names))

    def title(self) -> str:
        title = self.chance.pick(self.texts.titles)
        if self.chance.happens(self.hostility / 4):
            title = hostile(self.chance, self.texts)[:90].strip() or "x"
            title = f"{title} x" if is_silent(title) else title
        return self.say(_another(title, self.titles))

    def several(self, make: Callable[[], object], most: int) -> list[object]:
        return [make() for _ in range(self.chance.count(1, most))]

    def point(self) -> object:
        form = self.chance.count(0, 4)
        if form == 0:
            return self.short()
        if form == 1:
            return {
                "point": self.short(frozenset({"deck"})),
                "full": self.full(),
                "lead": False,
            }
        return {"point": self.short(), "full": self.full()}

    # The fourteen kinds.

    def summary(self) -> object:
        block: Block = {"bluf": self.full(most=2)}
        if self.chance.happens(0.8):
            block["points"] = self.several(self.point, 7)
        if self.chance.happens(0.6):
            block["confidence"] = {self.chance.pick(["low", "moderate", "high"]): self.full()}
        return block

    def points(self) -> object:
        return self.several(self.point, self.chance.pick([2, 5, 16]))

    def text(self) -> object:
        return "\n\n".join(self.full(most=12) for _ in range(self.chance.count(1, 4)))

    def timeline(self) -> object:
        def entry() -> object:
            if self.chance.happens(0.5):
                return {"date": self.chance.pick(["2026-05-12", "2025~", "2022/2024"]),
                        "what": self.point()}  # fmt: skip
            return {"when": self.short(), "what": self.point()}

        return self.several(entry, 12)

    def positions(self) -> object:
        def position() -> object:
            one: Block = {"who": self.name()}
            if self.chance.happens(0.7):
                one["role"] = self.say(self.chance.pick(self.texts.roles))
            if self.chance.happens(0.7):
                one["stance"] = self.short()
            if self.chance.happens(0.8):
                one["view"] = self.point()
            if self.chance.happens(0.6):
                one["quote"] = self.full(most=3)
            return one

        return self.several(position, 7)

    def quote(self) -> object:
        block: Block = {"text": self.full(most=8)}
        if self.chance.happens(0.8):
            block |= {"who": self.name(), "context": self.full()}
        return block

    def stats(self) -> object:
        def stat() -> object:
            figure = self.chance.pick(["12", "1,250", "38%", "7.5", "2,300,000", "98,765,432,100"])
            unit = self.say(self.chance.pick(self.texts.shorts)[:40].strip())
            return {f"{figure} {unit}".strip(): self.full()}

        return self.several(stat, 7)

    def table(self) -> object:
        columns, rows = self.chance.pick([(2, 4), (4, 8), (3, 40), (12, 6), (6, 14), (1, 3)])
        long = self.chance.happens(self.hostility)

        def cell() -> str:
            if long and self.chance.happens(0.1):
                return self.full(most=20)
            figure = self.chance.happens(0.25)
            return self.say("1,250") if figure else self.chance.pick([self.short, self.name])()

        lines = [[cell() for _ in range(columns)] for _ in range(rows)]
        escaped = ([" ".join(one.split()).replace("|", "\\|") for one in line] for line in lines)
        return "\n".join(" | ".join(line) for line in escaped)

    def chart(self) -> object:
        kinds = ["bar", "column", "stacked bar", "stacked column", "line", "area", "pie"]
        shorts = list(dict.fromkeys(self.chance.pick(self.texts.shorts) for _ in range(6)))
        data = {one: self.chance.count(1, 2000) for one in shorts}
        return {"type": self.chance.pick(kinds), "data": data, "caption": self.full(most=2)}

    def image(self) -> object:
        return {
            "file": PICTURE.name,
            "alt": self.texts.sentences[0],
            "caption": self.full(most=3),
            "credit": self.short(),
        }

    def scenarios(self) -> object:
        def scenario() -> object:
            one: Block = {
                "case": self.short(),
                "likelihood": self.chance.pick(
                    [{"ours": "unlikely", "confidence": "low"}, {"ours": "likely"}, "not given"]
                ),
            }
            if self.chance.happens(0.8):
                one["driver"] = self.full()
            if self.chance.happens(0.8):
                one["watch"] = self.several(self.short, 4)
            return one

        return self.several(scenario, 5)

    def asks(self) -> object:
        def ask() -> object:
            one: Block = {"do": self.short()}
            if self.chance.happens(0.7):
                one |= {"who": self.name(), "by": "2026-06-05"}
            if self.chance.happens(0.7):
                one["why"] = self.full()
            return one

        return self.several(ask, 9)

    def callout(self) -> object:
        return self.full()

    def questions(self) -> object:
        return self.several(self.point, 8)


KINDS: dict[str, Callable[[_Writer], object]] = {
    name: getattr(_Writer, name)
    for name in (
        "summary", "points", "text", "timeline", "positions", "quote", "stats", "table", "chart",
        "image", "scenarios", "asks", "callout", "questions",
    )
}  # fmt: skip
"""The fourteen kinds of block; each makes the value of its key."""


def compose(chance: Chance, texts: Texts, sections: int, *, hostility: float = 0.15) -> Composed:
    """Return a briefing of so many sections; `hostility` is how often a text is a hostile one."""
    titles: set[str] = set()
    made = tuple(_section(chance, texts, hostility, titles) for _ in range(sections))
    meta: Block = {
        "title": _another(chance.pick(texts.titles), titles),
        "subtitle": chance.pick(texts.sentences),
        "short": chance.pick(texts.labels),
        "question": chance.pick(texts.titles),
        "to": list(texts.names[: chance.count(1, 3)]),
        "from": chance.pick(texts.roles),
        "date": "2026-05-18",
        "lang": texts.tag,
        "purpose": chance.pick(["info", "decision", "action"]),
    }
    if chance.happens(0.3):
        meta["marking"] = "TLP:AMBER+STRICT"
    return Composed(texts.tag, meta, made)


def _another(title: str, titles: set[str]) -> str:
    """Return `title`, numbered where one of `titles` sounds the same; that is now one of them."""
    number = 1
    while heard(title) in titles:
        number += 1
        title = f"{title.removesuffix(f' – {number - 1}')} – {number}"
    titles.add(heard(title))
    return title


def _section(chance: Chance, texts: Texts, hostility: float, titles: set[str]) -> Section:
    writer = _Writer(chance, texts, hostility, titles)
    data: Block = {"section": writer.say(chance.pick(texts.labels))}
    if chance.happens(0.7):
        return Section(data | _block(writer), tuple(writer.said))
    # A section stands in both files, so what is shown in one alone wants another beside it.
    blocks = [_block(writer)]
    for _ in range(chance.count(1, 2)):
        only = chance.pick(["", "", "deck", "memo"])
        writer.media = frozenset({only}) if only else BOTH
        blocks.append(_block(writer) | ({"only": only} if only else {}))
    return Section(data | {"blocks": blocks}, tuple(writer.said))


def _block(writer: _Writer) -> Block:
    kind = writer.chance.pick(tuple(KINDS))
    block: Block = {"title": writer.title(), kind: KINDS[kind](writer)}
    if "deck" in writer.media and writer.chance.happens(0.2):
        block["notes"] = writer.full(frozenset({"deck"}))
    if "memo" in writer.media and writer.chance.happens(0.2):
        block["memo"] = writer.full(frozenset({"memo"}))
    return block


def pieces(composed: Composed) -> Iterator[Said]:
    """Yield everything that a briefing says."""
    for section in composed.sections:
        yield from section.said
