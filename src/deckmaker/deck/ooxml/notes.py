"""Speaker notes: the notes master, its theme, and one notes page for each slide that has notes."""

from __future__ import annotations

from deckmaker.deck.ooxml.markup import DECLARATION, NAMESPACES, text, transform
from deckmaker.deck.ooxml.master import GROUP
from deckmaker.deck.units import Box

PAGE_WIDTH, PAGE_HEIGHT = 540.0, 720.0
IMAGE = Box(60, 54, 420, 236.25)
BODY = Box(54, 324, 432, 342)
NOTE_SIZE = 12
LEVELS = 9


def notes_master_xml(lang: str) -> bytes:
    """Return the notes master: the slide's image above, the notes below."""
    level = "".join(
        f'<a:lvl{n}pPr marL="0" algn="l" rtl="0"><a:spcBef><a:spcPts val="600"/></a:spcBef>'
        f'<a:defRPr sz="{NOTE_SIZE * 100}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
        f"</a:defRPr></a:lvl{n}pPr>"
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
        f'<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="{lang}"/><a:t>Notes</a:t></a:r>'
        "</a:p></p:txBody></p:sp></p:spTree></p:cSld>"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
        'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
        f'folHlink="folHlink"/><p:notesStyle>{level}</p:notesStyle></p:notesMaster>'
    ).encode()


def notes_xml(paragraphs: tuple[str, ...], lang: str) -> bytes:
    """Return the notes page of a slide."""
    body = "".join(
        f'<a:p><a:r><a:rPr lang="{lang}" dirty="0"/><a:t>{text(words)}</a:t></a:r></a:p>'
        for words in paragraphs
    )
    return (
        f"{DECLARATION}<p:notes {NAMESPACES}><p:cSld><p:spTree>{GROUP}"
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" '
        'noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr>'
        "</p:nvSpPr><p:spPr/></p:sp>"
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{body}</p:txBody></p:sp>"
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    ).encode()
