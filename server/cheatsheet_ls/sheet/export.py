"""The index as the JSON that other tools read; its shape is public, fields may be added."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from cheatsheet_ls.model import Entry, Example, Option, Problem, Recipe, Step, Versions
from cheatsheet_ls.sheet.index import Index
from cheatsheet_ls.sheet.snippet import occurrences, snippet

FORMAT = 1
DJANGO = ("4.2", "5.0", "5.1", "5.2", "6.0", "6.1")


def to_json(index: Index) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "django": list(DJANGO),
        "entries": [entry_json(entry) for entry in index.entries],
        "problems": [problem_json(problem) for problem in index.problems],
    }


def entry_json(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "title": entry.title,
        "kind": kind_id(entry.kind),
        "symbols": list(entry.symbols),
        "summary": entry.summary,
        "text": entry.text,
        "versions": _versions(entry.versions),
        "docs": entry.docs,
        "options": [_option(option, entry.examples) for option in entry.options],
        "examples": [_example(example) for example in entry.examples],
        "trap": entry.trap,
        "see_also": list(entry.see_also),
        "requires": list(entry.requires),
        "defines": not entry.weak,
        "recipe": _recipe(entry.recipe) if entry.recipe else None,
        "origin": {"page": entry.origin.page, "line": entry.origin.line},
    }


def summary_json(entry: Entry) -> dict[str, Any]:
    """One line of a search."""
    return {
        "id": entry.id,
        "title": entry.title,
        "summary": entry.summary,
        "kind": kind_id(entry.kind),
        "symbols": list(entry.symbols),
        "origin": {"page": entry.origin.page, "line": entry.origin.line},
    }


def problem_json(problem: Problem) -> dict[str, Any]:
    return {
        "page": problem.page,
        "line": problem.line,
        "rule": problem.rule,
        "message": problem.message,
    }


def kind_id(kind: str) -> str:
    """ "model field" is `model_field`."""
    return re.sub(r"\W+", "_", kind.lower()).strip("_")


def _versions(versions: Versions) -> dict[str, str | None]:
    return {
        "since": versions.since,
        "deprecated": versions.deprecated,
        "removed": versions.removed,
        "instead": versions.instead,
    }


def _option(option: Option, examples: Iterable[Example]) -> dict[str, Any]:
    """`examples` are the ids of those of the entry that use the option."""
    using = (
        one.id for one in examples if next(occurrences(one.code, option.name), None) is not None
    )
    return {
        "name": option.name,
        "symbol": option.symbol,
        "default": option.default,
        "summary": option.summary,
        "versions": _versions(option.versions),
        "docs": option.docs,
        "examples": list(using),
        "line": option.line,
    }


def _example(example: Example) -> dict[str, Any]:
    return {
        "id": example.id,
        "title": example.title,
        "language": example.language,
        "scope": example.scope.value,
        "prefix": example.prefix,
        "imports": list(example.imports),
        "body": example.body,
        "snippet": snippet(example),
        "fill": list(example.fill),
        "requires": list(example.requires),
        "versions": _versions(example.versions),
        "file": example.file,
        "line": example.line,
        "step": _step(example.step) if example.step else None,
    }


def _recipe(recipe: Recipe) -> dict[str, Any]:
    return {
        "title": recipe.title,
        "inserts": recipe.inserts,
        "offered_on": list(recipe.offered_on),
        "too_late": list(recipe.too_late),
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "into": step.into,
        "after": list(step.after),
        "before": list(step.before),
        "unless": list(step.unless),
        "when": step.when,
        "replaces": step.replaces,
        "missing": step.missing,
    }
