"""Words that are marked with a language, as `[Zeitenwende]{lang=de}`: the marks that mark none.

A tag that is none is an error, as it is under `meta`; a mark that stands wrong would be printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from deckmaker.diagnostics import Diagnostic, Path, Severity
from deckmaker.language.tag import fault_of, is_tag
from deckmaker.reading.source import SourceText
from deckmaker.richtext import parse, plain

_MEANT = re.compile(
    r"\{\s*(?:xml:)?lang(?:uage)?\s*[=:][^{}\n]*\}|(?<=\])\{[^{}\n]{0,40}\}", re.IGNORECASE
)
"""What looks like a mark, anywhere; and whatever stands in braces behind square brackets."""
_MOST = 5
"""Equal marks that are told of one by one."""
_WITH_TAG = r"\{{lang=[\"']?\s*{tag}[^}}]*\}}"


def tongues(text: SourceText, path: Path, words: str) -> Iterator[Diagnostic]:
    """Yield what is wrong with the languages that `words`, which stand at `path`, state."""
    if "{" not in words:
        return
    spans = parse(words)
    for tag in dict.fromkeys(span.lang for span in spans if span.lang):
        if not is_tag(tag):
            message, hint = fault_of(tag)
            typed = re.findall(_WITH_TAG.format(tag=re.escape(tag)), words) or [tag]
            for nth in range(len(typed)):
                span = text.find(path, typed[0], nth)
                yield Diagnostic("B003", message, path, (hint,), span=span)
    # Whoever takes the meaning from the bracket knows what is printed.
    loose = Counter(match[0] for match in _MEANT.finditer(plain(spans)))
    for mark, count in loose.items() if "\\[" not in words else ():
        # Of equal marks the last ones are looked at: those before them may well mark something.
        before = words.count(mark) - count
        for nth in range(min(count, _MOST)):
            yield Diagnostic(
                "A07",
                f"`{mark}` says the language of nothing, and is printed as it stands",
                path,
                (
                    "write `[words]{lang=de}`: the words in square brackets, "
                    "the braces directly behind",
                ),
                Severity.WARNING,
                text.find(path, mark, before + nth),
            )
