"""The schema for editors: valid itself, it takes what the program takes and refuses the rest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from deckmaker.language.json_schema import json_schema
from deckmaker.language.likelihood import every_level
from deckmaker.reading.source import read_yaml

ROOT = Path(__file__).parents[2]
SCHEMA = json_schema()
VALIDATOR = Draft202012Validator(SCHEMA)


def test_the_schema_is_valid() -> None:
    Draft202012Validator.check_schema(SCHEMA)


class EditorLoader(yaml.SafeLoader):
    """Reads scalars as editors do, which follow YAML 1.2: a date is a text, `NO` too."""


EditorLoader.yaml_implicit_resolvers = {
    key: [(tag, pattern) for tag, pattern in found if tag.endswith((":int", ":float", ":null"))]
    for key, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.mark.parametrize("name", ["briefing.yaml", "tests/gallery/gallery.yaml"])
def test_it_takes_whole_briefings_as_we_and_as_editors_read_them(name: str) -> None:
    raw = (ROOT / name).read_bytes()
    for data in (read_yaml(raw, name).data, yaml.load(raw, EditorLoader)):
        assert [error.message for error in VALIDATOR.iter_errors(data)] == []


HEAD = {"deckmaker": 1, "meta": {"title": "T", "date": "2026-02-17"}}


def section(**keys: Any) -> dict[str, Any]:
    return {**HEAD, "sections": [{"section": "S", "title": "T", **keys}]}


@pytest.mark.parametrize(
    "data",
    [
        section(),
        section(points=["a"], callout="b"),
        section(pionts=["a"]),
        section(points="a"),
        section(points=[{"a": "b", "c": "d"}]),
        section(blocks=[{"title": "x"}]),
        section(blocks=[{"points": ["a"], "table": "x"}]),
        section(points=["a"], blocks=[{"callout": "x"}]),
        section(chart={"type": "donut", "data": {"a": 1}}),
        section(stats=["140 people"]),
        section(scenarios=[{"case": "a", "likelihood": "unlikely"}]),
        section(image={"file": "a.png"}),
        {**section(callout="x"), "meta": {"title": "T", "date": "17 February"}},
        {**section(callout="x"), "source": {"cite": "a"}, "sources": {"a": {"cite": "b"}}},
        {**section(callout="x"), "deckmaker": 2},
    ],
)
def test_it_refuses_what_the_program_refuses(data: Any) -> None:
    assert list(VALIDATOR.iter_errors(data))


def properties(schema: Any) -> Iterator[tuple[str, Any]]:
    """Yield every key that the schema names, with its own schema."""
    if isinstance(schema, dict):
        for name, value in schema.get("properties", {}).items():
            yield name, value
        for value in schema.values():
            yield from properties(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from properties(value)


def test_every_key_has_help_for_the_one_who_types() -> None:
    levels = set(every_level())
    without = {
        name
        for name, value in properties(SCHEMA)
        if "description" not in value and name not in {*levels, "text"}
    }
    assert without == set()
