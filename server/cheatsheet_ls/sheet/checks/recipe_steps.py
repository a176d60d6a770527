"""A recipe has steps, and each step says what an editor can do without asking."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cheatsheet_ls.model import Entry, Example, Problem, Step

NAME = "recipe"
REASON = "What a recipe cannot place safely would be written into somebody's project."

_ELSEWHERE = ("settings", "urls", "asgi", "file")


def check(entry: Entry) -> Iterator[Problem]:
    steps = [(one, one.step) for one in entry.examples if one.step is not None]
    if entry.recipe is not None and not steps:
        message = f"{entry.title}: a recipe without steps; write into= in its fences"
        yield Problem(entry.origin.page, entry.origin.line, NAME, message)
    if entry.recipe is None and steps:
        message = f"{entry.title}: steps, but no fact `Sets up` or `Inserts`"
        yield Problem(entry.origin.page, entry.origin.line, NAME, message)
    needed = [example for example, step in steps if step.missing]
    if len(needed) == 1:
        message = f"{needed[0].title!r} has missing=, which is said where another step is done"
        yield Problem(entry.origin.page, needed[0].line, NAME, message)
    for example, step in steps:
        for message in _wrong(example, step):
            yield Problem(entry.origin.page, example.line, NAME, f"{example.title!r} {message}")


def _wrong(example: Example, step: Step) -> Iterator[str]:
    is_list = step.into not in _ELSEWHERE
    if (step.after or step.before) and not is_list:
        yield "has after= or before=, which are for lists"
    if step.when and not is_list:
        yield "has when=, which is for lists"
    if step.into == "file" and not example.file:
        yield "goes into a file, but no file= names it"
    if step.into == "asgi" and not step.replaces:
        yield "goes into asgi, but replaces= does not say in place of what"
    if step.replaces and _statements(step.replaces) is None:
        yield f"replaces {step.replaces!r}, which is no Python statement"
    if is_list and not _strings(example.body):
        yield f"goes into the list {step.into}: write one string and a comma on each line"
    if step.into == "settings" and not _assigns(example.body):
        yield "goes into the settings: write assignments of upper-case names"
    if step.into == "urls" and _statements(example.code) is None and not _items(example.body):
        yield "goes into the URLs: write statements, or items with a comma each"


def _statements(code: str) -> list[ast.stmt] | None:
    try:
        return ast.parse(code).body
    except (SyntaxError, ValueError):
        return None


def _items(code: str) -> list[ast.expr]:
    found = _statements(f"[\n{code}\n]")
    value = found[0].value if found and isinstance(found[0], ast.Expr) else None
    return value.elts if isinstance(value, ast.List) else []


def _strings(code: str) -> bool:
    items = _items(code)
    return bool(items) and all(isinstance(getattr(one, "value", None), str) for one in items)


def _assigns(code: str) -> bool:
    found = _statements(code)
    return bool(found) and all(
        isinstance(one, ast.Assign)
        and all(isinstance(target, ast.Name) and target.id.isupper() for target in one.targets)
        for one in found or ()
    )
