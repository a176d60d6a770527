"""One step of a recipe with its code in the names of the user's project."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.recipes.site import Site
from cheatsheet_ls.features.recipes.words import is_for_app
from cheatsheet_ls.features.render.entry import fits
from cheatsheet_ls.model import Entry, Step


@dataclass(frozen=True, slots=True)
class Part:
    """`body` is without the leading `imports`; `file` the path of a step into a file."""

    step: Step
    imports: tuple[str, ...]
    body: str
    file: Path | None = None

    @property
    def code(self) -> str:
        return "\n\n".join(filter(None, ("\n".join(self.imports), self.body)))

    @property
    def items(self) -> list[str]:
        """The strings of a step into a list."""
        node = ast.parse(f"[\n{self.body}\n]", mode="eval").body
        elements = node.elts if isinstance(node, ast.List) else []
        values = (one.value for one in elements if isinstance(one, ast.Constant))
        return [one for one in values if isinstance(one, str)]


def parts_of(site: Site, entry: Entry, django: Django) -> Iterator[Part]:
    """In order, those that every release the project may run can do."""
    words = site.words(for_app=is_for_app(entry))
    for example in entry.examples:
        is_early = django.is_before(example.versions.since)
        if example.step is not None and fits(example, django) and not is_early:
            yield Part(
                example.step,
                tuple(map(words.bound, example.imports)),
                words.bound(example.body),
                words.path(example.file) if example.file else None,
            )
