"""A package that was set up half: one hint, with the action that does the rest."""

from __future__ import annotations

from collections.abc import Iterator

from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Fix, Rule, Severity
from cheatsheet_ls.features.diagnostics.subject import FileSubject

RULE = Rule(
    "half-done-recipe",
    Severity.HINT,
    "A package that was set up in part does nothing, or fails at the first request: its app, "
    "middleware and routes belong together.",
)
RULES = (RULE,)


def check(file: FileSubject) -> Iterator[Diagnostic]:
    from cheatsheet_ls.features.recipes.half_done import half_done
    from cheatsheet_ls.language.python.settings import is_settings

    if not file.recipes or not is_settings(file.module):
        return
    for entry in file.recipes:
        if entry.recipe is None or entry.recipe.inserts:
            continue
        found = half_done(entry, file.document, file.workspace, file.django)
        if found is not None:
            title = entry.recipe.title
            yield Diagnostic(
                RULE.code,
                found.span,
                RULE.severity,
                f"{title}: {'; '.join(found.missing)}",
                entry.docs and entry.docs.replace("{version}", file.django.documented),
                fixes=(Fix(f"Set up: {title}", (), safe=False, files=found.changes),),
            )
