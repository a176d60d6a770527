"""Breaks examples on purpose, to see whether the harness notices."""
