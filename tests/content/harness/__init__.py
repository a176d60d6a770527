"""Runs the sheet's examples in real Django; this package runs inside one Django environment.

`python -m harness JOBS RESULTS` reads a list of examples and writes what became of each. It knows
nothing of the language server: an example reaches it as plain JSON (see `example.py`).
"""
