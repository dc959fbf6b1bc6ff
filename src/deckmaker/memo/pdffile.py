"""A document's objects become the bytes of a file: packed, compressed and cross-referenced.

reportlab would write every object by itself and a table of plain text behind them; the thousands
of small objects of a structure would weigh more than the pages. Here whatever is no stream goes
into object streams, and the table is one too (ISO 32000-1, 7.5.7 and 7.5.8). Line ends stand where
PDF/A wants them, which reportlab leaves out.
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
_PACKED = 200
"""Objects to a stream: readers unpack all of it to get at one."""
_IDENTITY = 32
"""Hexadecimal digits of the number that tells the file from all others."""
_ROOT = "StructTreeRoot"
_PLAIN, _COMPRESSED = 1, 2
"""The types of entries of a cross-reference stream (table 18); that of no object is 0."""
_UP = 2
"""The predictor of PNG that counts from the row above: rows differ little from each other."""

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
        return "{} {} R".format(*document.idToObjectNumberAndVersion[name])

    for number, text in structure.objects(root, numbers.reserve(structure.count()), reference):
        file.pack(number, text.encode("ascii"))
    file.flush()
    trailer = b"/Root %b/Info %b" % (catalog.format(document), info.format(document))
    return file.finish(trailer)


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
        self._waiting: list[tuple[int, bytes]] = []
        # By number, as the cross-reference stream has them: a type and two values.
        self._types, self._seconds, self._thirds = array("B"), array("L"), array("B")

    def add(self, number: int, body: bytes) -> None:
        """Write an object by itself."""
        self._enter(number, _PLAIN, self._length)
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def pack(self, number: int, body: bytes) -> None:
        """Write an object together with others."""
        self._waiting.append((number, body))
        if len(self._waiting) == _PACKED:
            self.flush()

    def flush(self) -> None:
        """Write what waits for others, at its head the number and the place of each."""
        if not self._waiting:
            return
        stream = self._numbers.reserve()
        places, at = [], 0
        for index, (number, body) in enumerate(self._waiting):
            self._enter(number, _COMPRESSED, stream, index)
            places.append(b"%d %d" % (number, at))
            at += len(body) + 1
        head = b" ".join(places) + b"\n"
        entries = b"/Type/ObjStm/N %d/First %d" % (len(places), len(head))
        bodies = b"\n".join(body for _, body in self._waiting)
        self._waiting = []
        self.add(stream, _stream(entries, head + bodies))

    def finish(self, trailer: bytes) -> bytes:
        """Return the file; its last object refers to all others, and names those of `trailer`."""
        digest = hashlib.sha256()
        for chunk in self._chunks:
            digest.update(chunk)
        identity = digest.hexdigest()[:_IDENTITY].encode()
        number, start = self._numbers.reserve(), self._length
        self._enter(number, _PLAIN, start)
        width = -(-max(self._seconds).bit_length() // 8)
        rows, above = [], bytes(1 + width + 1)
        for kind, second, third in zip(self._types, self._seconds, self._thirds, strict=True):
            row = bytes((kind, *second.to_bytes(width, "big"), third))
            rows.append(bytes((_UP, *((a - b) % 256 for a, b in zip(row, above, strict=True)))))
            above = row
        entries = b"/Type/XRef/Size %d/W[1 %d 1]/DecodeParms<</Predictor 12/Columns %d>>%b" % (
            number + 1,
            width,
            len(above),
            trailer + b"/ID[<%b><%b>]" % (identity, identity),
        )
        self.add(number, _stream(entries, b"".join(rows)))
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


def _stream(entries: bytes, content: bytes) -> bytes:
    data = zlib.compress(content, zlib.Z_BEST_COMPRESSION)
    return _ended(b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b" % (entries, len(data), data))


def _ended(stream: bytes) -> bytes:
    """Return a stream with its end, on a line of its own.

    Data that happens to end with a carriage return must not make one line end with the feed
    behind it.
    """
    return stream + (b"\r\nendstream" if stream.endswith(b"\r") else b"\nendstream")
