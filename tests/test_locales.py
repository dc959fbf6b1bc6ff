import pytest

from deckmaker.locales import lineage, locale_for


@pytest.mark.parametrize(
    ("tag", "script", "direction"),
    [
        ("en-US", "Latn", "ltr"),
        ("ar", "Arab", "rtl"),
        ("fa-IR", "Arab", "rtl"),
        ("he", "Hebr", "rtl"),
        ("zh", "Hans", "ltr"),
        ("zh-TW", "Hant", "ltr"),
        ("zh-Hant-HK", "Hant", "ltr"),
        ("ja", "Jpan", "ltr"),
        ("sr-Latn", "Latn", "ltr"),
        ("sr", "Cyrl", "ltr"),
        ("tlh", "Latn", "ltr"),
        ("", "Latn", "ltr"),
    ],
)
def test_a_tag_tells_script_and_direction(tag: str, script: str, direction: str) -> None:
    found = locale_for(tag)
    assert (found.script, found.direction) == (script, direction)


def test_only_scripts_with_capitals_are_cased() -> None:
    assert locale_for("ru").cased
    assert not locale_for("he").cased


@pytest.mark.parametrize(
    ("tag", "names"),
    [
        ("de", ("de-Latn", "de")),
        ("de-CH", ("de-CH", "de-Latn", "de")),
        ("es-MX", ("es-MX", "es-419", "es-Latn", "es")),
        ("pt-AO", ("pt-AO", "pt-PT", "pt-Latn", "pt")),
        ("zh-TW", ("zh-TW", "zh-Hant", "zh")),
        ("zh", ("zh-Hans", "zh")),
        ("sr-Latn-ME", ("sr-ME", "sr-Latn", "sr")),
    ],
)
def test_what_is_kept_for_a_tag_may_be_kept_for_its_wider_kin(
    tag: str, names: tuple[str, ...]
) -> None:
    assert lineage(tag) == names
