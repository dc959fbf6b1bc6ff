"""Protective markings: the five labels of the Traffic Light Protocol 2.0, or free text."""

from __future__ import annotations

from deckmaker.schema import listing, nearest, problem, short

TLP_COLORS: dict[str, str] = {
    "TLP:RED": "#FF2B2B",
    "TLP:AMBER": "#FFC000",
    "TLP:AMBER+STRICT": "#FFC000",
    "TLP:GREEN": "#33FF00",
    "TLP:CLEAR": "#FFFFFF",
}
"""The label and the colour of its text on black, as the standard of FIRST has them."""


def check_marking(text: str) -> str:
    """Return `text` if it may mark a briefing: free text, or a label spelt as the standard does."""
    bare = "".join(text.split()).upper()
    if not bare.startswith("TLP") or text in TLP_COLORS:
        return text
    labels = {label.replace(":", ""): label for label in TLP_COLORS}
    close = labels.get(bare.replace(":", "")) or nearest(bare, TLP_COLORS)
    if bare.replace(":", "") == "TLPWHITE":
        close = "TLP:CLEAR"
    meant = (f"did you mean `{close}`?",) if close else ()
    raise problem(
        "M01",
        f"`{short(text)}` is no label of TLP 2.0; the five are {listing(TLP_COLORS, 'and')}",
        *meant,
    )
