"""Runs the sheet's examples in real Django; this package runs inside one Django environment.

`python -m harness JOBS RESULTS` reads a list of examples and writes what became of each. It knows
nothing of the language server: an example reaches it as plain JSON (see `example.py`).
`slips.py` then looks for mistakes that Django lets pass. What stays tolerated, and why:

- templates named in `library/any_template.py` are dummies: their content is the reader's;
- variables an example reads from the environment have a value (`settings.py`): names are free;
- a serializer may leave a required column to its view, as `save(author=…)` does;
- a command may refuse its sample arguments by a `raise` of its own;
- settings that choose apps or templates may leave the project's own page without a template;
- PostgreSQL's fields are checked and its queries become SQL, but none runs: here is SQLite;
- the S3 storage cannot load, its package is not installed;
- programs other than Python's are known by name and options (`shell.py`), not run.
"""
