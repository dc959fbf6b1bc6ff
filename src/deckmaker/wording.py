"""The fixed words of deck and memo, in the language of the briefing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """Every word that deckmaker itself prints. Templates name their fields in braces."""

    to: str = "To"
    from_: str = "From"
    cc: str = "Cc"
    date: str = "Date"
    purpose: str = "Purpose"
    subject: str = "Subject"
    question: str = "Question"
    bottom_line: str = "Bottom line"
    confidence: str = "{level} confidence"
    agenda: str = "Agenda"
    agenda_title: str = "What this briefing covers"
    sources: str = "Sources"
    source: str = "Source"
    snapshot: str = "Snapshot"
    verified: str = "Verified against the snapshot: {what}"
    sources_title: str = "What this briefing rests on"
    superior_figures: str = "Superior figures give the paragraph of the source."
    lettered_figures: str = "A18 stands for paragraph 18 of source A."
    page_of: str = "Page {page} of {pages}"
    part_of: str = "{title} ({part}/{parts})"
    continued: str = "continued"
    who: str = "Who"
    stance: str = "Stance and view"
    words: str = "In their words"
    not_quoted: str = "Not quoted here"
    turns_on: str = "Turns on"
    watch_for: str = "Watch for"
    ours: str = "ours"
    likelihood: str = "Likelihood"
    likelihood_range: str = "Range"
    range_below: str = "{low} to under {high}"
    confidence_head: str = "Confidence"
    likelihood_not_given: str = "Likelihood not given"
    not_given: str = "Not given"
    case: str = "Case"
    figure: str = "Figure {n}"
    table: str = "Table {n}"
    hollow_nodes: str = "Open circles: the day is not stated."
    stance_labels_ours: str = "Stance labels are ours."
    likelihood_words_source: str = "Likelihood words in quotation marks are the source’s."
    watch_items_ours: str = "Watch items are ours."
    scale_key: str = "How likelihood is stated"
    low: str = "Low"
    moderate: str = "Moderate"
    high: str = "High"
    about: str = "about {date}"
    uncertain: str = "{date} (uncertain)"
    since: str = "since {date}"
    until: str = "until {date}"
    between: str = "{start} – {end}"
    author: str = "Author: {name}"
    published: str = "Published: {date}"
    primary: str = "Primary source"
    secondary: str = "Secondary source"
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
    for_info: str = "For information"
    for_decision: str = "For decision"
    for_action: str = "For action"


ENGLISH = Wording()
_WORDINGS = {"en": ENGLISH}


def wording_for(language: str) -> Wording:
    """Return the wording of a BCP 47 tag's language; English where there is none yet."""
    return _WORDINGS.get(language.partition("-")[0].casefold(), ENGLISH)
