"""The deck: a Document is planned as slides and written as a PowerPoint file."""

from deckmaker.brand import Brand
from deckmaker.deck.model import Deck
from deckmaker.deck.plan import plan
from deckmaker.deck.writer import write
from deckmaker.document import Document
from deckmaker.locales import locale_for
from deckmaker.typesetting import Typesetter

__all__ = ["plan", "render", "render_planned", "write"]


def render(document: Document, brand: Brand) -> bytes:
    """Return the .pptx file of `document`, the edition for the deck, as `brand` looks.

    Raises BriefingError where something in it cannot be set on a slide.
    """
    return render_planned(document, brand)[1]


def render_planned(document: Document, brand: Brand) -> tuple[Deck, bytes]:
    """Return the deck as it was planned besides its file, for who has to judge its slides."""
    typesetter = Typesetter(brand, locale_for(document.front.lang))
    deck = plan(document, brand, typesetter)
    return deck, write(deck, brand, typesetter)
