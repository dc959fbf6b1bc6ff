"""Judges of finished files: validators that others wrote, and checks of ours for what they miss.

Every judge takes a finished file and returns what is wrong with it as a list of sentences, empty
for a good file. Of a deck, `structure` reads the package, `rendering` what LibreOffice makes of it;
of a memo, `tags` reads the structure. `validators` asks the Open XML SDK, openxml-audit,
page-validation, qpdf and pdffonts.
"""
