"""LibreOffice turns decks into PDF, many at a time, each process in a profile of its own."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

_PATIENCE = 600


def to_pdfs(decks: Mapping[str, bytes], folder: Path, profile: Path) -> dict[str, bytes]:
    """Return the PDF of each deck by its name; one that LibreOffice cannot read is left out."""
    folder.mkdir(parents=True, exist_ok=True)
    sources = {name: folder / f"{name}.pptx" for name in decks}
    for name, path in sources.items():
        path.write_bytes(decks[name])
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={profile.absolute().as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *map(str, sources.values()),
        ],
        capture_output=True,
        timeout=_PATIENCE,
        check=False,
    )
    made = {name: path.with_suffix(".pdf") for name, path in sources.items()}
    return {name: path.read_bytes() for name, path in made.items() if path.exists()}
