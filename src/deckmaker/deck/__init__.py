"""The deck: a Document is planned as slides and written as a PowerPoint file."""

from deckmaker.brand import Brand
from deckmaker.deck.plan import plan
from deckmaker.deck.writer import write
from deckmaker.document import Document
from deckmaker.locales import locale_for
from deckmaker.typesetting import Typesetter

__all__ = ["plan", "render", "write"]


def render(document: Document, brand: Brand) -> bytes:
    """Return the .pptx file of `document`, the edition for the deck, as `brand` looks.

    Raises BriefingError where something in it cannot be set on a slide.
    """
    typesetter = Typesetter(brand, locale_for(document.front.lang))
    return write(plan(document, brand, typesetter), brand, typesetter)
