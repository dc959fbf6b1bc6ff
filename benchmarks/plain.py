"""The yardstick: the same deck and memo by a plain script on python-pptx and reportlab.

It is written as a competent user would write it for one briefing: the default template at 16:9,
a slide for the points with the quotation at their side, one for the table, one for the chart,
the full texts as speaker notes; a memo of paragraphs, tables and charts with embedded fonts.
Nothing is measured, checked, continued, tagged or marked. It reads what `generate.py` writes.

    python benchmarks/plain.py briefing.yaml -o FOLDER
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import yaml
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Emu, Inches, Pt
from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.shapes import Drawing
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

FONTS = Path(__file__).parent.parent / "src" / "deckmaker" / "data" / "fonts"
TITLE_ONLY = 5
QUOTATION = re.compile(r'"([^"]+)"')


def rows(text: str) -> list[list[str]]:
    """Return the cells of a table that is written with `|` between them."""
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


def write_deck(briefing: dict[str, Any], path: Path) -> None:
    """Write the PowerPoint file."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    cover = deck.slides.add_slide(deck.slide_layouts[0])
    cover.shapes.title.text = briefing["meta"]["title"]
    cover.placeholders[1].text = str(briefing["meta"]["date"])
    layout = deck.slide_layouts[TITLE_ONLY]
    for section in briefing["sections"]:
        for block in section["blocks"]:
            slide = deck.slides.add_slide(layout)
            title = slide.shapes.title
            title.left, title.top, title.width, title.height = _box(0.6, 0.4, 12.1, 1.2)
            title.text = block["title"]
            title.text_frame.paragraphs[0].font.size = Pt(28)
            if "points" in block:
                _add_points(slide, block["points"])
            elif "table" in block:
                _add_table(slide, rows(block["table"]))
            else:
                _add_chart(slide, block["chart"]["data"])
    deck.save(str(path))


def _box(left: float, top: float, width: float, height: float) -> tuple[Emu, Emu, Emu, Emu]:
    """Return a place on the slide; inches in."""
    return Inches(left), Inches(top), Inches(width), Inches(height)


def _add_points(slide: Any, points: list[dict[str, str]]) -> None:
    frame = slide.shapes.add_textbox(*_box(0.6, 1.8, 7.4, 5)).text_frame
    frame.word_wrap = True
    notes = []
    quotations = []
    for number, point in enumerate(points):
        ((lead, full),) = point.items()
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.text = lead
        paragraph.font.size = Pt(22)
        notes.append(f"{lead}. {full}")
        quotations += QUOTATION.findall(full)
    aside = slide.shapes.add_textbox(*_box(8.4, 1.8, 4.3, 4)).text_frame
    aside.word_wrap = True
    for quotation in quotations:
        run = aside.paragraphs[0].add_run()
        run.text = f"“{quotation}”"
        run.font.size, run.font.italic = Pt(14), True
    slide.notes_slide.notes_text_frame.text = "\n".join(notes)


def _add_table(slide: Any, cells: list[list[str]]) -> None:
    shape = slide.shapes.add_table(len(cells), len(cells[0]), *_box(0.6, 1.8, 12.1, 3))
    for i, row in enumerate(cells):
        for j, text in enumerate(row):
            cell = shape.table.cell(i, j)
            cell.text = text
            cell.text_frame.paragraphs[0].font.size = Pt(16)


def _add_chart(slide: Any, figures: dict[str, int]) -> None:
    data = CategoryChartData()
    data.categories = list(figures)
    data.add_series("", list(figures.values()))
    chart = slide.shapes.add_chart(
        XL_CHART_TYPE.COLUMN_CLUSTERED, *_box(0.6, 1.8, 12.1, 5), data
    ).chart
    chart.has_legend = False
    chart.plots[0].has_data_labels = True


def write_memo(briefing: dict[str, Any], path: Path) -> None:
    """Write the PDF."""
    for name, file in {
        "Body": "carlito/Carlito-Regular.ttf",
        "Body-Bold": "carlito/Carlito-Bold.ttf",
        "Head": "gelasio/Gelasio-Bold.ttf",
    }.items():
        pdfmetrics.registerFont(TTFont(name, str(FONTS / file)))
    pdfmetrics.registerFontFamily("Body", normal="Body", bold="Body-Bold")
    body = ParagraphStyle("body", fontName="Body", fontSize=10.5, leading=15, spaceAfter=6)
    head = ParagraphStyle("head", fontName="Head", fontSize=15, leading=19, keepWithNext=1)
    meta = briefing["meta"]
    story: list[Any] = [Paragraph(escape(meta["title"]), head), Spacer(1, 12)]
    for label, value in (("To", meta["to"]), ("From", meta["from"]), ("Date", meta["date"])):
        story.append(Paragraph(f"<b>{label}</b> {escape(str(value))}", body))
    for section in briefing["sections"]:
        for block in section["blocks"]:
            story.append(Paragraph(escape(block["title"]), head))
            if "points" in block:
                for point in block["points"]:
                    ((lead, full),) = point.items()
                    story.append(Paragraph(f"<b>{escape(lead)}.</b> {escape(full)}", body))
            elif "table" in block:
                cells = [[Paragraph(escape(t), body) for t in row] for row in rows(block["table"])]
                style = TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey)])
                story.append(Table(cells, repeatRows=1, style=style))
            else:
                story.append(_drawing(block["chart"]["data"]))
            story.append(Spacer(1, 12))
    margin = 25 * mm
    document = SimpleDocTemplate(
        str(path),
        pagesize=A4,
        leftMargin=margin,
        rightMargin=margin,
        topMargin=margin,
        bottomMargin=margin,
        title=meta["title"],
    )
    document.build(story, onFirstPage=_foot, onLaterPages=_foot)


def _foot(canvas: Any, document: Any) -> None:
    canvas.setFont("Body", 9)
    canvas.drawRightString(A4[0] - 25 * mm, 15 * mm, f"Page {document.page}")


def _drawing(figures: dict[str, int]) -> Drawing:
    drawing = Drawing(450, 160)
    chart = VerticalBarChart()
    chart.x, chart.y, chart.width, chart.height = 30, 20, 400, 130
    chart.data = [list(figures.values())]
    chart.categoryAxis.categoryNames = list(figures)
    chart.categoryAxis.labels.fontName = chart.valueAxis.labels.fontName = "Body"
    chart.valueAxis.valueMin = 0
    drawing.add(chart)
    return drawing


def main() -> None:
    """Build both files."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("briefing", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=Path("build"))
    arguments = parser.parse_args()
    briefing = yaml.safe_load(arguments.briefing.read_text(encoding="utf-8"))
    arguments.output.mkdir(parents=True, exist_ok=True)
    write_deck(briefing, arguments.output / "plain_deck.pptx")
    write_memo(briefing, arguments.output / "plain_memo.pdf")


if __name__ == "__main__":
    main()
