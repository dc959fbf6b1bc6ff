"""The fixed words of deck and memo, in the language of the briefing.

English stands here; every other language in a file of `data/wording`, named after its tag, which
is read when a briefing asks for it. A region or script of its own, such as `fr-CA`, needs to say
only what it has otherwise than its language.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from deckmaker.locales import cldr, lineage

FOLDER = Path(__file__).parent / "data" / "wording"
Terms = tuple[tuple[str, ...], ...]
"""The words for each step of a scale, from the least likely up; the first of each is printed."""


@dataclass(frozen=True, slots=True)
class Plural:
    """A phrase with `{n}` in it, for every form of number that a language has (CLDR)."""

    other: str
    one: str = ""
    two: str = ""
    few: str = ""
    many: str = ""
    zero: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """A phrase with `{date}` in it: the article may hang on what the date states."""

    year: str
    month: str
    day: str


@dataclass(frozen=True, slots=True)
class Shortened:
    """Short forms and other words that want a no-break space, or whose point ends no sentence."""

    titles: tuple[str, ...]
    """Before a name: `Dr.`"""
    before_number: tuple[str, ...]
    """`No.`, `p.`"""
    behind_number: tuple[str, ...]
    """`million`, `per cent`; the signs of units are known everywhere."""
    others: tuple[str, ...]
    """`e.g.`"""
    clinging: tuple[str, ...] = ()
    """Words that no line ends with: Polish `w`."""


@dataclass(frozen=True, slots=True)
class Vague:
    """Words that tell nothing to whoever hears them alone; deckmaker warns of them."""

    links: tuple[str, ...]
    """What a link is called that does not say where it leads: `here`."""
    pictures: tuple[str, ...]
    """What says no more than that there is a picture: `photo`."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Every word that deckmaker itself prints. Templates name their fields in braces."""

    lang: str = "en"
    """The tag of the language that the words are in; never printed."""

    to: str = "To"
    from_: str = "From"
    cc: str = "Cc"
    date: str = "Date"
    purpose: str = "Purpose"
    for_info: str = "For information"
    for_decision: str = "For decision"
    for_action: str = "For action"
    subject: str = "Subject"
    question: str = "Question"
    briefing: str = "Briefing"
    """The kind of the document where its author names none."""
    bottom_line: str = "Bottom line"

    agenda: str = "Agenda"
    agenda_title: str = "What this briefing covers"
    page_of: str = "Page {page} of {pages}"
    part_of: str = "{title} ({part}/{parts})"
    continued: str = "{label}, continued"

    source: str = "Source"
    sources: str = "Sources"
    sources_title: str = "What this briefing rests on"
    snapshot: str = "Snapshot"
    verified: str = "Verified against the snapshot: {what}"
    verified_on: str = "Verified against the snapshot ({date}): {what}"
    unverified: str = "Not verified: {words}. The authors’ reason: {reason}"
    quotations: Plural = Plural(one="{n} quotation", other="{n} quotations")
    edited: Plural = Plural(one="{n} of them edited", other="{n} of them edited")
    numbers: Plural = Plural(one="{n} figure", other="{n} figures")
    dates: Plural = Plural(one="{n} date", other="{n} dates")
    superior_figures: str = "Superior figures give the paragraph of the source."
    lettered_figures: str = "A18 stands for paragraph 18 of source A."
    paragraph: str = "¶\u00a0{n}"
    paragraphs: str = "¶¶\u00a0{n}"
    author: str = "Author: {name}"
    published: str = "Published: {date}"
    primary: str = "Primary source"
    secondary: str = "Secondary source"

    who: str = "Who"
    stance: str = "Stance and view"
    words: str = "In their words"
    not_quoted: str = "Not quoted here"
    stance_labels_ours: str = "Stance labels are ours."
    hollow_nodes: str = "Open circles: the day is not stated."

    case: str = "Case"
    turns_on: str = "Turns on"
    watch_for: str = "Watch for"
    watch_for_ours: str = "Watch for (ours)"
    watch_items_ours: str = "Watch items are ours."

    likelihood: str = "Likelihood"
    likelihood_range: str = "Range"
    likelihood_not_given: str = "Likelihood not given"
    likelihood_words_source: str = "Likelihood words in quotation marks are the source’s."
    not_given: str = "Not given"
    scale_key: str = "How likelihood is stated"
    phia_title: str = "PHIA probability yardstick"
    icd203: Terms = (
        ("almost no chance", "remote"),
        ("very unlikely", "highly improbable"),
        ("unlikely", "improbable"),
        ("roughly even chance", "roughly even odds"),
        ("likely", "probable"),
        ("very likely", "highly probable"),
        ("almost certain", "nearly certain"),
    )
    phia: Terms = (
        ("remote chance",),
        ("highly unlikely",),
        ("unlikely",),
        ("realistic possibility",),
        ("likely", "probable"),
        ("highly likely",),
        ("almost certain",),
    )
    range_between: str = "{low}–{high}"
    range_below: str = "{low} to under {high}"
    range_up_to: str = "≤{high}"
    range_from: str = "≥{low}"
    percent_twice: bool = False
    """Whether a range repeats the sign: `20%～45%`."""
    confidence_head: str = "Confidence"
    confidence: str = "{level} confidence"
    low: str = "low"
    moderate: str = "moderate"
    high: str = "high"

    first_day: str = "1"
    """The day of the month in `1 March`: French `1er`."""
    year: str = "{year}"
    years: str = "{start}–{end}"
    between: str = "{start} – {end}"
    about: Dated = Dated("about {date}", "about {date}", "about {date}")
    since: Dated = Dated("since {date}", "since {date}", "since {date}")
    until: Dated = Dated("until {date}", "until {date}", "until {date}")
    uncertain: str = "{date} (uncertain)"
    roughly: str = "{date} (approximately)"
    """What `about` says, beside `since` or `until`."""

    figure: str = "Figure {n}"
    table: str = "Table {n}"
    caption: str = "{label}. "
    shown: str = "Shown: {what}"
    """What the speaker notes say of a slide's drawings."""
    timeline: str = "Timeline"
    table_of: str = "Table. Columns: {columns}. Rows: {rows}."
    squares: str = "{figure}, one square for each"
    chart_of: str = "{type} of {unit}."
    chart_plain: str = "{type}."
    bar_chart: str = "Bar chart"
    column_chart: str = "Column chart"
    stacked_bar_chart: str = "Stacked bar chart"
    stacked_column_chart: str = "Stacked column chart"
    line_chart: str = "Line chart"
    area_chart: str = "Area chart"
    stacked_area_chart: str = "Stacked area chart"
    pie_chart: str = "Pie chart"
    scatter_chart: str = "Scatter chart"
    series_range: str = "{name}: {first} {start}, {last} {end}; lowest {low}, highest {high}."

    expanded: str = "{name} ({term})"
    """An abbreviation where it is met first."""
    comma: str = ", "
    """Between the items of a list."""
    aside: str = ", "
    """Between a name and what is said of it."""
    semicolon: str = "; "
    colon: str = ": "
    stop: str = "."
    gap: str = " "
    """Between two sentences."""

    shortened: Shortened = Shortened(
        titles=(
            "Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms", "Dr.", "Dr", "Prof.", "Gen.", "Sen.", "Rep.",
            "Gov.", "St.", "Lt.", "Col.", "Amb.",
        ),
        before_number=(
            "No.", "Nos.", "Art.", "Article", "p.", "pp.", "Fig.", "Figure", "Table",
        ),
        behind_number=(
            "hundred", "thousand", "million", "billion", "trillion", "bn", "per cent", "percent",
            "a.m.", "p.m.", "am", "pm",
        ),
        others=(
            "vs.", "cf.", "etc.", "approx.", "e.g.", "i.e.", "Inc.", "Ltd.", "Co.", "Corp.",
            "Jan.", "Feb.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
        ),
    )  # fmt: skip

    vague: Vague = Vague(
        links=(
            "here", "click here", "see here", "read here", "link", "this link", "the link",
            "follow this link", "more", "read more", "learn more", "find out more", "see more",
            "more information", "further information", "details", "more details", "info",
            "website", "this website", "page", "this page", "download",
        ),
        pictures=(
            "image", "picture", "pic", "photo", "photograph", "graphic", "graph", "chart",
            "diagram", "figure", "illustration", "drawing", "plot", "screenshot", "logo", "alt",
            "alt text", "untitled",
        ),
    )  # fmt: skip

    def counted(self, forms: Plural, n: int) -> str:
        """Return `3 quotations`: the form that the language wants beside `n`."""
        form = getattr(forms, cldr(self.lang).plural_form(n)) or forms.other
        return str(form).format(n=n)


ENGLISH = Wording()


@cache
def wording_for(tag: str) -> Wording:
    """Return the wording of a BCP 47 tag's language; English where there is none."""
    names = [name for name in lineage(tag) if name in languages()]
    if not names or names == ["en"]:
        return ENGLISH
    import tomllib  # English, which needs no file, does not wait for the parser

    said: dict[str, Any] = {}
    for name in reversed(names):
        said |= tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    return _wording(names[-1], said)


@cache
def languages() -> tuple[str, ...]:
    """Return the tags that have words of their own, in order."""
    return tuple(sorted({"en", *(path.stem for path in FOLDER.glob("*.toml"))}))


def _wording(lang: str, said: dict[str, Any]) -> Wording:
    """Return what the file of a language says, field by field."""
    values: dict[str, Any] = {"lang": lang}
    for field in fields(Wording)[1:]:
        value, english = said[field.name.rstrip("_")], field.default
        if isinstance(english, (Shortened, Vague)):
            value = type(english)(**{name: tuple(words) for name, words in value.items()})
        elif isinstance(english, (Plural, Dated)):
            value = type(english)(**value)
        elif isinstance(english, tuple):
            value = tuple(tuple(terms) for terms in value)
        values[field.name] = value
    return Wording(**values)
