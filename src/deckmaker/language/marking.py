"""Protective markings: the five labels of the Traffic Light Protocol 2.0, or free text."""

from __future__ import annotations

from deckmaker.language.schema import listing, problem, short

TLP_COLORS: dict[str, str] = {
    "TLP:RED": "#FF2B2B",
    "TLP:AMBER": "#FFC000",
    "TLP:AMBER+STRICT": "#FFC000",
    "TLP:GREEN": "#33FF00",
    "TLP:CLEAR": "#FFFFFF",
}
"""The label and the colour of its text on black, as the standard of FIRST has them."""
_FORMERLY_CLEAR = ("TLP:WHITE", "TLPWHITE")
"""How TLP 1.0 wrote what version 2.0 calls clear."""


def check_marking(text: str) -> str:
    """Return `text` if it may mark a briefing: free text, or a label spelt as the standard does."""
    bare = "".join(text.split()).upper()
    if not bare.startswith("TLP") or text in TLP_COLORS:
        return text
    labels = {label.replace(":", ""): label for label in TLP_COLORS}
    # No likeness of letters: a colour that is nearly another one marks something else.
    same = "TLP:CLEAR" if bare in _FORMERLY_CLEAR else labels.get(bare.replace(":", ""))
    raise problem(
        "M01",
        f"`{short(text)}` is no label of TLP 2.0",
        f"write `{same}`" if same else f"the five labels are {listing(TLP_COLORS, 'and')}",
    )
