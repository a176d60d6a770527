"""An example with the project's names for the sample's, and its tab stops where they then are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cheatsheet_ls.features.binding import sample
from cheatsheet_ls.features.binding.project import Project
from cheatsheet_ls.features.binding.sites import Site, names_made, sites_of
from cheatsheet_ls.features.edits import TextEdit, applied
from cheatsheet_ls.features.imports.wanted import Import, parse_imports
from cheatsheet_ls.model import Example, Span
from cheatsheet_ls.sheet.snippet import occurrences

_LANGUAGES = ("python", "htmldjango")


def bind(example: Example, project: Project) -> Example:
    """The same example where nothing of the sample is in it, or nothing is known."""
    if example.language not in _LANGUAGES:
        return example
    sites = sites_of(example.body, example.scope.value, example.language)
    if _clashes(example, project):
        return example
    named = [(site, _new_name(site, project)) for site in sites]
    edits = [TextEdit(Span(site.start, site.end), new) for site, new in named if new is not None]
    imports = tuple(_imports(example.imports, project))
    if not named and imports == example.imports:
        return example
    body = applied(example.body, edits)
    fill = _fill(example, body, edits, [site for site, new in named if new is None])
    return replace(example, body=body, imports=imports, fill=fill)


def _clashes(example: Example, project: Project) -> bool:
    """Whether `annotate` makes a name there that is a field here."""
    made = names_made(example.body) if example.language == "python" else ()
    subject = project.subject
    return subject is not None and any(subject.field(name) is not None for name in made)


def is_about_sample(example: Example) -> bool:
    """Whether a project could change anything about the example."""
    if example.language not in _LANGUAGES:
        return False
    own = any(line.startswith((f"from {sample.APP}", "from .")) for line in example.imports)
    return own or bool(sites_of(example.body, example.scope.value, example.language))


def _new_name(site: Site, project: Project) -> str | None:
    """None where the project has nothing for it."""
    if site.kind in ("app", "package"):
        return (project.app if site.kind == "app" else project.package) or None
    if site.kind == "namespace":
        return (
            None if project.namespace is None else project.namespace + ":" * bool(project.namespace)
        )
    if site.kind == "field":
        return project.name_of(site.model, site.name, query=site.query)
    model = project.roles.get(site.model)
    if model is None:
        return None
    if site.kind == "class":
        return plural(model.name) if site.plural else model.name
    name = model.lower if site.kind == "lower" else snake(model.name)
    return plural(name) if site.plural else name


def snake(name: str) -> str:
    """`OrderItem` as `order_item`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


def plural(name: str) -> str:
    if re.search(r"[^aeiou]y\Z", name):
        return name[:-1] + "ies"
    return name + ("es" if re.search(r"(?:s|x|z|ch|sh)\Z", name) else "s")


def _imports(lines: tuple[str, ...], project: Project) -> Iterator[str]:
    for line in lines:
        for one in parse_imports((line,)):
            found = _import(one, project)
            if found is one:
                yield line if len(parse_imports((line,))) == 1 else one.line()
            elif found is not None:
                yield found.line()


def _import(one: Import, project: Project) -> Import | None:
    """None for a model that the file has already."""
    is_own = one.relative or one.module.partition(".")[0] == sample.APP
    if not is_own or one.name is None:
        return one
    model = project.roles.get(one.name)
    if model is not None:
        module = project.modules.get(model.name, "")
        return Import(module, model.name, one.alias) if module else None
    name = one.name
    for role, user in project.roles.items():
        if role in name:
            name = name.replace(role, user.name)
    module = one.module
    if project.package and not one.relative:
        module = project.package + module.removeprefix(sample.APP)
    return Import(module, name, one.alias) if (module, name) != (one.module, one.name) else one


def _fill(
    example: Example, body: str, edits: list[TextEdit], lacking: list[Site]
) -> tuple[str, ...]:
    """Each tab stop under its new name, as long as that stands where the old one stood; what the
    project lacks is one more.
    """
    words: list[str] = []
    for word in example.fill:
        starts = list(occurrences(example.body, word))
        new = _moved(example.body, starts[0], word, edits) if starts else word
        if new and new not in words and len(list(occurrences(body, new))) == len(starts):
            words.append(new)
    for site in lacking:
        word = example.body[site.start : site.end]
        alike = sum(example.body[one.start : one.end] == word for one in lacking)
        whole = site.kind == "field" or (site.kind == "class" and _is_whole(example.body, site))
        own = not any(word in one for one in words)
        if whole and own and len(list(occurrences(body, word))) == alike:
            words.append(word)
    return tuple(words)


def _is_whole(code: str, site: Site) -> bool:
    around = code[max(0, site.start - 1) : site.start] + code[site.end : site.end + 1]
    return not re.search(r"\w", around)


def _moved(code: str, start: int, word: str, edits: list[TextEdit]) -> str:
    """The word with what was replaced in it; "" where an edit reaches over its ends."""
    end = start + len(word)
    inside = [one for one in edits if one.span.start < end and start < one.span.end]
    if any(one.span.start < start or end < one.span.end for one in inside):
        return ""
    moved = [
        TextEdit(Span(one.span.start - start, one.span.end - start), one.text) for one in inside
    ]
    return applied(word, moved)
