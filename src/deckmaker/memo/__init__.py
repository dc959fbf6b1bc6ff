"""The memo: an assembled Document becomes a PDF to read and send.

    Document ─story→ slabs ─paginate→ pages ─canvas→ bytes

reportlab writes the PDF (objects, pages, pictures, links, outline). Its platypus layout is not
used: platypus measures a table anew at every split, glues a heading to the whole of what follows
and reads text as markup; here every line and row is measured once, into a flat list of slabs, and
one rule of some twenty lines breaks pages so that nothing is stranded. Knowing all pages before
the first is drawn also gives "Page x of y" without a second build.
"""

from deckmaker.memo.writer import render

__all__ = ["render"]
