"""The brand as a theme part: twelve colour slots and two fonts, which PowerPoint's picker swaps."""

from __future__ import annotations

from deckmaker.brand import Brand
from deckmaker.deck.ooxml.markup import DECLARATION, attribute
from deckmaker.deck.scripts import Scripts, Typefaces

PLAIN_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
LINE_WIDTHS_EMU = (9525, 12700, 19050)


def theme_xml(brand: Brand, scripts: Scripts) -> bytes:
    """Return the theme part of `brand` (ECMA-376 Part 1, 14.2.7).

    Beside the brand's own families it names those that `scripts` has met.
    """
    colors = brand.colors
    slots = {
        "dk1": colors["foreground"],
        "lt1": colors["background"],
        "dk2": colors["cover"],
        "lt2": colors["panel"],
        **{f"accent{n}": color for n, color in enumerate(brand.accents, 1)},
        # accents 2 and 3 carry the roles that slides use beside the primary colour
        "accent1": colors["primary"],
        "accent2": colors["emphasis"],
        "accent3": colors["muted"],
        "hlink": brand.link,
        "folHlink": brand.link,
    }
    scheme = "".join(
        f'<a:{slot}><a:srgbClr val="{color.lstrip("#").upper()}"/></a:{slot}>'
        for slot, color in slots.items()
    )
    lines = "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{PLAIN_FILL}'
        '<a:prstDash val="solid"/></a:ln>'
        for width in LINE_WIDTHS_EMU
    )
    plain = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    name = attribute(brand.name)
    major = _font("majorFont", brand.serif.name, scripts.typefaces("serif"))
    minor = _font("minorFont", brand.sans.name, scripts.typefaces("sans"))
    return (
        f"{DECLARATION}"
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f"name={name}><a:themeElements>"
        f"<a:clrScheme name={name}>{scheme}</a:clrScheme>"
        f"<a:fontScheme name={name}>{major}{minor}</a:fontScheme>"
        f"<a:fmtScheme name={name}><a:fillStyleLst>{PLAIN_FILL * 3}</a:fillStyleLst>"
        f"<a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{plain * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{PLAIN_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    ).encode()


def _font(tag: str, family: str, others: Typefaces) -> str:
    listed = "".join(
        f'<a:font script="{script}" typeface={attribute(name)}/>' for script, name in others.scripts
    )
    return (
        f"<a:{tag}><a:latin typeface={attribute(family)}/>"
        f"<a:ea typeface={attribute(others.east_asian)}/>"
        f"<a:cs typeface={attribute(others.complex)}/>{listed}</a:{tag}>"
    )
