"""Markdown becomes paragraphs: CommonMark with tables, strikethrough and footnotes.

It is made into HTML, which the reader of HTML takes apart. Front matter is left out, and so is what
is struck out.
"""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from deckmaker.snapshots.html import fragment_paragraphs
from deckmaker.snapshots.plaintext import decoded
from deckmaker.snapshots.transcript import MOST_CHARACTERS, TOO_LONG, UnreadableError

if TYPE_CHECKING:
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_DEEPEST = 100
"""Blocks within blocks; beyond it the parser leaves text out."""
_MOST_LOOKED_THROUGH = 200_000_000
"""Characters in which the ends of brackets are looked for; a text of any length needs far less."""
_FRONT = re.compile(r"---[ \t]*\n(?P<matter>.*?\n)??(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_YAML_LINE = re.compile(r"\s*$|\s+\S|[\w\"'][^:]*:(?:\s|$)|-\s|#|[\]}]")
_NOTE = re.compile(r"\[\^[^\]\s]{1,60}\]")


def paragraphs(data: bytes) -> list[str]:
    """Return the paragraphs of Markdown in UTF-8; raise UnreadableError where it cannot be read."""
    text = decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > MOST_CHARACTERS:
        raise UnreadableError(TOO_LONG)
    return fragment_paragraphs(_html(_without_front_matter(text)))


def _without_front_matter(text: str) -> str:
    found = _FRONT.match(text)
    # A rule across the page is written so, too: what stands between two is text then.
    if found and all(_YAML_LINE.match(line) for line in (found["matter"] or "").splitlines()):
        return text[found.end() :]
    return text


def _html(text: str) -> str:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
    parser.enable(["table", "strikethrough"])
    interrupts: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    parser.block.ruler.before("reference", "footnote", _begin_note, interrupts)
    parser.inline.ruler.before("link", "footnote_mark", _skip_note_mark)
    parser.helpers = _bounded(parser.helpers)
    try:
        rendered: str = parser.render(text)
    except (UnreadableError, RecursionError, MemoryError):
        raise
    except Exception as error:
        raise UnreadableError("is damaged: it cannot be read as Markdown") from error
    return rendered


def _bounded(helpers: Any) -> Any:
    """Return the helpers of the parser, of which the one that ends a bracket gives up in time.

    For each bracket that is never closed it looks through all that follows in the paragraph.
    """
    looked_through = 0

    def end_label(state: StateInline, start: int, disable_nested: bool = False) -> int:
        nonlocal looked_through
        end: int = helpers.parseLinkLabel(state, start, disable_nested)
        looked_through += (end if end >= 0 else state.posMax) - start
        if looked_through > _MOST_LOOKED_THROUGH:
            raise UnreadableError("holds thousands of brackets that are never closed")
        return end

    return SimpleNamespace(
        parseLinkLabel=end_label,
        parseLinkDestination=helpers.parseLinkDestination,
        parseLinkTitle=helpers.parseLinkTitle,
    )


def _begin_note(state: StateBlock, line: int, _last: int, silent: bool) -> bool:
    """Let a footnote (`[^1]: …`) begin a paragraph, and take away its mark."""
    begin = state.bMarks[line] + state.tShift[line]
    mark = _NOTE.match(state.src, begin, state.eMarks[line])
    if mark is None or not state.src.startswith(":", mark.end()):
        return False
    if silent:
        return True
    # The paragraph is made by the rule for paragraphs, of what stands behind the mark.
    rest = state.src[mark.end() + 1 : state.eMarks[line]]
    state.bMarks[line] = mark.end() + 1 + len(rest) - len(rest.lstrip())
    state.tShift[line] = state.sCount[line] = 0
    return False


def _skip_note_mark(state: StateInline, silent: bool) -> bool:
    """Leave out the mark of a footnote (`[^1]`)."""
    mark = _NOTE.match(state.src, state.pos, state.posMax)
    if mark is None:
        return False
    state.pos = mark.end()
    return True
