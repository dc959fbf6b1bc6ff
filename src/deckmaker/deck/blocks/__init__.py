"""Blocks become bodies of slides: one function for each kind, in the order of the language."""
