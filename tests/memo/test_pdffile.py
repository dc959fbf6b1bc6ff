"""Objects of any size and number come back from the packed file as they went in."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
import pypdfium2
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.memo.pdffile import Reference
from deckmaker.memo.surface import Surface

TEXTS = st.text(st.characters(min_codepoint=32, max_codepoint=126, exclude_characters="()\\"))
LISTS = st.lists(st.integers(0, 10**9), max_size=40)


@dataclass(frozen=True)
class Parts:
    """A structure of parts with a title and numbers each."""

    parts: list[tuple[str, list[int]]]

    def count(self) -> int:
        """Return how many parts there are."""
        return len(self.parts)

    def objects(self, root: int, first: int, _: Reference) -> Iterator[tuple[int, str]]:
        """Yield the parts, and the root that lists them."""
        for number, (title, numbers) in enumerate(self.parts, first):
            yield number, f"<</P {root:6} 0 R/T({title})/N[{' '.join(map(str, numbers))}]>>"
        kids = " ".join(f"{first + at} 0 R" for at in range(len(self.parts)))
        yield root, f"<</Type/StructTreeRoot/K[{kids}]>>"


def read(parts: list[tuple[str, list[int]]]) -> list[tuple[str, list[int]]]:
    """Return what qpdf reads from a file with `parts`, after PDFium has opened it too."""
    surface = Surface(io.BytesIO())
    surface.operators("72 72 144 144 re f")
    surface.showPage()
    data = surface.file(Parts(parts))
    with contextlib.closing(pypdfium2.PdfDocument(data)) as pdf:
        assert [len(list(page.get_objects())) for page in pdf] == [1]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert not pdf.check_pdf_syntax()
        return [
            (str(part.T), [int(number) for number in part.N]) for part in pdf.Root.StructTreeRoot.K
        ]


@given(st.lists(st.tuples(TEXTS, LISTS), max_size=30))
def test_parts_of_any_size_come_back(parts: list[tuple[str, list[int]]]) -> None:
    assert read(parts) == parts


@given(TEXTS, LISTS, st.integers(480, 1200))
def test_more_parts_come_back_than_one_stream_takes(
    title: str, numbers: list[int], count: int
) -> None:
    # Unlike enough that they take bytes: qpdf thinks a file damaged that has fewer than three to
    # an object.
    parts = [(f"{title} {at}", [*numbers, at * at * at]) for at in range(count)]
    assert read(parts) == parts
