"""Examples are short enough to be read in a float."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.model import Entry, Problem

NAME = "example-length"
REASON = "A hover shows the first example where it has at most 8 lines; a menu inserts the others."

FIRST, LONGEST = 8, 12

# Whole files: a template, a module or a configuration is not worth much when cut.
_WHOLE = 40
_WHOLE_SCOPES = frozenset(
    {"template", "views", "admin", "forms", "models", "urls", "settings", "tests", "serializers"}
    | {"api-views", "command", "middleware", "signals", "apps", "migration", "consumers", "routing"}
    | {"asgi", "tasks", "templatetags", "module", "systemd", "nginx", "dockerfile", "requirements"}
)


def check(entry: Entry) -> Iterator[Problem]:
    for number, example in enumerate(entry.examples):
        is_whole = example.step is not None or example.scope.value in _WHOLE_SCOPES
        whole = is_whole and (number > 0 or example.step is not None)
        most = _WHOLE if whole else LONGEST if number else FIRST
        # Imports are not counted in the first: the hover leaves them out.
        lines = len((example.code if number else example.body).splitlines())
        if lines > most:
            message = f"{example.title!r} has {lines} lines, at most {most} here"
            yield Problem(entry.origin.page, example.line, NAME, message)
