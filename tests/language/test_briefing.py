"""Briefings as a whole: what is read, and that nothing an author writes brings the reader down."""

from __future__ import annotations

import copy
import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckmaker.caret import caret_report
from deckmaker.diagnostics import BriefingError, Diagnostic
from deckmaker.document import Medium, assemble
from deckmaker.language.briefing import Briefing, load
from deckmaker.language.claims import text_units
from deckmaker.reading.source import read_yaml

GALLERY = Path(__file__).parents[1] / "gallery" / "gallery.yaml"
ERRORS = Path(__file__).parents[1] / "errors"
FOREIGN = ("Input should", "pydantic", "validator", "Traceback", "NoneType", "object at 0x")
MEDIA: tuple[Medium, Medium] = ("deck", "memo")


def problems(data: Any) -> tuple[Diagnostic, ...]:
    """Return what is said to plain data; nothing where it is a briefing."""
    try:
        read(data)
    except BriefingError as error:
        return error.diagnostics
    return ()


def read(data: Any, folder: Path = GALLERY.parent) -> Briefing:
    """Read plain data as if it stood in a file beside the gallery."""
    raw = json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return Briefing.read(read_yaml(raw, "b.yaml"), folder / "b.yaml")


@pytest.fixture(scope="module")
def data() -> Any:
    return read_yaml(GALLERY.read_bytes(), "b.yaml").data


def test_a_briefing_knows_its_file_and_folder() -> None:
    briefing = load(GALLERY)
    assert (briefing.file, briefing.folder) == (GALLERY, GALLERY.parent)
    assert briefing.warnings == ()


def test_a_briefing_cannot_be_changed() -> None:
    briefing = load(GALLERY)
    with pytest.raises(ValueError, match="frozen"):
        briefing.sections = ()


def test_short_forms_of_the_head() -> None:
    meta = {"title": "T", "date": "2026-02-17", "to": "A", "cc": ["B", "C"], "subtitle": ""}
    sections = [{"section": "S", "title": "U", "callout": "x"}]
    briefing = read({"deckmaker": "1", "meta": meta, "sections": sections})
    assert (briefing.meta.to, briefing.meta.cc, briefing.meta.subtitle) == (
        ("A",),
        ("B", "C"),
        None,
    )
    assert (briefing.meta.kind, briefing.meta.brand, briefing.sources) == (
        "Briefing",
        "cartulary",
        {},
    )


def nodes(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path of everything in `value`."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    found = [path] if path else []
    if isinstance(value, (dict, list)):
        for step, one in inner:
            found += nodes(one, (*path, step))
    return found


def put(value: Any, path: tuple[Any, ...], new: Any) -> None:
    for step in path[:-1]:
        value = value[step]
    value[path[-1]] = new


ODD = [
    "", "x", "NO", "3.10", "@99999", "@nobody:1", '"open', "a\nb\n\nc", "|", "a | b\nc | d\n1",
    "**", "[x](javascript:1)", "../../etc/passwd", "\u202e\u0007", "{message}", "2024-13-45",
    [], ["x"], [[]], [{}], {}, {"x": "y"}, {"": ""}, {"point": []}, {"a": {"b": {"c": "d"}}},
    {"x": "y", "z": "w"}, [{"ours": "likely"}], {"file": "nowhere.csv"}, {"file": "night.jpg"},
    {"points": "x", "table": []}, "9" * 400, "x" * 3000,
]  # fmt: skip


@pytest.mark.parametrize("seed", range(12))
def test_whatever_stands_where_something_else_belongs_is_said_in_plain_words(
    seed: int, data: Any
) -> None:
    """Values out of place, a few at a time, all over a briefing that uses the whole language."""
    chance = random.Random(seed)
    for _ in range(8):
        broken = copy.deepcopy(data)
        for path in chance.sample(nodes(data), 3):
            try:
                put(broken, path, chance.choice(ODD))
            except (KeyError, IndexError, TypeError):
                continue
        found = problems(broken)
        for diagnostic in found:
            assert diagnostic.span is not None
            said = diagnostic.message + " ".join(diagnostic.hints)
            assert not any(phrase in said for phrase in FOREIGN), said
            assert caret_report(diagnostic)
        if not found:
            briefing = read(broken)
            assert list(text_units(briefing))
            for medium in MEDIA:
                assemble(briefing, None, medium)


ANYTHING = st.recursive(
    st.sampled_from([one for one in ODD if isinstance(one, str)]) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["section", "title", "points", "table", "meta", "sources", "cite", "x"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=10,
)


@given(ANYTHING)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_data_is_read_or_refused(data: Any) -> None:
    for whole in (data, {"deckmaker": "1", "meta": data, "sections": data}):
        assert all(diagnostic.message for diagnostic in problems(whole))


@pytest.mark.parametrize("sections", [1, 300])
def test_every_problem_is_named_in_one_pass(sections: int) -> None:
    broken = [{"section": f"S{n}", "title": f"T{n}", "pionts": ["x"]} for n in range(sections)]
    with pytest.raises(BriefingError) as caught:
        read({"deckmaker": "1", "sections": broken})
    rules = [diagnostic.rule for diagnostic in caught.value.diagnostics]
    assert rules.count("B001") == sections
    assert rules.count("B002") == 1
