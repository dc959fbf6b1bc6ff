"""A tint as markup: always a slot of the theme, so that another theme restyles the chart."""

from __future__ import annotations

from deckmaker.charting.palette import Slot, Tint

SLOTS: dict[Slot, str] = {
    "foreground": "tx1",
    "background": "bg1",
    "panel": "bg2",
    "primary": "accent1",
    "emphasis": "accent2",
    "muted": "accent3",
    "info": "accent4",
    "success": "accent5",
    "warning": "accent6",
}


def color(tint: Tint, opacity: float = 1.0) -> str:
    """Return the colour element of DrawingML (ECMA-376 Part 1, 20.1.2.3.29)."""
    steps = "".join(
        f'<a:{name} val="{round(value * 100_000)}"/>'
        for name, value, idle in (
            ("satMod", tint.saturation, 1.0),
            ("lumMod", tint.mod, 1.0),
            ("lumOff", tint.off, 0.0),
            ("alpha", opacity, 1.0),
        )
        if value != idle
    )
    return f'<a:schemeClr val="{SLOTS[tint.slot]}">{steps}</a:schemeClr>'
