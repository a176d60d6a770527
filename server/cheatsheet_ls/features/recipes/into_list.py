"""A step into a list of the settings: `INSTALLED_APPS`, `MIDDLEWARE`, context processors.

Where the recipe was begun under a condition or in a settings module of its own (`if DEBUG`,
`dev.py`), it goes on there. Else the list is extended where it is written out, or, with `when=`,
in a block under that condition.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from cheatsheet_ls.features.code.lists import literals, quoted, with_string
from cheatsheet_ls.features.code.mentions import Mention, mention_of
from cheatsheet_ls.features.code.parsed import parsed
from cheatsheet_ls.features.code.settings import binds, free_names, in_block, with_line_below
from cheatsheet_ls.features.drafts import CannotEdit
from cheatsheet_ls.features.edits import line_start
from cheatsheet_ls.features.recipes.part import Part
from cheatsheet_ls.features.recipes.site import Site


def apply(site: Site, part: Part, recipe: Iterable[Part]) -> None:
    if any(word in site.text(path) for word in part.step.unless for path in site.family):
        return
    for item in part.items:
        if found(site, part.step.into, item) is None:
            _add(site, part, item, recipe)


def found(site: Site, path: str, item: str) -> tuple[Path, Mention] | None:
    """Where the settings have the item already, whatever the environment."""
    for file in site.family:
        text = site.text(file)
        if item in text:
            mention = mention_of(parsed(text, file.name), path, item)
            if mention is not None:
                return file, mention
    return None


def _add(site: Site, part: Part, item: str, recipe: Iterable[Part]) -> None:
    target = _list_file(site, part.step.into)
    begun = list(_begun(site, recipe))
    apart = [one for one in begun if one[1].is_conditional or one[0] != target]
    if apart:
        _beside(site, part, item, *apart[0])
    elif part.step.when and not begun:
        _under_condition(site, part, item, part.step.when)
    else:
        _extend(site, part, item, target)


def _list_file(site: Site, path: str) -> Path | None:
    """The settings module in which the list is written out."""
    for file in site.settings:
        if literals(parsed(site.text(file), file.name), path):
            statements = parsed(site.text(file), file.name).statements()
            name = path.partition(".")[0]
            if any(_assigns(one, name) for _, one in statements) or file == site.settings[-1]:
                return file
    return None


def _assigns(statement: ast.stmt, name: str) -> bool:
    """`NAME = …`, which `NAME += …` is not."""
    targets = getattr(statement, "targets", [getattr(statement, "target", None)])
    named = any(isinstance(one, ast.Name) and one.id == name for one in targets)
    return named and not isinstance(statement, ast.AugAssign)


def _begun(site: Site, recipe: Iterable[Part]) -> Iterator[tuple[Path, Mention]]:
    """Items of the recipe that are there; others go where they are, and under their condition."""
    for part in recipe:
        if part.step.into[:1].isupper():
            known = (found(site, part.step.into, item) for item in part.items)
            yield from filter(None, known)


def _beside(site: Site, part: Part, item: str, path: Path, begun: Mention) -> None:
    draft = site.drafts.open(path)
    start, end = begun.file.span(begun.block, begun.statement)
    indent = draft.text[line_start(draft.text, start) : start]
    if indent.strip():
        raise CannotEdit(f"{path.name}: {part.step.into} shares its line with something else")
    line = _statement(site, part, quoted(draft.text, item))
    draft.text = with_line_below(draft.text, end, indent, line)


def _under_condition(site: Site, part: Part, item: str, test: str) -> None:
    path = site.settings[0]
    _check_names(site, free_names(test) - _named(part.imports))
    draft = site.drafts.open(path)
    line = _statement(site, part, quoted(draft.text, item))
    draft.text = in_block(draft.text, test, part.imports, line)


def _named(imports: Iterable[str]) -> set[str]:
    return {one.rpartition(" ")[2] for one in imports}


def _check_names(site: Site, names: Iterable[str]) -> None:
    for name in sorted(names):
        if not any(binds(site.text(file), name) for file in site.settings):
            raise CannotEdit(f"{name} is not defined in {site.settings[0].name}")


def _statement(site: Site, part: Part, item: str) -> str:
    """A statement that extends the list from outside, in the order the step asks for."""
    name, step = part.step.into, part.step
    lists = [
        one for file in site.settings for one in literals(parsed(site.text(file), file.name), name)
    ]
    if not lists and not any(binds(site.text(file), name) for file in site.settings):
        raise CannotEdit(f"{name} is not defined in {site.settings[0].name}")
    there = [value for one in lists for value in one.strings if value]
    behind = [one for one in step.after if one in there]
    ahead = [one for one in step.before if one in there]
    if not behind and "*" in step.before:
        return f"{name} = [{item}, *{name}]"
    if not behind and not ahead:
        return f"{name} = [*{name}, {item}]"
    if not isinstance(lists[0].node, ast.List):
        raise CannotEdit(f"{name} is a tuple, and {(behind or ahead)[-1]} stands in it")
    anchor = item[0] + (behind[-1] if behind else ahead[0]) + item[0]
    index = f"{name}.index({anchor})" + (" + 1" if behind else "")
    return f"{name}.insert({index}, {item})"


def _extend(site: Site, part: Part, item: str, path: Path | None) -> None:
    name = part.step.into
    if path is None:
        where = next((f for f in site.settings if binds(site.text(f), name)), None)
        raise CannotEdit(
            f"{name} is not a list that is written out in {where.name}"
            if where is not None
            else f"{name} is not defined in {site.settings[0].name}"
        )
    draft = site.drafts.open(path)
    step = part.step
    draft.text = with_string(draft.text, name, item, after=step.after, before=step.before)
