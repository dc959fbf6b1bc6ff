"""reportlab's canvas as the memo draws on it: no default font, fonts and structure of our own."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen import canvas

from deckmaker.memo.fonts import EmbeddedFont
from deckmaker.memo.pdffile import Structure, written


class Surface(canvas.Canvas):  # type: ignore[misc]
    """reportlab's canvas without a default font, with fonts and a structure of our own."""

    key = 0
    """Of the page under way, in the structure."""

    def _make_preamble(self) -> None:
        """Set nothing at the head of a page: reportlab's own selects Helvetica, not embedded."""
        self._preamble = ""

    def _setAnnotations(self, page: pdfdoc.PDFPage) -> None:  # noqa: N802
        """Give a page its annotations, in the order of the structure, and its key in that."""
        super()._setAnnotations(page)
        if isinstance(page, pdfdoc.PDFPage):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = self.key
            page.Tabs = "/S"

    def operators(self, code: str) -> None:
        """Append content stream operators."""
        self._code.append(code)

    def destination(self, name: str) -> object:
        """Return the reference to a target, which may be yet to come."""
        return self._bookmarkReference(name)

    def annotate(self, entries: dict[str, object], annotated: Callable[[str], int]) -> None:
        """Add an annotation to the page; `annotated` takes its name and returns its key."""
        annotation = pdfdoc.PDFDictionary(entries)
        self._addAnnotation(annotation)
        annotation["StructParent"] = annotated(annotation.__InternalName__)

    def embed(self, fonts: Iterable[EmbeddedFont]) -> None:
        """Write `fonts` and name them in the resources that all pages share."""
        shared = self._doc.idToObject[pdfdoc.BasicFonts]
        for font in fonts:
            shared[font.name] = font.add_to(self._doc)

    def file(self, structure: Structure) -> bytes:
        """Return the bytes of the file."""
        document = self._doc
        document.Outlines.prepare(document, self)
        if document.Outlines.ready < 0:
            document.Catalog.Outlines = None
        return written(document, structure)


rl_config.useA85 = 0
"""Streams stay binary: a fifth smaller than in reportlab's default, base-85 text."""
