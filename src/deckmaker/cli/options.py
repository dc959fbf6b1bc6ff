"""What several commands take: arguments and options, with the words that explain them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

DEFAULT = Path("briefing.yaml")

BriefingFile = Annotated[
    Path, typer.Argument(metavar="FILE", help="The briefing.", show_default=True)
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but problems.")]
Strict = Annotated[bool, typer.Option("--strict", help="Let warnings count as errors do.")]
BrandOption = Annotated[
    str | None,
    typer.Option("--brand", metavar="BRAND", help="A built-in brand or a brand file."),
]
FormatOption = Annotated[
    Literal["text", "json", "sarif", "github"],
    typer.Option("--format", help="How to report; all but text go to standard output."),
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
