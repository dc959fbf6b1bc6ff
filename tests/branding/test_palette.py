from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.branding import read_brand
from deckmaker.branding.colours import contrast, legible, legible_shade, mixed, parsed
from deckmaker.diagnostics import BriefingError, Severity

HEX = st.from_regex(r"#[0-9A-F]{6}", fullmatch=True)


def colours(house, text):
    return house.brand("color:\n" + "\n".join("  " + line for line in text.splitlines())).colors


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#FFFFFF") == 21
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#FFFFFF", "#16202A") == pytest.approx(16.5, abs=0.05)


@pytest.mark.parametrize(
    ("text", "colour"),
    [("#1b3", "#11BB33"), ("#13504c", "#13504C"), ("#12345", None), ("red", None), ("#ggg", None)],
)
def test_hex_notation(text, colour):
    assert parsed(text) == colour


@given(HEX, st.lists(HEX, min_size=1, max_size=2), st.sampled_from([3.0, 4.5]))
def test_the_suggested_shade_is_legible(colour, grounds, ratio):
    shade = legible_shade(colour, grounds, ratio)
    if legible(colour, grounds, ratio):
        assert shade == colour
    elif shade is None:
        assert not legible("#000000", grounds, ratio)
        assert not legible("#FFFFFF", grounds, ratio)
    else:
        assert legible(shade, grounds, ratio)


def test_names_in_the_palette_stand_before_roles(house):
    found = colours(house, 'palette:\n  primary: "#224466"\n  ink: primary\nforeground: ink')
    assert found["foreground"] == "#224466"


def test_palette_names_may_refer_to_each_other_and_roles_to_roles(house):
    found = colours(
        house,
        'palette:\n  accent: deep\n  deep: teal\n  teal: "#0B4F4A"\nprimary: accent\nlink: primary',
    )
    assert found["primary"] == "#0B4F4A"


def test_a_name_that_is_its_own_palette_name_is_the_css_colour(house):
    assert colours(house, "palette:\n  navy: navy\nforeground: navy")["foreground"] == "#000080"


def test_css_names_are_known(house):
    found = colours(house, "foreground: Black\nbackground: white\nprimary: rgb(0, 80, 80)")
    assert [found[r] for r in ("foreground", "background", "primary")] == [
        "#000000",
        "#FFFFFF",
        "#005050",
    ]


def test_the_light_variant_counts(house):
    found = colours(house, 'foreground:\n  light: "#222222"\n  dark: "#EEEEEE"')
    assert found["foreground"] == "#222222"


@pytest.mark.parametrize(
    "text",
    ["palette:\n  a: b\n  b: a", "palette:\n  a: a", "foreground: primary\nprimary: foreground"],
)
def test_a_colour_that_refers_back_to_itself_is_an_error(house, text):
    indented = text.replace("\n", "\n  ")
    errors = house.errors(f"color:\n  {indented}")
    assert {d.rule for d in errors} == {"S005"}
    assert "refers back to itself" in errors[0].message


def test_an_unquoted_hex_colour_is_explained(house):
    error = house.error("color:\n  primary: #13504C\n")
    assert error.rule == "S005"
    assert "quotation marks" in error.hints[0]


@pytest.mark.parametrize("value", ["'#12'", "'#12345G'", "[a]", "{light: [1]}", "'rgba(1,2,3,4)'"])
def test_what_is_no_colour_is_an_error(house, value):
    assert house.error(f"color: {{primary: {value}}}").rule == "S005"


def test_text_too_pale_for_its_ground_is_an_error_with_the_mend(house):
    error = house.error("defaults: {deckmaker: {muted: '#999999'}}")
    assert error.rule == "A02"
    assert "muted #999999 on background #FFFFFF has a contrast of 2.8:1; text needs 4.5:1" in (
        error.message
    )
    shade = error.hints[0].split('"')[1]
    assert house.brand(f"defaults: {{deckmaker: {{muted: '{shade}'}}}}").colors["muted"] == shade


def test_text_is_checked_on_panels_too(house):
    error = house.error("defaults: {deckmaker: {muted: '#757575', panel: '#EEEEEE'}}")
    assert "on panel #EEEEEE" in error.message


def test_a_panel_of_our_making_leaves_stated_text_legible(house):
    house.brand("color: {foreground: '#757575'}\ndefaults: {deckmaker: {muted: '#767676'}}")


def test_large_text_may_be_paler(house):
    brand, (warning,) = house.read("color: {primary: '#7F7F7F'}")
    assert brand.colors["primary"] == "#7F7F7F"
    assert (warning.rule, warning.severity) == ("S007", Severity.WARNING)
    assert "4:1; small figures of the memo want 4.5:1" in warning.message
    shade = warning.hints[0].split('"')[1]
    house.brand(f"color: {{primary: '{shade}'}}")
    error = house.error("color: {primary: '#AAAAAA'}")
    assert "need 3:1" in error.message


def test_the_colour_of_links_is_checked_wherever_it_is_stated(house):
    error = house.error("typography: {link: {color: '#999999'}}")
    assert (error.rule, error.path) == ("A02", ("typography", "link", "color"))
    assert house.error("color: {link: '#999999'}").path == ("color", "link")


def test_a_cover_too_pale_for_its_title_is_an_error(house):
    assert house.error("defaults: {deckmaker: {cover: '#88AACC'}}").path[-1] == "cover"


def test_a_cover_too_pale_for_its_small_text_is_an_error_with_the_mend(house):
    stated = "defaults: {{deckmaker: {{cover: '{}', panel: '#E4E9EC'}}}}"
    error = house.error(stated.format("#767676"))
    assert (error.rule, error.path[-1]) == ("A02", "cover")
    assert "panel #E4E9EC on cover #767676 has a contrast of 3.7:1; text needs" in error.message
    shade = error.hints[0].split('"')[1]
    colors = house.brand(stated.format(shade)).colors
    assert contrast(colors["panel"], colors["cover"]) >= 4.5


def test_a_pale_accent_is_only_a_warning(house):
    brand, warnings = house.read("color: {primary: '#13504C', warning: '#FFC107'}")
    assert brand.accents[5] == "#FFC107"
    assert [(w.rule, w.severity, w.path) for w in warnings] == [
        ("S007", Severity.WARNING, ("color", "warning"))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "color: {primary: '#E4572E'}",
        "color: {primary: '#0B5FFF', secondary: '#CCCCCC'}",
        "color: {foreground: '#222222', background: '#FBF7EF'}",
        "color: {foreground: '#F0F0F0', background: '#101820', primary: '#66CCFF'}",
        "color: {light: '#EEF2F7', dark: '#1F2937', primary: '#7C3AED'}",
        "meta: {name: Acme}",
    ],
)
def test_what_a_brand_does_not_state_is_derived_legibly(house, text):
    brand, _ = house.read(text)
    paper = brand.colors
    for ground in (paper["background"], paper["panel"]):
        for role in ("foreground", "muted", "emphasis"):
            assert contrast(paper[role], ground) >= 4.5
        assert contrast(brand.link, ground) >= 4.5
    for text in (paper["background"], paper["panel"]):
        assert contrast(text, paper["cover"]) >= 4.5
    assert len({*paper}) == 8


ROLES = st.sampled_from(["foreground", "background", "primary", "secondary", "light", "dark"])


@given(st.dictionaries(ROLES, HEX), st.dictionaries(st.sampled_from(["panel", "cover"]), HEX))
def test_no_brand_that_is_read_has_illegible_text(tmp_path_factory, stated, own):
    base = tmp_path_factory.getbasetemp()
    lines = [f'  {role}: "{colour}"' for role, colour in stated.items()]
    (base / "generated.yml").write_text(
        "\n".join([f"defaults: {{deckmaker: {own}}}", "color:" * bool(lines), *lines])
    )
    try:
        brand, _ = read_brand("generated.yml", base)
    except BriefingError:
        return
    for role in ("foreground", "muted", "emphasis"):
        for ground in ("background", "panel"):
            assert contrast(brand.colors[role], brand.colors[ground]) >= 4.5
    for text in ("background", "panel"):
        assert contrast(brand.colors[text], brand.colors["cover"]) >= 4.5


def simulated(colour, deficiency):
    """A colour as seen with a colour vision deficiency (Machado et al. 2009, severity 1), Oklab."""
    matrices = {
        None: ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
        "protan": (
            (0.152286, 1.052583, -0.204868),
            (0.114503, 0.786281, 0.099216),
            (-0.003882, -0.048116, 1.051998),
        ),
        "deutan": (
            (0.367322, 0.860646, -0.227968),
            (0.280085, 0.672501, 0.047413),
            (-0.011820, 0.042940, 0.968881),
        ),
    }
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    ]
    r, g, b = (
        max(0, sum(m * v for m, v in zip(row, linear, strict=True))) for row in matrices[deficiency]
    )
    cones = (
        0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b,
        0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b,
        0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b,
    )
    x, y, z = (value ** (1 / 3) for value in cones)
    return (
        0.2104542553 * x + 0.7936177850 * y - 0.0040720468 * z,
        1.9779984951 * x - 2.4285922050 * y + 0.4505937099 * z,
        0.0259040371 * x + 0.7827717662 * y - 0.8086757660 * z,
    )


@pytest.mark.parametrize("deficiency", [None, "protan", "deutan"])
def test_the_built_in_accents_are_told_apart_by_everybody(house, deficiency):
    brand = read_brand("cartulary", house.base)[0]
    for ground in (brand.colors["background"], brand.colors["panel"]):
        assert all(contrast(accent, ground) >= 3 for accent in brand.accents)
    for one, other in combinations(brand.accents, 2):
        pairs = zip(simulated(one, deficiency), simulated(other, deficiency), strict=True)
        assert sum((a - b) ** 2 for a, b in pairs) ** 0.5 > 0.08


def test_mixing_moves_a_colour_towards_the_other():
    assert mixed("#000000", "#FFFFFF", 0.5) == "#808080"
    assert mixed("#102030", "#FFFFFF", 0) == "#102030"


def test_a_panel_on_which_nothing_can_be_read_is_what_is_to_be_mended(house):
    stated = "color: {{primary: '#1F4E79'}}\ndefaults: {{deckmaker: {{panel: '{}'}}}}"
    error = house.error(stated.format("#333333"))
    assert (error.rule, error.path[-1]) == ("A02", "panel")
    shade = error.hints[0].split('"')[1]
    colors = house.brand(stated.format(shade)).colors
    assert contrast(colors["foreground"], colors["panel"]) >= 4.5


def test_the_shade_offered_for_the_primary_colour_needs_no_second_round(house):
    error = house.error("color: {primary: '#FFCC66'}")
    shade = error.hints[0].split('"')[1]
    assert house.read(f"color: {{primary: '{shade}'}}")[1] == ()
