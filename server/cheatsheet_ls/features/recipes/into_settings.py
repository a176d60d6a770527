"""A step into the settings: assignments, each only where the name is not set yet.

With `replaces=` the code takes the place of a statement as `startproject` writes it; `...` in both
stands for a value of the user, which is kept.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from cheatsheet_ls.features.code.settings import (
    binds,
    free_names,
    used_imports,
    with_settings,
)
from cheatsheet_ls.features.drafts import CannotEdit
from cheatsheet_ls.features.recipes.part import Part
from cheatsheet_ls.features.recipes.site import Site

_PATH = re.compile(r"^BASE_DIR\s*(?::[^=\n]+)?=[^\n]*(?:\bPath\(|\.parent\b)", re.MULTILINE)
_BASE_DIR = re.compile(r"\bBASE_DIR(?= /)")


def apply(site: Site, part: Part, recipe: Iterable[Part] = ()) -> None:
    together = {*site.family, *site.settings}
    if any(binds(site.text(path), name) for name in part.step.unless for path in together):
        return
    missing = [
        code for names, code in _assignments(part.body) if not any(_is_set(site, n) for n in names)
    ]
    if missing:
        develops = any(one.step.when for one in recipe)
        _write(site, part, "\n".join(missing), site.settings[0] if develops else site.main)


def _is_set(site: Site, name: str) -> bool:
    return any(binds(site.text(path), name) for path in site.family)


def _assignments(body: str) -> Iterator[tuple[list[str], str]]:
    """Names and source of each statement, with the comments above it."""
    lines, done = body.split("\n"), 0
    for one in ast.parse(body).body:
        end = one.end_lineno or one.lineno
        source = "\n".join(lines[done:end]).strip("\n")
        done = end
        targets = one.targets if isinstance(one, ast.Assign) else []
        yield [target.id for target in targets if isinstance(target, ast.Name)], source


def _write(site: Site, part: Part, code: str, path: Path) -> None:
    imports = list(part.imports)
    if _BASE_DIR.search(code) and not _is_path(site):
        code, imports = (
            _BASE_DIR.sub("Path(BASE_DIR)", code),
            [*imports, "from pathlib import Path"],
        )
    imports = used_imports(imports, code)
    for name in sorted(free_names("\n".join([*imports, code]))):
        if not any(binds(site.text(file), name) for file in site.settings):
            raise CannotEdit(f"{name} is not defined in {path.name}")
    draft = site.drafts.open(path)
    draft.text = with_settings(draft.text, imports, code)


def _is_path(site: Site) -> bool:
    """Whether `BASE_DIR` is a `Path` for sure; it may be text, in projects of older days."""
    return any(_PATH.search(site.text(file)) for file in site.settings)
