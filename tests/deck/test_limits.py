"""What no slide can hold: each refusal names its line in the YAML and says what to shorten."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from deckmaker.brand import Brand
from deckmaker.build import make
from deckmaker.deck.plan import plan
from deckmaker.diagnostics import BriefingError, Diagnostic
from deckmaker.document import Content, Document
from deckmaker.typesetting import Typesetter
from documents import SMALL, document, section, text

HEAD = """\
deckmaker: 1
meta: {{title: {title}, date: 2026-11-23{meta}}}
sections:
  - section: {label}
    title: It rained
    {block}
"""
LONG = "ministries of foreign affairs and international cooperation with our northern neighbours "
WORDS = (LONG * 12).strip()
BLOCK = "callout: It rained."


def refusal(tmp_path: Path, block: str = BLOCK, **changes: str) -> Diagnostic:
    """Return the only complaint of the deck about a briefing."""
    values = {"title": "Rain", "meta": "", "label": "Weather", "block": block, **changes}
    path = tmp_path / "briefing.yaml"
    path.write_text(HEAD.format(**values), encoding="utf-8")
    with pytest.raises(BriefingError) as error:
        make(path, only="deck")
    (found,) = [one for one in error.value.diagnostics if one.rule.startswith("D")]
    return found


def said(diagnostic: Diagnostic) -> tuple[str, str, str]:
    """Return the rule and message, where it points to, and the hint."""
    assert diagnostic.span is not None
    return (
        re.sub(r"takes \d+ lines", "takes N lines", f"{diagnostic.rule}: {diagnostic.message}"),
        diagnostic.span.text.strip()[:30],
        diagnostic.hints[0],
    )


@pytest.mark.parametrize(
    ("changes", "message", "line", "hint"),
    [
        (
            {"meta": f", short: {WORDS}"},
            "D11: this running title takes N lines at the foot of a slide; it has to stand on one",
            "meta: {title: Rain, date: 2026",
            "shorten it; 60 characters are plenty",
        ),
        (
            {"label": WORDS},
            "D08: this label takes N lines over a slide; 2 are the most that can be set",
            "- section: ministries of forei",
            "a label is a signpost: two or three words",
        ),
        (
            {"block": f"quote: {{text: It rained, who: {WORDS}}}"},
            "D12: this name takes N lines under a quotation; 3 are the most that can be set",
            "quote: {text: It rained, who: ",
            "shorten it; what explains the person can go to `role` or `context`",
        ),
        (
            {"block": f"quote: {{text: It rained, who: A clerk, role: {WORDS}}}"},
            "D12: this role takes N lines under a quotation; 3 are the most that can be set",
            "quote: {text: It rained, who: ",
            "shorten it to what makes the person worth hearing; the rest can go to `context`",
        ),
        (
            {"block": f"stats: ['12 {LONG * 3}': of rain]"},
            "D13: this unit takes N lines under its figure; 4 are the most that can be set",
            "stats: ['12 ministries of fore",
            "shorten it to a word or two; what the figure means stands behind the colon",
        ),
        (
            {"block": f"stats: ['{'1234567890' * 8}': of rain]"},
            "D13: this figure is wider than a slide",
            "stats: ['123456789012345678901",
            "round it, or write its last part as a word: `1.2 million`",
        ),
        (
            {"block": f"chart: {{type: bar, data: {{A: 1, B: 2}}, caption: {WORDS}}}"},
            "D14: this caption takes N lines under its exhibit; 6 are the most that can be set",
            "chart: {type: bar, data: {A: 1",
            "shorten it; what tells more can go to `text`",
        ),
        (
            {"block": f"table: |\n      A | {WORDS}\n      b | c"},
            "D09: the head of this table takes N lines over its rows; 8 are the most that can be "
            "set",
            "table: |",
            "shorten the names of its columns to a few words",
        ),
        (
            {"block": f"chart: {{type: bar, data: {{A: 1, B: 2}}, unit: {WORDS}}}"},
            "D10: `Ministries of foreign affairs and intern…` is wider than the slide",
            "chart: {type: bar, data: {A: 1",
            "shorten `unit`, or the name of the series; the title can say what is measured",
        ),
        (
            {"block": f"chart: {{type: column, data: {{{WORDS[:300]}: 1, B: 2}}}}"},
            "D10: `ministries of foreign affairs and intern…` has no room beside the data",
            "chart: {type: column, data: {m",
            "shorten it to a few words, or take `type: bar`: names have more room",
        ),
    ],
)
def test_a_refusal_reads_well(
    tmp_path: Path, changes: dict[str, str], message: str, line: str, hint: str
) -> None:
    assert said(refusal(tmp_path, **changes)) == (message, line, hint)


def test_a_long_title_is_refused_as_a_title_and_cut_only_where_it_stands_in(
    brand: Brand, typesetter: Typesetter
) -> None:
    made = document(
        section(1, SMALL["callout"], title="Heading"),
        medium="deck",
        short=f"Rain {LONG * 2}".strip(),
        title=text(f"Rain {LONG * 2}".strip()),
    )
    footer = plan(made, brand, typesetter).footer
    assert footer.startswith("Rain ministries of foreign")
    assert footer.endswith("…")
    assert " …" not in footer


def diagnostics(made: Document, brand: Brand, typesetter: Typesetter) -> list[Diagnostic]:
    with pytest.raises(BriefingError) as error:
        plan(made, brand, typesetter)
    return list(error.value.diagnostics)


def test_a_wordmark_of_many_lines_is_the_brand_file_s(brand: Brand, typesetter: Typesetter) -> None:
    named = replace(brand, organisation=WORDS, logo=None, logo_on_dark=None)
    made = document(section(1, SMALL["callout"], title="Heading"), medium="deck")
    (found,) = diagnostics(made, named, typesetter)
    assert found.message.startswith("the organisation's name in the brand file takes")
    assert "brand file" in found.hints[0]


def test_names_of_series_that_leave_no_room_are_refused(
    brand: Brand, typesetter: Typesetter
) -> None:
    content: Content = SMALL["chart"]
    series = tuple(replace(one, name=WORDS) for one in content.series * 2)  # type: ignore[union-attr]
    made = document(
        section(1, replace(content, series=series), title="Heading"),  # type: ignore[type-var]
        medium="deck",
    )
    (found,) = diagnostics(made, brand, typesetter)
    assert found.rule == "D10"
    assert "longest name of a series" in found.message
