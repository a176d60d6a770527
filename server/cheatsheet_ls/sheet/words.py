"""The words of our own format, each with what it means: for writers who have a sheet open."""

from __future__ import annotations

from cheatsheet_ls.model import Scope

LABELS = {
    "Kind": "What it is, in two or three words, shown in brackets: model field, form field.",
    "Symbol": "The name under the cursor that this entry answers, in backticks: a dotted path as "
    "people import it, or a kind and a name such as `setting:DEBUG`.",
    "Symbols": "Several names that this entry answers, each in backticks, the most used first.",
    "Since": "The Django release that brought it: `5.1`.",
    "Deprecated": "The Django release that deprecated it.",
    "Removed": "The Django release that no longer has it.",
    "Instead": "What to use in its place, in Markdown.",
    "Requires": "Packages that must be installed for it.",
    "Docs": "One Markdown link to the page that tells more.",
    "See also": "Titles or symbols of other entries, in backticks.",
    "Sets up": "Makes the entry a recipe: what its one action sets up in a project.",
    "Inserts": "Makes the entry a set of settings that its one action inserts.",
    "Offered on": "Names under the cursor on which the action is offered, in backticks.",
    "Too late with": "Settings, and files below `manage.py`, that forbid the recipe.",
}
ATTRIBUTES = {
    "scope": "Where the code may stand. Needed.",
    "prefix": "What is typed for the snippet, unique in all sheets. Left out: only shown.",
    "fill": 'Words of the code that become tab stops, in this order: `fill="title 200"`.',
    "requires": "Packages that this example needs besides those of its entry.",
    "since": "The first Django release that runs it.",
    "removed": "The first Django release that does not run it any more.",
    "file": "The file the code belongs to, where that is not evident.",
    "into": "Makes the code a step of a recipe: a list such as `MIDDLEWARE`, or `settings`, "
    "`urls`, `asgi`, `file`.",
    "after": "Items of the list that it stands behind.",
    "before": 'Items of the list that it stands before; `"*"` for all of them.',
    "when": "The condition that an item of a list stands under.",
    "replaces": "The statement whose place the code takes.",
    "unless": "Words that show the step was done in another way.",
    "missing": "What the hint says where this step alone is missing.",
}
NOTES = {
    "Trap": "The mistake that costs an afternoon; shown in the short hover.",
    "Tip": "Advice; shown in the full hover.",
}
LANGUAGES = ("python", "htmldjango", "bash", "ini", "nginx", "dockerfile", "toml", "text")

_SCOPES = {
    "module": "Any Python module, at its top level.",
    "body": "Statements in a function.",
    "manager-body": "Statements in a Manager or QuerySet class.",
    "url-list": "Items inside urlpatterns.",
    "template": "A template.",
    "shell": "Commands of a terminal.",
    "systemd": "A unit file.",
    "nginx": "A configuration of nginx.",
    "dockerfile": "A Dockerfile.",
    "requirements": "A list of packages.",
    "text": "Code that is only shown.",
}


def scopes() -> dict[str, str]:
    return {scope.value: _scope(scope.value) for scope in Scope}


def _scope(name: str) -> str:
    kind, dash, part = name.rpartition("-")
    if name in _SCOPES or not dash or part not in ("body", "meta"):
        return _SCOPES.get(name, f"A whole module of that kind: {name}.")
    kind = kind.replace("-", " ")
    return (
        f"Inside class Meta of a {kind}." if part == "meta" else f"In the body of a {kind} class."
    )
