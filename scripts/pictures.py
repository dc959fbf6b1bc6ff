"""Render the root briefing and put its best pages into docs/pictures, for the README.

Wants LibreOffice, Poppler and Pillow: `python scripts/pictures.py`.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from PIL import Image

from deckmaker.build import make

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "docs" / "pictures"
DOTS_PER_INCH = 72
GAP = 12
GROUND = "#D9D9D6"


def pages(pdf: Path, resolution: int) -> list[Image.Image]:
    """Return the pages of `pdf` as pictures."""
    stem = pdf.with_suffix("")
    command = ["pdftoppm", "-r", str(resolution), "-png", str(pdf), str(stem)]
    subprocess.run(command, check=True)  # noqa: S603
    return [Image.open(path).convert("RGB") for path in sorted(pdf.parent.glob(f"{stem.name}-*"))]


def sheet(pictures: list[Image.Image], columns: int) -> Image.Image:
    """Return `pictures` side by side on a grey ground."""
    width, height = pictures[0].size
    rows = -(-len(pictures) // columns)
    size = (columns * (width + GAP) + GAP, rows * (height + GAP) + GAP)
    whole = Image.new("RGB", size, GROUND)
    for number, picture in enumerate(pictures):
        row, column = divmod(number, columns)
        whole.paste(picture, (GAP + column * (width + GAP), GAP + row * (height + GAP)))
    return whole


def main() -> None:
    """Write deck.png and memo.png."""
    deck, memo = make(ROOT / "briefing.yaml").files.values()
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "deck.pptx").write_bytes(deck)
        (folder / "memo.pdf").write_bytes(memo)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        office = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", name]
        subprocess.run([*office, str(folder / "deck.pptx")], check=True)  # noqa: S603
        slides = pages(folder / "deck.pdf", DOTS_PER_INCH)
        chosen = [slides[n] for n in (0, 3, 6, 7, 11, 12)]
        sheet(chosen, 2).quantize(256).save(TARGET / "deck.png", optimize=True)
        memo_pages = pages(folder / "memo.pdf", DOTS_PER_INCH)[:3]
        sheet(memo_pages, 3).quantize(256).save(TARGET / "memo.png", optimize=True)


if __name__ == "__main__":
    main()
