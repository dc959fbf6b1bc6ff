"""The frames of a slide as shapes: text, tables, charts, pictures and drawings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from deckmaker.deck.layouts import Layout, Slot
from deckmaker.deck.model import (
    Border,
    Cell,
    ChartFrame,
    GridFrame,
    Ink,
    Paragraph,
    PictureFrame,
    RuleFrame,
    ShapeFrame,
    TableFrame,
    TextFrame,
)
from deckmaker.deck.ooxml.markup import attribute, fill, transform
from deckmaker.deck.ooxml.master import DECORATIVE, number_field, placeholder, rule_xml
from deckmaker.deck.ooxml.typography import (
    ANCHOR,
    PLAIN_BODY,
    Links,
    body_properties,
    run_properties,
    text_body,
)
from deckmaker.deck.scripts import Scripts
from deckmaker.deck.units import Box, emu

NO_STYLE_NO_GRID = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's built-in table style of that name; the cells bring their own rules."""
CHART_URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"
TABLE_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
TO_SLIDE = "ppaction://hlinksldjump"
PER_MILLE_OF_PERCENT = 100_000


@dataclass(frozen=True, slots=True)
class Pen:
    """What every shape of one slide needs: its layout, its scripts, its links, its numbers."""

    layout: Layout
    scripts: Scripts
    links: Links
    next_id: Callable[[], int]

    def text(self, frame: TextFrame) -> str:
        """Return a text frame: a placeholder of the layout, or a text box."""
        slot = None if frame.placeholder is None else self.layout.slot(frame.placeholder)
        if slot is None:
            return self._text_box(frame)
        same_box = frame.box == slot.box
        properties = "" if same_box else transform(frame.box)
        body = PLAIN_BODY
        if frame.anchor != slot.anchor:
            body = f'<a:bodyPr anchor="{ANCHOR[frame.anchor]}"><a:noAutofit/></a:bodyPr>'
        content = text_body(
            frame.paragraphs,
            self.scripts,
            self.links,
            base=slot.style,
            base_align=slot.align,
            properties=body,
        )
        return self.placeholder(slot, frame.name, content, properties, self._jump(frame))

    def _jump(self, frame: TextFrame) -> str:
        if not frame.jump:
            return ""
        jump = frame.jump
        if jump.external:
            target, action = self.links.external(jump.target), ""
        else:
            target, action = self.links.internal(jump.target), f' action="{TO_SLIDE}"'
        return f'<a:hlinkClick r:id="{target}"{action} tooltip={attribute(jump.words)}/>'

    def furniture(self, slot: Slot, inks: tuple[Ink, ...], box: Box | None = None) -> str:
        """Return the placeholder `slot` with a text, moved to `box` where given."""
        para = Paragraph(inks, slot.align)
        body = text_body((para,), self.scripts, self.links, base=slot.style, base_align=slot.align)
        return self.placeholder(slot, slot.name, body, transform(box) if box else "")

    def number(self, slot: Slot) -> str:
        """Return the placeholder `slot` with the number of the slide, in the voice's own family.

        LibreOffice would set it in the family of complex scripts, and lift it by most of a line.
        """
        (figure,) = self.scripts.stretches("0", slot.style)
        field = number_field(run_properties(slot.style, figure, base=slot.style))
        body = f"<p:txBody>{PLAIN_BODY}<a:lstStyle/><a:p>{field}</a:p></p:txBody>"
        return self.placeholder(slot, slot.name, body)

    def placeholder(
        self, slot: Slot, name: str, content: str, properties: str = "", link: str = ""
    ) -> str:
        """Return a shape that fills `slot` with a text body; `link` is what a click on it does."""
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self.next_id()}" name={attribute(name)}>{link}'
            '</p:cNvPr><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f"<p:nvPr>{placeholder(slot)}</p:nvPr></p:nvSpPr>"
            f"<p:spPr>{properties}</p:spPr>{content}</p:sp>"
        )

    def _text_box(self, frame: TextFrame) -> str:
        ground = fill(frame.fill) if frame.fill else "<a:noFill/>"
        body = text_body(
            frame.paragraphs,
            self.scripts,
            self.links,
            properties=body_properties(frame.anchor, frame.inset, rtl=self.scripts.locale.rtl),
        )
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self.next_id()}" name={attribute(frame.name)}>'
            f'{self._jump(frame)}</p:cNvPr><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>'
            f'{transform(frame.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{ground}'
            f"</p:spPr>{body}</p:sp>"
        )

    def table(self, frame: TableFrame) -> str:
        """Return a native table, in the layout's table placeholder where there is one."""
        columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in frame.widths)
        rows = "".join(
            f'<a:tr h="{emu(height)}">{"".join(self._cell(cell) for cell in row)}</a:tr>'
            for height, row in zip(frame.heights, frame.rows, strict=True)
        )
        header = ' firstRow="1"' if frame.header else ""
        content = (
            f'<a:graphicData uri="{TABLE_URI}"><a:tbl><a:tblPr{header}>'
            f"<a:tableStyleId>{NO_STYLE_NO_GRID}</a:tableStyleId></a:tblPr>"
            f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData>"
        )
        return self._graphic(frame.name, frame.alt, frame.box, "tbl", content)

    def chart(self, frame: ChartFrame, relationship: str) -> str:
        """Return the frame of a native chart whose part is `relationship`."""
        content = (
            f'<a:graphicData uri="{CHART_URI}"><c:chart xmlns:c="{CHART_URI}" '
            f'r:id="{relationship}"/></a:graphicData>'
        )
        return self._graphic(frame.name, frame.alt, frame.box, "chart", content)

    def _graphic(self, name: str, alt: str, box: Box, kind: str, content: str) -> str:
        slot = next((s for s in self.layout.slots if s.type == kind), None)
        reference = placeholder(slot) if slot else ""
        return (
            f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{self.next_id()}" '
            f"name={attribute(name)} descr={attribute(alt)}/><p:cNvGraphicFramePr>"
            f'<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr>{reference}</p:nvPr>'
            f"</p:nvGraphicFramePr>{transform(box, 'p:xfrm')}"
            f"<a:graphic>{content}</a:graphic></p:graphicFrame>"
        )

    def _cell(self, cell: Cell) -> str:
        body = text_body(
            cell.paragraphs,
            self.scripts,
            self.links,
            properties="<a:bodyPr/>",
            tag="a:txBody",
            exact=True,
        )
        margins = (
            f'marL="{emu(cell.inset_left)}" marR="{emu(cell.inset_right)}" '
            f'marT="{emu(cell.inset_top)}" marB="{emu(cell.inset_bottom)}"'
        )
        edges = (
            _edge("lnL", None)
            + _edge("lnR", None)
            + _edge("lnT", cell.above)
            + _edge("lnB", cell.below)
        )
        return (
            f'<a:tc>{body}<a:tcPr {margins} anchor="{ANCHOR[cell.anchor]}">{edges}<a:noFill/>'
            "</a:tcPr></a:tc>"
        )

    def picture(self, frame: PictureFrame, relationship: str) -> str:
        """Return a picture whose part is `relationship`."""
        slot = next((s for s in self.layout.slots if s.type == "pic"), None)
        reference = placeholder(slot) if slot else ""
        left, top, right, bottom = (round(part * PER_MILLE_OF_PERCENT) for part in frame.crop)
        crop = (
            f'<a:srcRect l="{left}" t="{top}" r="{right}" b="{bottom}"/>' if any(frame.crop) else ""
        )
        described = f" descr={attribute(frame.alt)}" if frame.alt else ' descr=""'
        mark = "" if frame.alt else DECORATIVE
        weight = emu(frame.keyline)
        keyline = f'<a:ln w="{weight}">{fill("rule")}</a:ln>' if weight else ""
        return (
            f'<p:pic><p:nvPicPr><p:cNvPr id="{self.next_id()}" name={attribute(frame.name)}'
            f"{described}>{mark}</p:cNvPr><p:cNvPicPr>"
            '<a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr>'
            f"<p:nvPr>{reference}</p:nvPr></p:nvPicPr><p:blipFill>"
            f'<a:blip r:embed="{relationship}"/>'
            f"{crop}<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>"
            f'{transform(frame.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            f"{keyline}</p:spPr></p:pic>"
        )

    def rule(self, frame: RuleFrame) -> str:
        """Return a line for the eye only."""
        return rule_xml(frame, self.next_id())

    def shape(self, frame: ShapeFrame) -> str:
        """Return a rectangle or an ellipse."""
        ground = fill(frame.fill) if frame.fill else "<a:noFill/>"
        line = (
            f'<a:ln w="{emu(frame.weight)}">{fill(frame.line)}</a:ln>'
            if frame.line
            else "<a:ln><a:noFill/></a:ln>"
        )
        geometry = f'<a:prstGeom prst="{frame.shape}"><a:avLst/></a:prstGeom>'
        return self._drawing(frame.name, frame.alt, frame.box, geometry, ground + line)

    def grid(self, frame: GridFrame) -> str:
        """Return a field of squares as one freeform, so that it moves as one and reads as one."""
        step, side = emu(frame.side + frame.gap), emu(frame.side)
        squares = []
        for number in range(frame.count):
            column, row = divmod(number, frame.tall)
            x, y = column * step, row * step
            if frame.from_right:
                x = emu(frame.box.width) - side - x
            corners = ((x + side, y), (x + side, y + side), (x, y + side))
            sides = "".join(f'<a:lnTo><a:pt x="{a}" y="{b}"/></a:lnTo>' for a, b in corners)
            squares.append(f'<a:moveTo><a:pt x="{x}" y="{y}"/></a:moveTo>{sides}<a:close/>')
        geometry = (
            "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
            '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
            f'<a:path w="{emu(frame.box.width)}" h="{emu(frame.box.height)}">{"".join(squares)}'
            "</a:path></a:pathLst></a:custGeom>"
        )
        paint = f"{fill(frame.role)}<a:ln><a:noFill/></a:ln>"
        return self._drawing(frame.name, frame.alt, frame.box, geometry, paint)

    def _drawing(self, name: str, alt: str, box: Box, geometry: str, paint: str) -> str:
        mark = "" if alt else DECORATIVE
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self.next_id()}" name={attribute(name)} '
            f"descr={attribute(alt)}>{mark}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
            f"<p:spPr>{transform(box)}{geometry}{paint}</p:spPr></p:sp>"
        )


def _edge(tag: str, border: Border | None) -> str:
    if border is None:
        return f'<a:{tag} w="0"><a:noFill/></a:{tag}>'
    return f'<a:{tag} w="{emu(border.weight)}">{fill(border.role)}</a:{tag}>'
