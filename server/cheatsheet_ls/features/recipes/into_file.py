"""A step into a file of its own, made where it is missing; in a Python file that is there, the
classes, functions and names it lacks are added.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from cheatsheet_ls.features.code.parsed import parsed
from cheatsheet_ls.features.code.settings import used_imports
from cheatsheet_ls.features.code.statements import with_code
from cheatsheet_ls.features.recipes.part import Part
from cheatsheet_ls.features.recipes.site import Site


def apply(site: Site, part: Part) -> None:
    path = part.file
    assert path is not None  # the sheet's lint asks for it
    if _is_done(site, path, part.step.unless):
        return
    if not site.drafts.exists(path):
        _make(site, path, part.code)
    elif path.suffix == ".py":
        _complete(site, path, part)


def _is_done(site: Site, path: Path, unless: tuple[str, ...]) -> bool:
    """`unless` are names of files beside this one, or words in it."""
    beside = (one for word in unless for one in path.parent.glob(word))
    return any(beside) or any(word in site.text(path) for word in unless)


def _make(site: Site, path: Path, code: str) -> None:
    if path.suffix == ".py":
        for package in _packages(site, path):
            site.drafts.open(package).is_empty = True
    draft = site.drafts.open(path)
    draft.text = code.rstrip("\n") + "\n" if code.strip() else ""
    draft.is_empty = not code.strip()


def _packages(site: Site, path: Path) -> list[Path]:
    """The `__init__.py` of new folders on the way to a module, the outermost first."""
    if not path.stem.isidentifier():
        return []
    folders = [one for one in path.parents if site.base in one.parents]
    new = (one for one in reversed(folders) if not site.workspace.exists(one))
    return [one / "__init__.py" for one in new if one / "__init__.py" != path]


def _complete(site: Site, path: Path, part: Part) -> None:
    there = set(_definitions(parsed(site.text(path), path.name).text.removeprefix("\ufeff")))
    names = {name for name, _ in there if name}
    missing = [
        code
        for name, code in _definitions(part.body)
        if name not in names and (name, code) not in there
    ]
    if missing:
        code = "\n\n\n".join(missing)
        draft = site.drafts.open(path)
        draft.text = with_code(draft.text, used_imports(part.imports, code), code)


def _definitions(body: str) -> Iterator[tuple[str, str]]:
    """The name that each statement binds, or none, and its source."""
    lines, done = body.splitlines(), 0
    for one in ast.parse(body).body:
        end = one.end_lineno or one.lineno
        source = "\n".join(lines[done:end]).strip("\n")
        yield from ((name, source) for name in _names(one) or [""])
        done = end


def _names(one: ast.stmt) -> list[str]:
    if isinstance(one, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
        return [one.name]
    if isinstance(one, (ast.Import, ast.ImportFrom)):
        return [alias.asname or alias.name for alias in one.names]
    targets = getattr(one, "targets", [getattr(one, "target", None)])
    return [target.id for target in targets if isinstance(target, ast.Name)]
