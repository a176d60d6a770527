"""Which API names a code block uses, its subject first: settings, bases, decorators, then the rest.

The block of a sheet may be a fragment: what does not parse is read by its import lines alone, and
names such as `forms.CharField` count without the import line that everybody knows.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterable, Iterator
from functools import lru_cache

from cheatsheet_ls.model import Symbol
from cheatsheet_ls.sheet.chapters import MODULES, PLAIN
from cheatsheet_ls.sheet.shapes import TAG, in_shell
from cheatsheet_ls.sheet.symbols import PACKAGES

MOST = 40  # symbols of one block

_SHELL = frozenset({"bash", "sh", "shell", "console", "zsh", "powershell", "bat", "ini", "systemd"})
_TEMPLATES = frozenset({"html", "htmldjango", "django", "html+django", "jinja", "jinja2", "xml"})
_PYTHON = frozenset({"python", "py", "python3", "pycon"})
_FILTER = re.compile(r"\|\s*([a-z]\w*)")
_INNER = re.compile(r"end\w+|else|elif|empty|plural")
_SETTING = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")

# Code without any name of Django that is still about one: middleware, loggers.
_BY_WORD = {"get_response": "setting:MIDDLEWARE", "getLogger": "setting:LOGGING"}
_IMPORT = re.compile(r"^\s*from\s+([\w.]+)\s+import\s+([\w, ]+)", re.M)


def is_template(language: str, code: str) -> bool:
    return language in _TEMPLATES or (not language and ("{%" in code or "{{" in code))


def is_python(language: str) -> bool:
    return language in _PYTHON


def is_shell(language: str) -> bool:
    return language in _SHELL


def mentioned(language: str, code: str) -> tuple[Symbol, ...]:
    """At most 40 symbols; () where the block uses none that anybody could look up."""
    if is_template(language, code):
        found: Iterable[str] = _in_template(code)
    elif is_python(language):
        found = _in_python(code)
    else:
        found = in_shell(code)
    symbols = dict.fromkeys(found)
    if not symbols:
        symbols = dict.fromkeys(about for word, about in _BY_WORD.items() if word in code)
    modules = {symbol.rpartition(".")[0] for symbol in symbols}  # `models` of `models.CharField`
    return tuple(Symbol(symbol) for symbol in symbols if symbol not in modules)[:MOST]


@lru_cache(maxsize=2)  # asked for the names first and for the scope next
def parsed(code: str) -> ast.Module | None:
    """The tree of a fragment, or None; what Python thinks of it is not for the reader's
    terminal.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _in_template(code: str) -> Iterator[str]:
    for tag in TAG.findall(code):
        if not _INNER.fullmatch(tag):
            yield f"tag:{tag}"
    for inside in re.findall(r"\{[{%](.*?)[}%]\}", code):
        for name in _FILTER.findall(inside):
            yield f"filter:{name}"


def _in_python(code: str) -> Iterator[str]:
    tree = parsed(code)
    if tree is None:
        for module, names in _IMPORT.findall(code):
            if module.split(".", 1)[0] in PACKAGES:
                yield from (
                    f"{module}.{name.split()[0]}" for name in names.split(",") if name.strip()
                )
        return
    names = _Names(tree)
    yield from names.settings()
    yield from names.subjects()
    yield from names.others()


class _Names:
    """The names of one block, resolved through its own imports."""

    def __init__(self, tree: ast.Module) -> None:
        self.tree = tree
        self.nodes = list(ast.walk(tree))
        self.bound = dict(_imports(self.nodes))
        self.own = {node.name for node in self.nodes if isinstance(node, ast.ClassDef)}

    def settings(self) -> Iterator[str]:
        for node in self.tree.body:
            for target in node.targets if isinstance(node, ast.Assign) else ():
                if isinstance(target, ast.Name) and _SETTING.fullmatch(target.id):
                    yield f"setting:{target.id}"

    def subjects(self) -> Iterator[str]:
        for node in self.nodes:
            if isinstance(node, ast.ClassDef):
                yield from self._all([*node.bases, *node.decorator_list])
            elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                yield from self._all(node.decorator_list)

    def others(self) -> Iterator[str]:
        for node in self.nodes:
            if isinstance(node, (ast.Attribute, ast.Name)):
                yield from self._all([node])
        for node in self.nodes:
            if isinstance(node, ast.Attribute):
                yield from _queryset_method(node)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield from _dotted_string(node.value)
        yield from self._unused()

    def _all(self, nodes: Iterable[ast.expr]) -> Iterator[str]:
        for node in nodes:
            symbol = self._resolved(node.func if isinstance(node, ast.Call) else node)
            if symbol is not None:
                yield symbol

    def _resolved(self, node: ast.expr) -> str | None:
        parts: list[str] = []
        while isinstance(node, ast.Attribute):
            parts.append(node.attr)
            node = node.value
        if not isinstance(node, ast.Name):
            return None
        if node.id not in self.bound:
            return self._unbound(node.id, parts)
        path = ".".join([self.bound[node.id], *reversed(parts)])
        if path.startswith("django.conf.settings."):
            return f"setting:{parts[-1]}"
        return path if path.split(".", 1)[0] in PACKAGES else None

    def _unbound(self, name: str, parts: list[str]) -> str | None:
        """A name whose import line was left out; one that the block defines is its own."""
        if name in self.own:
            return None
        if parts:
            return f"{MODULES[name]}.{parts[-1]}" if name in MODULES else None
        return PLAIN.get(name) if name != "static" else None

    def _unused(self) -> Iterator[str]:
        for path in self.bound.values():
            if path.split(".", 1)[0] in PACKAGES:
                yield path


def _imports(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        if isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            for name in node.names:
                yield name.asname or name.name, f"{module}.{name.name}".replace("..", ".")
        elif isinstance(node, ast.Import):
            for name in node.names:
                first = name.name.split(".", 1)[0]
                yield name.asname or first, name.name if name.asname else first


def _queryset_method(node: ast.Attribute) -> Iterator[str]:
    """`Book.objects.filter`; further links of the chain are somebody else's guess."""
    if isinstance(node.value, ast.Attribute) and node.value.attr == "objects":
        yield f"django.db.models.QuerySet.{node.attr}"


def _dotted_string(text: str) -> Iterator[str]:
    """A middleware, backend or app named in a string of the settings."""
    if re.fullmatch(r"\w+(\.\w+)+", text) and text.split(".", 1)[0] in PACKAGES:
        yield text if text.rsplit(".", 1)[1][:1].isupper() else f"app:{text}"
