"""The text styles of the deck: every use of type on a slide, out of the brand's scale."""

from __future__ import annotations

from dataclasses import dataclass

from deckmaker.brand import DeckScale
from deckmaker.deck.model import Style


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


def make_styles(scale: DeckScale) -> Styles:
    """Return the styles of a deck set in `scale`."""
    label = Style("sans", scale.source, "muted", bold=True, tracking=1.0)
    return Styles(
        cover_title=Style("serif", scale.cover, "background"),
        cover_text=Style("sans", scale.lead, "panel"),
        cover_question=Style("serif", scale.large, "panel", italic=True),
        cover_small=Style("sans", scale.small, "panel"),
        title=Style("serif", scale.title),
        kicker=label,
        source=Style("sans", scale.source, "muted"),
        folio=Style("sans", scale.folio, "muted"),
        number=Style("sans", scale.folio, "foreground", bold=True),
        marking=Style("sans", scale.source, "foreground", bold=True),
        quotation=Style("serif", scale.quotation),
        long_quotation=Style("serif", scale.large),
        numeral=Style("sans", scale.numeral, "primary", bold=True),
        spoken=Style("sans", scale.numeral, "muted"),
        unit=Style("serif", scale.large),
        bluf=Style("serif", scale.large),
        row=Style("sans", scale.large),
        few=Style("sans", scale.title),
        lead=Style("sans", scale.lead),
        name=Style("sans", scale.body, bold=True),
        role=Style("sans", scale.small, "muted"),
        stance=Style("sans", scale.text, "emphasis", bold=True),
        text=Style("sans", scale.text),
        note=Style("sans", scale.small, "muted"),
        agenda=Style("sans", scale.text, "muted"),
        event=Style("sans", scale.body),
        date=Style("sans", scale.text, "muted"),
        pulled=Style("serif", scale.small, "muted", italic=True),
        words=Style("serif", scale.text, italic=True),
        case=Style("serif", scale.large),
        likelihood=Style("sans", scale.body, "emphasis", bold=True),
        source_word=Style("serif", scale.body, "emphasis", italic=True),
        label=label,
        question=Style("serif", scale.large),
        statement=Style("serif", scale.title),
        table=Style("sans", scale.text),
        table_head=Style("sans", scale.text, bold=True),
        table_small=Style("sans", scale.small),
        table_small_head=Style("sans", scale.small, bold=True),
        ordinal=Style("sans", scale.large, "primary", bold=True),
    )
