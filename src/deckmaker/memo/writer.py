"""A story becomes the bytes of a PDF: pages are broken, heads and feet added, everything drawn."""

from __future__ import annotations

from collections import deque
from dataclasses import replace

from deckmaker import __version__
from deckmaker.brand import Brand
from deckmaker.document import Document
from deckmaker.enclosures import Enclosure
from deckmaker.locales import locale_for
from deckmaker.memo.canvas import PdfCanvas
from deckmaker.memo.front import subject
from deckmaker.memo.identity import Properties
from deckmaker.memo.mirror import mirrored
from deckmaker.memo.pages import paginate
from deckmaker.memo.running import Running
from deckmaker.memo.story import story
from deckmaker.memo.styles import styles_of
from deckmaker.memo.text import Compositor, text_of
from deckmaker.typesetting import Typesetter


def render(document: Document, brand: Brand, enclosures: tuple[Enclosure, ...] = ()) -> bytes:
    """Return the memo of `document` in the look of `brand`, a PDF.

    It conforms to PDF/UA-1 and PDF/A-2a; with `enclosures` in it, to PDF/A-3a.

    The same document and brand give the same bytes, whatever the day, the machine and the folder.
    """
    lang = document.front.lang
    locale = locale_for(lang)
    setter = Typesetter(brand, locale, lining=True)
    listed = frozenset(source.key for source in document.sources)
    compositor = Compositor(styles_of(brand, locale), setter, document.wording, listed, lang)
    running = Running(document, compositor)
    grid = running.grid
    pages = deque(paginate(story(document, brand, compositor), grid))
    count = len(pages)
    properties = replace(_properties(document), part=3 if enclosures else 2)
    pdf = PdfCanvas((grid.width, grid.height), setter, properties, enclosures)
    while pages:  # a page is not kept once it is drawn: a long memo weighs a lot
        page = pages.popleft()
        head, foot = running.marks(page.number, count)
        body, header, footer = (
            mirrored(part, grid.width) if locale.rtl else part
            for part in (page.placed, (*head, *page.head), foot)
        )
        pdf.page(body, header=header, footer=footer)
    return pdf.finish()


def _properties(document: Document) -> Properties:
    matter = document.front
    labels = (text_of(section.label) for section in document.sections)
    keywords = (matter.kind, *((matter.marking.text,) if matter.marking else ()), *labels)
    return Properties(
        title=text_of(matter.title),
        author=document.wording.comma.join(matter.from_),
        subject=subject(document),
        keywords=document.wording.comma.join(filter(None, keywords)),
        creator=f"deckmaker {__version__}",
        lang=matter.lang,
        iso_date=matter.iso_date,
    )
