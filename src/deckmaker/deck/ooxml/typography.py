"""Paragraphs and runs as DrawingML text bodies.

A run in a placeholder says only what differs from the placeholder's own style, so that a change
of the layout reaches it; a run in a box of its own says everything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from deckmaker.brand import Role, Voice
from deckmaker.deck.model import Align, Anchor, Ink, Paragraph, Style
from deckmaker.deck.ooxml.markup import SCHEME, attribute, fill, text
from deckmaker.deck.scripts import THEME_FONTS, Scripts, Stretch
from deckmaker.deck.text import line_of, text_of
from deckmaker.deck.units import emu

ALIGN: dict[Align, str] = {"left": "l", "right": "r", "center": "ctr"}
"""Sides of the box, whichever way a paragraph runs."""
ANCHOR: dict[Anchor, str] = {"top": "t", "middle": "ctr", "bottom": "b"}
PALE: frozenset[Role] = frozenset({"background", "panel"})
"""Colours of text on a dark ground, where the theme's colour of links could not be read."""
OWN_COLOR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/>'
    "</a:ext></a:extLst>"
)
"""A link in the colour of its text ([MS-ODRAWXML], `hlinkClr`)."""
PLAIN_BODY = "<a:bodyPr><a:noAutofit/></a:bodyPr>"


@dataclass(frozen=True, slots=True)
class Links:
    """How a run's links become relationships of its slide."""

    external: Callable[[str], str]
    """Address → relationship id."""
    internal: Callable[[str], str]
    """Slide id → relationship id, for the links of shapes."""


def _unlinked(target: str) -> str:
    raise ValueError(f"{target}: a link where there can be none")


NO_LINKS = Links(_unlinked, _unlinked)
"""For text that has no links."""


def layout_fonts(voice: Voice) -> str:
    """Return the fonts of a voice where text is yet to be typed: the theme finds its family."""
    font = THEME_FONTS[voice]
    return (
        f'<a:latin typeface="{font}-lt"/><a:ea typeface="{font}-ea"/><a:cs typeface="{font}-cs"/>'
    )


def fonts(typeface: str) -> str:
    """Return one typeface for every script, and so for what programs might take for another's."""
    name = attribute(typeface)
    return "".join(f"<a:{kind} typeface={name}/>" for kind in ("latin", "ea", "cs", "sym"))


def run_properties(
    style: Style,
    stretch: Stretch,
    *,
    tag: str = "a:rPr",
    base: Style | None = None,
    link: str = "",
) -> str:
    """Return run properties for a stretch in `style`; what equals `base` is left to the
    placeholder."""
    attributes = [f'lang="{stretch.lang}"']
    if stretch.alternative:
        attributes.append(f'altLang="{stretch.alternative}"')
    if base is None or style.size != base.size:
        attributes.append(f'sz="{round(style.size * 100)}"')
    if style.bold if base is None else style.bold != base.bold:
        attributes.append(f'b="{int(style.bold)}"')
    if style.italic if base is None else style.italic != base.italic:
        attributes.append(f'i="{int(style.italic)}"')
    if style.underlined if base is None else style.underlined != base.underlined:
        attributes.append(f'u="{"sng" if style.underlined else "none"}"')
    if style.tracking if base is None else style.tracking != base.tracking:
        attributes.append(f'spc="{round(style.tracking * 100)}"')
    body = ""
    if base is None or style.role != base.role:
        body += fill(style.role)
    if stretch.typeface:
        body += fonts(stretch.typeface)
    elif base is None or style.voice != base.voice:
        body += fonts(f"{THEME_FONTS[style.voice]}-lt")
    return f'<{tag} {" ".join(attributes)} dirty="0">{body}{link}</{tag}>'


def text_body(
    paragraphs: tuple[Paragraph, ...],
    scripts: Scripts,
    links: Links,
    *,
    base: Style | None = None,
    base_align: Align | None = None,
    properties: str = PLAIN_BODY,
    tag: str = "p:txBody",
    exact: bool = False,
) -> str:
    """Return a whole text body; one without paragraphs gets the empty one that it must have.

    `base` and `base_align` are what its placeholder says already, None where there is none.
    `exact` states the leading in points, for table cells: left to itself LibreOffice sets them by
    the font's ascent and descent, PowerPoint by 1.2 em.
    """
    body = "".join(_paragraph(p, scripts, links, base, base_align, exact) for p in paragraphs)
    body = body or f'<a:p><a:endParaRPr lang="{scripts.locale.tag}"/></a:p>'
    return f"<{tag}>{properties}<a:lstStyle/>{body}</{tag}>"


def body_properties(anchor: Anchor = "top", inset: float = 0.0, *, rtl: bool = False) -> str:
    """Return the properties of a text box: wrapped, never fitted, `inset` points on each side."""
    sides = " ".join(f'{side}Ins="{emu(inset)}"' for side in "ltrb")
    return (
        f'<a:bodyPr wrap="square" {sides} anchor="{ANCHOR[anchor]}" rtlCol="{int(rtl)}">'
        "<a:noAutofit/></a:bodyPr>"
    )


def _paragraph(
    para: Paragraph,
    scripts: Scripts,
    links: Links,
    base: Style | None,
    base_align: Align | None,
    exact: bool,
) -> str:
    attributes = ""
    if para.left or para.hang:
        attributes += f' marL="{emu(para.left + para.hang)}" indent="{-emu(para.hang)}"'
    locale = scripts.locale
    if para.align != (base_align or "left") or (base_align is None and locale.rtl):
        attributes += f' algn="{ALIGN[para.align]}"'
    rtl = scripts.runs_to_left(text_of(para))
    if rtl != locale.rtl or (base_align is None and rtl):
        attributes += f' rtl="{int(rtl)}"'
    runs: list[str] = []
    parted = [scripts.stretches(ink.text, ink.style, ink.lang) for ink in para.inks]
    # Beside another script, figures and marks might be taken for its own: they name their family.
    spelled = any(piece.typeface for pieces in parted for piece in pieces)
    for ink, pieces in zip(para.inks, parted, strict=True):
        exact = exact or scripts.is_exact(pieces, ink.style)
        if spelled:
            pieces = _spelled(pieces, ink.style.voice)
        runs.extend(_runs(ink, pieces, links, base))
    line = line_of(para)
    inner = ""
    if exact and line:
        inner += f'<a:lnSpc><a:spcPts val="{round(line * 100)}"/></a:lnSpc>'
    if para.before:
        inner += f'<a:spcBef><a:spcPts val="{round(para.before * 100)}"/></a:spcBef>'
    if para.bullet:
        inner += (
            f"<a:buClr>{SCHEME['primary']}</a:buClr>"
            f'<a:buFont typeface="{THEME_FONTS["sans"]}-lt"/><a:buChar char="{scripts.bullet}"/>'
        )
    properties = f"<a:pPr{attributes}>{inner}</a:pPr>" if inner or attributes else ""
    if not runs:
        runs.append(f'<a:endParaRPr lang="{locale.tag}"/>')
    return f"<a:p>{properties}{''.join(runs)}</a:p>"


def _spelled(pieces: tuple[Stretch, ...], voice: Voice) -> tuple[Stretch, ...]:
    """Return `pieces`, those in the voice's own family with its name."""
    own = f"{THEME_FONTS[voice]}-lt"
    return tuple(piece if piece.typeface else replace(piece, typeface=own) for piece in pieces)


def _runs(
    ink: Ink, stretches: tuple[Stretch, ...], links: Links, base: Style | None
) -> Iterator[str]:
    link = ""
    if ink.href:
        own = f">{OWN_COLOR}</a:hlinkClick>" if ink.style.role in PALE else "/>"
        target = links.external(ink.href)
        link = f'<a:hlinkClick r:id="{target}" tooltip={attribute(ink.href)}{own}'
    for stretch in stretches:
        properties = run_properties(ink.style, stretch, base=base, link=link)
        for number, piece in enumerate(stretch.text.split("\n")):
            if number:
                yield f"<a:br>{run_properties(ink.style, stretch, base=base)}</a:br>"
            if piece:
                yield f"<a:r>{properties}<a:t>{text(piece)}</a:t></a:r>"
