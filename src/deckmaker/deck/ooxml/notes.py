"""Speaker notes: the notes master, its theme, and one notes page for each slide that has notes."""

from __future__ import annotations

from deckmaker.deck.model import Align, Paragraph, Style
from deckmaker.deck.ooxml.markup import DECLARATION, NAMESPACES, transform
from deckmaker.deck.ooxml.master import BREAKS, GROUP
from deckmaker.deck.ooxml.typography import NO_LINKS, layout_fonts, text_body
from deckmaker.deck.scripts import Scripts
from deckmaker.deck.speech import inks_of
from deckmaker.deck.units import Box
from deckmaker.locales import Locale
from deckmaker.richtext import Spans

PAGE_WIDTH, PAGE_HEIGHT = 540.0, 720.0
IMAGE = Box(60, 54, 420, 236.25)
BODY = Box(54, 324, 432, 342)
NOTE = Style("sans", 12)
LEVELS = 9


def notes_master_xml(locale: Locale) -> bytes:
    """Return the notes master: the slide's image above, the notes below."""
    sides = f'algn="{"r" if locale.rtl else "l"}" rtl="{int(locale.rtl)}" {BREAKS}'
    level = "".join(
        f'<a:lvl{n}pPr marL="0" {sides}><a:spcBef><a:spcPts val="600"/></a:spcBef>'
        f'<a:defRPr sz="{round(NOTE.size * 100)}"><a:solidFill><a:schemeClr val="tx1"/>'
        f"</a:solidFill>{layout_fonts(NOTE.voice)}</a:defRPr></a:lvl{n}pPr>"
        for n in range(1, LEVELS + 1)
    )
    return (
        f"{DECLARATION}<p:notesMaster {NAMESPACES}><p:cSld><p:bg><p:bgPr><a:solidFill>"
        '<a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
        f"<p:spTree>{GROUP}"
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" '
        'noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr>'
        f'</p:nvSpPr><p:spPr>{transform(IMAGE)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:noFill/><a:ln w="6350"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln>'
        "</p:spPr></p:sp>"
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{transform(BODY)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="{locale.tag}"/>'
        "<a:t>Notes</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld>"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
        'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
        f'folHlink="folHlink"/><p:notesStyle>{level}</p:notesStyle></p:notesMaster>'
    ).encode()


def notes_xml(paragraphs: tuple[Spans, ...], scripts: Scripts) -> bytes:
    """Return the notes page of a slide."""
    side: Align = "right" if scripts.locale.rtl else "left"
    body = text_body(
        tuple(Paragraph(inks_of(spans, NOTE), side) for spans in paragraphs),
        scripts,
        NO_LINKS,
        base=NOTE,
        base_align=side,
        properties="<a:bodyPr/>",
    )
    return (
        f"{DECLARATION}<p:notes {NAMESPACES}><p:cSld><p:spTree>{GROUP}"
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" '
        'noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr>'
        "</p:nvSpPr><p:spPr/></p:sp>"
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"{body}</p:sp>"
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    ).encode()
