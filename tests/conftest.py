"""How generated tests run: at random while one works, always alike where a change is judged."""

from __future__ import annotations

import os

from hypothesis import settings

# A rare example that fails is worth finding, but not by the chance of an unrelated change:
# `make test` searches anew each time, CI repeats the same examples.
settings.register_profile("judged", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("searching", deadline=None)
settings.load_profile("judged" if os.environ.get("CI") else "searching")
