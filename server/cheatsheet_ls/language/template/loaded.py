"""Whose a tag or filter is at a place of a template: one that the facts know, or somebody else's.

As for Django, the library loaded last wins, loads count from where they stand, and what a parent
template loads does not count at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cheatsheet_ls.language.template import known
from cheatsheet_ls.language.template.project import Library, ProjectLibraries
from cheatsheet_ls.language.template.structure import Load, Template


def library_of_tag(template: Template, offset: int, name: str, project: ProjectLibraries) -> str:
    """The library a tag comes from, empty where it is not one that the facts know."""
    return _library_of(template, offset, name, project, known.tags_of, lambda own: own.tags)


def library_of_filter(template: Template, offset: int, name: str, project: ProjectLibraries) -> str:
    """The library a filter comes from, empty where it is not one that the facts know."""
    return _library_of(template, offset, name, project, known.filters_of, lambda own: own.filters)


def _library_of(
    template: Template,
    offset: int,
    name: str,
    project: ProjectLibraries,
    facts: Callable[[str], frozenset[str]],
    names: Callable[[Library], frozenset[str]],
) -> str:
    for library, only in _loaded(template, offset):
        if only and name not in only:
            continue
        own = project.own.get(library)
        if name in (names(own) if own else facts(library)):
            return "" if own else library
    for module in reversed(project.builtins):
        library = module.rpartition(".")[2]
        own = None if module.startswith("django.") else project.own.get(library)
        if name in (names(own) if own else facts(library)):
            return "" if own else library
    return known.BUILTIN if name in facts(known.BUILTIN) else ""


def _loaded(template: Template, offset: int) -> Iterator[tuple[str, frozenset[str]]]:
    """Libraries with the names taken from them (empty: all), the one that wins first."""
    for load in reversed(loads_before(template, offset)):
        only = frozenset(word.text for word in load.only)
        for library in reversed(load.libraries):
            yield library.text, only


def loads_before(template: Template, offset: int) -> list[Load]:
    return [load for load in template.loads if load.end <= offset]


def loaded_libraries(template: Template, offset: int, project: ProjectLibraries) -> frozenset[str]:
    """Libraries whose every name can be used at the offset, those of the configuration included."""
    loaded = {library for library, only in _loaded(template, offset) if not only}
    return frozenset(loaded | {module.rpartition(".")[2] for module in project.builtins})
