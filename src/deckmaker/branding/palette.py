"""The colours of a brand file become roles and theme accents, each legible where it is used."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from deckmaker.brand import Role
from deckmaker.branding.brandfile import BrandFile, Steps, nearest
from deckmaker.branding.colours import (
    LARGE_CONTRAST,
    TEXT_CONTRAST,
    contrast,
    legible,
    legible_shade,
    mixed,
    parsed,
)
from deckmaker.branding.legibility import OWN, check_small_figures, check_text, ratio_of
from deckmaker.diagnostics import Severity

STANDARD_ROLES = (
    "foreground",
    "background",
    "primary",
    "secondary",
    "tertiary",
    "success",
    "info",
    "warning",
    "danger",
    "light",
    "dark",
    "link",
)
ACCENTS = ("primary", "secondary", "tertiary", "info", "success", "warning")
"""Theme accents 1 to 6."""
OWN_ROLES: tuple[Role, ...] = ("muted", "emphasis", "panel", "rule", "cover")
"""Roles that the standard lacks; they stand under `defaults.deckmaker`."""
TEXT_LINK = ("typography", "link", "color")

OPAQUE = 3
"""Channels of a colour that one does not see through."""
BLACK, WHITE = "#000000", "#FFFFFF"
MUTED_SHARES = (0.4, 0.35, 0.3, 0.25, 0.2, 0.15, 0.1, 0.0)
"""How much of the background a muted text may hold, the palest that is legible first."""
PANEL_SHARES = (0.06, 0.04, 0.02, 0.0)
"""How much of the first accent a panel holds, the strongest first that leaves text legible."""
RULE_SHARE = 0.22
SHADES = (0.3, 0.6, 0.15, 0.45, 0.75, 0.0)
"""How much foreground is mixed into an accent to make the ones that the brand does not name."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a brand."""

    roles: dict[Role, str]
    accents: tuple[str, str, str, str, str, str]
    link: str


class _Colours:
    """Resolves the colours that one file states."""

    def __init__(self, file: BrandFile) -> None:
        self.file = file
        self.palette = file.map("color", "palette")
        self.roles = {role: file.value("color", role) for role in STANDARD_ROLES}

    def at(self, *steps: str) -> str | None:
        """Return the colour stated at `steps`; None where none is, or it is reported."""
        raw = self.file.value(*steps)
        if raw is None:
            if steps[-1] in self.file.map(*steps[:-1]):
                self.file.error(
                    "S005",
                    f"`{steps[-1]}` is empty",
                    steps,
                    'a hex colour wants quotation marks, "#13504C", or YAML reads a comment',
                )
            return None
        return self._resolved(raw, steps, ())

    def _resolved(self, raw: object, steps: Steps, seen: tuple[Steps, ...]) -> str | None:
        if isinstance(raw, dict):
            variant = "light" if raw.get("light") else "dark"
            raw, steps = raw.get(variant), (*steps, variant)
        if not isinstance(raw, str) or not raw:
            self.file.error(
                "S005",
                f"`{steps[-1]}` is no colour",
                steps,
                'write "#13504C", or the name of a colour under color.palette',
            )
            return None
        text = raw.strip()
        if text.startswith("#"):
            colour = parsed(text)
            if colour is None:
                self.file.error(
                    "S005",
                    f"`{text}` is no colour: `#` wants three or six hexadecimal digits behind it",
                    steps,
                )
            return colour
        for where in (("color", "palette", text), ("color", text)):
            target = self.palette.get(text) if len(where) == 3 else self.roles.get(text)
            if target is not None and where not in seen and where != steps[: len(where)]:
                return self._resolved(target, where, (*seen, steps))
        return self._named(text, steps)

    def _named(self, name: str, steps: Steps) -> str | None:
        """Return the colour that CSS calls `name`, such as `navy` or `rgb(0, 0, 128)`."""
        # Pillow takes a moment to import, and few brand files use such names.
        from PIL import ImageColor

        channels: tuple[int, ...] = ()
        with suppress(ValueError):
            channels = ImageColor.getrgb(name)
        if len(channels) == OPAQUE:
            return "#" + "".join(f"{channel:02X}" for channel in channels)
        if name in self.palette or name in self.roles:
            self.file.error("S005", f"the colour `{name}` refers back to itself", steps)
        else:
            known = [*self.palette, *STANDARD_ROLES]
            self.file.error(
                "S005",
                f"no colour is called `{name}`",
                steps,
                *(nearest(name, known) or ("name it under color.palette, or write its hex value",)),
            )
        return None


def read_palette(file: BrandFile) -> Palette:
    """Return the colours of `file`; what it does not state is derived from what it does.

    Names under `color.palette` stand before semantic roles; of a light and a dark variant the
    light one counts. Stated text colours that are not legible are errors, accents warnings.
    """
    file.unknown(("color",), ("palette", *STANDARD_ROLES), Severity.WARNING)
    colours = _Colours(file)
    for name in colours.palette:
        colours.at("color", "palette", name)
    stated = {role: colours.at("color", role) for role in STANDARD_ROLES}
    own = {role: colours.at(*OWN, role) for role in OWN_ROLES}

    ground = stated["background"] or WHITE
    ink = stated["foreground"] or (BLACK if contrast(BLACK, ground) > TEXT_CONTRAST else WHITE)
    primary = stated["primary"] or ink
    texts = [text for text in (ink, own["muted"], own["emphasis"], stated["link"]) if text]
    panel = own["panel"] or _panel(ground, primary, stated["light"], texts)
    grounds = (ground, panel)
    shades = [mixed(ink, ground, share) for share in MUTED_SHARES]
    roles: dict[Role, str] = {
        "foreground": ink,
        "background": ground,
        "primary": primary,
        "panel": panel,
        "muted": own["muted"] or _first(shades, grounds, ink),
        "emphasis": own["emphasis"]
        or _first(_emphases(stated["secondary"], primary, grounds), grounds, ink),
        "rule": own["rule"] or mixed(ground, ink, RULE_SHARE),
        "cover": own["cover"] or _first([stated["dark"], primary], grounds, ink),
    }
    text_link = colours.at(*TEXT_LINK) if _has_link_colour(file) else None
    link = stated["link"] or text_link or _first([primary], grounds, ink)
    check_text(file, roles, link, _steps_of_link(file))
    check_small_figures(file, roles)
    return Palette(roles, _accents(file, stated, roles), link)


def _steps_of_link(file: BrandFile) -> Steps:
    """Return where the colour of links is stated, if it is."""
    steps: Steps = ("color", "link")
    return TEXT_LINK if file.value(*steps) is None and _has_link_colour(file) else steps


def _emphases(secondary: str | None, primary: str, grounds: tuple[str, ...]) -> list[str | None]:
    """Return what may serve as emphasis: the secondary colour, or a shade of it fit for text."""
    shade = legible_shade(secondary, list(grounds), TEXT_CONTRAST) if secondary else None
    return [secondary, shade, primary]


def _panel(ground: str, primary: str, light: str | None, texts: list[str]) -> str:
    """Return a ground for panels on which `texts` and large text in `primary` stay legible."""
    for panel in (light, *(mixed(ground, primary, share) for share in PANEL_SHARES)):
        if (
            panel
            and all(legible(text, [panel], TEXT_CONTRAST) for text in texts)
            and legible(primary, [panel], LARGE_CONTRAST)
        ):
            return panel
    return ground


def _has_link_colour(file: BrandFile) -> bool:
    return isinstance(file.value("typography", "link"), dict)


def _first(candidates: list[str | None] | list[str], grounds: tuple[str, ...], last: str) -> str:
    """Return the first of `candidates` that is legible as text on `grounds`, else `last`."""
    for candidate in candidates:
        if candidate and legible(candidate, grounds, TEXT_CONTRAST):
            return candidate
    return last


def _accents(
    file: BrandFile, stated: dict[str, str | None], roles: dict[Role, str]
) -> tuple[str, str, str, str, str, str]:
    """Return the six theme accents, those that are not stated as shades of the first."""
    primary, ink, ground = roles["primary"], roles["foreground"], roles["background"]
    shades = [mixed(primary, ink, share) for share in SHADES]
    accents: list[str] = []
    for name in ACCENTS:
        colour = stated[name]
        if colour is None:
            fresh = [shade for shade in (primary, *shades) if shade not in accents]
            accents.append(fresh[0] if fresh else primary)
            continue
        accents.append(colour)
        if name != "primary" and not legible(colour, [ground], LARGE_CONTRAST):
            file.warn(
                "S007",
                f"{name} {colour} has a contrast of {ratio_of(contrast(colour, ground))} on the "
                f"background; marks in charts want {LARGE_CONTRAST:g}:1",
                ("color", name),
                f'"{legible_shade(colour, [ground], LARGE_CONTRAST)}" is the nearest shade '
                "that has it",
            )
    first, second, third, fourth, fifth, sixth = accents
    return first, second, third, fourth, fifth, sixth
