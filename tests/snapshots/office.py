"""Paragraphs become documents as LibreOffice Writer makes them: PDF, DOCX, HTML."""

from __future__ import annotations

import html
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

FILES = Path(__file__).parent / "files"
REPORT = tuple((FILES / "report.txt").read_text(encoding="utf-8").splitlines())
NOTE = "See the minutes of the council, which tell of it at length and with care for detail."

_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office",
        "style": "style",
        "text": "text",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
    }.items()
)


def flat_odt(
    paragraphs: Sequence[str] = REPORT,
    *,
    columns: int = 1,
    hyphenate: bool = True,
    align: str = "justify",
    indent: bool = False,
    size: str = "11pt",
    height: str = "24cm",
    notes: bool = False,
) -> str:
    """Return a Writer document: running head, page numbers, headings, lists and body text."""
    body = "".join(_element(text, notes and at == 2) for at, text in enumerate(paragraphs))
    spacing = (
        'fo:text-indent="0.5cm"' if indent else 'fo:text-indent="0cm" fo:margin-bottom="0.25cm"'
    )
    font = 'style:font-name="DejaVu Serif" fo:language="en" fo:country="US"'
    flag = str(hyphenate).lower()
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {_NAMES} office:mimetype="application/vnd.oasis.opendocument.text"
 office:version="1.2"><office:font-face-decls><style:font-face style:name="DejaVu Serif"
 svg:font-family="'DejaVu Serif'"/></office:font-face-decls><office:styles>
<style:style style:name="Body" style:family="paragraph"><style:paragraph-properties {spacing}
 fo:text-align="{align}" fo:orphans="2" fo:widows="2"/><style:text-properties {font}
 fo:font-size="{size}" fo:hyphenate="{flag}" fo:hyphenation-remain-char-count="2"
 fo:hyphenation-push-char-count="2"/></style:style>
<style:style style:name="Item" style:family="paragraph" style:parent-style-name="Body">
<style:paragraph-properties fo:text-indent="0cm" fo:margin-bottom="0.1cm"/></style:style>
<style:style style:name="Note" style:family="paragraph"><style:text-properties {font}
 fo:font-size="8pt"/></style:style>
<style:style style:name="Head" style:family="paragraph"><style:paragraph-properties
 fo:margin-top="0.4cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/>
<style:text-properties {font} fo:font-size="14pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Margin" style:family="paragraph"><style:text-properties {font}
 fo:font-size="9pt"/></style:style>
<text:list-style style:name="Dots"><text:list-level-style-bullet text:level="1"
 text:bullet-char="•"><style:list-level-properties
 text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment
 text:label-followed-by="listtab" fo:text-indent="-0.5cm" fo:margin-left="1cm"/>
</style:list-level-properties></text:list-level-style-bullet></text:list-style></office:styles>
<office:automatic-styles><style:page-layout style:name="Page"><style:page-layout-properties
 fo:page-width="17cm" fo:page-height="{height}" fo:margin="1.5cm"><style:columns
 fo:column-count="{columns}" fo:column-gap="0.7cm"/></style:page-layout-properties>
<style:header-style><style:header-footer-properties fo:min-height="0.8cm"
 fo:margin-bottom="0.4cm"/></style:header-style><style:footer-style>
<style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/>
</style:footer-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">
<style:header><text:p text:style-name="Margin">Harbour office of Vellhaven</text:p></style:header>
<style:footer><text:p text:style-name="Margin">Page <text:page-number>1</text:page-number> of
 <text:page-count>1</text:page-count></text:p></style:footer></style:master-page>
</office:master-styles><office:body><office:text>{body}</office:text></office:body>
</office:document>"""


def _element(text: str, with_note: bool) -> str:
    words = html.escape(text, quote=False)
    if len(text) < 40 and not text.endswith("."):
        return f'<text:h text:style-name="Head" text:outline-level="1">{words}</text:h>'
    if not text.endswith((".", "”")):
        item = f'<text:p text:style-name="Item">{words}</text:p>'
        return (
            f'<text:list text:style-name="Dots"><text:list-item>{item}</text:list-item></text:list>'
        )
    if with_note:
        first, rest = words.split(". ", 1)
        words = (
            f'{first}.<text:note text:note-class="footnote"><text:note-citation>1'
            f'</text:note-citation><text:note-body><text:p text:style-name="Note">{NOTE}</text:p>'
            f"</text:note-body></text:note> {rest}"
        )
    return f'<text:p text:style-name="Body">{words}</text:p>'


def convert(source: Path, ending: str, *, reader: str = "") -> Path:
    """Let LibreOffice write `source` in another format beside it."""
    command = ["soffice", f"-env:UserInstallation=file://{source.parent}/profile", "--headless"]
    command += ["--convert-to", ending, "--outdir", str(source.parent), str(source)]
    if reader:
        command.insert(3, f"--infilter={reader}")
    subprocess.run(command, check=False, capture_output=True, timeout=180)
    made = source.with_suffix("." + ending.partition(":")[0])
    if not made.is_file():
        pytest.skip("LibreOffice Writer is not here")
    return made
