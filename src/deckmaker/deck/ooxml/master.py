"""The layouts as slide master and slide layout parts, with real placeholders."""

from __future__ import annotations

from deckmaker.deck.geometry import BODY, LINE
from deckmaker.deck.layouts import Layout, Slot
from deckmaker.deck.model import Align, RuleFrame, Style
from deckmaker.deck.ooxml.markup import (
    DECLARATION,
    NAMESPACES,
    SCHEME,
    attribute,
    fill,
    text,
    transform,
)
from deckmaker.deck.ooxml.typography import (
    ALIGN,
    body_properties,
    layout_fonts,
)
from deckmaker.deck.styles import Styles
from deckmaker.deck.units import Box, emu
from deckmaker.locales import Locale

MASTER_ID = 2**31
"""The smallest id of a master; those of layouts follow it (ECMA-376 Part 1, 19.7.8)."""
LEVELS = 9
INDENT = 18.0
FIELD_ID = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" '
    'val="1"/></a:ext></a:extLst>'
)
BREAKS = 'eaLnBrk="1" hangingPunct="0"'
"""East Asian text is broken by its rules (kinsoku), and no mark hangs out of its box."""
CHIP = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
"""The ground of a TLP chip: black by the standard (TLP 2.0), whatever the theme."""


def master_xml(layouts: tuple[Layout, ...], styles: Styles, locale: Locale) -> bytes:
    """Return the slide master: the furniture of a layout of the body, and the text styles."""
    model = next(layout for layout in layouts if layout.name == "Rows")
    furniture = tuple(s for s in model.slots if s.type in ("title", "dt", "ftr", "sldNum"))
    body = Slot(1, "body", "Body", BODY, styles.row, "Body")
    shapes = "".join(
        _slot(slot, number, locale, "", master=True)
        for number, slot in enumerate((furniture[0], body, *furniture[1:]), 2)
    )
    listed = "".join(
        f'<p:sldLayoutId id="{MASTER_ID + number}" r:id="rId{number}"/>'
        for number in range(1, len(layouts) + 1)
    )
    return (
        f'{DECLARATION}<p:sldMaster {NAMESPACES} preserve="1"><p:cSld><p:bg><p:bgPr>'
        f"{fill('background')}<a:effectLst/></p:bgPr></p:bg><p:spTree>{GROUP}{shapes}</p:spTree>"
        '</p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" '
        'accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" '
        'accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
        f"<p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst>"
        '<p:hf hdr="0"/>'
        f"<p:txStyles><p:titleStyle>{_level(1, styles.title, locale)}</p:titleStyle>"
        f"<p:bodyStyle>{_levels(styles.row, locale)}</p:bodyStyle>"
        f"<p:otherStyle>{_levels(styles.text, locale)}</p:otherStyle></p:txStyles></p:sldMaster>"
    ).encode()


def layout_xml(layout: Layout, locale: Locale, marking_color: str) -> bytes:
    """Return one slide layout; `marking_color` is that of the chip's text, `#FFFFFF`."""
    shapes = "".join(
        _slot(slot, number, locale, marking_color) for number, slot in enumerate(layout.slots, 2)
    )
    start = len(layout.slots) + 2
    rules = "".join(rule_xml(rule, number) for number, rule in enumerate(layout.drawings, start))
    ground = ""
    if layout.ground != "background":
        ground = f"<p:bg><p:bgPr>{fill(layout.ground)}<a:effectLst/></p:bgPr></p:bg>"
    kind = ' type="title"' if layout.name == "Cover" else ""
    return (
        f'{DECLARATION}<p:sldLayout {NAMESPACES}{kind} preserve="1" userDrawn="1">'
        f"<p:cSld name={attribute(layout.name)}>{ground}<p:spTree>{GROUP}{shapes}{rules}</p:spTree>"
        "</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    ).encode()


def rule_xml(rule: RuleFrame, number: int) -> str:
    """Return a straight line as a connector that assistive technology passes over."""
    box = Box(rule.x, rule.y, rule.width, rule.height)
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{number}" name={attribute(rule.name)}>{DECORATIVE}'
        f"</p:cNvPr><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>{transform(box)}"
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{emu(rule.weight)}">{fill(rule.role)}</a:ln></p:spPr></p:cxnSp>'
    )


def placeholder(slot: Slot) -> str:
    """Return the reference that makes a shape the placeholder `slot`."""
    kind = f' type="{slot.type}"'
    return f"<p:ph{kind}/>" if slot.idx == 0 else f'<p:ph{kind} sz="quarter" idx="{slot.idx}"/>'


def number_field(properties: str) -> str:
    """Return the field that PowerPoint replaces with the number of the slide, given its a:rPr."""
    return f'<a:fld id="{FIELD_ID}" type="slidenum">{properties}<a:t>‹#›</a:t></a:fld>'


def _slot(
    slot: Slot, number: int, locale: Locale, marking_color: str, *, master: bool = False
) -> str:
    lang = locale.tag
    chip = slot.chip and bool(marking_color)
    color = f'<a:srgbClr val="{marking_color.lstrip("#").upper()}"/>' if chip else None
    level = _level(1, slot.style, locale, slot, color)
    plain = f'<a:rPr lang="{lang}"/>'
    body = (
        f"<a:p>{number_field(plain)}</a:p>"
        if slot.type == "sldNum"
        else f"<a:p><a:r>{plain}<a:t>{text(slot.prompt)}</a:t></a:r></a:p>"
        if slot.prompt
        else f'<a:p><a:endParaRPr lang="{lang}"/></a:p>'
    )
    properties = body_properties(slot.anchor, slot.inset, rtl=locale.rtl)
    reference = placeholder(slot)
    if master:  # a master's placeholders are found by type, and its number and date are not `sz`d
        reference = f'<p:ph type="{slot.type}"' + (f' idx="{slot.idx}"/>' if slot.idx else "/>")
    prompted = slot.type not in ("ftr", "dt", "sldNum") and not master
    prompt = ' hasCustomPrompt="1"' if prompted else ""
    reference = reference.replace("/>", f"{prompt}/>")
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={attribute(slot.name)}/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{reference}</p:nvPr></p:nvSpPr>'
        f'<p:spPr>{transform(slot.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"{CHIP if chip else ''}</p:spPr>"
        f"<p:txBody>{properties}<a:lstStyle>{level}</a:lstStyle>"
        f"{body}</p:txBody></p:sp>"
    )


def _level(
    number: int,
    style: Style,
    locale: Locale,
    slot: Slot | None = None,
    color: str | None = None,
) -> str:
    """Return the paragraph properties of one outline level in `style`."""
    tag = f"a:lvl{number}pPr"
    start: Align = "right" if locale.rtl else "left"
    align = ALIGN[slot.align if slot else start]
    capitals = ' cap="all"' if slot and slot.capitals and locale.cased else ""
    run = (
        f'<a:defRPr sz="{round(style.size * 100)}" b="{int(style.bold)}" i="{int(style.italic)}"'
        f'{capitals} spc="{round(style.tracking * 100)}" kern="0">'
        f"<a:solidFill>{color or SCHEME[style.role]}</a:solidFill>"
        f"{layout_fonts(style.voice)}</a:defRPr>"
    )
    indent = emu(INDENT) * (number - 1)
    spacing = (
        f'<a:spcPts val="{round(style.line * 100)}"/>'
        if style.leading > LINE
        else '<a:spcPct val="100000"/>'
    )
    return (
        f'<{tag} marL="{indent}" indent="0" algn="{align}" rtl="{int(locale.rtl)}" {BREAKS}>'
        f'<a:lnSpc>{spacing}</a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f"<a:buNone/>{run}</{tag}>"
    )


def _levels(style: Style, locale: Locale) -> str:
    return "".join(_level(number, style, locale) for number in range(1, LEVELS + 1))
