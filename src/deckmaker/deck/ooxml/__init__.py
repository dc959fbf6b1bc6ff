"""The planned Deck spelled as Office Open XML: parts, relationships and the package."""
