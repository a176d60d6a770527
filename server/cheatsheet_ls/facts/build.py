"""Builds the objects of `types` from raw records, as `tools/facts/api/write.py` describes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cheatsheet_ls.facts.types import (
    DISTRIBUTIONS,
    NEVER_CHANGED,
    Callable_,
    ClassFacts,
    Member,
    Param,
)
from cheatsheet_ls.model import Versions


def versions(text: str) -> Versions:
    """
    >>> versions("4.2/5.1").removed
    '5.1'
    """
    if not text:
        return NEVER_CHANGED
    since, removed, deprecated, instead = (text.split("/", 3) + ["", "", ""])[:4]
    return Versions(
        since=since or None,
        removed=removed or None,
        deprecated=deprecated or None,
        instead=instead or None,
    )


def params(tokens: str, keywords: Mapping[str, str]) -> tuple[Param, ...]:
    """`request:PATH obj= * form= **kwargs` as parameters; `*` opens the keyword-only ones."""
    found: list[Param] = []
    keyword_only = False
    for token in tokens.split():
        name, _, type_ = token.rstrip("=").partition(":")
        stars = len(name) - len(name.lstrip("*"))
        keyword_only = keyword_only or stars == 1
        bare = name.lstrip("*/")
        if bare:
            found.append(
                Param(
                    name=bare,
                    required=not stars and not token.endswith("="),
                    keyword=not stars and name[0] != "/",
                    keyword_only=keyword_only and not stars,
                    kind=name[:stars],
                    type=type_,
                    versions=versions(keywords.get(bare, "")),
                )
            )
    return tuple(found)


def callable_(path: str, raw: list[Any]) -> Callable_:
    kind, type_, tokens, lived, _, keywords = padded(raw)
    return Callable_(
        path=path,
        params=params(tokens, keywords or {}),
        returns=type_,
        is_async=kind.startswith("async "),
        versions=versions(lived),
    )


def member(name: str, raw: list[Any]) -> Member:
    kind, type_, tokens, lived, extra, keywords = padded(raw)
    bare = kind.removeprefix("async ")
    return Member(
        name=name,
        kind=bare,
        type=type_,
        params=params(tokens, keywords or {}),
        versions=versions(lived),
        is_async=bare != kind,
        field=extra if bare == "field" else "",
    )


def class_(path: str, raw: Mapping[str, Any]) -> ClassFacts:
    init = raw.get("init")
    return ClassFacts(
        path=path,
        bases=tuple(raw["bases"].split()),
        members={name: member(name, item) for name, item in raw["members"].items()},
        init=None if init is None else params(init, raw.get("keywords", {})),
        passes_kwargs=init is None or bool(raw.get("up")),
        package=DISTRIBUTIONS[path.partition(".")[0]],
        versions=versions(raw.get("versions", "")),
        generic=raw.get("generic", ""),
    )


def padded(raw: list[Any]) -> list[Any]:
    return [*raw, "", "", "", "", "", ""][:6]
