"""The labels of a decided series as markup: those of all its points, and of single ones."""

from __future__ import annotations

from deckmaker.deck.charts.arrangement import Arrangement, Canvas, Label, SeriesLook
from deckmaker.deck.charts.formats import RIGHT_TO_LEFT, number_format, share_format, unknown_format
from deckmaker.deck.charts.strokes import quiet
from deckmaker.deck.charts.style import NO_SHAPE, line, moved, text
from deckmaker.deck.geometry import HAIRLINE
from deckmaker.deck.ooxml.markup import attribute
from deckmaker.deck.ooxml.markup import text as escaped

_BODY = ' rot="0" vert="horz" wrap="none" anchor="ctr"'
_PARTS = (
    "showLegendKey",
    "showVal",
    "showCatName",
    "showSerName",
    "showPercent",
    "showBubbleSize",
)
_NO_PARTS = "".join(f'<c:{part} val="0"/>' for part in _PARTS)
_NEWER = "http://schemas.microsoft.com/office/drawing/2012/chart"
_NEWER_ID = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
"""The extension in which Office 2013 keeps leader lines of charts that are no pies ([MS-ODRAWXML],
2.24.3.50)."""


def labels(look: SeriesLook, arranged: Arrangement, canvas: Canvas) -> str:
    """Return the labels of a series, nothing where it bears none."""
    if look.label is None and not look.special:
        return ""
    single = "".join(
        f'<c:dLbl><c:idx val="{at}"/>{_label(label, arranged, canvas, single=True)}</c:dLbl>'
        for at, label in look.special
    )
    rest = _label(look.label, arranged, canvas, single=False) if look.label else _NO_PARTS
    leaders = _pie_leaders(canvas) if look.slices else _leaders(look, led=arranged.led)
    return f"<c:dLbls>{single}{rest}{leaders}</c:dLbls>"


def _label(label: Label | None, arranged: Arrangement, canvas: Canvas, *, single: bool) -> str:
    if label is None:
        return '<c:delete val="1"/>'
    shown = (
        False,
        label.value or label.unknown,
        label.category,
        label.name,
        label.percent,
        False,
    )
    parts = "".join(f'<c:{part} val="{int(on)}"/>' for part, on in zip(_PARTS, shown, strict=True))
    separator = f"<c:separator>{escaped(canvas.wording.colon)}</c:separator>"
    return (
        f"{moved(label.right, label.down, canvas) if single else ''}"
        f'<c:numFmt formatCode={attribute(_format(label, arranged, canvas))} sourceLinked="0"/>'
        f"{NO_SHAPE}{text(canvas, label.tint, bold=label.bold, body=_BODY)}"
        f'<c:dLblPos val="{label.place}"/>{parts}{separator}'
    )


def _format(label: Label, arranged: Arrangement, canvas: Canvas) -> str:
    named = label.name or label.category
    mark = RIGHT_TO_LEFT if named and canvas.typesetter.locale.rtl else ""
    if label.percent:
        return share_format(arranged.numerals, canvas.lang, mark)
    if label.unknown:
        return unknown_format(arranged.numerals, canvas.lang)
    return number_format(arranged.numerals, canvas.lang, mark)


def _pie_leaders(canvas: Canvas) -> str:
    drawn = f"<c:spPr>{line(quiet(canvas.brand), HAIRLINE)}</c:spPr>"
    return f'<c:showLeaderLines val="1"/><c:leaderLines>{drawn}</c:leaderLines>'


def _leaders(look: SeriesLook, *, led: bool) -> str:
    """Return whether lines lead to labels that were moved; LibreOffice draws them unless told."""
    if not any(label and (label.right or label.down) for _, label in look.special):
        return ""
    return (
        f'<c:extLst><c:ext uri="{_NEWER_ID}" xmlns:c15="{_NEWER}">'
        f'<c15:showLeaderLines val="{int(led)}"/></c:ext></c:extLst>'
    )
