"""One text as typed becomes spans as a medium shows them: typeset, quoted, cited, expanded."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from deckmaker.diagnostics import Path
from deckmaker.document.calendar import print_day
from deckmaker.document.terms import Terms
from deckmaker.document.typed import Typed, bare, behind_quote, behind_stops, part
from deckmaker.document.typography import Edit, Marks, edits, is_plain, marks_of, nested
from deckmaker.language.claims import Evidence
from deckmaker.language.quoting import quoted_spans
from deckmaker.richtext import Citation, Span, Spans
from deckmaker.wording import Wording


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets texts for one medium.

    `letters` holds the letter of each source, empty for an only one; the terms of the deck's
    notes are kept apart from those that the audience sees.
    """

    language: str
    letters: Mapping[str, str]
    wording: Wording
    evidence: Evidence | None
    terms: Terms
    hidden_terms: Terms
    tongues: Mapping[str, str] = field(default_factory=dict)
    """The language of each source that is written in another than the briefing."""

    def running(self, text: str | None, path: Path, *, hidden: bool = False) -> Spans:
        """Set prose: its quotations are cited, its abbreviations expanded at first use.

        `hidden` is text that this medium does not show on its face: the notes of a slide.
        """
        if not text:
            return ()
        spans = self._spans_of(text, path)
        return (self.hidden_terms if hidden else self.terms).expand(spans)

    def label(self, text: str | None) -> Spans:
        """Set a title or a label: nothing is added to it."""
        return self._spans_of(text, None) if text else ()

    def words(self, text: str | None) -> str:
        """Set a text that is shown without any marks of emphasis or citations."""
        return "".join(span.text for span in self.label(text) if span.cite is None).strip()

    def quotation(self, text: str, path: Path) -> Spans:
        """Set someone's words in quotation marks, with the citation behind them."""
        typed = part(text)
        words = typed.text.strip()
        whole = quoted_spans(words)
        if len(whole) == 1 and whole[0][:2] == (0, len(words)):
            words = whole[0][2].strip()
        cites = [cite for _, cite in typed.cites]
        found = self.evidence.paragraph_of(path, words) if self.evidence else None
        if found and self._known(found) not in map(self._known, cites):
            cites.insert(0, found)
        spans = self._set(bare(typed, words), None, within=True)
        return (
            *self._marked(spans, self._tongue_of(found)),
            *(self._mark(cite) for cite in cites),
        )

    def _marked(self, spans: Spans, lang: str) -> Spans:
        """Return the words of a quotation, which are in `lang`, with its marks around them."""
        marks = self.marks
        said: list[Span] = []
        for span in spans or (Span(""),):
            text, tongue = nested(span.text, self.language), self._lang(span.lang or lang)
            _append(said, Span(text, quoted=True, lang=tongue))
        said[0] = replace(said[0], text=f"{marks.opening}{said[0].text}")
        said[-1] = replace(said[-1], text=f"{said[-1].text}{marks.closing}")
        return tuple(said)

    @property
    def marks(self) -> Marks:
        """The quotation marks of the language."""
        return marks_of(self.language)

    def day_or_words(self, text: str | None) -> str:
        """Return an ISO date as the language prints it, and anything else as it is."""
        try:
            return print_day(date.fromisoformat(text or ""), self.language)
        except ValueError:
            return text or ""

    def _spans_of(self, text: str, path: Path | None) -> Spans:
        """Set `text`; with the path of its unit its quotations are cited."""
        if is_plain(text, self.language) and text == text.strip():
            return (Span(text),)
        return self._set(part(text), path)

    def _set(self, typed: Typed, path: Path | None, *, within: bool = False) -> Spans:
        quotations = quoted_spans(typed.text)
        cites = behind_stops(typed, quotations)
        tongues: list[str] = []
        if path is not None and self.evidence is not None and quotations:
            found = [self.evidence.paragraph_of(path, inner) for _, _, inner in quotations]
            cites = self._with_evidence(typed.text, cites, quotations, found)
            tongues = [self._tongue_of(cite) for cite in found]
        changes = edits(typed.text, quotations, self.language, within=within)
        changes = _closed_up(typed.text, [at for at, _ in (*typed.cites, *cites)], changes)
        return tuple(self._spans(typed, quotations, tongues, cites, changes))

    def _with_evidence(
        self,
        text: str,
        cites: list[tuple[int, Citation]],
        quotations: list[tuple[int, int, str]],
        witnessed: list[Citation | None],
    ) -> list[tuple[int, Citation]]:
        """Return the citations of a text with those that its quotations were found at, in order.

        A quotation whose paragraph the next citation names anyway gets none of its own.
        """
        ahead: list[tuple[int, Citation]] = []
        left = list(cites)
        for (_, end, _), found in zip(reversed(quotations), reversed(witnessed), strict=True):
            while left and left[-1][0] >= end:
                ahead.append(left.pop())
            if found is None or (ahead and self._known(ahead[-1][1]) == self._known(found)):
                continue
            ahead.append((behind_quote(text, end), found))
        return sorted([*left, *reversed(ahead)], key=lambda placed: placed[0])

    def _spans(
        self,
        typed: Typed,
        quotations: list[tuple[int, int, str]],
        tongues: list[str],
        cites: list[tuple[int, Citation]],
        changes: list[Edit],
    ) -> list[Span]:
        """Cut the text where its marks change, and set each piece.

        `tongues` holds the languages of the quotations, or nothing where none is known.
        """
        cuts = {0, len(typed.text), *(end for end, _ in typed.pieces), *(at for at, _ in cites)}
        cuts |= {edge for start, end, _ in quotations for edge in (start, end)}
        places = sorted(cuts)
        spans: list[Span] = []
        cite = piece = change = quotation = reached = 0
        for start, end in zip(places, [*places[1:], None], strict=True):
            while quotation < len(quotations) and quotations[quotation][1] <= start:
                quotation += 1
            opened = quotations[quotation][0] if quotation < len(quotations) else len(typed.text)
            while cite < len(cites) and cites[cite][0] == start:
                spans.append(replace(self._mark(cites[cite][1]), quoted=opened < start))
                cite += 1
            if end is None:
                break
            while typed.pieces[piece][0] <= start:
                piece += 1
            text: list[str] = []
            reached = max(reached, start)
            while change < len(changes) and changes[change].start < end:
                edit = changes[change]
                text += (typed.text[reached : edit.start], edit.text)
                reached = edit.end
                change += 1
            text.append(typed.text[reached:end])
            reached = max(reached, end)
            shown = "".join(text)
            if shown:
                quoted = opened <= start
                mine = typed.pieces[piece][1]
                lang = mine.lang or (tongues[quotation] if quoted and tongues else "")
                _append(spans, replace(mine, text=shown, quoted=quoted, lang=self._lang(lang)))
        return spans

    def _lang(self, tag: str) -> str:
        """Return the tag of words as a span bears it: none where they are in the briefing's own."""
        return "" if tag == self.language else tag

    def _tongue_of(self, cite: Citation | None) -> str:
        """Return the language of the source where a quotation was found, if it is another."""
        return self.tongues.get(cite.source, "") if cite else ""

    def _known(self, cite: Citation) -> Citation:
        """Return `cite` with the key of its source, which the only source needs not name."""
        if cite.source not in self.letters and len(self.letters) == 1:
            return replace(cite, source=next(iter(self.letters)))
        return cite

    def _mark(self, cite: Citation) -> Span:
        known = self._known(cite)
        return Span(f"{self.letters.get(known.source, '')}{known.paragraph}", cite=known)


def _closed_up(text: str, cites: list[int], changes: list[Edit]) -> list[Edit]:
    """Return `changes`, with no space before a citation and none at either end."""
    gaps: list[Edit] = []
    for at in {*cites, len(text)}:
        start = len(text[:at].rstrip())
        if start < at:
            gaps.append(Edit(start, at, ""))
    lead = len(text) - len(text.lstrip())
    if lead and 0 not in cites and lead < len(text):
        gaps.append(Edit(0, lead, ""))
    if not gaps:
        return changes
    gaps.sort()
    starts = [gap.start for gap in gaps]

    def covered(edit: Edit) -> bool:
        at = bisect_left(starts, edit.end) - 1
        return at >= 0 and gaps[at].start < edit.end and edit.start < gaps[at].end

    return sorted([*gaps, *(edit for edit in changes if not covered(edit))])


def _append(spans: list[Span], span: Span) -> None:
    """Add `span`, joined to the last one where their marks are the same."""
    if spans and spans[-1].cite is None and replace(spans[-1], text=span.text) == span:
        spans[-1] = replace(spans[-1], text=spans[-1].text + span.text)
    else:
        spans.append(span)
