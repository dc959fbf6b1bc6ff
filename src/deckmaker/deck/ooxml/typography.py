"""Paragraphs and runs as DrawingML text bodies.

A run in a placeholder says only what differs from the placeholder's own style, so that a change
of the layout reaches it; a run in a box of its own says everything.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from deckmaker.brand import Voice
from deckmaker.deck.geometry import LINE
from deckmaker.deck.model import Align, Anchor, Ink, Paragraph, Style
from deckmaker.deck.ooxml.markup import SCHEME, attribute, fill, text
from deckmaker.deck.units import emu

FONT: dict[Voice, str] = {"serif": "+mj", "sans": "+mn"}
"""Theme fonts: major for titles and quotations, minor for everything structural."""
ALIGN: dict[Align, str] = {"left": "l", "right": "r", "center": "ctr"}
ANCHOR: dict[Anchor, str] = {"top": "t", "middle": "ctr", "bottom": "b"}
BULLET = "▪"


@dataclass(frozen=True, slots=True)
class Links:
    """How a run's links become relationships of its slide."""

    external: Callable[[str], str]
    """Address → relationship id."""
    internal: Callable[[str], str]
    """Slide id → relationship id, for the links of shapes."""


def fonts(voice: Voice) -> str:
    """Return the three font elements of a voice, for Latin, East Asian and complex scripts."""
    font = FONT[voice]
    return (
        f'<a:latin typeface="{font}-lt"/><a:ea typeface="{font}-ea"/><a:cs typeface="{font}-cs"/>'
    )


def run_properties(
    style: Style, lang: str, *, tag: str = "a:rPr", base: Style | None = None, link: str = ""
) -> str:
    """Return run properties for `style`; what equals `base` is left to the placeholder."""
    attributes = [f'lang="{lang}"'] if lang else []
    if base is None or style.size != base.size:
        attributes.append(f'sz="{round(style.size * 100)}"')
    if style.bold if base is None else style.bold != base.bold:
        attributes.append(f'b="{int(style.bold)}"')
    if style.italic if base is None else style.italic != base.italic:
        attributes.append(f'i="{int(style.italic)}"')
    if style.tracking if base is None else style.tracking != base.tracking:
        attributes.append(f'spc="{round(style.tracking * 100)}"')
    if lang:
        attributes.append('dirty="0"')
    body = ""
    if base is None or style.role != base.role:
        body += fill(style.role)
    if base is None or style.voice != base.voice:
        body += fonts(style.voice)
    return f"<{tag} {' '.join(attributes)}>{body}{link}</{tag}>"


def text_body(
    paragraphs: tuple[Paragraph, ...],
    lang: str,
    links: Links,
    *,
    base: Style | None = None,
    base_align: Align = "left",
    properties: str = "<a:bodyPr><a:noAutofit/></a:bodyPr>",
    tag: str = "p:txBody",
    exact: bool = False,
) -> str:
    """Return a whole text body; one without paragraphs gets the empty one that it must have.

    `exact` states the leading in points, for table cells: left to itself LibreOffice sets them by
    the font's ascent and descent, PowerPoint by 1.2 em.
    """
    body = "".join(_paragraph(p, lang, links, base, base_align, exact) for p in paragraphs)
    return f"<{tag}>{properties}<a:lstStyle/>{body or '<a:p/>'}</{tag}>"


def body_properties(anchor: Anchor = "top", inset: float = 0.0) -> str:
    """Return the properties of a text box: wrapped, never fitted, `inset` points on each side."""
    sides = " ".join(f'{side}Ins="{emu(inset)}"' for side in "ltrb")
    return (
        f'<a:bodyPr wrap="square" {sides} anchor="{ANCHOR[anchor]}" rtlCol="0">'
        "<a:noAutofit/></a:bodyPr>"
    )


def _paragraph(
    para: Paragraph,
    lang: str,
    links: Links,
    base: Style | None,
    base_align: Align,
    exact: bool,
) -> str:
    attributes = ""
    if para.left or para.hang:
        attributes += f' marL="{emu(para.left + para.hang)}" indent="{-emu(para.hang)}"'
    if para.align != base_align:
        attributes += f' algn="{ALIGN[para.align]}"'
    size = max((ink.style.size for ink in para.inks), default=0.0)
    leading = f'<a:lnSpc><a:spcPts val="{round(LINE * size * 100)}"/></a:lnSpc>'
    space = f'<a:spcBef><a:spcPts val="{round(para.before * 100)}"/></a:spcBef>'
    bullet = (
        f'<a:buClr>{SCHEME["primary"]}</a:buClr><a:buFont typeface="Arial"/>'
        f'<a:buChar char="{BULLET}"/>'
        if para.bullet
        else ""
    )
    inner = (leading if exact and size else "") + (space if para.before else "") + bullet
    properties = f"<a:pPr{attributes}>{inner}</a:pPr>" if inner or attributes else ""
    runs = "".join(_ink(ink, lang, links, base) for ink in para.inks)
    if not runs and base is None:
        runs = f'<a:endParaRPr lang="{lang}"/>'
    return f"<a:p>{properties}{runs}</a:p>"


def _ink(ink: Ink, lang: str, links: Links, base: Style | None) -> str:
    link = ""
    if ink.href:
        link = f'<a:hlinkClick r:id="{links.external(ink.href)}" tooltip={attribute(ink.href)}/>'
    properties = run_properties(ink.style, lang, base=base, link=link)
    parts = []
    for number, piece in enumerate(ink.text.split("\n")):
        if number:
            parts.append(f"<a:br>{run_properties(ink.style, lang, base=base)}</a:br>")
        if piece:
            parts.append(f"<a:r>{properties}<a:t>{text(piece)}</a:t></a:r>")
    return "".join(parts)
