"""The planned Deck becomes the bytes of a .pptx file."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from deckmaker.brand import Brand
from deckmaker.deck.furniture import furniture
from deckmaker.deck.layouts import Layout, make_layouts
from deckmaker.deck.mirror import mirrored_layouts
from deckmaker.deck.model import ChartFrame, Deck, LayoutName, PictureFrame
from deckmaker.deck.ooxml import notes, presentation
from deckmaker.deck.ooxml.master import layout_xml, master_xml
from deckmaker.deck.ooxml.package import Part, Relationship, write_package
from deckmaker.deck.ooxml.slides import Targets, slide_xml
from deckmaker.deck.ooxml.theme import theme_xml
from deckmaker.deck.scripts import Scripts
from deckmaker.deck.styles import Styles, make_styles
from deckmaker.locales import Locale
from deckmaker.typesetting import Typesetter

OFFICE = "application/vnd.openxmlformats-officedocument"
SLIDES = f"{OFFICE}.presentationml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_RELATIONSHIP = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)
MASTER, THEME = "/ppt/slideMasters/slideMaster1.xml", "/ppt/theme/theme1.xml"
NOTES_MASTER, NOTES_THEME = "/ppt/notesMasters/notesMaster1.xml", "/ppt/theme/theme2.xml"


def write(deck: Deck, brand: Brand, typesetter: Typesetter) -> bytes:
    """Return the .pptx file of `deck` in the colours and fonts of `brand`.

    The same deck and brand give the same bytes, on any day and any machine.
    """
    styles = make_styles(brand.deck, typesetter.locale)
    layouts = make_layouts(styles, furniture(styles, deck.marking_width), deck.footer, deck.date)
    if typesetter.locale.rtl:
        layouts = mirrored_layouts(layouts)
    scripts = Scripts(brand, typesetter)
    color = deck.marking.color if deck.marking else ""
    with_notes = any(slide.notes for slide in deck.slides)

    layout_names = {
        name: f"/ppt/slideLayouts/slideLayout{n}.xml" for n, name in enumerate(layouts, 1)
    }
    slide_names = {s.id: f"/ppt/slides/slide{n}.xml" for n, s in enumerate(deck.slides, 1)}
    pictures = _Pictures()
    charts = _Charts()
    targets = Targets(slide_names.__getitem__, pictures.name, charts.name)

    parts: list[Part] = []
    for number, slide in enumerate(deck.slides, 1):
        layout = layouts[slide.layout]
        part = layout_names[slide.layout]
        data, relationships = slide_xml(slide, deck, layout, part, targets, scripts)
        name = slide_names[slide.id]
        if slide.notes:
            page = f"/ppt/notesSlides/notesSlide{number}.xml"
            relationships = (
                *relationships,
                Relationship(f"rId{len(relationships) + 1}", "notesSlide", page),
            )
            parts.append(
                Part(
                    page,
                    f"{SLIDES}.notesSlide+xml",
                    notes.notes_xml(slide.notes, scripts),
                    (
                        Relationship("rId1", "notesMaster", NOTES_MASTER),
                        Relationship("rId2", "slide", name),
                    ),
                )
            )
        parts.append(Part(name, f"{SLIDES}.slide+xml", data, relationships))
    parts += charts.parts
    parts += pictures.parts
    parts += _frame(deck, tuple(slide_names.values()), with_notes, scripts.locale)
    masters = _masters(layouts, layout_names, styles, brand, scripts, color, with_notes)
    return write_package(
        (*masters, *parts),
        (
            Relationship("rId1", "officeDocument", "/ppt/presentation.xml"),
            Relationship("rId2", CORE_RELATIONSHIP, "/docProps/core.xml"),
            Relationship("rId3", "extended-properties", "/docProps/app.xml"),
        ),
    )


def _masters(
    layouts: Mapping[LayoutName, Layout],
    names: Mapping[LayoutName, str],
    styles: Styles,
    brand: Brand,
    scripts: Scripts,
    color: str,
    with_notes: bool,
) -> list[Part]:
    """Return theme, slide master, layouts and, where there are notes, their master and theme.

    The theme names the families that the slides have met, and so is made behind them.
    """
    theme = theme_xml(brand, scripts)
    locale = scripts.locale
    all_layouts = tuple(layouts.values())
    part_names = tuple(names.values())
    parts = [
        Part(THEME, f"{OFFICE}.theme+xml", theme),
        Part(
            MASTER,
            f"{SLIDES}.slideMaster+xml",
            master_xml(all_layouts, styles, locale),
            (
                *(
                    Relationship(f"rId{n}", "slideLayout", name)
                    for n, name in enumerate(part_names, 1)
                ),
                Relationship(f"rId{len(part_names) + 1}", "theme", THEME),
            ),
        ),
    ]
    parts += [
        Part(
            name,
            f"{SLIDES}.slideLayout+xml",
            layout_xml(layout, locale, color),
            (Relationship("rId1", "slideMaster", MASTER),),
        )
        for layout, name in zip(all_layouts, part_names, strict=True)
    ]
    if with_notes:
        parts += [
            Part(NOTES_THEME, f"{OFFICE}.theme+xml", theme),
            Part(
                NOTES_MASTER,
                f"{SLIDES}.notesMaster+xml",
                notes.notes_master_xml(locale),
                (Relationship("rId1", "theme", NOTES_THEME),),
            ),
        ]
    return parts


def _frame(deck: Deck, slides: tuple[str, ...], with_notes: bool, locale: Locale) -> list[Part]:
    """Return the presentation part with what belongs to the whole."""
    ppt = "/ppt/"
    fixed = [
        Relationship("rId1", "slideMaster", MASTER),
        Relationship("rId2", "presProps", f"{ppt}presProps.xml"),
        Relationship("rId3", "viewProps", f"{ppt}viewProps.xml"),
        Relationship("rId4", "theme", THEME),
        Relationship("rId5", "tableStyles", f"{ppt}tableStyles.xml"),
    ]
    notes_master = None
    if with_notes:
        notes_master = f"rId{len(fixed) + 1}"
        fixed.append(Relationship(notes_master, "notesMaster", NOTES_MASTER))
    first = len(fixed) + 1
    listed = [Relationship(f"rId{n}", "slide", name) for n, name in enumerate(slides, first)]
    data = presentation.presentation_xml(deck, [r.id for r in listed], notes_master, locale)
    pages = sum(bool(slide.notes) for slide in deck.slides)
    main = f"{SLIDES}.presentation.main+xml"
    return [
        Part(f"{ppt}presentation.xml", main, data, (*fixed, *listed)),
        Part(
            f"{ppt}presProps.xml", f"{SLIDES}.presProps+xml", presentation.PRESENTATION_PROPERTIES
        ),
        Part(f"{ppt}viewProps.xml", f"{SLIDES}.viewProps+xml", presentation.VIEW_PROPERTIES),
        Part(f"{ppt}tableStyles.xml", f"{SLIDES}.tableStyles+xml", presentation.TABLE_STYLES),
        Part("/docProps/core.xml", CORE_TYPE, presentation.core_xml(deck.properties)),
        Part(
            "/docProps/app.xml",
            f"{OFFICE}.extended-properties+xml",
            presentation.app_xml(len(slides), pages),
        ),
    ]


class _Pictures:
    """The picture parts met so far; equal pictures share one part."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self._names: dict[bytes, str] = {}

    def name(self, frame: PictureFrame) -> str:
        digest = sha256(frame.data).digest()
        if digest not in self._names:
            name = f"/ppt/media/image{len(self._names) + 1}.{frame.format}"
            self._names[digest] = name
            self.parts.append(Part(name, f"image/{frame.format}", frame.data))
        return self._names[digest]


class _Charts:
    """The chart parts met so far, each with the workbook that its data can be edited in."""

    def __init__(self) -> None:
        self.parts: list[Part] = []

    def name(self, frame: ChartFrame) -> str:
        from deckmaker.deck.charts import chart_parts  # a third of the deck's code: only if needed

        number = len(self.parts) // 2 + 1
        name = f"/ppt/charts/chart{number}.xml"
        workbook = f"/ppt/embeddings/workbook{number}.xlsx"
        made = chart_parts(frame.drawing)
        self.parts += [
            Part(
                name,
                f"{OFFICE}.drawingml.chart+xml",
                made.xml,
                (Relationship("rId1", "package", workbook),),
            ),
            Part(workbook, f"{OFFICE}.spreadsheetml.sheet", made.workbook),
        ]
        return name
