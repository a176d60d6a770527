"""Where the documentation explains a symbol: a full address, of the Django release asked for.

    docs_url(["django.db.models.CharField"], "5.2")
    "https://docs.djangoproject.com/en/5.2/ref/models/fields/#django.db.models.CharField"

A name that a release lacks leads to the nearest release that has it: what is gone to the last one
that had it, what is yet to come to the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

from cheatsheet_ls.facts.table import table

SITE = "https://docs.djangoproject.com/en"
MODEL_META = "django.db.models.Options."
ANCHORS = {
    "module": "module-",
    "setting": "std-setting-",
    "tag": "std-templatetag-",
    "filter": "std-templatefilter-",
    "lookup": "std-fieldlookup-",
    "env": "envvar-",
}


def docs_url(symbols: Iterable[str], version: str | None = None) -> str | None:
    """The page of the first symbol that has an anchor of its own, else of the first with a page."""
    wanted = list(symbols)
    for ways in (itself, inherited, around):
        for symbol in wanted:
            for name in ways(symbol):
                if found := address(name, version) or (ways is around and elsewhere_page(name)):
                    return found
    return None


def itself(symbol: str) -> Iterator[str]:
    yield symbol


def inherited(symbol: str) -> Iterator[str]:
    """The same member of each base class: the documentation has it where it is defined."""
    path = symbol.removeprefix("python:").removeprefix("kwarg:")
    owner, _, member = path.rpartition(".")
    if owner and ":" not in path:
        from cheatsheet_ls.facts import api

        defined = api.find_member(api.canonical(owner) or owner, member)
        if defined:
            yield f"{defined[0]}.{member}"
        for base in api.mro(api.canonical(owner) or owner)[1:]:
            yield f"{base}.{member}"
            yield f"{api.public(base)}.{member}"


def address(symbol: str, version: str | None) -> str | None:
    """The address of exactly this symbol."""
    for name in spellings(symbol):
        for release in nearest(version):
            if place := place_of(name, release):
                page, _, anchor = place.partition("#")
                return f"{SITE}/{release}/{page}/" + (f"#{anchor}" if anchor else "")
    return elsewhere_exact(symbol)


def spellings(symbol: str) -> Iterator[str]:
    """The names the documentation may use for a symbol, likeliest first."""
    symbol = symbol.removeprefix("python:")
    kind, colon, name = symbol.partition(":")
    if kind == "meta":
        yield MODEL_META + name.removeprefix("model.")
    elif kind == "kwarg":
        yield from documented(name)
    elif kind == "app":
        yield f"module:{name}"
    elif not colon:
        yield from documented(symbol)
    yield symbol
    if kind in ("tag", "filter") and "." in name:  # with its library before it
        yield f"{kind}:{name.rpartition('.')[2]}"
    if kind == "command" and "--" in name:
        yield "command:* " + name.partition(" ")[2]


def documented(path: str) -> Iterator[str]:
    """A path and the one the documentation has for it, or for the class it belongs to."""
    yield path
    others = table("docs/aliases")
    owner, _, member = path.rpartition(".")
    if path in others:
        yield others[path]
    if owner in others:
        yield f"{others[owner]}.{member}"


def around(symbol: str) -> Iterator[str]:
    """What contains a symbol, nearest first: its class, its command, its setting, its module."""
    kind, _, name = symbol.removeprefix("python:").rpartition(":")
    if kind in ("", "kwarg", "app"):
        yield name
        while "." in name:
            name = name.rpartition(".")[0]
            yield name
            yield f"module:{name}"
        return
    yield symbol
    for mark in (" ", "."):
        if mark in name and kind in ("setting", "command", "variable"):
            yield f"{kind}:{name.partition(mark)[0]}"
    if kind == "meta":
        yield "django.db.models.Options" if name.startswith("model.") else "meta:form.fields"


@lru_cache(maxsize=32)
def nearest(version: str | None) -> list[str]:
    """All releases with documentation, in the order to try them for a project on `version`."""
    newest_first = list(table("docs/anchors"))
    wanted = parts(version) if version else None
    if wanted is None:
        return newest_first
    older = [release for release in newest_first if parts(release) <= wanted]
    newer = [release for release in reversed(newest_first) if parts(release) > wanted]
    return [*older, *newer]


def parts(version: str) -> tuple[int, ...]:
    """The first two numbers of a version; (0,) where it has none."""
    numbers = [word for word in version.split(".")[:2] if word.isdigit()]
    return tuple(int(number) for number in numbers) or (0,)


def place_of(name: str, release: str) -> str | None:
    """`page#anchor` of a name in the manual of a release; None where that has none."""
    releases = list(table("docs/anchors"))
    for one in reversed(releases[: releases.index(release) + 1]):
        if name in layer(one):
            return layer(one)[name]
    return None


@cache
def layer(release: str) -> dict[str, str | None]:
    """What differs from the next newer release; None for what is not there. The newest has all."""
    told = table("docs/anchors")[release]
    return {**dict.fromkeys(told.get("gone", ())), **dict(entries(told["pages"]))}


def places(release: str) -> dict[str, str]:
    """All places of a release by name."""
    releases = list(table("docs/anchors"))
    names = {name for one in releases[: releases.index(release) + 1] for name in layer(one)}
    return {name: place for name in names if (place := place_of(name, release))}


def release_with(place: str, version: str) -> str:
    """The nearest release whose manual has `page#anchor` or `page`; headings are not known here."""
    known = place in everywhere()
    return (
        next((one for one in nearest(version) if place in held(one)), version) if known else version
    )


@cache
def held(release: str) -> frozenset[str]:
    """All places of a release, with and without their anchor."""
    found = set(places(release).values())
    return frozenset(found | {place.partition("#")[0] for place in found})


@cache
def everywhere() -> frozenset[str]:
    return frozenset().union(*(held(release) for release in table("docs/anchors")))


def entries(pages: Any) -> Iterator[tuple[str, str]]:
    for page, groups in pages.items():
        for prefix, names in groups.items():
            for written in names:
                name, sharp, anchor = written.partition("#")
                symbol = prefix + name
                yield symbol, f"{page}#{anchor if sharp else anchor_of(symbol)}"


def anchor_of(symbol: str) -> str:
    """The anchor a symbol has unless the table says otherwise."""
    kind, colon, name = symbol.partition(":")
    if not colon:
        return symbol
    if kind != "command":
        return ANCHORS.get(kind, f"{kind}-") + name
    command, _, flag = name.partition(" ")
    words = ("cmdoption", command if command != "*" else "", flag.lstrip("-"))
    return "-".join(word for word in words if word) if flag else f"django-admin-{command}"


def elsewhere_exact(symbol: str) -> str | None:
    """A heading in the documentation of a package other than Django."""
    exact = table("docs/elsewhere").get("exact", {}).get(symbol)
    if exact:
        return str(exact)
    page, rest = elsewhere(symbol)
    heading = rest.partition(".")[0].lower()
    return f"{page['page']}#{heading}" if heading and heading in page.get("names", ()) else None


def elsewhere_page(symbol: str) -> str | None:
    page, _ = elsewhere(symbol)
    return str(page["page"]) if page else None


def elsewhere(symbol: str) -> tuple[Any, str]:
    """The page whose prefix fits best, and what follows the prefix."""
    symbol = symbol.removeprefix("kwarg:")
    prefixes = table("docs/elsewhere").get("prefixes", {})
    best = max((prefix for prefix in prefixes if symbol.startswith(prefix)), key=len, default="")
    return prefixes.get(best, {}), symbol[len(best) :]
