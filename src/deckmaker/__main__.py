"""`python -m deckmaker` is the command `deckmaker`."""

from deckmaker.cli import main

if __name__ == "__main__":
    main()
