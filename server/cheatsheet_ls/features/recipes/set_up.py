"""Sets a recipe up: every step in its order, each where it belongs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from cheatsheet_ls.features.code.replacing import replaced
from cheatsheet_ls.features.code.settings import binds, used_imports
from cheatsheet_ls.features.code.statements import with_imports
from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.drafts import CannotEdit
from cheatsheet_ls.features.recipes import into_file, into_list, into_settings, into_urls
from cheatsheet_ls.features.recipes.part import Part, parts_of
from cheatsheet_ls.features.recipes.site import Site
from cheatsheet_ls.model import Entry, Recipe


def set_up(site: Site, entry: Entry, recipe: Recipe, django: Django) -> None:
    parts = tuple(parts_of(site, entry, django))
    for part in parts:
        apply(site, part, parts)
    if site.drafts.changes():
        _check_not_too_late(site, recipe)


def _check_not_too_late(site: Site, recipe: Recipe) -> None:
    """Names of settings, and of files below `manage.py`."""
    for name in recipe.too_late:
        if any(binds(site.workspace.source(path), name) for path in site.family):
            raise CannotEdit(f"it is too late: {name} is set")
        there = site.workspace.exists(site.base / name)
        walked = site.workspace.walk(".py") if "*" in name else iter(())
        inside = (path for path in walked if path.match(name) and site.base in path.parents)
        found = next(inside, site.base / name)
        if there or found != site.base / name:
            raise CannotEdit(f"it is too late: {found.relative_to(site.base).as_posix()} is there")


def apply(site: Site, part: Part, recipe: Sequence[Part]) -> None:
    into = part.step.into
    if part.step.replaces:
        _replace(site, part, part.step.replaces)
    elif into == "settings":
        into_settings.apply(site, part, recipe)
    elif into == "urls":
        into_urls.apply(site, part)
    elif into == "file":
        into_file.apply(site, part)
    else:
        into_list.apply(site, part, recipe)


def _replace(site: Site, part: Part, pattern: str) -> None:
    """Where no statement looks like the pattern, the user has written an own one: it stays."""
    for path in _files(site, part):
        text = site.text(path)
        if any(word in text for word in part.step.unless):
            return
        if replaced(text, pattern, part.body) is not None:
            text, body = with_imports(text, used_imports(part.imports, part.body), part.body)
            draft = site.drafts.open(path)
            draft.text = replaced(text, pattern, body) or text
            return


def _files(site: Site, part: Part) -> Iterator[Path]:
    if part.step.into == "settings":
        yield from site.family if site.inserts else site.settings
    elif part.step.into == "asgi":
        yield site.package_folder / "asgi.py"
    elif part.file is not None:
        yield part.file
