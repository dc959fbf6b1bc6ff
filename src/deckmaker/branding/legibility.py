"""Is a brand's text legible? Contrasts of its roles with what they stand on, reported where short.

The limits are those of WCAG 2.2 (1.4.3 and 1.4.11).
"""

from __future__ import annotations

from deckmaker.brand import Role
from deckmaker.branding.brandfile import BrandFile, Steps
from deckmaker.branding.colours import (
    LARGE_CONTRAST,
    TEXT_CONTRAST,
    contrast,
    legible,
    legible_shade,
)

OWN = ("defaults", "deckmaker")
"""Where a brand file states what the standard lacks."""
_AMPLE = 1.12 * TEXT_CONTRAST
"""The contrast of a shade that is offered for the primary colour."""


def check_text(file: BrandFile, roles: dict[Role, str], link: str, link_steps: Steps) -> None:
    """Report text that has too little contrast with what it stands on (A02).

    `link_steps` is where the colour of links is stated, if it is.
    """
    ground, panel = roles["background"], roles["panel"]
    grounds = {"background": ground, "panel": panel}
    texts: tuple[tuple[str, str, Steps, float], ...] = (
        ("foreground", roles["foreground"], ("color", "foreground"), TEXT_CONTRAST),
        ("muted", roles["muted"], (*OWN, "muted"), TEXT_CONTRAST),
        ("emphasis", roles["emphasis"], (*OWN, "emphasis"), TEXT_CONTRAST),
        ("link", link, link_steps, TEXT_CONTRAST),
        ("primary", roles["primary"], ("color", "primary"), LARGE_CONTRAST),
    )
    if _blames_panel(file, roles):
        return
    for name, colour, steps, ratio in texts:
        if name != "foreground" and file.value(*steps) is None:
            continue  # derived, and legible wherever the foreground is
        for where, under in grounds.items():
            if not legible(colour, [under], ratio):
                every = list(grounds.values())
                # One that will do for small figures too, and on a panel that is derived from it.
                ample = legible_shade(colour, every, _AMPLE) if name == "primary" else None
                shade = ample or legible_shade(colour, every, ratio)
                _report_contrast(file, (name, colour), (where, under), steps, ratio, shade)
                break
    cover, steps = roles["cover"], (*OWN, "cover")
    if file.value(*steps) is None:
        return  # derived, and as far from background and panel as the foreground is
    for name, colour in grounds.items():
        if not legible(colour, [cover], TEXT_CONTRAST):
            shade = legible_shade(cover, list(grounds.values()), TEXT_CONTRAST)
            _report_contrast(file, (name, colour), ("cover", cover), steps, TEXT_CONTRAST, shade)
            break


def _blames_panel(file: BrandFile, roles: dict[Role, str]) -> bool:
    """Report a stated panel on which nothing that suits the background can be read."""
    ink, ground, panel = roles["foreground"], roles["background"], roles["panel"]
    steps = (*OWN, "panel")
    apart = legible(ink, [ground], TEXT_CONTRAST) and not legible(ink, [panel], TEXT_CONTRAST)
    if not apart or file.value(*steps) is None:
        return False
    shade = legible_shade(panel, [ink, roles["primary"]], TEXT_CONTRAST)
    _report_contrast(file, ("foreground", ink), ("panel", panel), steps, TEXT_CONTRAST, shade)
    return True


def check_small_figures(file: BrandFile, roles: dict[Role, str]) -> None:
    """Warn where the primary colour will do for large text, but not for the memo's small figures.

    Those of citations and statistics are set in it, and what a memo is for.
    """
    steps, primary = ("color", "primary"), roles["primary"]
    grounds = {"background": roles["background"], "panel": roles["panel"]}
    if file.value(*steps) is None or not legible(primary, [*grounds.values()], LARGE_CONTRAST):
        return  # derived, or an error already
    for name, ground in grounds.items():
        if not legible(primary, [ground], TEXT_CONTRAST):
            shade = legible_shade(primary, [*grounds.values()], TEXT_CONTRAST)
            file.warn(
                "S007",
                f"primary {primary} on {name} {ground} has a contrast of "
                f"{ratio_of(contrast(primary, ground))}; small figures of the memo want "
                f"{TEXT_CONTRAST:g}:1",
                steps,
                *((f'"{shade}" is the nearest shade that has it',) if shade else ()),
            )
            return


def _report_contrast(
    file: BrandFile,
    text: tuple[str, str],
    ground: tuple[str, str],
    steps: Steps,
    ratio: float,
    shade: str | None,
) -> None:
    size = "large text and numerals need" if ratio == LARGE_CONTRAST else "text needs"
    file.error(
        "A02",
        f"{text[0]} {text[1]} on {ground[0]} {ground[1]} has a contrast of "
        f"{ratio_of(contrast(text[1], ground[1]))}; {size} {ratio:g}:1",
        steps,
        *((f'"{shade}" is the nearest shade of `{steps[-1]}` that has it',) if shade else ()),
    )


def ratio_of(value: float) -> str:
    """Return a contrast as text, rounded down: 4.49 is not 4.5."""
    return f"{int(value * 10) / 10:g}:1"
