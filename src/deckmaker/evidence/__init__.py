"""Quotations and numbers against the snapshots of their sources; verdicts and a lock come out."""
