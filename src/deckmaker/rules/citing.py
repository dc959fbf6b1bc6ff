"""Claims without a source: neither quoted nor cited (C01), or given to nobody (C04)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckmaker.diagnostics import Diagnostic, Path
from deckmaker.evidence.statements import Statement
from deckmaker.language import blocks
from deckmaker.language.schema import short
from deckmaker.rules.draft import Draft, is_saying

_CLAIMING = frozenset({"short", "prose", "cell", "figure"})


def unbacked(draft: Draft) -> Iterator[Diagnostic]:
    """Yield the entries of blocks that claim something and say of no source that it says so."""
    if not draft.briefing.sources:
        return
    told: set[Path] = set()
    for path, block in draft.blocks:
        if isinstance(
            block,
            (blocks.QuestionsBlock, blocks.AsksBlock, blocks.ChartBlock, blocks.ImageBlock),
        ):
            continue
        beside = draft.by_block[path]
        claims = [one for one in beside if is_saying(one) and one.unit.role in _CLAIMING]
        table = isinstance(block, blocks.TableBlock)
        if table and _is_backed_whole(beside):
            continue
        for one in claims:
            if one.entry in draft.backed or one.entry in told or _is_ours(block, one):
                continue
            told.add(one.entry)
            fuller = [c for c in claims if c.entry == one.entry and c.unit.role == "prose"]
            yield _without_source(draft, fuller[0] if fuller else one, table=table)
            if table:
                break


def weasels(draft: Draft) -> Iterator[Diagnostic]:
    """Yield what is given to “experts” and “some” without a word of who they are."""
    phrases = draft.words.weasels.any_phrase
    for one in draft.sayings:
        if one.cited or one.quotations:
            continue
        if found := phrases.first(one.free):
            yield draft.at(
                one,
                found[0],
                "C04",
                f"`{short(found[0])}` does not say who",
                "name them, quote them or cite where they say so",
                "or say it yourself, if you have reason to",
            )


def _without_source(draft: Draft, one: Statement, *, table: bool) -> Diagnostic:
    what = "this row" if table else "this claim"
    cite = "@7" if "" in draft.briefing.sources else f"@{next(iter(draft.briefing.sources))}:7"
    return draft.at(
        one,
        one.text,
        "C01",
        f"{what} has neither a quotation nor a citation: `{short(one.text)}`",
        f"cite the paragraph that says so, as in `{cite}`; `deckmaker sources` lists them",
        "what is your own judgement belongs into `likelihood: { ours: … }`, `asks` or `questions`",
    )


def _is_backed_whole(beside: Iterable[Statement]) -> bool:
    """Tell whether the caption of a table or a paragraph beside it cites for all of its rows."""
    return any(one.cited and {"caption", "memo"} & set(one.unit.path) for one in beside)


def _is_ours(block: blocks.AnyBlock, one: Statement) -> bool:
    """Tell whether a claim belongs to a scenario that we judge ourselves."""
    if not isinstance(block, blocks.ScenariosBlock):
        return False
    path = one.unit.path
    number = path[path.index("scenarios") + 1] if "scenarios" in path else None
    return isinstance(number, int) and bool(block.scenarios[number].likelihood.ours)
