"""What neither fits a slide nor can go on with the next: an error that says what to shorten.

Nothing is ever set smaller than the scale or cut. Text that runs on is split; these few stand in
one place and are the author's to shorten.
"""

from __future__ import annotations

from dataclasses import dataclass

from deckmaker.diagnostics import BriefingError, Diagnostic, Path


@dataclass(frozen=True, slots=True)
class Limit:
    """How many lines a text may take where it stands."""

    rule: str
    what: str
    """`this title`"""
    where: str
    """`over a slide`"""
    lines: int
    hint: str

    def check(self, lines: int, path: Path) -> None:
        """Raise BriefingError where the text at `path` takes more `lines` than there can be."""
        if lines > self.lines:
            raise too_long(
                self.rule,
                f"{self.what} takes {lines} lines {self.where}; {_most(self.lines)}",
                path,
                self.hint,
            )


def _most(lines: int) -> str:
    return "it has to stand on one" if lines == 1 else f"{lines} are the most that can be set"


def too_long(rule: str, message: str, path: Path, hint: str) -> BriefingError:
    """Return the error of a text that is too long, with the mend."""
    return BriefingError([Diagnostic(rule, message, path, (hint,))])


TITLE = Limit(
    "D15", "this title", "of a slide", 4, "shorten it to one sentence, about 90 characters"
)
LABEL = Limit("D08", "this label", "over a slide", 2, "a label is a signpost: two or three words")
SHORT = Limit(
    "D11", "this running title", "at the foot of a slide", 1, "shorten it; 60 characters are plenty"
)
NAME = Limit(
    "D12",
    "this name",
    "under a quotation",
    3,
    "shorten it; what explains the person can go to `role` or `context`",
)
ROLE = Limit(
    "D12",
    "this role",
    "under a quotation",
    3,
    "shorten it to what makes the person worth hearing; the rest can go to `context`",
)
UNIT = Limit(
    "D13",
    "this unit",
    "under its figure",
    4,
    "shorten it to a word or two; what the figure means stands behind the colon",
)
CAPTION = Limit(
    "D14", "this caption", "under its exhibit", 6, "shorten it; what tells more can go to `text`"
)
CREDIT = Limit("D14", "this credit", "under its picture", 3, "name whose picture it is, no more")
HEAD = Limit(
    "D09",
    "the head of this table",
    "over its rows",
    8,
    "shorten the names of its columns to a few words",
)
WORDMARK = Limit(
    "D15",
    "the organisation's name in the brand file",
    "on the cover",
    2,
    "shorten `meta.name` in the brand file, or name a `logo`",
)
