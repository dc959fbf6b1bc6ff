"""Every mistake in `tests/errors/*.md` is reported word for word as it stands there."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from deckmaker.caret import caret_report
from deckmaker.diagnostics import BriefingError
from deckmaker.language.briefing import load

ERRORS = Path(__file__).parent / "errors"
REWRITE = os.environ.get("DECKMAKER_REWRITE") == "1"

HEAD = """\
deckmaker: 1
meta: { title: The ferry stays, date: 2026-02-17 }
source: { file: source.txt, cite: Minutes of the hearing }
sections:
"""
"""What stands before a section that is shown alone."""

_CASE = re.compile(
    r"^## (?P<name>.+?)\n.*?^```yaml(?P<form>[ \w]*)\n(?P<yaml>.*?)^```\n\n?"
    r"(?:^```text\n(?P<report>.*?)^```\n)?",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Case:
    """A mistake and what is said to it."""

    file: Path
    name: str
    form: str
    yaml: str
    report: str | None

    @property
    def raw(self) -> bytes:
        """The briefing as bytes."""
        text = HEAD + self.yaml if "section" in self.form else self.yaml
        if "escaped" not in self.form:
            return text.encode()
        text = text.replace("\\t", "\t")
        pieces = re.split(r"\\x([0-9a-f]{2})", text)
        return b"".join(
            bytes.fromhex(piece) if at % 2 else piece.encode() for at, piece in enumerate(pieces)
        )


def cases() -> Iterator[Case]:
    for file in sorted(ERRORS.glob("*.md")):
        if file.name != "README.md":
            for match in _CASE.finditer(file.read_text("utf-8")):
                yield Case(file, **match.groupdict())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that briefings name, and a way out of it that must stay shut."""
    inner = tmp_path / "briefing"
    shutil.copytree(ERRORS / "files", inner)
    (tmp_path / "secret.csv").write_text("a,b\n1,2\n")
    (inner / "link.csv").symlink_to(tmp_path / "secret.csv")
    monkeypatch.chdir(inner)
    return inner


def report(raw: bytes) -> str:
    """Return what is said to the briefing `raw`, an empty line between the problems."""
    file = Path("briefing.yaml")
    file.write_bytes(raw)
    try:
        briefing = load(file)
    except BriefingError as error:
        return "\n\n".join(map(caret_report, error.diagnostics)) + "\n"
    return "\n\n".join(map(caret_report, briefing.warnings)) + "\n"


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: f"{case.file.stem}: {case.name}")
def test_a_mistake_is_reported_word_for_word(case: Case, folder: Path) -> None:
    said = report(case.raw)
    if REWRITE and said != case.report:
        rewrite(case, said)
        return
    assert said == case.report


def rewrite(case: Case, said: str) -> None:
    """Put the new report into the file of `case`."""
    text = case.file.read_text("utf-8")
    for match in _CASE.finditer(text):
        if match["name"] == case.name:
            end = match.end("yaml") + len("```\n")
            new = f"{text[:end]}\n```text\n{said}```\n{text[match.end() :]}"
            case.file.write_text(new, "utf-8")
            return


def test_no_report_speaks_the_language_of_a_library() -> None:
    said = "\n".join(case.report or "" for case in cases())
    for phrase in ("pydantic", "Input should", "validator", "yaml.", "Traceback", "dict", "str "):
        assert phrase not in said


def test_every_mistake_has_a_name_of_its_own() -> None:
    names = [(case.file.name, case.name) for case in cases()]
    assert len(names) == len(set(names))
    assert len(names) >= 60
