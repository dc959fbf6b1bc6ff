"""Spoiling a good memo: its objects are changed by hand and written again."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name

from judges.tagged import Tagged

Check = Callable[[Tagged], Iterator[str]]
Planted = dict[str, tuple["Spoil", str]]
"""By name: how a memo is spoilt, and words that the judge must say of it."""
Spoil = Callable[[pikepdf.Pdf], object]
Change = Callable[[pikepdf.Object], object]


def spoiled(memo: bytes, spoil: Spoil) -> bytes:
    """Return `memo` with a defect planted; properties are left as they are."""
    with pikepdf.open(io.BytesIO(memo)) as pdf:
        spoil(pdf)
        return saved(pdf)


def saved(pdf: pikepdf.Pdf) -> bytes:
    """Return `pdf` as qpdf writes it."""
    buffer = io.BytesIO()
    pdf.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def in_page(old: str, new: str, page: int = 0) -> Spoil:
    """Replace the first match of a pattern in the content of a page."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        source = pdf.pages[page]
        source.contents_coalesce()
        before = source.Contents.read_bytes().decode("latin-1")
        after = re.sub(old, new, before, count=1, flags=re.DOTALL)
        assert after != before, f"nothing looks like {old}"
        source.Contents.write(after.encode("latin-1"))

    return spoil


def elements(pdf: pikepdf.Pdf, tag: str) -> list[pikepdf.Object]:
    """Return the elements of a tag, in no order."""
    return [
        one
        for one in pdf.objects
        if isinstance(one, Dictionary) and one.get("/S") == f"/{tag}" and "/P" in one
    ]


def element(tag: str, change: Change, at: int = 0) -> Spoil:
    """Change one element of a tag."""
    return lambda pdf: change(elements(pdf, tag)[at])


def kids(one: pikepdf.Object) -> list[pikepdf.Object]:
    """Return what an element holds."""
    held = one.get("/K", Array([]))
    return list(held) if isinstance(held, Array) else [held]


def holding(tag: str, change: Callable[[list[pikepdf.Object]], object], at: int = 0) -> Spoil:
    """Change the list of what an element holds."""

    def spoil(one: pikepdf.Object) -> None:
        held = kids(one)
        change(held)
        one.K = Array(held)

    return element(tag, spoil, at)


def named(key: str, value: object) -> Change:
    """Set an entry."""
    return lambda one: one.__setitem__(key, value)


def without(key: str) -> Change:
    """Take an entry away."""
    return lambda one: one.__delitem__(key)


def tagged(tag: str) -> Change:
    """Call an element something else."""
    return named("/S", Name(f"/{tag}"))


def in_root(change: Change) -> Spoil:
    """Change the catalog."""
    return lambda pdf: change(pdf.Root)


def in_first_page(change: Change) -> Spoil:
    """Change the dictionary of the first page."""
    return lambda pdf: change(pdf.pages[0].obj)


def in_link(change: Change) -> Spoil:
    """Change an annotation."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        change(next(page for page in pdf.pages if "/Annots" in page).Annots[0])

    return spoil


def in_xmp(old: str, new: str) -> Spoil:
    """Replace text of the properties in XMP."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        stream = pdf.Root.Metadata
        before = stream.read_bytes()
        assert old.encode() in before
        stream.write(before.replace(old.encode(), new.encode(), 1))

    return spoil


def in_font(change: Change) -> Spoil:
    """Change the font that is met first."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        fonts = pdf.pages[0].resources.Font
        change(fonts[sorted(fonts.keys())[0]])

    return spoil


def to_unicode(old: bytes, new: bytes) -> Change:
    """Replace a match of a pattern in what the codes of a font read as."""

    def change(font: pikepdf.Object) -> None:
        before = font.ToUnicode.read_bytes()
        after = re.sub(old, new, before, count=1)
        assert after != before
        font.ToUnicode.write(after)

    return change


def in_parent_tree(change: Callable[[Array], object]) -> Spoil:
    """Change what the ParentTree lists: keys and values in turn."""
    return lambda pdf: change(pdf.Root.StructTreeRoot.ParentTree.Nums)


def lengthen_a_stream(memo: bytes) -> bytes:
    """Say that a stream is longer than it is."""
    match = next(re.finditer(rb"/Length (\d+)>>", memo))
    longer = str(int(match[1]) + 1).encode().rjust(len(match[1]), b"0")
    return memo[: match.start(1)] + longer[-len(match[1]) :] + memo[match.end(1) :]
