"""Runs inside the interpreter of a swept release: imports its packages, describes what is there."""
