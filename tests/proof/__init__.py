"""The proof that nothing overflows, in any script: generated briefings, built and read back.

`compose` writes briefings out of the texts of `tests/languages` and of what nobody would write;
`strategies` lets hypothesis choose them and `run` a seeded die. What becomes of them is read twice:
`measuring` asks HarfBuzz how much room a text wants (fast, no renderer), `slides` and `memos` look
at the finished pages, every line of every box (`python -m proof`, with `tests` on the path).
"""
