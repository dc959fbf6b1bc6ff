"""Typesetting: runs of text in a brand's type become measured lines.

It measures and breaks; it draws nothing and knows neither PowerPoint's files nor the PDF.
"""

from deckmaker.typesetting.faces import Face
from deckmaker.typesetting.runs import LINE_HEIGHT, Font, Line, Run, text_height
from deckmaker.typesetting.typesetter import Measure, Typesetter

__all__ = [
    "LINE_HEIGHT",
    "Face",
    "Font",
    "Line",
    "Measure",
    "Run",
    "Typesetter",
    "text_height",
]
