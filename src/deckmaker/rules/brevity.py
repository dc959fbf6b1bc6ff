"""What is too long or says too little for a room: titles that name a topic (D01), short forms over
nine words (D05), a bottom line over 35 and a memo over 1,500 (D07)."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.diagnostics import KEY, Diagnostic, Path, Severity
from deckmaker.document.sentences import count_words
from deckmaker.language import blocks
from deckmaker.language.hearing import heard
from deckmaker.language.schema import short
from deckmaker.richtext import parse, plain
from deckmaker.rules.draft import Draft

SHORT_WORDS = 9
BLUF_WORDS = 35
MEMO_WORDS = 1_500
TOPIC_WORDS = 6
"""A longer title hardly lacks a verb."""


def topics(draft: Draft) -> Iterator[Diagnostic]:
    """Yield titles of slides and sections that name what they are about and assert nothing."""
    titles = draft.words.titles
    for one in draft.statements:
        path = one.unit.path
        if one.unit.role != "title" or path in (("meta", "subtitle"), ("meta", "question")):
            continue
        said = heard(one.unit.text)
        bare = bool(titles.any_topic.whole(said) or titles.any_topic_start.at(said))
        if bare and count_words(said) <= TOPIC_WORDS and not one.quoted:
            yield Diagnostic(
                "D01",
                f"the title `{short(one.text)}` names a topic; it does not say what is so",
                path,
                (
                    "write the finding as a sentence: `The vote is put off, and staff are the "
                    "open question`",
                ),
                Severity.WARNING,
            )


def lengths(draft: Draft) -> Iterator[Diagnostic]:
    """Yield short forms, bottom lines and memos that are longer than readers bear."""
    asked = {
        one.unit.path
        for path, block in draft.blocks
        if isinstance(block, blocks.QuestionsBlock)
        for one in draft.by_block[path]
    }
    for one in draft.statements:
        words = count_words(one.text) if one.unit.role == "short" else 0
        if words > SHORT_WORDS and one.unit.path not in asked:
            yield Diagnostic(
                "D05",
                f"the short form has {words} words: `{short(one.text)}`",
                one.unit.path,
                (
                    f"{SHORT_WORDS} are the most that a room reads while it listens",
                    "put the rest behind a colon: `Short: full`",
                ),
                Severity.WARNING,
            )
    for path, block in draft.blocks:
        if isinstance(block, blocks.SummaryBlock):
            words = count_words(plain(parse(block.summary.bluf)))
            if words > BLUF_WORDS:
                yield _too_long((*path, "summary", "bluf"), "the bottom line", words, BLUF_WORDS)
    words = sum(count_words(one.text) for one in draft.printed)
    if words > MEMO_WORDS:
        path = ("meta", "title", KEY)
        yield _too_long(path, "the memo", words, MEMO_WORDS)


def _too_long(path: Path, what: str, words: int, limit: int) -> Diagnostic:
    hints = {
        BLUF_WORDS: "say the one thing in one sentence; what carries it goes to `points`",
        MEMO_WORDS: "a minister reads three pages: leave out what the bottom line can do without",
    }
    return Diagnostic(
        "D07",
        f"{what} has {words:,} words; {limit:,} are the most",
        path,
        (hints[limit],),
        Severity.WARNING,
    )
