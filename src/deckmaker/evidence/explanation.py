"""What is wrong with a claim becomes a diagnostic: its words, its place and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass

from deckmaker.diagnostics import Diagnostic, Path, Severity
from deckmaker.evidence.calling import to_verify
from deckmaker.evidence.differences import LEGEND, differences
from deckmaker.evidence.nearest import nearest
from deckmaker.evidence.quotations import Occurrence
from deckmaker.evidence.readings import parts
from deckmaker.evidence.witnesses import Witnesses
from deckmaker.language.briefing import Briefing
from deckmaker.language.schema import listing
from deckmaker.richtext import Citation

_SHOWN = 60
"""Characters of a quotation that a message repeats."""


@dataclass(frozen=True, slots=True)
class Explainer:
    """Words for what was found, with the briefing to place them in and the sources to show."""

    briefing: Briefing
    witnesses: Witnesses

    def not_verbatim(
        self,
        path: Path,
        words: str,
        likelihood: bool,
        *,
        unclosed: bool = False,
        doubtful: bool = False,
    ) -> Diagnostic:
        """Q01: `words` stand nowhere."""
        if not self.witnesses.snapshots:
            message = f"this quotation has changed or is new since it was verified: “{_cut(words)}”"
            return self._at(path, words, "Q01", message, f"run {to_verify(self.briefing)}")
        if likelihood:
            message = f"“{_cut(words)}” is given as the source's word, but does not stand in it"
            hint = "use the source's own word, or give your own judgement: `{ ours: … }`"
            return self._at(path, words, "Q01", message, hint)
        message = f"this quotation does not stand in {self._sources()}: “{_cut(words)}”"
        if unclosed:
            hint = "its quotation mark is never closed: close it behind the last word of the source"
            return self._at(path, words, "Q01", message, hint)
        severity = Severity.WARNING if doubtful else Severity.ERROR  # it may be no quotation
        hints = (*self._mends(words), *self._anew())
        return self._at(path, words, "Q01", message, *hints, severity=severity)

    def without_not(self, path: Path, words: str, dropped: str, at: Occurrence) -> Diagnostic:
        """Q01: `words` stand there, but leave out the negation beside them."""
        place = self._place(at.source, at.paragraph)
        return self._at(
            path,
            words,
            "Q01",
            f"this quotation leaves out the `{dropped}` beside it in {place}: “{_cut(words)}”",
            f"quote it with `{dropped}`, or the words before and behind it that say the same",
        )

    def below_not(self, path: Path, words: str, above: str, at: Occurrence) -> Diagnostic:
        """Q04: in the sentence of which `words` are the end, the source has said “not” before."""
        place = self._place(at.source, at.paragraph)
        return self._at(
            path,
            words,
            "Q04",
            f"this quotation begins behind `{above}` in a sentence of {place}: “{_cut(words)}”",
            f"see that it says the same without; else quote from `{above}` on",
            "if it does, excuse it under `ignore:`, with the reason",
            severity=Severity.WARNING,
        )

    def nobodys_words(
        self,
        path: Path,
        words: str,
        who: str,
        at: Occurrence,
        severity: Severity = Severity.ERROR,
    ) -> Diagnostic:
        """Q02: `words` are the source's own, not those of `who`."""
        place = self._place(at.source, at.paragraph)
        return self._at(
            path,
            words,
            "Q02",
            f"these words are given to {who}, but {place} has them outside quotation marks: "
            f"“{_cut(words)}”",
            f"say it without quotation marks, and cite it: {self._cite(at)}",
            severity=severity,
        )

    def anothers_words(
        self, path: Path, words: str, who: str, at: Occurrence, other: str
    ) -> Diagnostic:
        """Q03: `words` are not, as far as the source shows it, those of `who`."""
        place = self._place(at.source, at.paragraph)
        if other:
            message = f"these words are given to {who}, but {place} gives them to {other}: "
        else:
            message = f"these words are given to {who}, to whom {place} does not give them: "
        return self._at(
            path,
            words,
            "Q03",
            f"{message}“{_cut(words)}”",
            "check who says so there; a source's sentence can be misread",
            "if it is right all the same, excuse it under `ignore:`, with the reason",
            severity=Severity.WARNING,
        )

    def new_speaker(self, path: Path, words: str, who: str) -> Diagnostic:
        """Q03: whose `words` are has changed since the lock was written."""
        return self._at(
            path,
            words,
            "Q03",
            f"nobody has verified that these are the words of {who}: “{_cut(words)}”",
            f"run {to_verify(self.briefing)}",
            severity=Severity.WARNING,
        )

    def edited(self, path: Path, words: str, at: Occurrence) -> Diagnostic:
        """Q04: `words` are not the source's to the letter, and say so."""
        place = self._place(at.source, at.paragraph)
        hints = ["see that it says the same; quote to the letter where you can"]
        snapshot = self.witnesses.snapshots.get(at.source)
        if snapshot is not None and at.start >= 0:
            text = snapshot.paragraphs[at.paragraph - 1].text[at.start : at.end]
            hints = [f"the edits: {differences(words, text)}", LEGEND, *hints]
        message = f"this quotation is an edited form of {place}: “{_cut(words)}”"
        return self._at(path, words, "Q04", message, *hints, severity=Severity.WARNING)

    def one_word(self, path: Path, words: str) -> Diagnostic:
        """Q05: a single word in quotation marks."""
        return self._at(
            path,
            words,
            "Q05",
            f"a quotation of one word: “{_cut(words).rstrip('.,')}”",
            "readers take it for irony; quote the phrase it stands in, or leave the marks out",
            severity=Severity.INFO,
        )

    def unknown_number(self, path: Path, number: str) -> Diagnostic:
        """N01: `number` stands nowhere."""
        if not self.witnesses.snapshots:
            message = f"the number {number} has changed or is new since it was verified"
            return self._at(path, number, "N01", message, f"run {to_verify(self.briefing)}")
        return self._at(
            path,
            number,
            "N01",
            f"the number {number} does not stand in {self._sources()}",
            "write it as the source has it; what you count yourself, write in words",
            *self._anew(),
        )

    def counts_other(
        self, path: Path, number: str, here: str, there: tuple[str, ...], at: Occurrence
    ) -> Diagnostic:
        """N02: `number` counts something else in the source."""
        place = self._place(at.source, at.paragraph)
        return self._at(
            path,
            number,
            "N02",
            f"{number} stands in {place}, but not of `{here}`: there it is {listing(there[:3])}",
            "write what the source counts, in its words",
            severity=Severity.WARNING,
        )

    def counts_anew(self, path: Path, number: str, here: str) -> Diagnostic:
        """N02: what `number` counts has changed since the lock was written."""
        return self._at(
            path,
            number,
            "N02",
            f"nobody has verified that {number} is a number of `{here}`",
            f"run {to_verify(self.briefing)}",
            severity=Severity.WARNING,
        )

    def spoken_figure(self, path: Path, number: str, at: Occurrence) -> Diagnostic:
        """N03: the source has `number` out of somebody's mouth alone."""
        place = self._place(at.source, at.paragraph)
        return self._at(
            path,
            number,
            "N03",
            f"somebody says {number} in {place}; here it stands as a fact",
            "say who says so, or quote it beside the figure",
            severity=Severity.WARNING,
        )

    def unknown_date(self, path: Path, text: str, *, undated: bool) -> Diagnostic:
        """T04: the date stands nowhere."""
        if not self.witnesses.snapshots:
            message = f"the date {text} has changed or is new since it was verified"
            return self._at(path, text, "T04", message, f"run {to_verify(self.briefing)}")
        return self._at(
            path,
            text,
            "T04",
            f"the date {text} does not stand in {self._sources()}",
            "write the day as the source has it; a day that you reckon yourself, say in words",
            *(("a weekday counts where `published:` tells when the source appeared",) * undated),
            *self._anew(),
        )

    def out_of_range(self, path: Path, cite: Citation, count: int) -> Diagnostic:
        """C02: `cite` names a paragraph that the source does not have."""
        mark = f"@{cite.source}:{cite.paragraph}" if cite.source else f"@{cite.paragraph}"
        return self._at(
            path,
            mark,
            "C02",
            f"`{mark}` is out of range: the source has {count} paragraph{'s' if count > 1 else ''}",
            "`deckmaker sources` lists them with their numbers",
        )

    def unanswered(self, path: Path, words: str, what: str) -> Diagnostic:
        """C03: `words` stand in no source at hand, and others cannot be asked."""
        return self._at(
            path,
            words,
            "C03",
            f"nobody can check {_cut(what)}: no source that can be read has it",
            "name the file of the source that it is drawn from",
            "or cite the source, as `@key:18`: what a source that can be read lacks is an error",
            severity=Severity.WARNING,
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
                if len(places) == 1:
                    return (
                        f"its parts stand in {next(iter(places))}, but no omission joins them: it "
                        "leaves out a “not”, leads out of somebody's words, or turns their order",
                        "quote each part by itself, in its order",
                    )
                return (
                    f"its parts stand, but apart: in {' and '.join(places)}",
                    "an omission joins words of one quotation in their order; else quote each part",
                )
        if passage is None:
            return ("nothing like it stands there: check whose words these are, or leave them out",)
        place = self._place(passage.source, passage.paragraph)
        return (
            f"nearest is {place}: {passage.marked}",
            LEGEND,
            "quote word for word; mark what you leave out with … and what you add with [ ]",
        )

    def _sources(self) -> str:
        if not self.witnesses.complete:
            return "what it cites"
        return "the source" if len(self.witnesses.order) == 1 else "any of the sources"

    def _anew(self) -> tuple[str, ...]:
        """Return what to try where the lock speaks for a source that is not at hand."""
        if not self.witnesses.absent:
            return ()
        verify = to_verify(self.briefing)
        return (f"if it is drawn from a source that is not at hand, run {verify}",)

    def _at(
        self,
        path: Path,
        words: str,
        rule: str,
        message: str,
        *hints: str,
        severity: Severity = Severity.ERROR,
    ) -> Diagnostic:
        place = self.briefing.find(path, words)
        return Diagnostic(rule, message, path, hints, severity, place, words)

    def _place(self, source: str, paragraph: int) -> str:
        return f"paragraph {paragraph}" + (f" of `{source}`" if source else "")

    def _cite(self, at: Occurrence) -> str:
        key = f"{at.source}:" if at.source and len(self.witnesses.order) > 1 else ""
        return f"`@{key}{at.paragraph}`"


def _cut(words: str) -> str:
    text = " ".join(words.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
