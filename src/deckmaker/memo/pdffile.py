"""A document's objects become the bytes of a file: packed, compressed and cross-referenced.

reportlab would write every object by itself and a table of plain text behind them; the thousands
of small objects of a structure would weigh more than the pages. Here whatever is no stream goes
into object streams, and the table is one too (ISO 32000-1, 7.5.7 and 7.5.8). Elements of a
structure differ in little but numbers that grow, which compression alone does not see: they stand
in rows of one width, each written as its difference from the one above where that is shorter
(7.4.4.4). Line ends stand where PDF/A wants them, which reportlab leaves out.
"""

from __future__ import annotations

import hashlib
import zlib
from array import array
from collections.abc import Callable, Iterable
from typing import Protocol

from reportlab.pdfbase import pdfdoc

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""The version, and four bytes that tell programs that the file is no text (7.5.2)."""
_STREAM_END = b"endstream\n"
_PACKED = 500
"""Objects to a stream: readers unpack all of it to get at one."""
REFERENCE = 10
"""Characters of a reference and a blank, in a column: `   12 0 R `."""
_ROW = 8 * REFERENCE
"""Bytes of a row of objects that are alike: the element of a cell takes one."""
_INDEX = b"%7d %7d "
"""An entry at the head of such a stream: five of them fill a row."""
_IDENTITY = 32
"""Hexadecimal digits of the number that tells the file from all others."""
_ROOT = "StructTreeRoot"
_PLAIN, _COMPRESSED = 1, 2
"""The types of entries of a cross-reference stream (table 18); that of no object is 0."""
_AS_IS, _UP = b"\0", b"\2"
"""What marks a row as it is, and as the difference from the one above (PNG, 9.2)."""
_LIKE = 2 / 3
"""How much of a row has to be equal to the one above for the difference to weigh less."""

Reference = Callable[[str], str]
"""The name of an object of the document → how others refer to it: `12 0 R`."""


class Structure(Protocol):
    """The tree of a document's structure."""

    def count(self) -> int:
        """Return how many objects it takes besides its root."""
        ...

    def objects(self, root: int, first: int, reference: Reference) -> Iterable[tuple[int, str]]:
        """Yield its objects by number: that of its root, and others from `first` on."""
        ...


def written(document: pdfdoc.PDFDocument, structure: Structure) -> bytes:
    """Return the file of `document` with its `structure`."""
    numbers = _Numbers(document)
    file = _File(numbers)
    root = numbers.reserve()  # the catalog refers to it before what is under it has numbers
    document.idToObjectNumberAndVersion[_ROOT] = (root, 0)
    document.Catalog.StructTreeRoot = pdfdoc.PDFObjectReference(_ROOT)
    catalog = document.Reference(document.Catalog)
    info = document.Reference(document.info)
    number = 0
    while number < document.objectcounter:  # which grows while objects are formatted
        number += 1
        name = document.numberToId.get(number)
        if name is None:
            continue
        body = pdfdoc.format(document.idToObject[name], document, toplevel=1)
        if body.endswith(_STREAM_END):
            file.add(number, _ended(body.removesuffix(_STREAM_END)))
        else:
            file.pack(number, body.strip())

    def reference(name: str) -> str:
        number, _ = document.idToObjectNumberAndVersion[name]
        return referred(number)

    for number, text in structure.objects(root, numbers.reserve(structure.count()), reference):
        file.pack(number, text.encode("ascii"), alike=True)
    trailer = b"/Root %b/Info %b" % (catalog.format(document), info.format(document))
    return file.finish(trailer)


def referred(number: int) -> str:
    """Return the reference to an object, as wide as all others but in the largest of files."""
    return f"{number} 0 R".rjust(REFERENCE - 1)


class _Numbers:
    """Hands out numbers of objects, after those that reportlab has given."""

    def __init__(self, document: pdfdoc.PDFDocument) -> None:
        self._document = document

    def reserve(self, count: int = 1) -> int:
        """Return the first of `count` numbers that no other object has."""
        first: int = self._document.objectcounter + 1
        self._document.objectcounter += count
        return first


class _File:
    """The bytes of a file, and where its objects stand in it."""

    def __init__(self, numbers: _Numbers) -> None:
        self._numbers = numbers
        self._chunks = [_HEADER]
        self._length = len(_HEADER)
        self._waiting: dict[bool, list[tuple[int, bytes]]] = {False: [], True: []}
        """What is to be packed, and whether it is alike."""
        # By number, as the cross-reference stream has them: a type and two values.
        self._types, self._seconds, self._thirds = array("B"), array("L"), array("H")

    def add(self, number: int, body: bytes) -> None:
        """Write an object by itself."""
        self._enter(number, _PLAIN, self._length)
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def pack(self, number: int, body: bytes, *, alike: bool = False) -> None:
        """Write an object together with others; in rows, where they are `alike`."""
        waiting = self._waiting[alike]
        waiting.append((number, body))
        if len(waiting) == _PACKED:
            self._flush(waiting, alike)

    def _flush(self, waiting: list[tuple[int, bytes]], alike: bool) -> None:
        """Write what is `waiting`, at its head the number and the place of each; empty it."""
        stream = self._numbers.reserve()
        index, bodies, at = _INDEX if alike else b"%d %d ", [], 0
        head = b""
        for place, (number, body) in enumerate(waiting):
            self._enter(number, _COMPRESSED, stream, place)
            head += index % (number, at)
            bodies.append(_filled(body + b" ") if alike else body + b"\n")
            at += len(bodies[-1])
        if alike:
            head = _filled(head)
        entries = b"/Type/ObjStm/N %d/First %d" % (len(bodies), len(head))
        waiting.clear()
        content = head + b"".join(bodies)
        self.add(stream, _in_rows(entries, content, _ROW) if alike else _stream(entries, content))

    def finish(self, trailer: bytes) -> bytes:
        """Return the file; its last object refers to all others, and names those of `trailer`."""
        for alike, waiting in self._waiting.items():
            if waiting:
                self._flush(waiting, alike)
        digest = hashlib.sha256()
        for chunk in self._chunks:
            digest.update(chunk)
        identity = digest.hexdigest()[:_IDENTITY].encode()
        number, start = self._numbers.reserve(), self._length
        self._enter(number, _PLAIN, start)
        width = -(-max(self._seconds).bit_length() // 8)
        rows = b"".join(
            bytes((kind,)) + second.to_bytes(width, "big") + third.to_bytes(2, "big")
            for kind, second, third in zip(self._types, self._seconds, self._thirds, strict=True)
        )
        entries = b"/Type/XRef/Size %d/W[1 %d 2]%b/ID[<%b><%b>]" % (
            number + 1,
            width,
            trailer,
            identity,
            identity,
        )
        self.add(number, _in_rows(entries, rows, 1 + width + 2))
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)
        return b"".join(self._chunks)

    def _enter(self, number: int, kind: int, second: int, third: int = 0) -> None:
        lacking = number + 1 - len(self._types)
        if lacking > 0:
            for column in (self._types, self._seconds, self._thirds):
                column.extend([0] * lacking)
        self._types[number], self._seconds[number], self._thirds[number] = kind, second, third

    def _write(self, chunk: bytes) -> None:
        self._chunks.append(chunk)
        self._length += len(chunk)


def _filled(rows: bytes) -> bytes:
    """Return `rows` with blanks up to the end of the last."""
    return rows.ljust(-(-len(rows) // _ROW) * _ROW)


def _in_rows(entries: bytes, content: bytes, width: int) -> bytes:
    """Return a stream whose `content` is written as differences between its rows."""
    rows = []
    changes = _changes(content, bytes(width) + content[:-width])
    for at in range(0, len(content), width):
        row, change = content[at : at + width], changes[at : at + width]
        like = change.count(0) > _LIKE * width
        rows.append(_UP + change if like else _AS_IS + row)
    entries += b"/DecodeParms<</Predictor 12/Columns %d>>" % width
    return _stream(entries, b"".join(rows))


def _changes(after: bytes, before: bytes) -> bytes:
    """Return byte by byte, modulo 256, what is to be added to `before` to get to `after`.

    All bytes are subtracted at once, as one long number each: their highest bits are kept apart,
    so that none borrows from its neighbour.
    """
    high = int.from_bytes(b"\x80" * len(after), "big")
    low = int.from_bytes(b"\x7f" * len(after), "big")
    a, b = int.from_bytes(after, "big"), int.from_bytes(before, "big")
    return (((a | high) - (b & low)) ^ ((a ^ ~b) & high)).to_bytes(len(after), "big")


def _stream(entries: bytes, content: bytes) -> bytes:
    data = zlib.compress(content, zlib.Z_BEST_COMPRESSION)
    return _ended(b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b" % (entries, len(data), data))


def _ended(stream: bytes) -> bytes:
    """Return a stream with its end, on a line of its own.

    Data that happens to end with a carriage return must not make one line end with the feed
    behind it.
    """
    return stream + (b"\r\nendstream" if stream.endswith(b"\r") else b"\nendstream")
