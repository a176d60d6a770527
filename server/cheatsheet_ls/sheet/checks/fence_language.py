"""A fence uses a language that code hosts and editors highlight."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.model import Entry, Problem

NAME = "fence-language"
REASON = "An unknown language shows as grey text."

LANGUAGES = frozenset(
    {"python", "htmldjango", "html", "bash", "ini", "nginx", "dockerfile", "toml", "yaml", "json"}
    | {"javascript", "css", "sql", "text", "console", "diff"}
)


def check(entry: Entry) -> Iterator[Problem]:
    for example in entry.examples:
        if example.language not in LANGUAGES:
            told = (
                f"{example.language!r} is not"
                if example.language
                else "the language is missing; it is not"
            )
            message = f"{told} one of {', '.join(sorted(LANGUAGES))}"
            yield Problem(entry.origin.page, example.line, NAME, message)
