"""Inline markup: what is markup, what is text as typed, and that no letter is lost."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.richtext import Citation, Span, citations, paragraphs, parse, plain


def shown(text: str) -> str:
    """Return `text` with its marks made visible."""
    out = []
    for span in parse(text):
        piece = f"<{span.text}>" if span.cite else span.text
        piece = f"i({piece})" if span.italic else piece
        piece = f"b({piece})" if span.bold else piece
        piece = f"{span.lang}:({piece})" if span.lang else piece
        out.append(f"{span.href}({piece})" if span.href else piece)
    return "".join(out)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("a **b** c", "a b(b) c"),
        ("a *b* c", "a i(b) c"),
        ("***b***", "b(i(b))"),
        ("**a *b* c**", "b(a )b(i(b))b( c)"),
        ("**a *b** c*", "b(a )b(i(b))i( c)"),
        ("(*b*), “*c*”", "(i(b)), “i(c)”"),
        ("中文**粗体**中文", "中文b(粗体)中文"),
    ],
)
def test_emphasis(typed: str, read: str) -> None:
    assert shown(typed) == read


@pytest.mark.parametrize(
    "typed",
    [
        "2 * 3 * 4",
        "5*3*2",
        "a ** b",
        "**",
        "****",
        "**never closed",
        "closed never**",
        "*a",
        "snake_case_name __init__",
        "<b>bold</b> &amp; <script>",
        "`code` ~~gone~~ # head",
        "{{ name }} ${x} %s",
        "$x^2$",
        "back\\slash",
        "C:\\Users\\me",
    ],
)
def test_what_only_looks_like_markup_is_text_as_typed(typed: str) -> None:
    assert parse(typed) == (Span(typed),)


@pytest.mark.parametrize(
    ("typed", "cites"),
    [
        ("so it is. @18", [Citation("", 18)]),
        ("so it is @18.", [Citation("", 18)]),
        ("@a-b_2:7 and (@3)", [Citation("a-b_2", 7), Citation("", 3)]),
        ("twice @1 @2 @1", [Citation("", 1), Citation("", 2)]),
        ("“quoted”@4", [Citation("", 4)]),
    ],
)
def test_citations(typed: str, cites: list[Citation]) -> None:
    assert list(citations(parse(typed))) == cites


@pytest.mark.parametrize(
    "typed",
    [
        "write to desk@18.example",
        "desk@18",
        "@18news said",
        "@news said",
        "@ 18",
        "a.@18",
        "@18:30",
        "@18-20",
        "@18.5",
        "@1234567",
        "https://example.org/@18",
        "@２",
        r"\@18",
    ],
)
def test_an_address_a_handle_or_a_time_is_no_citation(typed: str) -> None:
    assert citations(parse(typed)) == ()


@pytest.mark.parametrize(
    ("typed", "href"),
    [
        ("[a](https://example.org/x?y=1#z)", "https://example.org/x?y=1#z"),
        ("[a](http://example.org)", "http://example.org"),
        ("[a](mailto:desk@example.org)", "mailto:desk@example.org"),
        ("[a](https://example.org/x_(y))", "https://example.org/x_(y)"),
    ],
)
def test_links(typed: str, href: str) -> None:
    assert parse(typed) == (Span("a", href=href),)


@pytest.mark.parametrize(
    "typed",
    [
        "[a](javascript:alert(1))",
        "[a](file:///etc/passwd)",
        "[a](data:text/html,x)",
        "[a](HTTPS:x)",
        "[a]( https://example.org)",
        "[a](//example.org)",
        "[](https://example.org)",
        "[the] mayor (https://example.org)",
        '[a](https://example.org/"onclick=")',
    ],
)
def test_no_other_scheme_makes_a_link(typed: str) -> None:
    assert [span.href for span in parse(typed)] == [None]


def test_the_text_of_a_link_may_be_emphasised() -> None:
    assert (
        shown("[a *b*](https://example.org)") == "https://example.org(a )https://example.org(i(b))"
    )


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("a [b]{lang=de} c", "a de:(b) c"),
        ('[b]{lang="zh-Hant"}', "zh-Hant:(b)"),
        ("[a **b** *c*]{lang=de}", "de:(a )de:(b(b))de:( )de:(i(c))"),
        ("**a [b]{lang=de}**", "b(a )de:(b(b))"),
        ("[a]{lang=de}[b]{lang=fr}", "de:(a)fr:(b)"),
        ("[a [b]{lang=fr} c]{lang=de}", "de:(a )fr:(b)de:( c)"),
        ("[[N]ein]{lang=de}", "de:([N]ein)"),
        ("[a [b](https://c.d)]{lang=de}", "de:(a )https://c.d(de:(b))"),
        ("[[a]{lang=de} b](https://c.d)", "https://c.d(de:(a))https://c.d( b)"),
        ("[a @3]{lang=de}", "de:(a )<3>"),
    ],
)
def test_words_of_another_language(typed: str, read: str) -> None:
    assert shown(typed) == read


@pytest.mark.parametrize(
    "typed",
    [
        "[a]",
        "[a] {lang=de}",
        "{lang=de}",
        "[]{lang=de}",
        "[a]{de}",
        "[a]{lang=}",
        "[a\nb]{lang=de}",
    ],
)
def test_brackets_without_a_language_directly_behind_are_text(typed: str) -> None:
    assert parse(typed) == (Span(typed),)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        (r"\[a]{lang=de}", "[a]{lang=de}"),
        (r"\*a\*", "*a*"),
        (r"\@18", "@18"),
        (r"\[a](https://x.y)", "[a](https://x.y)"),
        (r"\n", r"\n"),
    ],
)
def test_a_backslash_takes_the_meaning_from_a_sign(typed: str, text: str) -> None:
    assert parse(typed) == (Span(text),)


def test_paragraphs_are_parted_by_blank_lines() -> None:
    assert paragraphs("a\nb\n\nc\n \nd") == ["a\nb", "c", "d"]
    assert paragraphs("a\nb\n") == ["a", "b"]
    assert paragraphs("  \n") == []


PIECES = [*"ab 1*@[]()\\:é.\n", "@12", "**", "@key:3"]
MARKED = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@given(st.text(max_size=60))
def test_text_without_signs_comes_through_untouched(text: str) -> None:
    bare = re.sub(r"[*@\\\[]", "", text)
    assert plain(parse(bare)) == bare


@given(st.one_of(MARKED, st.text(max_size=60)))
@settings(max_examples=500)
def test_no_letter_is_lost_and_none_is_made_up(text: str) -> None:
    """What is shown is the typed text less some of its signs (links stand in no such text)."""
    left = text
    for letter in plain(parse(text), cites=True):
        at = left.find(letter)
        assert at >= 0, letter
        assert set(left[:at]) <= set("*@\\"), left[:at]
        left = left[at + 1 :]
    assert set(left) <= set("*@\\"), left


@pytest.mark.parametrize(
    "piece",
    [
        *["*", "**a ", "[", "[a](http://x", "@", "(@5", "\\", "*a* "],
        *["[a]", "[[a]", "[a]{lang=", "[a]{lang=de}", "[[a]{lang=de}", "[a[b]{lang=de"],
    ],
)
def test_hostile_text_is_read_in_linear_time(piece: str) -> None:
    start = time.process_time()
    parse(piece * 50_000)
    assert time.process_time() - start < 5
