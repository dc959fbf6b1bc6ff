import pytest

from deckmaker.branding import read_brand
from deckmaker.branding.brandfile import MAX_BYTES
from deckmaker.diagnostics import BriefingError, Severity


def refusal(reference, base):
    with pytest.raises(BriefingError) as caught:
        read_brand(reference, base)
    return caught.value.diagnostics[0]


def test_the_default_brand_is_cartulary(tmp_path):
    brand, warnings = read_brand(None, tmp_path)
    assert warnings == ()
    assert brand == read_brand("cartulary", tmp_path)[0]
    assert brand.name == "Cartulary"
    assert brand.organisation == ""
    assert brand.colors == {
        "foreground": "#16202A",
        "background": "#FFFFFF",
        "muted": "#55616C",
        "primary": "#13504C",
        "emphasis": "#B0472E",
        "panel": "#F5F1E8",
        "rule": "#CFC8BA",
        "cover": "#10262E",
    }
    assert (brand.serif.name, brand.sans.name) == ("Georgia", "Calibri")
    assert brand.serif.italic.name == "Gelasio-Italic.ttf"
    assert brand.sans.bold_italic.is_file()
    assert len(set(brand.accents)) == 6


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("house", "_brand.yml"),
        ("house/", "_brand.yml"),
        ("house/_brand.yml", "_brand.yml"),
        ("./house", "brand.yml"),
        ("house/acme.yaml", "acme.yaml"),
    ],
)
def test_a_brand_is_named_by_its_file_or_folder(tmp_path, reference, name):
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / name).write_text("meta: {name: Acme}\n")
    assert read_brand(reference, tmp_path)[0].name == "Acme"


def test_an_unknown_name_is_told_the_nearest_one(tmp_path):
    refused = refusal("cartularly", tmp_path)
    assert refused.rule == "S001"
    assert refused.path == ("meta", "brand")
    assert refused.hints[0] == "did you mean `cartulary`?"


@pytest.mark.parametrize("reference", ["..", "../other/_brand.yml", "/etc/passwd", "house/../.."])
def test_a_brand_out_of_the_tree_is_refused(tmp_path, reference):
    base = tmp_path / "briefing"
    (base / "house").mkdir(parents=True)
    assert refusal(reference, base).rule == "S002"


def test_a_link_out_of_the_tree_is_refused(tmp_path):
    (tmp_path / "elsewhere.yml").write_text("meta: {name: Acme}\n")
    base = tmp_path / "briefing"
    base.mkdir()
    (base / "brand.yml").symlink_to(tmp_path / "elsewhere.yml")
    assert refusal("brand.yml", base).rule == "S002"


@pytest.mark.parametrize("reference", ["house", "nothing.yml", "a\0b", "x" * 5000])
def test_a_brand_that_is_not_there_is_refused(tmp_path, reference):
    (tmp_path / "house").mkdir()
    assert refusal(reference, tmp_path).rule in ("S001", "S002")


def test_a_huge_file_is_not_parsed(tmp_path):
    (tmp_path / "big.yml").write_bytes(b"# " + b"x" * MAX_BYTES)
    assert "larger than 1 MB" in refusal("big.yml", tmp_path).message


def test_broken_yaml_is_reported_with_its_place(tmp_path):
    (tmp_path / "b.yml").write_text("meta:\n  name: [Acme\n")
    assert refusal("b.yml", tmp_path).span.file == "b.yml"


@pytest.mark.parametrize("text", ["- meta\n", "just words\n", "\n", ""])
def test_a_file_that_is_no_map_is_refused(tmp_path, text):
    (tmp_path / "b.yml").write_text(text)
    assert refusal("b.yml", tmp_path).rule == "S003"


def test_every_problem_of_a_file_is_reported_in_one_pass(house):
    errors = house.errors(
        """
        color:
          primary: nosuch
          foreground: "#12345"
        logo: missing.png
        typography:
          base: Futura
        defaults:
          deckmaker:
            page: a5
            mutd: "#333333"
        """
    )
    assert sorted(d.rule for d in errors) == ["S003", "S004", "S005", "S005", "S008", "S009"]


def test_the_span_is_that_of_the_wrong_value(house):
    error = house.error(
        """\
        color:
          palette:
            teal: "#13504C"
          primary: taal
        """
    )
    assert error.span.file == "house/_brand.yml"
    assert (error.span.line, error.span.column) == (4, 12)
    assert error.hints == ("did you mean `teal`?",)


@pytest.mark.parametrize(
    ("meta", "name", "organisation"),
    [
        ("meta: {name: Acme}", "Acme", "Acme"),
        ("meta: {name: {short: Acme, full: Acme Corporation}}", "Acme", "Acme Corporation"),
        ("meta: {name: {full: Acme Corporation}}", "Acme Corporation", "Acme Corporation"),
        ("meta: {link: 'https://example.org'}", "house", ""),
        (
            "meta: {name: Acme}\ndefaults: {deckmaker: {organisation: The Acme Group}}",
            "Acme",
            "The Acme Group",
        ),
        ("meta: {name: Acme}\ndefaults: {deckmaker: {organisation: ''}}", "Acme", ""),
    ],
)
def test_names(house, meta, name, organisation):
    brand = house.brand(meta)
    assert (brand.name, brand.organisation) == (name, organisation)


@pytest.mark.parametrize(("page", "expected"), [("letter", "letter"), ("A4", "a4")])
def test_the_page(house, page, expected):
    assert house.brand(f"defaults: {{deckmaker: {{page: {page}}}}}").page == expected


def test_what_serves_other_tools_is_passed_over(house):
    house.brand(
        """
        meta:
          name: Acme
          link: {home: https://example.org, mastodon: https://example.org/@acme}
        typography:
          base: {family: Calibri, weight: 300, size: 1rem, line-height: 1.5}
          headings: {family: Georgia, weight: 600, style: normal, color: "#222222"}
          monospace: Fira Code
          monospace-block: {background-color: "#EEEEEE"}
        defaults:
          bootstrap: {defaults: {enable-rounded: false}}
          quarto: {format: {html: {toc: true}}}
        """
    )


def test_a_misspelt_standard_key_is_a_warning(house):
    _, warnings = house.read("colors:\n  primary: '#123456'\n")
    assert [(w.rule, w.severity, w.hints) for w in warnings] == [
        ("S004", Severity.WARNING, ("did you mean `color`?",))
    ]


def test_a_misspelt_key_of_ours_is_an_error(house):
    error = house.error("defaults: {deckmaker: {emfasis: '#333333'}}")
    assert (error.rule, error.hints) == ("S004", ("did you mean `emphasis`?",))


def test_a_template_is_said_not_to_be_read_yet(house):
    _, warnings = house.read("defaults: {deckmaker: {template: acme.potx, layouts: {title: T}}}")
    assert [(w.rule, w.severity) for w in warnings] == [("S010", Severity.WARNING)] * 2


@pytest.mark.parametrize(
    "text",
    [
        "meta: Acme",
        "meta: {name: [Acme]}",
        "color: blue",
        "color: {palette: [blue]}",
        "typography: Georgia",
        "typography: {base: [Georgia]}",
        "defaults: 1",
        "defaults: {deckmaker: {twin: Georgia}}",
        "defaults: {deckmaker: {page: [a4]}}",
    ],
)
def test_a_value_of_the_wrong_kind_is_an_error(house, text):
    assert house.errors(text)[0].rule == "S003"
