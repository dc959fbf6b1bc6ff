"""What several commands take: arguments and options, with the words that explain them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

DEFAULT = Path("briefing.yaml")
CLOSE = 0.6
"""How alike a word must be to be what was meant."""

BriefingFile = Annotated[
    Path, typer.Argument(metavar="FILE", help="The briefing.", show_default=True)
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but problems.")]
Strict = Annotated[bool, typer.Option("--strict", help="Let warnings count as errors do.")]
BrandOption = Annotated[
    str | None,
    typer.Option("--brand", metavar="BRAND", help="A built-in brand or a brand file."),
]


def _one_of(*words: str) -> dict[str, Any]:
    """Return how an option takes one of `words`, whatever its capitals."""

    def parse(typed: str) -> str:
        from difflib import get_close_matches

        if typed.casefold() in words:
            return typed.casefold()
        close = get_close_matches(typed.casefold(), words, n=1, cutoff=CLOSE)
        meant = f": did you mean {close[0]}?" if close else ""
        raise typer.BadParameter(f"'{typed}' is not one of {', '.join(words)}{meant}")

    return {
        "parser": parse,
        "metavar": f"<{'|'.join(words)}>",
        "autocompletion": lambda incomplete: [one for one in words if one.startswith(incomplete)],
    }


FormatOption = Annotated[
    Literal["text", "json", "sarif", "github"],
    typer.Option(
        "--format",
        help="How to report; all but text go to standard output.",
        **_one_of("text", "json", "sarif", "github"),
    ),
]
ListFormatOption = Annotated[
    Literal["text", "json"],
    typer.Option("--format", help="How to list them.", **_one_of("text", "json")),
]
OnlyOption = Annotated[
    Literal["deck", "memo"] | None,
    typer.Option("--only", help="Make one of the two.", **_one_of("deck", "memo")),
]
Output = Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Where the files go.")]

_RULES = "RULES"
Select = Annotated[
    list[str] | None,
    typer.Option("--select", metavar=_RULES, help="Look at these rules alone: Q, or A01,A05."),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar=_RULES, help="Leave these rules out."),
]
SelectWarnings = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar=_RULES,
        help="Let these rules alone warn: Q, or A01,A05. Errors of any rule count.",
    ),
]
IgnoreWarnings = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar=_RULES,
        help="Silence the warnings of these rules; an error is never silenced.",
    ),
]
Snapshots = Annotated[
    list[str] | None,
    typer.Option(
        "--source",
        metavar="FILE",
        help="The snapshot of the source; KEY=FILE for one of several.",
    ),
]
