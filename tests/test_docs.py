"""What the pages say is true: their examples build, their tables hold, and nothing is missing.

An example is completed by what it begins with (`completed`). `<!-- file: NAME -->` above a fence
makes its content a file beside the examples of the page; `<!-- fails with ID -->` and
`<!-- warns with ID -->` say what the program says to the example below.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from textwrap import indent

import pytest
from jsonschema import Draft202012Validator
from PIL import Image

from deckmaker.branding import read_brand
from deckmaker.build import make
from deckmaker.diagnostics import BriefingError, Severity
from deckmaker.document import Scenarios, assemble
from deckmaker.document.calendar import print_day, print_when
from deckmaker.document.marks import marks_of
from deckmaker.document.numerals import numerals
from deckmaker.document.typography import edits
from deckmaker.evidence import read_snapshot
from deckmaker.evidence.numbers import numbers, values
from deckmaker.evidence.quotations import occurrences
from deckmaker.evidence.statements import bare
from deckmaker.language.blocks import KINDS, BaseBlock
from deckmaker.language.briefing import Briefing, load
from deckmaker.language.dates import parse_edtf
from deckmaker.language.json_schema import json_schema
from deckmaker.language.meta import Meta
from deckmaker.language.quoting import quoted_spans
from deckmaker.language.schema import Model, keys_of
from deckmaker.reading.source import read_yaml
from deckmaker.wording import ENGLISH, languages

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "deckmaker"
LANGUAGE, BRAND, README = (
    (ROOT / name).read_text("utf-8") for name in ("docs/language.md", "docs/brand.md", "README.md")
)
PAGES = {"language": LANGUAGE, "brand": BRAND, "readme": README}

HEAD = "deckmaker: 1\n"
META = "meta: { title: The library opens on Sundays, date: 2026-03-09 }\n"
CITED = "source: { file: minutes.txt, cite: Minutes of the library committee }\n"
SECTIONS = "sections:\n"
ANY_SECTION = "  - section: Cost\n    title: Sundays have a price\n    asks: [Call the mayor]\n"
BOILER = "Report on the boiler\nThe boiler will see no other winter.\n"


@dataclass(frozen=True)
class Example:
    """A fenced text of a page."""

    page: str
    line: int
    note: str
    """What the comment above it says."""
    info: str
    text: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def fences() -> Iterator[Example]:
    pattern = re.compile(
        r"(?:^<!-- (?P<note>[^\n]*) -->\n)?^```(?P<info>\w+)\n(?P<text>.*?)^```$",
        re.MULTILINE | re.DOTALL,
    )
    for page, words in PAGES.items():
        for match in pattern.finditer(words):
            line = words.count("\n", 0, match.start("text"))
            yield Example(page, line, match["note"] or "", match["info"], match["text"])


FENCES = tuple(fences())
EXAMPLES = [one for one in FENCES if one.info == "yaml" and one.page != "brand"]
BRANDS = [one for one in FENCES if one.info == "yaml" and one.page == "brand"]


def completed(text: str) -> str:
    """Return `text` as a whole briefing: it may begin with any part of one."""
    key = re.search(r"^(?:- )?([a-z]+):", text, re.MULTILINE)
    assert key, text
    if key[1] == "deckmaker":
        return text
    # A section can have excuses as well, at its end.
    whole = {*keys_of(Briefing), "source"} - ({"ignore"} if key[1] != "ignore" else set())
    if re.search(rf"^(?:{'|'.join(sorted(whole))}):", text, re.MULTILINE):
        above = HEAD + ("" if "meta:" in text else META)
        above += "" if re.search("^sources?:", text, re.MULTILINE) else CITED
        return above + text + ("" if SECTIONS in text else SECTIONS + ANY_SECTION)
    if not text.startswith("- section:"):
        title = "" if text.startswith("title:") else "title: The library in short\n"
        text = "- section: Library\n" + indent(title + text, "  ")
    return HEAD + META + CITED + SECTIONS + indent(text, "  ")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every file that the examples name."""
    made = tmp_path_factory.mktemp("docs")
    for one in FENCES:
        if one.note.startswith("file: "):
            (made / one.note.removeprefix("file: ")).write_text(one.text, "utf-8")
        for name in re.findall(r"[\w-]+\.png", one.text):
            Image.new("RGB", (60, 20), "navy").save(made / name)
        for name in re.findall(r"fonts/\S+\.ttf", one.text):
            face = name.rpartition("-")[2]
            (made / "fonts").mkdir(exist_ok=True)
            shutil.copy(SOURCE / "data/fonts/carlito" / f"Carlito-{face}", made / name)
    (made / "boiler.txt").write_text(BOILER, "utf-8")
    shutil.copy(SOURCE / "data/starter/source.txt", made)
    return made


def written(example: Example, folder: Path) -> Path:
    path = folder / f"{example.page}-{example.line}.yaml"
    path.write_text(completed(example.text), "utf-8")
    return path


@pytest.mark.parametrize("example", [e for e in EXAMPLES if not e.note], ids=str)
def test_an_example_becomes_both_files_without_a_complaint(example: Example, folder: Path) -> None:
    path = written(example, folder)
    made = make(path)
    assert [one for one in made.diagnostics if one.severity is not Severity.INFO] == []
    deck, memo = made.files.values()
    assert deck.startswith(b"PK")
    assert memo.startswith(b"%PDF-")
    data = read_yaml(path.read_bytes(), path.name).data
    assert [error.message for error in editor().iter_errors(data)] == []


@cache
def editor() -> Draft202012Validator:
    return Draft202012Validator(json_schema())


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.note], ids=str)
def test_an_example_of_a_mistake_is_one(example: Example, folder: Path) -> None:
    said = re.fullmatch(r"(fails|warns) with (\w+)", example.note)
    assert said, example.note
    path = written(example, folder)
    try:
        diagnostics = make(path).diagnostics
        assert said[1] == "warns"
    except BriefingError as error:
        diagnostics = error.diagnostics
        assert said[1] == "fails"
    assert {diagnostic.rule for diagnostic in diagnostics} == {said[2]}


@pytest.mark.parametrize("example", BRANDS, ids=str)
def test_a_brand_of_the_page_dresses_both_files(example: Example, folder: Path) -> None:
    name = f"brand-{example.line}.yml"
    (folder / name).write_text(example.text, "utf-8")
    _, remarks = read_brand(name, folder)
    assert remarks == ()
    briefing = folder / f"brand-{example.line}.yaml"
    briefing.write_text(HEAD + META + SECTIONS + ANY_SECTION, "utf-8")
    made = make(briefing, brand=name)
    assert len(made.files) == 2


def table(words: str, *head: str) -> list[list[list[str]]]:
    """Return the tables of a page that have this head, as rows of cells without backticks."""
    found: list[list[list[str]]] = []
    inside = False
    for line in words.split("\n"):
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip())[1:-1]]
        if not cells:
            inside = False
        elif tuple(cells) == head:
            inside = True
            found.append([])
        elif inside and set(cells[0]) != {"-"}:
            found[-1].append(cells)
    assert found, head
    return found


def code(cell: str) -> str:
    """Return what stands in backticks in a cell."""
    match = re.search(r"`([^`]+)`", cell)
    return match[1] if match else ""


@pytest.mark.parametrize(("name", "at"), [("icd203", 0), ("phia", 1)])
def test_the_scales_are_those_of_the_memo(name: str, at: int, folder: Path) -> None:
    path = folder / f"{name}.yaml"
    outlook = "title: Outlook\nscenarios:\n  - { case: Rain, likelihood: { ours: unlikely } }\n"
    path.write_text(completed(outlook).replace("date:", f"scale: {name}, date:"), "utf-8")
    content = assemble(load(path), None, "memo").sections[0].blocks[0].content
    assert isinstance(content, Scenarios)
    steps = [(step.term.replace(" / ", ", ").lower(), step.range_text) for step in content.scale]
    printed = table(LANGUAGE, "term", "range")[at]
    assert [tuple(row) for row in printed] == steps


@pytest.mark.parametrize("row", table(LANGUAGE, "date", "printed")[0], ids=str)
def test_dates_are_printed_as_the_page_says(row: list[str]) -> None:
    when = parse_edtf(code(row[0]))
    assert when
    assert print_when(when, "en-GB", ENGLISH) == row[1]


@pytest.mark.parametrize(
    "row", table(LANGUAGE, "language", "tag", "quotation marks", "a day", "a share")[0], ids=str
)
def test_a_language_prints_as_the_page_says(row: list[str]) -> None:
    tag = code(row[1])
    marks = marks_of(tag)
    quoted = f"{marks.opening}a {marks.inner_opening}b{marks.inner_closing}{marks.closing}"
    told = (quoted, print_day(date(2026, 3, 1), tag), numerals("%", 1, tag).text(1234.5))
    assert [" ".join(one.split()) for one in told] == row[2:]


def test_every_language_that_has_words_is_in_the_table() -> None:
    rows = table(LANGUAGE, "language", "tag", "quotation marks", "a day", "a share")[0]
    assert {code(row[1]) for row in rows} >= set(languages())


@pytest.mark.parametrize("row", table(LANGUAGE, "in the briefing", "verdict")[0], ids=str)
def test_quotations_are_judged_as_the_page_says(row: list[str], folder: Path) -> None:
    snapshot = read_snapshot("", (folder / "minutes.txt").read_bytes(), "en")
    found = occurrences(bare(code(row[0])), [snapshot])
    assert (found[0].verdict if found else "not found") == row[1].partition(":")[0]


@pytest.mark.parametrize(
    "row", table(LANGUAGE, "in the briefing", "in the source", "verdict")[0], ids=str
)
def test_numbers_are_judged_as_the_page_says(row: list[str]) -> None:
    named = list(numbers(code(row[0])))
    verdict = row[2].partition(":")[0]
    assert bool(named) == (verdict != "no number")
    for number in named:
        assert bool(number.values & values(row[1])) == (verdict == "found")


@pytest.mark.parametrize("row", table(LANGUAGE, "you type", "set as")[0], ids=str)
def test_text_is_set_as_the_page_says(row: list[str]) -> None:
    text = code(row[0])
    for edit in reversed(edits(text, quoted_spans(text), "en")):
        text = text[: edit.start] + edit.text + text[edit.end :]
    assert text == row[1]


def test_the_defaults_of_meta_are_as_the_page_says() -> None:
    fields = keys_of(Meta)
    for key, _, default, example in table(LANGUAGE, "key", "what it is", "default", "example")[0]:
        own = fields[code(key)].default
        assert code(default) == (own if isinstance(own, str) else ""), key
        assert example


def test_what_is_needed_is_as_the_page_says() -> None:
    required: dict[frozenset[str], set[str]] = {}
    for definition in json_schema()["$defs"].values():
        longest = definition["anyOf"][-1] if "anyOf" in definition else definition
        required[frozenset(longest.get("properties", ()))] = set(longest.get("required", ()))
    for rows in table(LANGUAGE, "field", "what it is", "needed"):
        needed = {code(row[0]) for row in rows if row[2] == "yes"}
        assert needed == required[frozenset(code(row[0]) for row in rows)]


def parts(words: str) -> list[set[str]]:
    """Return, for each part of a page between headings, the words that stand in backticks."""
    return [
        set(re.findall(r"[\w]+", " ".join(re.findall(r"`([^`\n]+)`", part))))
        for part in re.split(r"^#+ ", words, flags=re.MULTILINE)
    ]


def models(model: type[Model] = Model) -> Iterator[type[Model]]:
    for one in model.__subclasses__():
        if one.__module__.startswith("deckmaker."):
            yield one
            yield from models(one)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_part_of_its_own(kind: str) -> None:
    assert f"\n### {kind}\n" in LANGUAGE
    assert f"`{kind}`" in README


@pytest.mark.parametrize("model", [m for m in models() if keys_of(m)], ids=lambda m: m.__name__)
def test_every_key_is_named_where_its_map_is_described(model: type[Model]) -> None:
    keys = set(keys_of(model))
    if issubclass(model, BaseBlock):
        keys = set(keys_of(BaseBlock))
    assert any(keys <= named for named in parts(LANGUAGE)), keys


def raised(path: Path) -> set[str]:
    return set(re.findall(r'"([A-Z]\d{2,3})"', path.read_text("utf-8")))


def test_every_rule_that_is_raised_is_listed_and_no_other() -> None:
    own: set[str] = set()
    of_brands: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        (of_brands if "branding" in path.parts else own).update(raised(path))
    assert own.isdisjoint(of_brands)
    head = ("id", "severity", "meaning", "mend")
    assert {row[0] for row in table(LANGUAGE, *head)[0]} == own
    assert {row[0] for row in table(BRAND, *head)[0]} == of_brands


def test_no_page_leads_to_a_place_that_is_not_there() -> None:
    files = {page.name: page.read_text("utf-8") for page in (ROOT / "docs").glob("*.md")}
    for name in ("language.md", "brand.md", "deck.md"):
        words = files[name]
        for file, anchor in re.findall(r"\]\((?!https?:)([\w./]*)#?([\w-]*)\)", words):
            target = files.get(file or name)
            assert target, file
            heads = re.findall(r"^#+ (.+)$", target, re.MULTILINE)
            slugs = {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}
            assert not anchor or anchor in slugs, anchor
