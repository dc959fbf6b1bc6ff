"""What is wrong with a claim becomes a diagnostic: its words, its place and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass

from deckmaker.diagnostics import Diagnostic, Path, Severity
from deckmaker.evidence.lock import VERIFY
from deckmaker.evidence.nearest import nearest
from deckmaker.evidence.quotations import Occurrence
from deckmaker.evidence.readings import parts
from deckmaker.evidence.witnesses import Witnesses
from deckmaker.language.briefing import Briefing
from deckmaker.richtext import Citation

_SHOWN = 60
"""Characters of a quotation that a message repeats."""


@dataclass(frozen=True, slots=True)
class Explainer:
    """Words for what was found, with the briefing to place them in and the sources to show."""

    briefing: Briefing
    witnesses: Witnesses

    def not_verbatim(self, path: Path, words: str, likelihood: bool) -> Diagnostic:
        """Q01: `words` stand nowhere."""
        if not self.witnesses.snapshots:
            message = f"this quotation has changed or is new since it was verified: “{_cut(words)}”"
            return self._at(path, words, "Q01", message, f"run {VERIFY}")
        if likelihood:
            message = f"“{_cut(words)}” is given as the source's word, but does not stand in it"
            hint = "use the source's own word, or give your own judgement: `{ ours: … }`"
            return self._at(path, words, "Q01", message, hint)
        message = f"this quotation does not stand in the source: “{_cut(words)}”"
        return self._at(path, words, "Q01", message, *self._mends(words), *self._anew())

    def nobodys_words(self, path: Path, words: str, who: str, at: Occurrence) -> Diagnostic:
        """Q02: `words` are the source's own, not those of `who`."""
        place = self._place(at.source, at.paragraph)
        return self._at(
            path,
            words,
            "Q02",
            f"these words are given to {who}, but {place} has them outside quotation marks: "
            f"“{_cut(words)}”",
            f"say it without quotation marks, and cite it: {self._cite(at)}",
        )

    def unknown_number(self, path: Path, number: str) -> Diagnostic:
        """N01: `number` stands nowhere."""
        if not self.witnesses.snapshots:
            message = f"the number {number} has changed or is new since it was verified"
            return self._at(path, number, "N01", message, f"run {VERIFY}")
        return self._at(
            path,
            number,
            "N01",
            f"the number {number} does not stand in the source",
            "write it as the source has it; what you count yourself, write in words",
            *self._anew(),
        )

    def out_of_range(self, path: Path, cite: Citation, count: int) -> Diagnostic:
        """C02: `cite` names a paragraph that the source does not have."""
        mark = f"@{cite.source}:{cite.paragraph}" if cite.source else f"@{cite.paragraph}"
        return self._at(
            path,
            mark,
            "C02",
            f"`{mark}` is out of range: the source has {count} paragraphs, from 1 to {count}",
            "a paragraph is a line of the snapshot that is not blank",
        )

    def no_source(self, path: Path, words: str, count: int) -> Diagnostic:
        """C03: there are quotations, and nothing to compare them with."""
        what = "a quotation stands" if count == 1 else f"{count} quotations stand"
        message = f"{what} in this briefing, and there is no source to check against"
        hint = "name the source: `source: { file: article.txt, cite: … }`"
        return self._at(path, words, "C03", message, hint, severity=Severity.WARNING)

    def _mends(self, words: str) -> tuple[str, ...]:
        """Return what may help to set a quotation right: the nearest passage, or its parts."""
        snapshots = list(self.witnesses.snapshots.values())
        passage = nearest(words, snapshots)
        pieces = parts(words)
        if len(pieces) > 1:
            found = [self.witnesses.quotation(piece)[1] for piece in pieces]
            if all(found):
                places = dict.fromkeys(self._place(f[0].source, f[0].paragraph) for f in found)
                return (
                    f"its parts stand, but apart: in {' and '.join(places)}",
                    "an omission joins words of one quotation in their order; else quote each part",
                )
        if passage is None:
            return ("nothing like it stands there: check whose words these are, or leave them out",)
        place = self._place(passage.source, passage.paragraph)
        return (
            f"nearest is {place}: {passage.marked}",
            "[-…-] stands only in the source, {+…+} only in the briefing",
            "quote word for word; mark what you leave out with … and what you add with [ ]",
        )

    def _anew(self) -> tuple[str, ...]:
        """Return what to try where the lock speaks for a source that is not at hand."""
        if not self.witnesses.absent:
            return ()
        return (f"if it is drawn from a source that is not at hand, run {VERIFY}",)

    def _at(
        self,
        path: Path,
        words: str,
        rule: str,
        message: str,
        *hints: str,
        severity: Severity = Severity.ERROR,
    ) -> Diagnostic:
        return Diagnostic(rule, message, path, hints, severity, self.briefing.find(path, words))

    def _place(self, source: str, paragraph: int) -> str:
        return f"paragraph {paragraph}" + (f" of `{source}`" if source else "")

    def _cite(self, at: Occurrence) -> str:
        key = f"{at.source}:" if at.source and len(self.witnesses.order) > 1 else ""
        return f"`@{key}{at.paragraph}`"


def _cut(words: str) -> str:
    text = " ".join(words.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
