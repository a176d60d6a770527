"""Facts about names that are no Python paths: settings, tags, filters, commands …, as words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cheatsheet_ls.features import facts_of_commands, facts_of_strings
from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.facts_of_commands import some
from cheatsheet_ls.features.known import Known
from cheatsheet_ls.features.render.escape import code_span
from cheatsheet_ls.model import Symbol


def name(symbol: Symbol, kind: str, text: str, django: Django) -> Known | None:
    if kind == "command":
        return facts_of_commands.command(symbol, text, django)
    describe = _DESCRIBE.get(kind)
    return describe(symbol, text) if describe else None


def _setting(symbol: Symbol, text: str) -> Known | None:
    from cheatsheet_ls.facts import names

    found = names.setting(text)
    if found is None:
        return None
    parent, _, key = text.rpartition(".")
    role = f"key of {code_span(parent)}" if parent else "setting"
    return Known(symbol, key, role, _of_package(found.package), (), found.versions)


def _tag(symbol: Symbol, text: str) -> Known | None:
    from cheatsheet_ls.facts import names

    library, name = _of_library(text)
    found = next((one for one in names.tag(name) if library in (None, one.library)), None)
    if found is None:
        return None
    rows = [f"closed by {code_span(f'{{% {found.closing} %}}')}"] if found.closing else []
    if found.intermediate:
        inner = ", ".join(code_span(f"{{% {one} %}}") for one in found.intermediate)
        rows.append(f"may hold {inner}")
    sentence = _loaded(found.library)
    return Known(symbol, f"{{% {name} %}}", "template tag", sentence, tuple(rows), found.versions)


def _filter(symbol: Symbol, text: str) -> Known | None:
    from cheatsheet_ls.facts import names

    library, name = _of_library(text)
    found = next((one for one in names.filter_(name) if library in (None, one.library)), None)
    if found is None:
        return None
    rows = {"required": ("needs an argument",), "optional": ("takes an argument",)}
    sentence = _loaded(found.library)
    shown = rows.get(found.argument, ())
    return Known(symbol, name, "template filter", sentence, shown, found.versions)


def _library(symbol: Symbol, text: str) -> Known | None:
    from cheatsheet_ls.facts import names

    found = names.library(text)
    if found is None:
        return None
    rows = []
    if found.tags:
        rows.append("tags " + some(found.tags))
    if found.filters:
        rows.append("filters " + some(found.filters))
    needs = "" if found.app == "django" else f"needs {code_span(found.app)} in `INSTALLED_APPS`."
    return Known(symbol, text, "template library", needs, tuple(rows), found.versions)


def _lookup(symbol: Symbol, text: str) -> Known | None:
    from cheatsheet_ls.facts import names

    found = names.lookup(text)
    if found is None:
        return None
    fields = tuple(field.rpartition(".")[2] for field in found.fields)
    rows = ("for " + some(fields),) if fields and "Field" not in fields else ()
    kind = "field transform" if found.transform else "field lookup"
    further = f", or with a lookup behind it, {code_span(f'field__{text}__gte=…')}"
    sentence = f"written {code_span(f'field__{text}=…')}{further if found.transform else ''}."
    return Known(symbol, text, kind, sentence, rows, found.versions)


def _converter(symbol: Symbol, text: str) -> Known | None:
    from cheatsheet_ls.facts import names

    found = names.converter(text)
    if found is None:
        return None
    sentence = f"the view gets {code_span(found.type)}."
    return Known(symbol, text, "path converter", sentence, (f"matches {code_span(found.regex)}",))


def _date(symbol: Symbol, text: str) -> Known | None:
    from cheatsheet_ls.facts import names

    found = names.date_letter(text)
    if found is None:
        return None
    return Known(symbol, text, "letter of a date format", f"shows {code_span(found.sample)}.")


def _meta(symbol: Symbol, text: str) -> Known | None:
    from cheatsheet_ls.facts import names

    kind, _, name = text.rpartition(".")
    found = names.meta_option(kind or "model", name)
    if found is None:
        return None
    return Known(symbol, f"Meta.{name}", kind or "model", versions=found.versions)


def _check(symbol: Symbol, text: str) -> Known | None:
    from cheatsheet_ls.facts import names

    found = names.check_id(text)
    if found is None:
        return None
    sentence = f"raised in {code_span(found.module)}." if found.module else ""
    return Known(symbol, text, f"system check, {found.level}", sentence, versions=found.versions)


def _app(symbol: Symbol, text: str) -> Known | None:
    from cheatsheet_ls.facts import names

    found = names.app(text)
    if found is None:
        return None
    label = f"its label is {code_span(found.label)}." if found.label else ""
    return Known(symbol, text, "app", label, versions=found.versions)


def _package(symbol: Symbol, text: str) -> Known | None:
    from cheatsheet_ls.facts import names

    found = names.package(text)
    if found is None:
        return None
    rows = (f"app {code_span(found.app)}",) if found.app else ()
    sentence = f"imported as {code_span(found.module)}." if found.module else ""
    return Known(symbol, text, "package", sentence, rows)


def _variable(symbol: Symbol, text: str) -> Known | None:
    from cheatsheet_ls.facts import names

    found = names.variable(text)
    if found is None:
        return None
    inside = f"inside {code_span(f'{{% {found.inside} %}}')} only." if found.inside else ""
    return Known(symbol, text, "template variable", inside, versions=found.versions)


def _of_library(text: str) -> tuple[str | None, str]:
    """`tag:i18n.translate` names the library, too."""
    library, _, name = text.rpartition(".")
    return library or None, name


def _loaded(library: str) -> str:
    return "" if library == "builtin" else f"needs {code_span(f'{{% load {library} %}}')}."


def _of_package(package: str) -> str:
    return "" if package in ("django", "") else f"of {code_span(package)}."


_DESCRIBE: Mapping[str, Callable[[Symbol, str], Known | None]] = {
    "setting": _setting,
    "tag": _tag,
    "filter": _filter,
    "library": _library,
    "lookup": _lookup,
    "converter": _converter,
    "date": _date,
    "meta": _meta,
    "check": _check,
    "app": _app,
    "package": _package,
    "variable": _variable,
    "env": facts_of_strings.environment,
    "url": facts_of_strings.url_name,
    "permission": facts_of_strings.permission,
}
