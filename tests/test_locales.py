import pytest

from deckmaker.locales import locale_for


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
