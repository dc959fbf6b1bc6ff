"""Markdown becomes paragraphs, whatever its layout."""

from __future__ import annotations

import time

import pytest

from deckmaker.snapshots import transcribe


def read(text: str) -> tuple[str, ...]:
    transcript = transcribe("a.md", text.encode())
    assert bool(transcript.fault) != bool(transcript.paragraphs)
    return transcript.paragraphs


def test_each_block_is_a_paragraph():
    text = """\
# The *boiler*

It is ![a boiler](b.png)old, says
the [engineer](https://example.org "who").\\
Very ~~new~~ `old`.

> So old!
>
> Really.

1. One
   - One a
2. Two

   and more

| Port | Berths |
|---|---|
| Elmsund | 12 |

```python
a = 1

b = 2
```

<div>Raw <i>words</i></div>
<script>no</script>

End
===
"""
    assert read(text) == (
        "The boiler", "It is old, says the engineer. Very old.", "“So old!”", "“Really.”",
        "One", "One a", "Two", "and more", "Port | Berths", "Elmsund | 12", "a = 1", "b = 2",
        "Raw words", "End",
    )  # fmt: skip


def test_layout_changes_no_number():
    tight = "# A\nOne two three.\n- x\n- y\n"
    loose = "A\n=\n\n\nOne\ntwo\nthree.\n\n\n* x\n\n* y\n"
    assert read(tight) == read(loose) == ("A", "One two three.", "x", "y")


def test_front_matter_is_left_out():
    matter = "---\ntitle: A\ntags:\n  - b\n# note\n---\n"
    assert read(matter + "Text.") == ("Text.",)
    assert read(matter.replace("\n", "\r\n") + "Text.") == ("Text.",)
    assert read("---\n\nText between rules.\n\n---\n\nMore.") == ("Text between rules.", "More.")


def test_footnotes_are_paragraphs_and_their_marks_no_words():
    text = "A[^1] b[^note].\n\n[^1]: The first.\n[^note]: https://example.org\n    goes on\n"
    assert read(text) == ("A b.", "The first.", "https://example.org goes on")


def test_a_footnote_mark_in_code_stands():
    assert read("`[^1]`") == ("[^1]",)


@pytest.mark.parametrize("piece", ["[", "*a ", "- ", "> ", "`", "<", "![](", "_a__b", "|a"])
def test_heaps_of_marks_are_read(piece):
    transcribe("a.md", (piece * 10_000 + "x").encode())


@pytest.mark.parametrize("piece", ["![", "[", "[*", "![a]["])
def test_heaps_of_open_brackets_are_refused_at_once(piece):
    began = time.process_time()
    transcript = transcribe("a.md", (piece * 25_000).encode())
    assert transcript.fault == "holds thousands of brackets that are never closed"
    assert time.process_time() - began < 2


def test_some_open_brackets_are_text():
    text = "See [a](b) and [0, 1) and ![c. " * 10
    assert read(text) == (("See a and [0, 1) and ![c. " * 10).strip(),)
