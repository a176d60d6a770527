"""Where names of the sample stand in the code of an example; found once for each example."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from cheatsheet_ls.features.binding import sample
from cheatsheet_ls.features.binding.fields import Reader

KEPT = 2048

_ROLES = "Book|Author|Publisher|Review"
_CLASS = re.compile(rf"(?:(?<![A-Za-z])|(?<=[a-z]))(?P<role>{_ROLES}|Tag)(?P<s>s?)(?![a-z])")
_WORD = re.compile(rf"(?<![A-Za-z])(?P<role>{_ROLES.lower()})(?P<s>s?)(?![a-z])")
_APP = re.compile(
    r"(?<![\w.])library(?=[./])|(?<=perms\.)library(?=\.)|(?<=[\"'])library(?=[\"'])"
    rf"|(?<!\w)library(?=_(?:{_ROLES.lower()})(?![a-z]))"
)
# `library.models` is code; `library.Book` and `library.add_book` are made of the label.
_IN_PATH = re.compile(r"\.(?!(?:add|change|delete|view)_)[a-z]\w*")
_NAMESPACE = re.compile(r"(?<![\w.])library:")
# Names Django makes of a class in lower case without underscores.
_LOWER = re.compile(r"(?:add|change|delete|view)_\Z|\blibrary_\Z|library/\Z")
# Fields that tags and filters take by name.
_BY_NAME = re.compile(r"dictsort(?:reversed)?:[\"'](\w+)|regroup \w+ by (\w+)")
_TAGS = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}")
_DEFINED = re.compile(rf"^class ({_ROLES}|Tag)\(", re.MULTILINE)
_MAKES = re.compile(r"\.(?:annotate|alias)\(")
_DOTTED = re.compile(r"(?P<first>[a-z_]\w*)(?P<rest>(?:\.[a-z_]\w*)+)")


@dataclass(frozen=True, slots=True)
class Site:
    """`kind` is field, class, word, lower, app, package or namespace; `model` the sample's, for a
    field `name` as well. `query` says that a relation is named as queries name it.
    """

    start: int
    end: int
    kind: str
    model: str = ""
    name: str = ""
    query: bool = False
    plural: bool = False


@lru_cache(maxsize=KEPT)
def sites_of(code: str, scope: str, language: str) -> tuple[Site, ...]:
    """In order, without overlaps: fields come before words that would cover them."""
    fields = list(_in_python(code, scope) if language == "python" else _in_template(code))
    taken = [(one.start, one.end) for one in fields]
    words = [one for one in _words(code) if not _covered(one, taken)]
    found = sorted([*fields, *words], key=lambda one: one.start)
    # A model that the example defines itself is no name for one of the user's.
    own = {one[1] for one in _DEFINED.finditer(code)}
    return tuple(one for one in found if one.model not in own)


@lru_cache(maxsize=KEPT)
def names_made(code: str) -> frozenset[str]:
    """The names that `annotate` and `alias` give."""
    if not _MAKES.search(code):
        return frozenset()
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError):
        return frozenset()
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    making = (one for one in calls if getattr(one.func, "attr", "") in ("annotate", "alias"))
    return frozenset(word.arg for one in making for word in one.keywords if word.arg)


def _covered(site: Site, taken: list[tuple[int, int]]) -> bool:
    return any(start < site.end and site.start < end for start, end in taken)


def _in_python(code: str, scope: str) -> Iterator[Site]:
    reader = Reader(code, scope)
    for start, model, name, query in sorted(set(reader.read())):
        yield Site(start, start + len(name), "field", model, name, query)
    for found in _TAGS.finditer(code):  # a template in a string
        for one in _in_template(found.group()):
            start, end = one.start + found.start(), one.end + found.start()
            yield Site(start, end, "field", one.model, one.name)


def _in_template(code: str) -> Iterator[Site]:
    """`book.author.name` in a variable or a tag."""
    for found in _DOTTED.finditer(code):
        known = sample.VARIABLES.get(found["first"])
        model: str | None = known[0] if known and known[1] == "one" else None
        at = found.start("rest")
        for name in found["rest"].split(".")[1:]:
            if model is None or not sample.has(model, name):
                break
            yield Site(at + 1, at + 1 + len(name), "field", model, name)
            at += 1 + len(name)
            model = sample.leads_to(model, name)
    yield from _named(code)


def _named(code: str) -> Iterator[Site]:
    for found in _BY_NAME.finditer(code):
        group = 1 if found[1] else 2
        if sample.has(sample.SUBJECT, found[group]):
            yield Site(*found.span(group), "field", sample.SUBJECT, found[group])


def _words(code: str) -> Iterator[Site]:
    for found in _CLASS.finditer(code):
        yield Site(*found.span(), "class", found["role"], plural=bool(found["s"]))
    for found in _WORD.finditer(code):
        kind = "lower" if _LOWER.search(code, max(0, found.start() - 20), found.start()) else "word"
        yield Site(*found.span(), kind, found["role"].capitalize(), plural=bool(found["s"]))
    for found in _APP.finditer(code):
        kind = "package" if _IN_PATH.match(code, found.end()) else "app"
        yield Site(*found.span(), kind)
    for found in _NAMESPACE.finditer(code):
        yield Site(*found.span(), "namespace")
