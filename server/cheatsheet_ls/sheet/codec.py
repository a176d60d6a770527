"""Entries as compact JSON and back: how a parsed sheet is kept, one line an entry."""

from __future__ import annotations

import json
from typing import Any

from cheatsheet_ls.model import (
    Entry,
    Example,
    Option,
    Origin,
    Problem,
    Recipe,
    Scope,
    Step,
    Symbol,
    Versions,
)

# The parsed form is thrown away when this changes, or when the code that parses does.
FORMAT = 2


def dumps(value: object) -> str:
    """One line: JSON escapes line breaks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def entry_to_line(entry: Entry) -> str:
    return dumps(
        [
            *(entry.id, entry.title, entry.kind, entry.symbols, entry.summary, entry.text),
            *(_versions(entry.versions), entry.docs, entry.origin.page, entry.origin.line),
            *(entry.trap, entry.see_also, entry.requires, int(entry.weak)),
            _recipe(entry.recipe),
            [_option(option) for option in entry.options],
            [_example(example) for example in entry.examples],
        ]
    )


def entry_from_line(line: bytes) -> Entry:
    raw: list[Any] = json.loads(line)
    (id_, title, kind, symbols, summary, text, versions, docs, page, at) = raw[:10]
    (trap, see_also, requires, weak, recipe, options, examples) = raw[10:]
    return Entry(
        id=id_,
        title=title,
        kind=kind,
        symbols=tuple(map(Symbol, symbols)),
        summary=summary,
        text=text,
        versions=Versions(*versions),
        docs=docs,
        options=tuple(_to_option(option) for option in options),
        examples=tuple(_to_example(example) for example in examples),
        origin=Origin(page, at),
        trap=trap,
        see_also=tuple(see_also),
        requires=tuple(requires),
        weak=bool(weak),
        recipe=_to_recipe(recipe),
    )


def problem_to_raw(problem: Problem) -> list[object]:
    return [problem.page, problem.line, problem.rule, problem.message]


def problem_from_raw(raw: list[Any]) -> Problem:
    page, line, rule, message = raw
    return Problem(page, line, rule, message)


def _versions(versions: Versions) -> list[str | None]:
    """Most have none: then nothing is kept."""
    if versions == Versions():
        return []
    return [versions.since, versions.deprecated, versions.removed, versions.instead]


def _option(option: Option) -> list[object]:
    return [
        *(option.name, option.symbol, option.default, option.summary),
        *(_versions(option.versions), option.docs, option.line),
    ]


def _to_option(raw: list[Any]) -> Option:
    name, symbol, default, summary, versions, docs, line = raw
    return Option(name, Symbol(symbol), default, summary, Versions(*versions), docs, line)


def _example(example: Example) -> list[object]:
    return [
        *(example.id, example.title, example.language, example.scope.value, example.prefix),
        *(example.body, example.imports, example.fill, example.requires),
        *(_versions(example.versions), example.file, example.line, _step(example.step)),
    ]


def _to_example(raw: list[Any]) -> Example:
    (id_, title, language, scope, prefix, body, imports, fill, requires) = raw[:9]
    (versions, file, line, step) = raw[9:]
    return Example(
        id=id_,
        title=title,
        language=language,
        scope=Scope(scope),
        prefix=prefix,
        body=body,
        imports=tuple(imports),
        fill=tuple(fill),
        requires=tuple(requires),
        versions=Versions(*versions),
        file=file,
        line=line,
        step=_to_step(step),
    )


def _step(step: Step | None) -> list[object]:
    """Most examples are none."""
    if step is None:
        return []
    return [
        *(step.into, step.after, step.before, step.unless),
        *(step.when, step.replaces, step.missing),
    ]


def _to_step(raw: list[Any]) -> Step | None:
    if not raw:
        return None
    into, after, before, unless, when, replaces, missing = raw
    return Step(into, tuple(after), tuple(before), tuple(unless), when, replaces, missing)


def _recipe(recipe: Recipe | None) -> list[object]:
    if recipe is None:
        return []
    return [recipe.title, int(recipe.inserts), recipe.offered_on, recipe.too_late]


def _to_recipe(raw: list[Any]) -> Recipe | None:
    if not raw:
        return None
    title, inserts, offered_on, too_late = raw
    return Recipe(title, bool(inserts), tuple(map(Symbol, offered_on)), tuple(too_late))
