"""Defaults in the project's own release: of settings and their keys, arguments, attributes."""

from __future__ import annotations

from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.render.escape import code_span
from cheatsheet_ls.model import Symbol


def words(symbol: Symbol, django: Django) -> str:
    """`, default `False``; both where the releases the project may run differ; "" if unknown."""
    low, high = of(symbol, django.low), of(symbol, django.high)  # of the nearest that has it
    if low is None or high is None:
        found = high if low is None else low
        return f", default {code_span(found)}" if found else ""
    if low == high:
        return f", default {code_span(high)}"
    return f", default {code_span(low)} on {django.low}, {code_span(high)} on {django.high}"


def of(symbol: Symbol, release: str) -> str | None:
    """Python source; None where there is none, or where only the code knows."""
    kind, _, name = symbol.partition(":")
    if kind == "setting":
        from cheatsheet_ls.facts import names

        setting = names.setting(name)
        return setting.default_in(release) if setting else None
    if kind == "meta":
        from cheatsheet_ls.facts import names

        owner, _, option = name.rpartition(".")
        meta = names.meta_option(owner or "model", option)
        return meta.default if meta else None
    if kind == "kwarg":
        return _of_keyword(name, release)
    return _of_member(name or kind, release) if kind == "python" or not name else None


def changed(symbol: Symbol, releases: tuple[str, ...]) -> bool:
    """Whether some of these releases differ."""
    return len({of(symbol, release) for release in releases}) > 1


def _of_keyword(name: str, release: str) -> str | None:
    from cheatsheet_ls.facts import api, defaults

    callable_, _, word = name.rpartition(".")
    found = api.keyword(callable_, word)
    default = defaults.parameter(*found, release) if found else None
    return None if default == defaults.REQUIRED else default


def _of_member(dotted: str, release: str) -> str | None:
    from cheatsheet_ls.facts import api, defaults

    canonical = api.canonical(dotted)
    if canonical is None or api.kind(canonical) != "member":
        return None
    owner, _, name = canonical.rpartition(".")
    return defaults.attribute(owner, name, release)
