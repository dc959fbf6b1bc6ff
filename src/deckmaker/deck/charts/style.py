"""Pieces of chart markup that axes, series and legends share: text, lines, fills and places."""

from __future__ import annotations

from deckmaker.charting.palette import INK, Tint
from deckmaker.deck.charts.arrangement import Canvas
from deckmaker.deck.charts.theme import color
from deckmaker.deck.ooxml.markup import attribute
from deckmaker.deck.ooxml.markup import text as escaped
from deckmaker.deck.units import Box, emu

NO_LINE = "<a:ln><a:noFill/></a:ln>"
NO_SHAPE = f"<c:spPr><a:noFill/>{NO_LINE}</c:spPr>"


def solid(tint: Tint, opacity: float = 1.0) -> str:
    """Return a solid fill."""
    return f"<a:solidFill>{color(tint, opacity)}</a:solidFill>"


def line(tint: Tint, weight: float, dash: str = "solid") -> str:
    """Return an outline, its weight in points."""
    pattern = f'<a:prstDash val="{dash}"/>'
    return f'<a:ln w="{emu(weight)}" cap="flat">{solid(tint)}{pattern}<a:round/></a:ln>'


def text(canvas: Canvas, tint: Tint = INK, *, bold: bool = False, body: str = "") -> str:
    """Return the text properties of a part of a chart; `body` are attributes of its text box."""
    return (
        f"<c:txPr><a:bodyPr{body}/><a:lstStyle/><a:p>{paragraph(canvas, tint, bold=bold)}"
        f"<a:endParaRPr lang={attribute(canvas.lang)}/></a:p></c:txPr>"
    )


def paragraph(canvas: Canvas, tint: Tint = INK, *, bold: bool = False) -> str:
    """Return the properties of a paragraph in the faces of the chart."""
    direction = ' rtl="1"' if canvas.typesetter.locale.rtl else ""
    return f"<a:pPr{direction}>{run(canvas, tint, bold=bold, tag='a:defRPr')}</a:pPr>"


def run(canvas: Canvas, tint: Tint = INK, *, bold: bool = False, tag: str = "a:rPr") -> str:
    """Return the properties of a run in the faces of the chart."""
    faces = canvas.type
    fonts = (
        f"<a:latin typeface={attribute(faces.latin)}/>"
        f"<a:ea typeface={attribute(faces.east_asian)}/>"
        f"<a:cs typeface={attribute(faces.complex)}/>"
    )
    return (
        f'<{tag} lang={attribute(canvas.lang)} sz="{round(canvas.size * 100)}" '
        f'b="{int(bold)}" i="0">{solid(tint)}{fonts}</{tag}>'
    )


def title(words: str, x: float, y: float, canvas: Canvas, tint: Tint) -> str:
    """Return a title of the chart or of an axis, its top left corner at x, y; points."""
    return (
        "<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>"
        f"{paragraph(canvas, tint)}<a:r>{run(canvas, tint)}"
        f"<a:t>{escaped(words)}</a:t></a:r></a:p></c:rich></c:tx>"
        f'{corner(x, y, canvas)}<c:overlay val="1"/></c:title>'
    )


def place(box: Box, canvas: Canvas, *, inner: bool = False) -> str:
    """Return `box` as a fixed place in the frame; `inner` means the area within the axes."""
    target = '<c:layoutTarget val="inner"/>' if inner else ""
    return (
        f'<c:layout><c:manualLayout>{target}<c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{_share('x', box.x / canvas.width)}{_share('y', box.y / canvas.height)}"
        f"{_share('w', box.width / canvas.width)}{_share('h', box.height / canvas.height)}"
        "</c:manualLayout></c:layout>"
    )


def corner(x: float, y: float, canvas: Canvas) -> str:
    """Return a fixed top left corner in the frame, points."""
    return (
        '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{_share('x', x / canvas.width)}{_share('y', y / canvas.height)}"
        "</c:manualLayout></c:layout>"
    )


def moved(right: float, down: float, canvas: Canvas) -> str:
    """Return a move from the place that the application gives, points; nothing for none."""
    if not right and not down:
        return ""
    return (
        f"<c:layout><c:manualLayout>{_share('x', right / canvas.width)}"
        f"{_share('y', down / canvas.height)}</c:manualLayout></c:layout>"
    )


def _share(name: str, value: float) -> str:
    return f'<c:{name} val="{value:.5f}"/>'
