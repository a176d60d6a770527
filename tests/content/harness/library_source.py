"""The source of library/models.py without what an example replaces, and whose body that is."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from pathlib import Path

from .example import Example, body_names

MODELS = ("Book", "Author", "Review", "Publisher", "Tag")


def owner_of(example: Example) -> str | None:
    """The library's model the body is about: the one it shares most names with."""
    tree = ast.parse(example.body)
    words = body_names(example)
    if "pk" in words:  # a composite key: nothing may point to such a model
        return None
    words |= {n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute)}
    words |= {
        n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)
    }
    top = [s for s in tree.body if not isinstance(s, (ast.FunctionDef, ast.AsyncFunctionDef))]
    used = {n.id for s in top for n in ast.walk(s) if isinstance(n, ast.Name)}
    allowed = [model for model in MODELS if model not in used]
    if "Book" in used:  # a relation to Book belongs to Review, or to a model of its own
        return "Review" if {"book", "rating", "text"} & body_names(example) else None
    return _most_mentioned(words, allowed)


def meta_owner_of(example: Example) -> str:
    words = {n.value for n in ast.walk(ast.parse(example.body)) if isinstance(n, ast.Constant)}
    words = {str(word).lstrip("-") for word in words}
    return _most_mentioned(words, MODELS)


def _most_mentioned(words: set[str], models: Iterable[str]) -> str:
    """The model of which the words name most fields; the first one where none leads."""
    found = [n for n in ast.parse(library()).body if isinstance(n, ast.ClassDef)]
    scores = {node.name: len(words & _class_names(node)) for node in found}
    return max(models, key=lambda name: scores[name])


def _class_names(node: ast.ClassDef) -> set[str]:
    return {
        t.id
        for s in node.body
        if isinstance(s, ast.Assign)
        for t in s.targets
        if isinstance(t, ast.Name)
    }


def related_names(tree: ast.AST) -> set[str]:
    return {
        k.value.value
        for n in ast.walk(tree)
        if isinstance(n, ast.Call)
        for k in n.keywords
        if k.arg == "related_name" and isinstance(k.value, ast.Constant)
    }


def library(
    owner: str | None = None,
    names: set[str] | frozenset[str] = frozenset(),
    without: set[str] | frozenset[str] = frozenset(),
    related: set[str] | frozenset[str] = frozenset(),
) -> str:
    """The source of library/models.py without what the example replaces."""
    path = Path(__file__).parent.parent / "project/library/models.py"
    tree = ast.parse(path.read_text(encoding="utf-8"))
    tree.body = [n for n in tree.body if not (isinstance(n, ast.ClassDef) and n.name in without)]
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            gone = names if node.name == owner else frozenset()
            node.body = [s for s in node.body if not _replaced(s, gone, related)] or [ast.Pass()]
    return ast.unparse(tree)


def _replaced(
    node: ast.stmt, names: set[str] | frozenset[str], related: set[str] | frozenset[str]
) -> bool:
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return node.name in names and node.name != "Status"
    if not isinstance(node, ast.Assign):
        return False
    targets = {t.id for t in node.targets if isinstance(t, ast.Name)}
    return bool(targets & names) or bool(related_names(node) & related)


def body_of(source: str, name: str) -> str:
    node = next(n for n in ast.parse(source).body if isinstance(n, ast.ClassDef) and n.name == name)
    return "\n".join(ast.unparse(statement) for statement in node.body)


def without_class(source: str, name: str) -> str:
    tree = ast.parse(source)
    tree.body = [n for n in tree.body if not (isinstance(n, ast.ClassDef) and n.name == name)]
    return ast.unparse(tree)
