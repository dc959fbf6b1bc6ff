"""The text styles of the deck: every use of type on a slide, out of the brand's scale."""

from __future__ import annotations

from dataclasses import dataclass

from deckmaker.brand import DeckScale, Role, Voice
from deckmaker.deck.geometry import LINE
from deckmaker.deck.model import Style
from deckmaker.locales import ENGLISH, Locale


@dataclass(frozen=True, slots=True)
class Styles:
    """One style for each use. Titles and quotations are serif, everything structural is sans."""

    cover_title: Style
    cover_text: Style
    cover_question: Style
    cover_small: Style
    title: Style
    kicker: Style
    source: Style
    folio: Style
    number: Style
    marking: Style
    quotation: Style
    long_quotation: Style
    numeral: Style
    spoken: Style
    unit: Style
    bluf: Style
    row: Style
    few: Style
    lead: Style
    name: Style
    role: Style
    stance: Style
    text: Style
    note: Style
    agenda: Style
    event: Style
    date: Style
    pulled: Style
    words: Style
    case: Style
    likelihood: Style
    source_word: Style
    label: Style
    question: Style
    statement: Style
    table: Style
    table_head: Style
    table_small: Style
    table_small_head: Style
    ordinal: Style


def make_styles(scale: DeckScale, locale: Locale = ENGLISH) -> Styles:
    """Return the styles of a deck set in `scale`, as the script of `locale` can be set.

    What has neither italics nor letters to be spaced keeps voice and weight for emphasis.
    """

    def style(
        voice: Voice,
        size: float,
        role: Role = "foreground",
        *,
        bold: bool = False,
        italic: bool = False,
        tracking: float = 0.0,
    ) -> Style:
        slanted, spaced = italic and locale.cased, tracking if locale.cased else 0.0
        return Style(voice, size, role, bold, slanted, spaced, LINE * locale.leading)

    label = style("sans", scale.source, "muted", bold=True, tracking=1.0)
    return Styles(
        cover_title=style("serif", scale.cover, "background"),
        cover_text=style("sans", scale.lead, "panel"),
        cover_question=style("serif", scale.large, "panel", italic=True),
        cover_small=style("sans", scale.small, "panel"),
        title=style("serif", scale.title),
        kicker=label,
        source=style("sans", scale.source, "muted"),
        folio=style("sans", scale.folio, "muted"),
        number=style("sans", scale.folio, "foreground", bold=True),
        marking=style("sans", scale.source, "foreground", bold=True),
        quotation=style("serif", scale.quotation),
        long_quotation=style("serif", scale.large),
        numeral=style("sans", scale.numeral, "primary", bold=True),
        spoken=style("sans", scale.numeral, "muted"),
        unit=style("serif", scale.large),
        bluf=style("serif", scale.large),
        row=style("sans", scale.large),
        few=style("sans", scale.title),
        lead=style("sans", scale.lead),
        name=style("sans", scale.body, bold=True),
        role=style("sans", scale.small, "muted"),
        stance=style("sans", scale.text, "emphasis", bold=True),
        text=style("sans", scale.text),
        note=style("sans", scale.small, "muted"),
        agenda=style("sans", scale.text, "muted"),
        event=style("sans", scale.body),
        date=style("sans", scale.text, "muted"),
        pulled=style("serif", scale.small, "muted", italic=True),
        words=style("serif", scale.text, italic=True),
        case=style("serif", scale.large),
        likelihood=style("sans", scale.body, "emphasis", bold=True),
        source_word=style("serif", scale.body, "emphasis", italic=True),
        label=label,
        question=style("serif", scale.large),
        statement=style("serif", scale.title),
        table=style("sans", scale.text),
        table_head=style("sans", scale.text, bold=True),
        table_small=style("sans", scale.small),
        table_small_head=style("sans", scale.small, bold=True),
        ordinal=style("sans", scale.large, "primary", bold=True),
    )
