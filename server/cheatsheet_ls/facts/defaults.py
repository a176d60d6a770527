"""What is assumed where nothing is given, as Python source of one release; read when first asked.

    signature("django.shortcuts.redirect", "5.1")
    "redirect(to, *args, permanent=False, **kwargs)"
    attribute("django.views.generic.list.MultipleObjectMixin", "paginate_by", "5.2")
    "None"

Paths are canonical. None stands for what only the code knows, never for `None`, which is "None".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cheatsheet_ls.facts import api, load
from cheatsheet_ls.facts.name_types import numbers
from cheatsheet_ls.facts.table import table
from cheatsheet_ls.facts.types import Param
from cheatsheet_ls.model import Versions

REQUIRED = "required"


def parameter(owner: str, param: Param, release: str) -> str | None:
    """The default of an optional parameter of a callable, or of a class's constructor.

    REQUIRED where that release has none, whatever later ones have.
    """
    if param.kind or not _declares(owner, param):
        return attribute(owner, param.name, release)
    told = _table(owner).get("params", {}).get(owner, {})
    if param.name in told:
        return at(told[param.name], release)
    return REQUIRED if param.required else "None"


def attribute(owner: str, name: str, release: str) -> str | None:
    """What a class's body gives an attribute."""
    held = _table(owner).get("attributes", {}).get(owner, {})
    return at(held[name], release) if name in held else None


def signature(canonical: str, release: str) -> str | None:
    """The call as a reader of that release's manual knows it, without the receiver."""
    owner, params = _parameters(canonical)
    if params is None:
        return None
    kept = [param for param in params if exists(param.versions, release)]
    words: list[str] = []
    for index, param in enumerate(kept):
        if param.keyword_only and not any(one.kind == "*" for one in kept[:index]):
            words += [] if "*" in words else ["*"]
        words.append(_written(owner, param, release))
    return f"{canonical.rpartition('.')[2]}({', '.join(words)})"


def exists(versions: Versions, release: str) -> bool:
    wanted = numbers(release)
    born = not versions.since or numbers(versions.since) <= wanted
    return born and not (versions.removed and numbers(versions.removed) <= wanted)


def at(steps: Any, release: str) -> str | None:
    """The value of a release; `steps` is one value, or `[release, value]` for each change."""
    if not isinstance(steps, list):
        return None if steps is None else str(steps)
    found = steps[0][1]
    for since, value in steps:
        if numbers(since) <= numbers(release):
            found = value
    return None if found is None else str(found)


def _parameters(canonical: str) -> tuple[str, Sequence[Param] | None]:
    """Who declares them, and the parameters: of a function, a method, or a constructor."""
    for path in api.mro(canonical) if api.class_(canonical) else ():
        facts = api.class_(path)
        if facts and facts.init is not None:
            return path, facts.init
    found = api.function(canonical)
    return (found.path, found.params) if found else ("", None)


def _written(owner: str, param: Param, release: str) -> str:
    default = None if param.kind else parameter(owner, param, release) or "…"
    return param.kind + param.name + ("" if default in (None, REQUIRED) else f"={default}")


def _declares(owner: str, param: Param) -> bool:
    """Whether it is a parameter there; `as_view` takes the attributes of a class as well."""
    facts = api.class_(owner)
    if facts is None:
        return api.function(owner) is not None
    return any(one.name == param.name for one in facts.init or ())


def _table(path: str) -> dict[str, Any]:
    groups = load.groups_by_prefix()
    prefix = path
    while prefix and prefix not in groups:
        prefix = prefix.rpartition(".")[0]
    return table(f"defaults/{groups[prefix]}") if prefix else {}
