"""Bytes become text, or diagnostics that name the byte, its line and its column."""

from __future__ import annotations

import codecs
import re

from deckmaker.diagnostics import Diagnostic, Span

MAX_REPORTED = 10
"""Faulty places that one pass names; a wrong encoding makes thousands."""

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAVE_AS = "save the file as UTF-8 (in most editors: Save As, then Encoding)"


def split_lines(text: str) -> list[str]:
    """Return the lines of `text` without their ends, as YAML counts them."""
    return _BREAK.split(text)


def decode(raw: bytes, name: str) -> tuple[str | None, list[Diagnostic]]:
    """Return the text of `raw` and what is wrong with it; None where it cannot be text.

    A byte-order mark is accepted. A faulty byte is read as Windows-1252 has it, and a
    control character as a space, so that the rest of the file can be looked at too.
    """
    if raw.startswith(_WIDE):
        message = f"{name} is in UTF-16, not in UTF-8"
        return None, [Diagnostic("Y001", message, hints=(_SAVE_AS,))]
    raw = raw.removeprefix(codecs.BOM_UTF8)
    found: list[Diagnostic] = []
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = _legacy(raw, name, found)
    if _CONTROL.search(text):
        text = _without_controls(text, name, found)
    return text, found


def _legacy(raw: bytes, name: str, found: list[Diagnostic]) -> str:
    """Return the text of `raw` with each faulty byte as Windows-1252; report them."""
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    at = length = 0
    while at < len(raw):
        try:
            pieces.append(raw[at:].decode("utf-8"))
            break
        except UnicodeDecodeError as error:
            good = raw[at : at + error.start].decode("utf-8")
            byte = raw[at + error.start]
            pieces += (good, bytes([byte]).decode("cp1252", "replace"))
            length += len(good) + 1
            places.append((length - 1, byte))
            at += error.start + 1
            if len(places) > MAX_REPORTED:
                pieces.append(raw[at:].decode("utf-8", "replace"))
                break
    text = "".join(pieces)
    for index, byte in places[:MAX_REPORTED]:
        meant = bytes([byte]).decode("cp1252", "replace")
        guess = f"; in Windows-1252 it would be `{meant}`" if meant.isprintable() else ""
        more = len(places) > MAX_REPORTED and index == places[MAX_REPORTED - 1][0]
        message = f"byte 0x{byte:02X} is not UTF-8{guess}"
        hints = (_SAVE_AS, *(("more such bytes follow",) if more else ()))
        found.append(Diagnostic("Y001", message, hints=hints, span=_span(text, index, name)))
    return text


def _without_controls(text: str, name: str, found: list[Diagnostic]) -> str:
    """Return `text` with spaces for control characters; report them."""
    for match in list(_CONTROL.finditer(text))[:MAX_REPORTED]:
        message = f"a control character (U+{ord(match[0]):04X}) stands here, which no file can show"
        hint = "delete it; it often comes along when text is copied out of a PDF or a web page"
        found.append(
            Diagnostic("Y001", message, hints=(hint,), span=_span(text, match.start(), name))
        )
    return _CONTROL.sub(" ", text)


def _span(text: str, index: int, name: str) -> Span:
    """Return the span of the character at `index`."""
    lines = split_lines(text[:index])
    line, column = len(lines), len(lines[-1])
    whole = lines[-1] + _BREAK.split(text[index:], maxsplit=1)[0]
    return Span(name, line, column + 1, column + 2, _CONTROL.sub(" ", whole))
