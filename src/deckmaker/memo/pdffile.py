"""A document's objects become the bytes of a file: packed, compressed and cross-referenced.

reportlab would write every object by itself and a table of plain text behind them; the thousands
of small objects of a structure would weigh more than the pages. Here whatever is no stream goes
into object streams, and the table is one too (ISO 32000-1, 7.5.7 and 7.5.8). Line ends stand where
PDF/A wants them, which reportlab leaves out.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase import pdfdoc

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""The version, and four bytes that tell programs that the file is no text (7.5.2)."""
_STREAM_END = b"endstream\n"
_PACKED = 200
"""Objects to a stream: readers unpack all of it to get at one."""
_IDENTITY = 32
"""Hexadecimal digits of the number that tells the file from all others."""
_ROOT = "StructTreeRoot"
_FREE, _PLAIN, _COMPRESSED = 0, 1, 2
"""The types of entries of a cross-reference stream (table 18)."""
_UP = 2
"""The predictor of PNG that counts from the row above: rows differ little from each other."""

Structure = Callable[[int, int, Callable[[str], str]], Iterable[tuple[int, str]]]
"""(number of the root, first free number, how objects are referred to) → numbered objects."""


@dataclass(slots=True)
class _File:
    """The bytes of a file, and where its objects stand in it."""

    chunks: list[bytes] = field(default_factory=lambda: [_HEADER])
    length: int = len(_HEADER)
    entries: dict[int, tuple[int, int, int]] = field(default_factory=lambda: {0: (_FREE, 0, 0)})
    """Of each object: a type and two numbers, as the cross-reference stream has them."""

    def add(self, number: int, body: bytes) -> None:
        self.entries[number] = (_PLAIN, self.length, 0)
        self.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def write(self, chunk: bytes) -> None:
        self.chunks.append(chunk)
        self.length += len(chunk)


def written(document: pdfdoc.PDFDocument, structure: Structure) -> bytes:
    """Return the file of `document` with its `structure`."""
    file = _File()
    document.objectcounter += 1  # the root is referred to before what is under it has numbers
    root = document.objectcounter
    document.idToObjectNumberAndVersion[_ROOT] = (root, 0)
    document.Catalog.StructTreeRoot = pdfdoc.PDFObjectReference(_ROOT)
    catalog = document.Reference(document.Catalog)
    info = document.Reference(document.info)
    packed: list[tuple[int, bytes]] = []
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
            packed.append((number, body.strip()))

    def reference(name: str) -> str:
        return "{} {} R".format(*document.idToObjectNumberAndVersion[name])

    packed += [(at, body.encode("ascii")) for at, body in structure(root, number + 1, reference)]
    number = max(at for at, _ in packed)
    for begin in range(0, len(packed), _PACKED):
        some = packed[begin : begin + _PACKED]
        number += 1
        file.add(number, _object_stream(some))
        for index, (at, _) in enumerate(some):
            file.entries[at] = (_COMPRESSED, number, index)
    identity = hashlib.sha256(b"".join(file.chunks)).hexdigest()[:_IDENTITY].encode()
    start = file.length
    file.entries[number + 1] = (_PLAIN, start, 0)
    roots = b"/Root %b/Info %b" % (catalog.format(document), info.format(document))
    file.add(number + 1, _references(file.entries, roots + b"/ID[<%b><%b>]" % (identity, identity)))
    file.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return b"".join(file.chunks)


def _object_stream(objects: Sequence[tuple[int, bytes]]) -> bytes:
    """Return a stream of objects, at its head the number and the place of each."""
    places, at = [], 0
    for number, body in objects:
        places.append(b"%d %d" % (number, at))
        at += len(body) + 1
    head = b" ".join(places) + b"\n"
    entries = b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head))
    return _stream(entries, head + b"\n".join(body for _, body in objects))


def _references(entries: dict[int, tuple[int, int, int]], others: bytes) -> bytes:
    """Return the cross-reference stream, which is the trailer as well and names the `others`."""
    size = max(entries) + 1
    width = max(1, -(-max(second for _, second, _ in entries.values()).bit_length() // 8))
    above, rows = bytes(1 + width + 1), []
    for number in range(size):
        kind, second, third = entries.get(number, (_FREE, 0, 0))
        row = bytes([kind]) + second.to_bytes(width, "big") + bytes([third])
        rows.append(bytes([_UP, *((a - b) % 256 for a, b in zip(row, above, strict=True))]))
        above = row
    predicted = b"/DecodeParms<</Predictor 12/Columns %d>>" % len(above)
    return _stream(
        b"/Type/XRef/Size %d/W[1 %d 1]%b%b" % (size, width, predicted, others), b"".join(rows)
    )


def _stream(entries: bytes, content: bytes) -> bytes:
    data = zlib.compress(content)
    return _ended(b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b" % (entries, len(data), data))


def _ended(stream: bytes) -> bytes:
    """Return a stream with its end, on a line of its own.

    Data that happens to end with a carriage return must not make one line end with the feed
    behind it.
    """
    return stream + (b"\r\nendstream" if stream.endswith(b"\r") else b"\nendstream")
