"""No false quotation passes and no true one fails, on articles that are labelled by hand."""

import re
from collections import Counter
from pathlib import Path

from deckmaker.diagnostics import Severity
from evidence.measuring import FALSE, TRUE, articles, outcomes, table

PAGE = Path(__file__).parents[2] / "docs" / "evidence.md"
CERTAIN = {
    "without its “not”",
    "another number",
    "another word",
    "two joined",
    "prose given to a person",
    "false date",
    "false ISO date",
}
"""What must be an error, whatever the language."""


def test_no_falsified_claim_passes_and_no_true_one_fails_and_the_page_says_how_often():
    found = [outcome for article in articles() for outcome in outcomes(article)]
    assert {one.case.kind for one in found} == {*TRUE, *FALSE}
    for one in found:
        if one.case.kind in TRUE:
            assert one.weight is not Severity.ERROR, one
        elif one.case.kind in CERTAIN:
            assert one.weight is Severity.ERROR, one
    told = Counter(one.case.kind for one in found if one.right)
    all_ = Counter(one.case.kind for one in found)
    assert told["false number"] == all_["false number"]
    assert told["another speaker"] / all_["another speaker"] >= 0.95
    assert told["false unit"] / all_["false unit"] >= 0.9
    assert told["true"] / all_["true"] >= 0.88
    said = re.search(r"<!-- measured -->\n(.*?)\n<!-- /measured -->", PAGE.read_text("utf-8"), re.S)
    assert said
    assert said[1] == table(found)
