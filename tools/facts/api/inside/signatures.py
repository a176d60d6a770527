"""Parameters as short tokens: `name` (required), `name=` (optional), `*`, `*args`, `**kwargs`."""

from __future__ import annotations

import functools
import inspect
from typing import Any

from tools.facts.api.inside import values
from tools.facts.api.inside.source import Source


def parameters(
    thing: Any, source: Source | None, qualname: str, skip_first: bool = False
) -> list[str]:
    """Tokens of a callable; what it takes out of its `**kwargs` by name stands before `**`."""
    try:
        found = list(inspect.signature(thing).parameters.values())
    except (TypeError, ValueError):
        return []
    bound = thing.keywords if isinstance(thing, functools.partial) else {}
    tokens = tokens_of([p for p in found[1 if skip_first else 0 :] if p.name not in bound])
    hidden = source.hidden_keywords(qualname) if source else []
    names = {token.strip("*=") for token in tokens}
    extra = [name + "=" for name in hidden if name not in names]
    if extra and tokens and tokens[-1].startswith("**"):
        return (
            tokens[:-1]
            + ["*"] * (not any(t.startswith("*") for t in tokens[:-1]))
            + extra
            + tokens[-1:]
        )
    return tokens


def defaults(
    thing: Any, source: Source | None, qualname: str, skip_first: bool = False
) -> dict[str, str | None]:
    """What optional parameters are where nothing is given, by name."""
    hidden = source.hidden_defaults(qualname) if source else {}
    return {**hidden, **values.defaults(thing, skip_first)}


def tokens_of(found: list[inspect.Parameter]) -> list[str]:
    tokens: list[str] = []
    for parameter in found:
        kind, name = parameter.kind, parameter.name
        if kind is parameter.POSITIONAL_ONLY:
            tokens.append("/" + name)
        elif kind is parameter.VAR_POSITIONAL:
            tokens.append("*" + name)
        elif kind is parameter.VAR_KEYWORD:
            tokens.append("**" + name)
        else:
            if kind is parameter.KEYWORD_ONLY and not any(
                token.startswith("*") for token in tokens
            ):
                tokens.append("*")
            tokens.append(name + ("" if parameter.default is parameter.empty else "="))
    return tokens


def constructor(cls: type, source: Source | None) -> dict[str, Any]:
    """`init`: tokens of the class's own constructor; `passes`: it hands `**kwargs` up."""
    found: list[str] = []
    assumed: dict[str, str | None] = {}
    own = False
    passes = False
    for name in ("__new__", "__init__"):
        method = vars(cls).get(name)
        function = method.__func__ if isinstance(method, (staticmethod, classmethod)) else method
        if not inspect.isfunction(function):
            continue
        if name == "__new__" and "<locals>" in function.__qualname__:  # put there by a decorator
            continue
        own = True
        qualname = function.__qualname__
        assumed.update(defaults(function, source, qualname, skip_first=True))
        tokens = parameters(function, source, qualname, skip_first=True)
        seen = {token.strip("*=") for token in tokens}
        found = [
            token for token in found if token.strip("*=") not in seen and not token.startswith("*")
        ] + tokens
        accepts = bool(tokens) and tokens[-1].startswith("**")
        passes = passes or (
            accepts and (name == "__new__" or bool(source and source.passes_keywords(qualname)))
        )
    return {"init": found, "passes": passes, "defaults": assumed} if own else {}
