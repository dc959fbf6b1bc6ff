"""The language: plain data become a Briefing, or every mistake in it with line, column and mend."""
