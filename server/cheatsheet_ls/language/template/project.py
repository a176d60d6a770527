"""Template libraries of the user's project, read from the source of their `templatetags` modules.

>>> libraries_in("@register.filter\\ndef initials(name): ...")
(frozenset(), frozenset({'initials'}))

A tag or filter of the project is never one of Django's, whatever its name.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from types import MappingProxyType

TAGS = frozenset({"tag", "simple_tag", "inclusion_tag", "simple_block_tag", "assignment_tag"})


@dataclass(frozen=True, slots=True)
class Library:
    """The names one module registers."""

    tags: frozenset[str] = frozenset()
    filters: frozenset[str] = frozenset()


NO_LIBRARY = Library()


@dataclass(frozen=True, slots=True)
class ProjectLibraries:
    """`own` by the name that `{% load %}` takes; `builtins` are those every template has.

    `builtins` are modules as in `OPTIONS["builtins"]`: `django.templatetags.i18n`, `shop.tags`.
    """

    own: Mapping[str, Library] = field(default_factory=lambda: MappingProxyType({}))
    builtins: tuple[str, ...] = ()


NO_PROJECT = ProjectLibraries()


def is_library_of_project(path: PurePath) -> bool:
    """Whether a file is a library that `{% load %}` finds, and not one that Django itself ships."""
    folders = path.parts[:-1]
    return (
        path.suffix == ".py"
        and path.stem != "__init__"
        and "templatetags" in folders
        and not _is_django(folders)
    )


def _is_django(folders: tuple[str, ...]) -> bool:
    """`django/templatetags` and `django/contrib/…/templatetags`."""
    following = [folders[at + 1 :] for at, name in enumerate(folders) if name == "django"]
    return any(rest[:1] in (("templatetags",), ("contrib",)) for rest in following)


def project_libraries(
    modules: Iterable[tuple[PurePath, str]], builtins: tuple[str, ...] = ()
) -> ProjectLibraries:
    """From path and source of modules; others than libraries of the project are passed over.

    Two apps may hold libraries of one name: all their names count as the project's.
    """
    own: dict[str, Library] = {}
    for path, source in modules:
        if is_library_of_project(path):
            before = own.get(path.stem, NO_LIBRARY)
            tags, filters = libraries_in(source)
            own[path.stem] = Library(before.tags | tags, before.filters | filters)
    return ProjectLibraries(MappingProxyType(own), builtins)


def libraries_in(source: str) -> tuple[frozenset[str], frozenset[str]]:
    """The tags and the filters that a module registers."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return _scanned(source)
    tags: set[str] = set()
    filters: set[str] = set()
    for method, name in _registered(tree):
        (filters if method == "filter" else tags).add(name)
    return frozenset(tags), frozenset(filters)


def _registered(tree: ast.Module) -> Iterator[tuple[str, str]]:
    registers = {"register", *_libraries_made(tree)}
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            for decorator in node.decorator_list:
                yield from _by_decorator(decorator, node.name, registers)
        elif isinstance(node, ast.Call):
            yield from _by_call(node, registers)


def _libraries_made(tree: ast.Module) -> Iterator[str]:
    """The names that `template.Library()` is assigned to."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            made = node.value.func
            if "Library" in (getattr(made, "attr", ""), getattr(made, "id", "")):
                yield from (target.id for target in node.targets if isinstance(target, ast.Name))


def _by_decorator(
    decorator: ast.expr, function: str, registers: set[str]
) -> Iterator[tuple[str, str]]:
    """`@register.filter`, `@register.simple_tag(takes_context=True)`."""
    if not isinstance(decorator, ast.Call):
        method = _method(decorator, registers)
        named = ""
    else:
        method = _method(decorator.func, registers)
        named = _name(decorator, method)
    if method and not named:  # with a name the call itself is found
        yield method, function


def _by_call(call: ast.Call, registers: set[str]) -> Iterator[tuple[str, str]]:
    """`register.filter("cut", cut)`, `register.filter(cut)`, `register.inclusion_tag("x")(f)`."""
    if isinstance(call.func, ast.Call):
        method = _method(call.func.func, registers)
        if method and not _name(call.func, method):
            yield from ((method, name) for name in _functions(call))
        return
    method = _method(call.func, registers)
    if not method:
        return
    name = _name(call, method)
    if name:
        yield method, name
    else:
        yield from ((method, function) for function in _functions(call))


def _functions(call: ast.Call) -> Iterator[str]:
    """The function that a call is given, by its last name."""
    for function in call.args[:1]:
        if isinstance(function, (ast.Name, ast.Attribute)):
            yield function.id if isinstance(function, ast.Name) else function.attr


def _method(function: ast.expr, registers: set[str]) -> str:
    """`filter` of `register.filter`."""
    if not isinstance(function, ast.Attribute) or not isinstance(function.value, ast.Name):
        return ""
    known = function.attr == "filter" or function.attr in TAGS
    return function.attr if known and function.value.id in registers else ""


def _name(call: ast.Call, method: str) -> str:
    """The name given in words; of an inclusion tag the first argument is a template."""
    for keyword in call.keywords:
        if keyword.arg == "name":
            return _text(keyword.value)
    if call.args and method != "inclusion_tag":
        return _text(call.args[0])
    return ""


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


_DECORATED = re.compile(
    r"@\w+\.(?P<method>\w+)(?P<arguments>\([^\n]*)?[ \t]*\r?\n(?:[ \t]*@[^\n]*\n)*"
    r"[ \t]*(?:async[ \t]+)?(?:def|class)[ \t]+(?P<function>\w+)"
)
_CALLED = re.compile(
    r"^\w+\.(?P<method>\w+)\(\s*(?:[\"'](?P<name>\w+)[\"']|(?P<function>\w+))", re.M
)
_GIVEN = re.compile(r"name\s*=\s*[\"'](\w+)[\"']|^\(\s*[\"'](\w+)[\"']")


def _scanned(source: str) -> tuple[frozenset[str], frozenset[str]]:
    """The same from a module that does not parse, line by line."""
    tags: set[str] = set()
    filters: set[str] = set()
    for found in _DECORATED.finditer(source):
        given = _GIVEN.search(found["arguments"] or "")
        name = given and (given[1] or (given[2] if found["method"] != "inclusion_tag" else None))
        _add(found["method"], name or found["function"], tags, filters)
    for found in _CALLED.finditer(source):
        _add(found["method"], found["name"] or found["function"], tags, filters)
    return frozenset(tags), frozenset(filters)


def _add(method: str, name: str, tags: set[str], filters: set[str]) -> None:
    if method == "filter":
        filters.add(name)
    elif method in TAGS:
        tags.add(name)


_BUILTINS = re.compile(r"""[\"']builtins[\"']\s*:\s*[\[(]([^\])]{0,2000})[\])]""")
_QUOTED = re.compile(r"""[\"']([\w.]+)[\"']""")


def builtins_in(source: str) -> tuple[str, ...]:
    """The modules a settings module lists in `OPTIONS["builtins"]`, read from its characters.

    >>> builtins_in('OPTIONS = {"builtins": ["shop.tags"]}')
    ('shop.tags',)
    """
    found = _BUILTINS.search(source)
    return tuple(_QUOTED.findall(found.group(1))) if found else ()
