"""The parts that hold the whole together: presentation, properties, view."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import NAMESPACE_URL, uuid5

from deckmaker._version import __version__
from deckmaker.deck.geometry import SLIDE_HEIGHT, SLIDE_WIDTH
from deckmaker.deck.model import Deck, Properties
from deckmaker.deck.ooxml.markup import DECLARATION, NAMESPACES, attribute, text
from deckmaker.deck.ooxml.master import BREAKS, MASTER_ID
from deckmaker.deck.ooxml.notes import PAGE_HEIGHT, PAGE_WIDTH
from deckmaker.deck.ooxml.typography import layout_fonts
from deckmaker.deck.units import emu
from deckmaker.locales import Locale

FIRST_SLIDE_ID = 256
"""The smallest id of a slide (ECMA-376 Part 1, 19.7.13)."""
LEVELS = 9
OTHER_SIZE = 18
SECTION_LIST = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def presentation_xml(
    deck: Deck, slide_relationships: Sequence[str], notes_master: str | None, locale: Locale
) -> bytes:
    """Return the presentation part; `slide_relationships` are the ids of the slides, in order."""
    ids = {slide.id: FIRST_SLIDE_ID + n for n, slide in enumerate(deck.slides)}
    slides = "".join(
        f'<p:sldId id="{FIRST_SLIDE_ID + n}" r:id="{rid}"/>'
        for n, rid in enumerate(slide_relationships)
    )
    notes = (
        f'<p:notesMasterIdLst><p:notesMasterId r:id="{notes_master}"/></p:notesMasterIdLst>'
        if notes_master
        else ""
    )
    rtl = ' rtl="1"' if locale.rtl else ""
    return (
        f"{DECLARATION}<p:presentation {NAMESPACES}{rtl} "
        'saveSubsetFonts="1" autoCompressPictures="0">'
        f'<p:sldMasterIdLst><p:sldMasterId id="{MASTER_ID}" r:id="rId1"/></p:sldMasterIdLst>'
        f"{notes}<p:sldIdLst>{slides}</p:sldIdLst>"
        f'<p:sldSz cx="{emu(SLIDE_WIDTH)}" cy="{emu(SLIDE_HEIGHT)}"/>'
        f'<p:notesSz cx="{emu(PAGE_WIDTH)}" cy="{emu(PAGE_HEIGHT)}"/>'
        f"<p:defaultTextStyle>{_default_text(locale)}</p:defaultTextStyle>"
        f"<p:extLst>{_sections(deck, ids)}</p:extLst></p:presentation>"
    ).encode()


def _default_text(locale: Locale) -> str:
    """Return the properties of text in boxes that no layout knows."""
    sides = f'algn="{"r" if locale.rtl else "l"}" rtl="{int(locale.rtl)}" {BREAKS}'
    properties = (
        f'sz="{OTHER_SIZE * 100}" kern="0"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        f"{layout_fonts('sans')}"
    )
    levels = "".join(
        f'<a:lvl{n}pPr marL="0" {sides}><a:defRPr {properties}</a:defRPr></a:lvl{n}pPr>'
        for n in range(1, LEVELS + 1)
    )
    return f'<a:defPPr><a:defRPr lang="{locale.tag}"/></a:defPPr>{levels}'


def _sections(deck: Deck, ids: dict[str, int]) -> str:
    namespace = "http://schemas.microsoft.com/office/powerpoint/2010/main"
    listed = ""
    for number, section in enumerate(deck.sections):
        guid = str(uuid5(NAMESPACE_URL, f"deckmaker:{number}:{section.name}")).upper()
        members = "".join(f'<p14:sldId id="{ids[slide]}"/>' for slide in section.slides)
        listed += (
            f'<p14:section name={attribute(section.name)} id="{{{guid}}}">'
            f"<p14:sldIdLst>{members}</p14:sldIdLst></p14:section>"
        )
    return (
        f'<p:ext uri="{SECTION_LIST}"><p14:sectionLst xmlns:p14="{namespace}">{listed}'
        "</p14:sectionLst></p:ext>"
    )


def core_xml(properties: Properties) -> bytes:
    """Return the core properties; created and modified are the briefing's own date."""
    moment = f"{properties.iso_date}T00:00:00Z"
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{CORE}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{text(properties.title)}</dc:title>"
        f"<dc:subject>{text(properties.subject)}</dc:subject>"
        f"<dc:creator>{text(properties.author)}</dc:creator>"
        f"<cp:keywords>{text(properties.keywords)}</cp:keywords>"
        f"<cp:lastModifiedBy>{text(properties.author)}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        f"<cp:category>{text(properties.category)}</cp:category>"
        f"<dc:language>{text(properties.lang)}</dc:language></cp:coreProperties>"
    ).encode()


def app_xml(slides: int, notes: int) -> bytes:
    """Return the extended properties."""
    major, minor, *_ = (*__version__.split("."), "0")
    return (
        f'{DECLARATION}<Properties xmlns="{EXTENDED}"><TotalTime>0</TotalTime>'
        "<Application>deckmaker</Application><PresentationFormat>Widescreen</PresentationFormat>"
        f"<Slides>{slides}</Slides><Notes>{notes}</Notes><HiddenSlides>0</HiddenSlides>"
        f"<AppVersion>{int(major):02d}.{int(minor):04d}</AppVersion></Properties>"
    ).encode()


PRESENTATION_PROPERTIES = (
    f'{DECLARATION}<p:presentationPr {NAMESPACES}><p:showPr showNarration="1"><p:present/>'
    '<p:sldAll/><p:penClr><a:schemeClr val="accent1"/></p:penClr></p:showPr></p:presentationPr>'
).encode()
VIEW_PROPERTIES = (
    f"{DECLARATION}<p:viewPr {NAMESPACES}><p:normalViewPr>"
    '<p:restoredLeft sz="15620"/><p:restoredTop sz="80000"/></p:normalViewPr></p:viewPr>'
).encode()
TABLE_STYLES = (
    f'{DECLARATION}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'def="{2D5ABB26-0587-4C30-8999-92F81FD0307C}"/>'
).encode()
