"""A step into the root URLs: items of `urlpatterns`, or statements below it.

Items go before a route that catches everything. Where `urlpatterns` is made by a call
(`i18n_patterns(…)`), they are added below.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from cheatsheet_ls.features.code.lists import Literal, literals, with_item
from cheatsheet_ls.features.code.parsed import Parsed, parsed
from cheatsheet_ls.features.code.settings import binds
from cheatsheet_ls.features.code.statements import with_code, with_imports
from cheatsheet_ls.features.drafts import CannotEdit
from cheatsheet_ls.features.recipes.part import Part
from cheatsheet_ls.features.recipes.site import Site

NAME = "urlpatterns"

_CATCHES_ALL = re.compile(
    r"""^\w+\(\s*r?["'](?:\^?\.[*+]|\^?\(\?P<\w+>\.[*+]|<path:\w+>|["'],\s*include)"""
)


def apply(site: Site, part: Part) -> None:
    path = site.urls or _missing(site)
    if _is_done(site, path, part):
        return
    draft = site.drafts.open(path)
    if draft.is_new and not draft.text:
        draft.text = with_code("", ("from django.urls import path",), f"{NAME} = []")
    items = _items(part.body)
    if items is None:
        _check_list(parsed(draft.text, path.name))
        draft.text = with_code(draft.text, part.imports, part.body, gap=1)
    else:
        draft.text = _with_items(draft.text, part, items, path.name)


def _missing(site: Site) -> Path:
    """Where `ROOT_URLCONF` wants the file that is not there."""
    if site.package is None or not site.workspace.exists(site.package_folder / "__init__.py"):
        raise CannotEdit("there is no urls.py that ROOT_URLCONF names")
    return site.package_folder / "urls.py"


def _is_done(site: Site, path: Path, part: Part) -> bool:
    words = part.step.unless or tuple(_targets(part.body))
    if _speaks_of(site.text(path), words):
        return True
    others = (one for one in site.workspace.walk(".py") if "urls" in one.stem)
    return any(_speaks_of(site.text(one), words) for one in others)


def _speaks_of(text: str, words: tuple[str, ...]) -> bool:
    code = re.sub(r"(?m)(?:^|\s)#.*$", "", text)
    return any(re.search(rf"(?<!\w){re.escape(word)}(?![\w])", code) for word in words)


def _targets(body: str) -> Iterator[str]:
    """The modules of `include("…")`."""
    yield from re.findall(r"""include\(\s*["']([\w.]+)["']""", body)


def _items(body: str) -> list[str] | None:
    """The source of each item; None where the code is statements."""
    try:
        node = ast.parse(f"[\n{body}\n]", mode="eval").body
    except SyntaxError:
        return None
    text = f"[\n{body}\n]"
    elements = node.elts if isinstance(node, ast.List) else []
    return [ast.get_source_segment(text, one) or "" for one in elements]


def _check_list(file: Parsed) -> None:
    if not binds(file.text, NAME):
        raise CannotEdit("there is no urlpatterns in the root urls.py")
    if any(isinstance(one.node, ast.Tuple) for one in literals(file, NAME)):
        raise CannotEdit("urlpatterns is a tuple")


def _with_items(text: str, part: Part, items: list[str], name: str) -> str:
    text, body = with_imports(text, part.imports, part.body)
    items = _items(body) or items
    for item in items:
        file = parsed(text, name)
        _check_list(file)
        found = literals(file, NAME)
        if found:
            text = with_item(text, found[0], _place(found[0]), item)
        else:
            text = with_code(text, (), f"{NAME} += [{item}]", gap=1)
    return text


def _place(one: Literal) -> int:
    """At the end, or before the first route that catches everything."""
    for at, item in enumerate(one.items):
        if _CATCHES_ALL.match(item):
            return at
    return len(one.items)
