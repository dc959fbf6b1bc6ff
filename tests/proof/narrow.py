"""A briefing that violates something becomes the smallest one that still does.

`python -m proof.narrow de-7-12` prints it: briefing 12 in German of the run with seed 7.
"""

from __future__ import annotations

import copy
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

from deckmaker.build import make
from deckmaker.diagnostics import BriefingError
from memo.telling import overheard
from proof.compose import PICTURE
from proof.holders import marked
from proof.memos import judge_memo, judge_tags, judge_told
from proof.office import to_pdfs
from proof.pages import read_pages
from proof.run import composed
from proof.slides import judge_slides
from proof.texts import FOLDER

Data = dict[str, object]
_PATIENCE = 120
"""Seconds that are spent on making a briefing smaller."""
_SPLITTABLE = 2
"""Words below which a text is not made shorter."""


def kinds(data: Data, folder: Path) -> set[str]:
    """Return the kinds of violations in a briefing, `crash` where it cannot be built."""
    (folder / PICTURE.name).write_bytes(PICTURE.read_bytes())
    path = folder / "briefing.yaml"
    path.write_text(as_yaml(data), "utf-8")
    try:
        with overheard() as rendered:
            deck, memo = make(path).files.values()
    except BriefingError:
        return set()
    except Exception:
        return {"crash"}
    painted, plans = marked(deck)
    pdf = to_pdfs({"deck": painted}, folder / "pages", folder / "profile").get("deck", b"")
    found = judge_slides(plans, read_pages(pdf), pdf).violations if pdf else []
    found += [*judge_memo([], read_pages(memo)), *judge_tags(memo)]
    return {one.kind for one in (*found, *judge_told(memo, *rendered[0]))}


def narrow(data: Data, wanted: str, has: Callable[[Data], set[str]]) -> Data:
    """Return the smallest briefing met that has a violation of the kind `wanted`."""
    smaller, until = True, time.monotonic() + _PATIENCE
    while smaller:
        smaller = False
        for one in reduced(data):
            if time.monotonic() > until:
                return data
            if wanted in has(one):
                data, smaller = one, True
                break
    return data


def reduced(data: Data) -> Iterator[Data]:
    """Yield the briefing with one thing less: a section, an entry, a key, half of a text."""
    for path in sorted(_places(data, ()), key=len):
        if path[0] != "sections":
            continue
        value = _at(data, path)
        if isinstance(path[-1], int) or path[-1] in ("notes", "memo", "caption", "confidence"):
            yield _changed(data, path, None)
        if isinstance(value, str) and len(value) > 1 and path[-1] != "file":
            words = value.split(" ")
            if len(words) >= _SPLITTABLE:
                half = len(words) // 2
                yield _changed(data, path, " ".join(words[:half]))
                yield _changed(data, path, " ".join(words[half:]))
            elif len(value) > 30:
                yield _changed(data, path, value[: len(value) // 2])


def as_yaml(data: Data) -> str:
    """Return the briefing as text."""
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1_000_000)


def _places(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    items = value.items() if isinstance(value, dict) else ()
    if isinstance(value, list):
        items = enumerate(value)
    for key, inner in items:
        yield (*path, key)
        yield from _places(inner, (*path, key))


def _at(data: object, path: tuple[str | int, ...]) -> object:
    for step in path:
        data = data[step]  # type: ignore[index]
    return data


def _changed(data: Data, path: tuple[str | int, ...], value: str | None) -> Data:
    made = copy.deepcopy(data)
    holder = _at(made, path[:-1])
    if value is None:
        del holder[path[-1]]  # type: ignore[attr-defined]
    else:
        holder[path[-1]] = value  # type: ignore[index]
    return made


def main() -> None:
    """Print the smallest briefing for each kind of violation."""
    tag, seed, number = sys.argv[1].rsplit("-", 2)
    if int(number):
        data = yaml.safe_load(composed(tag, int(seed), int(number)).text)
    else:
        data = yaml.safe_load((FOLDER / f"{tag}.yaml").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for wanted in sys.argv[2:] or sorted(kinds(data, folder)):
            print(f"# {wanted}")
            print(as_yaml(narrow(data, wanted, lambda one: kinds(one, folder))))


if __name__ == "__main__":
    main()
