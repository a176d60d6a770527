"""An example's code in the spelling of the file it goes into, and the imports it needs there.

`models.CharField(…)` becomes `m.CharField(…)` under `from django.db import models as m`, and
`CharField(…)` in a file that imports from `django.db.models`. A name that means something else in
the file is imported under another one.
"""

from __future__ import annotations

import io
import tokenize
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain

from cheatsheet_ls.features.edits import TextEdit, applied, position
from cheatsheet_ls.features.imports.existing import Bound
from cheatsheet_ls.features.imports.merge import head_of, merging
from cheatsheet_ls.features.imports.wanted import Import, dotted, parse_imports
from cheatsheet_ls.language.python.tree import Tree
from cheatsheet_ls.model import Span


@dataclass(frozen=True, slots=True)
class Adapted:
    """`body` to insert, and the edits that bring its imports."""

    body: str
    edits: tuple[TextEdit, ...]


class Spelling:
    """The imports of one text, asked for many examples."""

    def __init__(self, text: str, tree: Tree | None = None) -> None:
        tree = tree or Tree(text)
        self._bound = Bound(tree)
        self._head = head_of(tree)

    def adapt(self, imports: Iterable[str], body: str) -> Adapted:
        plan = _Plan(self._bound, body)
        for wanted in parse_imports(tuple(imports)):
            plan.take(wanted)
        return Adapted(plan.body, merging(self._head, tuple(plan.missing)))


def adapt(text: str, imports: Iterable[str], body: str) -> Adapted:
    return Spelling(text).adapt(imports, body)


@dataclass(slots=True)
class _Plan:
    bound: Bound
    body: str
    missing: list[Import] = field(default_factory=list)
    added: dict[str, tuple[str, ...]] = field(default_factory=dict)  # by the missing imports

    def take(self, wanted: Import) -> None:
        local = self._local(wanted.target)
        if wanted.relative and self._paths(wanted.bound):
            return  # the project's own name is there, whichever way it came
        if local is not None:
            self.body = renamed(self.body, wanted.bound, local)
        elif not self._from_the_module(wanted):
            self._add(wanted)

    def _local(self, target: str) -> str | None:
        return next((name for name, paths in self._imported() if target in paths), None)

    def _imported(self) -> Iterable[tuple[str, tuple[str, ...]]]:
        return chain(self.bound.imported.items(), self.added.items())

    def _paths(self, name: str) -> tuple[str, ...]:
        return self.added.get(name) or self.bound.paths(name)

    def _add(self, wanted: Import) -> None:
        if wanted.name is None and not wanted.alias and "." in wanted.module:
            if wanted.bound in self._paths(wanted.bound):
                self.missing.append(wanted)
                return
        if self._paths(wanted.bound):
            alias = self._other_name(wanted)
            self.body = renamed(self.body, wanted.bound, alias)
            wanted = replace(wanted, alias=alias)
        self.added[wanted.bound] = (wanted.target,)
        self.missing.append(wanted)

    def _from_the_module(self, wanted: Import) -> bool:
        """`models.X` as plain `X`, where the file already imports names from `django.db.models`."""
        if wanted.name is None or not self._imports_from(wanted.target):
            return False
        attributes = attributes_of(self.body, wanted.bound)
        if attributes is None:
            return False
        needed = {name: dotted(wanted.target, name) for name in attributes}
        if any(path not in (self._paths(name) or (path,)) for name, path in needed.items()):
            return False
        for name, path in needed.items():
            local = self._local(path)
            if local is None:
                self.added[name] = (path,)
                self.missing.append(Import(wanted.target, name))
            self.body = unqualified(self.body, wanted.bound, name, local or name)
        return True

    def _imports_from(self, module: str) -> bool:
        paths = chain.from_iterable(paths for _, paths in self._imported())
        return any(path.rpartition(".")[0] == module for path in paths)

    def _other_name(self, wanted: Import) -> str:
        package = wanted.module.strip(".").rpartition(".")[2] or "own"
        name = f"{package}_{wanted.name or wanted.bound}".lower()
        if (wanted.name or "")[:1].isupper():
            name = f"{package.title().replace('_', '')}{wanted.name}"
        while self._paths(name):
            name += "_"
        return name


# -- names in code --------------------------------------------------------------------------------


def renamed(code: str, old: str, new: str) -> str:
    if old == new:
        return code
    spots = _uses(code, old)
    return applied(code, [TextEdit(span, new) for span, _ in spots]) if spots else code


def unqualified(code: str, module: str, name: str, local: str) -> str:
    """`module.name` written as `local`."""
    edits = [
        TextEdit(Span(span.start, span.end + 1 + len(name)), local)
        for span, attribute in _uses(code, module) or ()
        if attribute == name
    ]
    return applied(code, edits)


def attributes_of(code: str, module: str) -> frozenset[str] | None:
    """Attributes read off a name; None where the name is also used by itself or not readable."""
    spots = _uses(code, module)
    if not spots:
        return None
    found = [attribute for _, attribute in spots]
    return None if "" in found else frozenset(found)


@lru_cache(maxsize=512)
def _uses(code: str, name: str) -> tuple[tuple[Span, str], ...] | None:
    """Where a name stands as a name (no attribute, no keyword), and the attribute behind it."""
    try:
        tokens = [
            token
            for token in tokenize.generate_tokens(io.StringIO(code).readline)
            if token.type in (tokenize.NAME, tokenize.OP, tokenize.NUMBER, tokenize.STRING)
        ]
    except (tokenize.TokenError, SyntaxError):
        return None
    found: list[tuple[Span, str]] = []
    depth = 0
    for at, token in enumerate(tokens):
        depth += (token.string in "([{") - (token.string in ")]}") if token.string else 0
        if token.type != tokenize.NAME or token.string != name:
            continue
        after = [one.string for one in tokens[at + 1 : at + 3]] + ["", ""]
        if (at and tokens[at - 1].string == ".") or (after[0] == "=" and depth):
            continue
        start = position(code, token.start)
        tight = after[0] == "." and after[1].isidentifier()
        found.append((Span(start, start + len(name)), after[1] if tight else ""))
    return tuple(found)
