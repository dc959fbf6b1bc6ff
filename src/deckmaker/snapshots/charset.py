"""The bytes of a web page become text: by their mark, as UTF-8, or as the page declares."""

from __future__ import annotations

import codecs
import re

_DECLARED_WITHIN = 4_096
"""Browsers look for a declaration in the first kilobyte, authors let it slip further down."""
_XML = re.compile(rb"<\?xml[^>]{0,200}\bencoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})[\"']")
_META = re.compile(rb"<meta[^>]{0,400}?\bcharset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.I)
_SHIFTING = ("iso2022_jp", "hz")
"""Encodings that write all with ASCII bytes, so that they pass for UTF-8."""

# Pages that declare a small character set mean the larger one of Windows (WHATWG Encoding, 4.2).
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_WRITTEN = re.compile(
    r"cp\d+|iso8859-\d+|koi8[-_][rtu]|mac[-_]\w+|gb18030|euc_(?:jp|kr)|big5hkscs|iso2022_jp|hz"
)


def decoded(data: bytes) -> str:
    """Return the text in `data`; what no encoding explains becomes U+FFFD."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    declared = _declared(data[:_DECLARED_WITHIN])
    if declared in _SHIFTING and (b"\x1b$" in data or b"~{" in data):
        return data.decode(declared, "replace")
    try:
        # Bytes that read as UTF-8 are UTF-8: hardly any text in another encoding does by chance,
        # while many a page that was saved anew keeps the declaration of its old encoding.
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode(declared or "cp1252", "replace")


def _declared(head: bytes) -> str:
    """Return the encoding that a page declares, by the name of its codec; or nothing."""
    found = _XML.match(head) or _META.search(head)
    if found is None:
        return ""
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except (LookupError, UnicodeError):
        return ""
    meant = _MEANT.get(name, name)
    return meant if _WRITTEN.fullmatch(meant) else ""
