"""YAML text: what it holds, where each part stands, and that nothing brings the reader down."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.diagnostics import KEY, Path, Span
from deckmaker.reading.source import MAX_BYTES, SourceText, read_yaml


def read(text: str) -> SourceText:
    return read_yaml(text.encode(), "b.yaml")


def under(span: Span | None) -> str:
    """Return the letters that a span covers."""
    assert span is not None
    return span.text[span.column - 1 : span.end_column - 1]


@pytest.mark.parametrize(
    "typed", ["NO", "yes", "3.10", "0x1F", "1_000", "12:30", "null", "~", "2026-02-17", "1e3", "=."]
)
def test_a_scalar_stays_the_text_that_was_typed(typed: str) -> None:
    assert read(f"a: {typed}\nb: [{typed}]\n").data == {"a": typed, "b": [typed]}


def test_a_key_stays_the_text_that_was_typed() -> None:
    assert read("1961: a\nNO: b\n").data == {"1961": "a", "NO": "b"}


def test_a_byte_order_mark_and_every_kind_of_line_end_are_accepted() -> None:
    for ending in (b"\n", b"\r\n", b"\r"):
        text = read_yaml(b"\xef\xbb\xbfa: 1" + ending + b"b: 2" + ending, "b.yaml")
        assert text.data == {"a": "1", "b": "2"}
        assert not text.diagnostics
        span = text.span(("b",))
        assert span is not None
        assert (span.line, span.column, under(span)) == (2, 4, "2")


def test_key_and_value_have_places_of_their_own() -> None:
    text = read("meta:\n  title: Über den Fluß\n  to: [A, B]\n")
    assert under(text.span(("meta", "title"))) == "Über den Fluß"
    assert under(text.span(("meta", "title", KEY))) == "title"
    assert under(text.span(("meta", "to", 1))) == "B"
    assert under(text.span(("meta",))) == "title: Über den Fluß"


def test_columns_count_letters_not_bytes() -> None:
    span = read("a: 𝔘𝔫𝔦 x\nb: {c: d}\n").span(("b", "c"))
    assert span is not None
    assert (span.line, span.column) == (2, 8)


@pytest.mark.parametrize("path", [("meta", "date"), ("meta", "title", "x", 3), ("meta", 7)])
def test_what_is_not_there_has_the_place_of_the_nearest_that_is(path: Path) -> None:
    span = read("meta:\n  title: A\n").span(path)
    assert span is not None
    assert span.line == 2


def test_an_empty_value_is_pointed_at_by_its_key() -> None:
    assert under(read("a:\nb: 1\n").span(("a",))) == "a"


def test_a_line_of_a_literal_text_has_a_place() -> None:
    text = read("t: |\n  A | B\n  1 | 2\n")
    span = text.span(("t", 1, 0))
    assert span is not None
    assert (span.line, under(span)) == (3, "1 | 2")


def test_words_are_found_inside_a_folded_text() -> None:
    text = read('a: >-\n  He said "we\n  go now" and went.\n')
    span = text.find(("a",), "we go now")
    assert span is not None
    assert (span.line, under(span)) == (2, "we")
    assert under(text.find(("a",), "and went.")) == "and went."


def test_words_that_are_not_there_have_the_place_of_the_text() -> None:
    text = read("a: b c\n")
    assert text.find(("a",), "d") == text.span(("a",))


def test_duplicate_keys_are_all_named_and_the_first_counts() -> None:
    text = read("a: 1\na: 2\nb:\n  c: 1\n  c: [x]\na: 3\n")
    assert [d.rule for d in text.diagnostics] == ["Y003"] * 3
    assert "lines 1 and 6" in text.diagnostics[2].message
    assert text.data == {"a": "1", "b": {"c": "1"}}


def test_the_same_key_may_stand_in_different_maps() -> None:
    assert not read("a: {x: 1}\nb: {x: 1}\nc:\n  - x: 1\n  - x: 1\n").diagnostics


def test_reading_goes_on_past_faults_whose_mend_is_plain() -> None:
    lines = [f"k{n}: a: b" for n in range(5)]
    text = read("\n".join(lines))
    assert [d.span.line for d in text.diagnostics if d.span] == [1, 2, 3, 4, 5]
    assert text.data == {f"k{n}": "a: b" for n in range(5)}


def test_a_file_that_is_too_large_is_not_read() -> None:
    assert [d.rule for d in read("a" * (MAX_BYTES + 1)).diagnostics] == ["Y007"]


@pytest.mark.parametrize(
    "bomb",
    [
        "[" * 100_000,
        "a: " + "{a: " * 50_000,
        "- " * 100_000,
        "a: b: " + " " * 100_000 + "x",
        'a: "' + "x " * 100_000,
        "a:\n" * 50_000,
        "&a " * 10_000,
    ],
    ids=["brackets", "braces", "dashes", "spaces", "open quotation", "duplicates", "anchors"],
)
def test_hostile_text_is_refused_soon(bomb: str) -> None:
    start = time.process_time()
    text = read(bomb)
    assert text.diagnostics
    assert len(text.diagnostics) <= 100
    assert time.process_time() - start < 5


YAMLISH = st.text(
    alphabet=st.sampled_from(list("ab: \n-\"'#[]{}|>*&!@%`,?\t\\~é“”\u2028\x85\ufeff\x00")),
    max_size=60,
)


@given(st.one_of(YAMLISH, st.text(max_size=60)))
@settings(max_examples=400, deadline=None)
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    found = read_yaml(text.encode("utf-8", "surrogatepass"), "b.yaml")
    for diagnostic in found.diagnostics:
        assert diagnostic.message
        if diagnostic.span:
            assert 1 <= diagnostic.span.line <= len(found.lines)
            assert 1 <= diagnostic.span.column < diagnostic.span.end_column
    assert found.data is not None or found.diagnostics


@given(st.binary(max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    found = read_yaml(raw, "b.yaml")
    assert found.data is not None or found.diagnostics


PLAIN = st.text(
    alphabet=st.characters(
        blacklist_categories=["Cs", "Cc", "Zl", "Zp"], blacklist_characters="\ufeff\ufffe\uffff"
    ),
    max_size=12,
)


@given(
    st.recursive(
        PLAIN,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PLAIN, inner, max_size=3),
        max_leaves=12,
    )
)
@settings(max_examples=200, deadline=None)
def test_data_written_as_yaml_comes_back_with_a_place_for_every_part(data: object) -> None:
    text = read(written(data))
    assert text.data == data
    for path in paths(data):
        assert text.span(path) is not None


def written(data: object) -> str:
    """Write `data` in YAML's flow style, every scalar quoted."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{written(k)}: {written(v)}" for k, v in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(map(written, data)) + "]"
    return "'" + str(data).replace("'", "''") + "'"


def paths(data: object, path: Path = ()) -> list[Path]:
    inner: list[tuple[str | int, object]] = []
    if isinstance(data, dict):
        inner = list(data.items())
    elif isinstance(data, list):
        inner = list(enumerate(data))
    return [path, *(deep for step, value in inner for deep in paths(value, (*path, step)))]
