"""An example's code in the spelling of the file it goes into, and the imports it needs there.

`models.CharField(…)` becomes `m.CharField(…)` under `from django.db import models as m`, and
`CharField(…)` in a file that imports from `django.db.models`. A name that means something else in
the file is imported under another one.
"""

from __future__ import annotations

import io
import tokenize
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from cheatsheet_ls.features.edits import TextEdit, applied, difference, position
from cheatsheet_ls.features.imports.existing import bindings
from cheatsheet_ls.features.imports.merge import merged
from cheatsheet_ls.features.imports.wanted import Import, dotted, parse_imports
from cheatsheet_ls.language.python.tree import Tree
from cheatsheet_ls.model import Span


@dataclass(frozen=True, slots=True)
class Adapted:
    """`body` to insert, and the edits that bring its imports."""

    body: str
    edits: tuple[TextEdit, ...]


class Spelling:
    """The imports of one text, asked for many examples; equal answers are worked out once."""

    def __init__(self, text: str, tree: Tree | None = None) -> None:
        self.text = text
        self.names = bindings(tree or Tree(text))
        self._edits: dict[tuple[Import, ...], tuple[TextEdit, ...]] = {(): ()}

    def adapt(self, imports: Iterable[str], body: str) -> Adapted:
        plan = _Plan(dict(self.names), body)
        for wanted in parse_imports(imports):
            plan.take(wanted)
        return Adapted(plan.body, self._bringing(tuple(plan.missing)))

    def _bringing(self, missing: tuple[Import, ...]) -> tuple[TextEdit, ...]:
        if missing not in self._edits:
            new = self.text
            for one in missing:
                new = merged(new, one)
            self._edits[missing] = difference(self.text, new)
        return self._edits[missing]


def adapt(text: str, imports: Iterable[str], body: str) -> Adapted:
    return Spelling(text).adapt(imports, body)


@dataclass(slots=True)
class _Plan:
    names: dict[str, tuple[str, ...]]  # what the file binds: local name to dotted paths
    body: str
    missing: list[Import] = field(default_factory=list)

    def take(self, wanted: Import) -> None:
        local = self._local(wanted.target)
        if wanted.relative and wanted.bound in self.names:
            return  # the project's own name is there, whichever way it came
        if local is not None:
            self.body = renamed(self.body, wanted.bound, local)
        elif not self._from_the_module(wanted):
            self._add(wanted)

    def _local(self, target: str) -> str | None:
        return next((name for name, paths in self.names.items() if target in paths), None)

    def _add(self, wanted: Import) -> None:
        if wanted.name is None and not wanted.alias and "." in wanted.module:
            bound_to_itself = wanted.bound in self.names.get(wanted.bound, ())
            if bound_to_itself:
                self.missing.append(wanted)
                return
        if wanted.bound in self.names:
            alias = _other_name(wanted, self.names)
            self.body = renamed(self.body, wanted.bound, alias)
            wanted = Import(wanted.module, wanted.name, alias)
        self.names[wanted.bound] = (wanted.target,)
        self.missing.append(wanted)

    def _from_the_module(self, wanted: Import) -> bool:
        """`models.X` as plain `X`, where the file already imports names from `django.db.models`."""
        if wanted.name is None or not _imports_from(self.names, wanted.target):
            return False
        attributes = attributes_of(self.body, wanted.bound)
        if attributes is None:
            return False
        needed = {name: dotted(wanted.target, name) for name in attributes}
        if any(path not in self.names.get(name, (path,)) for name, path in needed.items()):
            return False
        for name, path in needed.items():
            local = self._local(path)
            if local is None:
                self.names[name] = (path,)
                self.missing.append(Import(wanted.target, name))
            self.body = unqualified(self.body, wanted.bound, name, local or name)
        return True


def _imports_from(names: Mapping[str, tuple[str, ...]], module: str) -> bool:
    return any(path.rpartition(".")[0] == module for paths in names.values() for path in paths)


def _other_name(wanted: Import, taken: Collection[str]) -> str:
    package = wanted.module.strip(".").rpartition(".")[2] or "own"
    name = f"{package}_{wanted.name or wanted.bound}".lower()
    if (wanted.name or "")[:1].isupper():
        name = f"{package.title().replace('_', '')}{wanted.name}"
    while name in taken:
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


def _uses(code: str, name: str) -> list[tuple[Span, str]] | None:
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
    return found
