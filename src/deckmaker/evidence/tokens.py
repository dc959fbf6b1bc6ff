"""Text becomes tokens that can be compared: words, numbers and marks, folded.

Folded alike are what changes no word: the many quotation marks, dashes and spaces, compatibility
forms (NFKC) and invisible characters. Case, punctuation and spelling stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from deckmaker.language.quoting import MARKS
from deckmaker.snapshots import visible

QUOTE = '"'
DASH = "-"
OMISSION = "…"

QUOTATION_MARKS = MARKS + "'‘’‚‛`´＇׳′″"
_HYPHENS = "-‐‑‒–−－"
_LONG_DASHES = "—―"

_TOKEN = re.compile(
    rf"""
      (?P<omission> (?: \.(?:\s?\.){{2,}} | (?:\.\s?){{0,2}}… ) (?: \s?(?:…|\.) )* )
    | (?P<word> \w+?n['’]t(?!\w)           # a negation never comes apart: can’t, won’t
              | \d+(?:[.,:]\d+)*\w*        # 7,000 and 3.5 and 10:30 and 5th are one token
              | \w+ )
    | (?P<dash> [{re.escape(_HYPHENS)}]+ | [{_LONG_DASHES}]+ )
    | (?P<quote> '' | `` | [{re.escape(QUOTATION_MARKS)}] )
    | (?P<accents> [\u0300-\u036f]+ )
    | (?P<mark> [^\w\s] )
    """,
    re.VERBOSE,
)

_RAISED = re.compile(r"(?<=\d)[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")
FIRST_UNSPACED = "\u0e00"
"""Below it no script is written without spaces between its words."""
_FIRST_COMBINING = "\u0300"
_MOST_ACCENTS = 30


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark of a text, with where it stands there."""

    folded: str
    """What is compared."""
    start: int
    end: int
    """Offsets into the text that was tokenized."""
    word: bool
    """A word or number rather than a mark."""


def tokenize(text: str) -> tuple[Token, ...]:
    """Return the tokens of `text`, which should be `visible`; offsets count in `text` itself."""
    tokens: list[Token] = []
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        match found.lastgroup:
            case "omission":
                tokens.append(Token(OMISSION, start, end, word=False))
            case "dash":
                tokens.append(Token(DASH, start, end, word=False))
            case "quote":
                tokens.append(Token(QUOTE, start, end, word=False))
            case "word":
                _add_word(tokens, text, start, end)
            case "accents":
                _lengthen(tokens, text, start, end)
            case _:
                if text[start] >= _FIRST_COMBINING and _combining(text[start]):
                    _lengthen(tokens, text, start, end)
                else:
                    tokens.append(Token(_fold(text[start:end]), start, end, word=False))
    return tuple(tokens)


def folded(text: str) -> str:
    """Return the tokens of `text` as one string: equal for texts that count as the same words."""
    return " ".join(token.folded for token in tokenize(visible(text)))


def joined_by_hyphen(text: str, tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether no quotation may begin at `tokens[index]` or end before it.

    That is so inside a compound (`non-committal` must not become “committal”) and between a
    minus sign and its number; a dash between clauses parts words like a space.
    """
    if not 0 < index < len(tokens):
        return False
    before, after = tokens[index - 1], tokens[index]
    if before.folded == DASH and before.end == after.start and _is_hyphen(text, before):
        tight = index > 1 and tokens[index - 2].word and tokens[index - 2].end == before.start
        return after.word and (tight or after.folded[0].isdigit())
    if after.folded == DASH and before.end == after.start and _is_hyphen(text, after):
        follows = tokens[index + 1] if index + 1 < len(tokens) else None
        return before.word and follows is not None and follows.word and follows.start == after.end
    return False


def _is_hyphen(text: str, token: Token) -> bool:
    return token.end - token.start == 1 and text[token.start] not in _LONG_DASHES


def _fold(raw: str) -> str:
    if raw.isascii():
        return raw.replace("'", QUOTE)
    raw = _RAISED.sub(r"^\g<0>", raw)  # 40¹ is not 401
    return unicodedata.normalize("NFKC", raw).replace("’", QUOTE).replace("'", QUOTE)


def _combining(char: str) -> bool:
    return unicodedata.category(char).startswith("M")


def _lengthen(tokens: list[Token], text: str, start: int, end: int) -> None:
    """Let the last token reach `end`: combining marks belong to what stands before them."""
    if tokens and tokens[-1].end == start:
        last = tokens.pop()
        written = text[last.start : min(end, start + _MOST_ACCENTS)]  # sorted in quadratic time
        tokens.append(Token(_fold(written), last.start, end, last.word))


def _add_word(tokens: list[Token], text: str, start: int, end: int) -> None:
    raw = text[start:end]
    if not raw.isascii() and any(_unspaced(c) for c in raw):
        for at in range(start, end):
            tokens.append(Token(_fold(text[at]), at, at + 1, word=True))
        return
    if (
        tokens
        and tokens[-1].end == start
        and start
        and text[start - 1] >= _FIRST_COMBINING
        and _combining(text[start - 1])
    ):
        start = tokens.pop().start
    tokens.append(Token(_fold(text[start:end]), start, end, word=True))


def _unspaced(char: str) -> bool:
    return char >= FIRST_UNSPACED and unicodedata.name(char, "").startswith(_UNSPACED)
