"""Facts about names that are not Python paths: settings, tags, filters, commands, lookups …

    setting("DATABASES.CONN_MAX_AGE").default        "0"
    [facts.library for facts in tag("static")]       ["static", "staticfiles"]
    opening("else")                                  ("if", "ifchanged")

Each kind of name is one generated file, read when the first name of that kind is asked for. A name
that is not known gives None or an empty tuple, never an error.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from cheatsheet_ls.facts.name_types import (
    AppFacts,
    ArgumentFacts,
    CheckFacts,
    CommandFacts,
    ConverterFacts,
    DateLetterFacts,
    FilterFacts,
    LibraryFacts,
    LookupFacts,
    MetaFacts,
    OptionFacts,
    PackageFacts,
    SettingFacts,
    TagFacts,
    VariableFacts,
)
from cheatsheet_ls.facts.table import table
from cheatsheet_ls.model import Versions

BUILTIN = "builtin"  # the library of what needs no {% load %}
COMMON = "*"  # the command whose options every command has


KINDS = {
    "setting": "settings",
    "tag": "tags",
    "filter": "filters",
    "library": "libraries",
    "command": "commands",
    "lookup": "lookups",
    "converter": "converters",
    "date": "dates",
    "meta": "meta",
    "check": "checks",
    "app": "apps",
    "package": "packages",
    "variable": "variables",
    "env": "environment",
    "url": "urls",
    "permission": "permissions",
}


def names(kind: str) -> Iterable[str]:
    """All names of a kind, in the words symbols have: `setting`, `tag`, `date`, `meta` …"""
    file = KINDS.get(kind)
    found = table(f"names/{file}") if file else {}
    return [name for name in found if name != COMMON]


def setting(name: str) -> SettingFacts | None:
    """A setting, or a key inside one: `DATABASES.CONN_MAX_AGE`, `DATABASES.TEST.NAME`."""
    raw = table("names/settings").get(name)
    if not raw:
        return None
    changes = tuple((since, value) for since, value in raw.get("defaults", ()))
    return SettingFacts(name, package_of(raw), raw.get("default"), versions(raw), changes)


def keys_of(name: str) -> tuple[str, ...]:
    """The documented keys of a dictionary setting: `keys_of("STORAGES")`, one level deep."""
    return setting_keys().get(name, ())


def tag(name: str) -> tuple[TagFacts, ...]:
    """That tag in every library that has it, those to be used now first."""
    found = [tag_facts(name, raw) for raw in table("names/tags").get(name, ())]
    return tuple(sorted(found, key=lambda facts: facts.versions.removed is not None))


def filter_(name: str) -> tuple[FilterFacts, ...]:
    """That filter in every library that has it, those to be used now first."""
    found = [filter_facts(name, raw) for raw in table("names/filters").get(name, ())]
    return tuple(sorted(found, key=lambda facts: facts.versions.removed is not None))


def library(name: str) -> LibraryFacts | None:
    """What `{% load name %}` brings; "builtin" is what is there without."""
    name = BUILTIN if name == "builtins" else name
    raw = table("names/libraries").get(name)
    if not raw:
        return None
    words = tuple(raw["modules"]), tuple(raw["tags"]), tuple(raw["filters"])
    return LibraryFacts(name, raw["app"], package_of(raw), *words, versions(raw))


def tags_of(name: str) -> tuple[TagFacts, ...]:
    """The tags of one library."""
    known = library(name)
    wanted = [facts for word in (known.tags if known else ()) for facts in tag(word)]
    return tuple(facts for facts in wanted if known and facts.library == known.name)


def filters_of(name: str) -> tuple[FilterFacts, ...]:
    """The filters of one library."""
    known = library(name)
    wanted = [facts for word in (known.filters if known else ()) for facts in filter_(word)]
    return tuple(facts for facts in wanted if known and facts.library == known.name)


def opening(name: str) -> tuple[str, ...]:
    """The tags a closing or dividing tag belongs to: `endfor` → `for`, `else` → `if` …"""
    return openings().get(name, ())


def command(name: str) -> CommandFacts | None:
    raw = table("names/commands").get(name)
    if not raw or name == COMMON:
        return None
    arguments = tuple(argument_facts(argument) for argument in raw["arguments"])
    return CommandFacts(name, raw["app"], package_of(raw), options(raw), arguments, versions(raw))


def common_options() -> tuple[OptionFacts, ...]:
    """What every management command understands: `--settings`, `--verbosity` …"""
    return options(table("names/commands").get(COMMON, {}))


def lookup(name: str) -> LookupFacts | None:
    raw = table("names/lookups").get(name)
    if not raw:
        return None
    transform = raw.get("transform", False)
    return LookupFacts(name, raw["path"], tuple(raw["fields"]), transform, versions(raw))


def converter(name: str) -> ConverterFacts | None:
    raw = table("names/converters").get(name)
    return ConverterFacts(name, raw["regex"], raw["type"], raw["path"]) if raw else None


def date_letter(letter: str) -> DateLetterFacts | None:
    raw = table("names/dates").get(letter)
    return DateLetterFacts(letter, raw["sample"], raw["time"]) if raw else None


def meta_option(kind: str, name: str) -> MetaFacts | None:
    raw = table("names/meta").get(f"{kind}.{name}")
    if not raw:
        return None
    return MetaFacts(kind, name, package_of(raw), raw.get("default"), versions(raw))


def check_id(name: str) -> CheckFacts | None:
    raw = table("names/checks").get(name)
    if not raw:
        return None
    return CheckFacts(name, raw["level"], package_of(raw), raw["module"], versions(raw))


def app(path: str) -> AppFacts | None:
    """An installed app, by its package or by its configuration class."""
    found = table("names/apps")
    name = path if path in found else app_configs().get(path, "")
    raw = found.get(name)
    if not raw:
        return None
    return AppFacts(name, raw["config"], raw["label"], package_of(raw), versions(raw))


def package(name: str) -> PackageFacts | None:
    """A distribution; `_`, `.` and case do not count, nor do extras and version."""
    plain = canonical(name)
    raw = table("names/packages").get(plain)
    return PackageFacts(plain, raw["module"], raw.get("app")) if raw else None


def variable(name: str) -> VariableFacts | None:
    raw = table("names/variables").get(name)
    return VariableFacts(name, raw["source"], raw.get("inside"), versions(raw)) if raw else None


def canonical(name: str) -> str:
    """A distribution's name as indexes compare it: `Django_Filter[all]>=2` → `django-filter`."""
    import re

    plain = re.match(r"\s*[A-Za-z0-9._-]*", name)
    return re.sub(r"[-_.]+", "-", plain[0].strip().lower() if plain else "").strip("-")


def versions(raw: Any) -> Versions:
    words = (raw.get(word) for word in ("since", "deprecated", "removed", "instead"))
    return Versions(*words)


def package_of(raw: Any) -> str:
    return str(raw.get("package", "django"))


def tag_facts(name: str, raw: Any) -> TagFacts:
    between = tuple(raw.get("intermediate", ()))
    where = (name, raw["library"], package_of(raw), raw["path"])
    return TagFacts(*where, raw.get("closing"), between, versions(raw))


def filter_facts(name: str, raw: Any) -> FilterFacts:
    where = (name, raw["library"], package_of(raw), raw["path"])
    return FilterFacts(*where, raw.get("argument", "none"), versions(raw))


def options(raw: Any) -> tuple[OptionFacts, ...]:
    return tuple(option_facts(name, facts) for name, facts in raw.get("options", {}).items())


def option_facts(name: str, raw: Any) -> OptionFacts:
    words = tuple(raw.get("aliases", ())), raw.get("value"), tuple(raw.get("choices", ()))
    return OptionFacts(name, *words, raw.get("required", False), versions(raw))


def argument_facts(raw: Any) -> ArgumentFacts:
    return ArgumentFacts(raw["name"], raw.get("nargs"), tuple(raw.get("choices", ())))


@cache
def openings() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, records in table("names/tags").items():
        for raw in records:
            for word in (raw.get("closing"), *raw.get("intermediate", ())):
                if word and name not in found.setdefault(word, []):
                    found[word].append(name)
    # `if` is what most people mean by `else`.
    return {
        word: tuple(sorted(tags, key=lambda name: (len(name), name)))
        for word, tags in found.items()
    }


@cache
def setting_keys() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name in table("names/settings"):
        outer, _, key = name.rpartition(".")
        if outer:
            found.setdefault(outer, []).append(key)
    return {outer: tuple(keys) for outer, keys in found.items()}


@cache
def app_configs() -> dict[str, str]:
    return {raw["config"]: name for name, raw in table("names/apps").items() if raw["config"]}
