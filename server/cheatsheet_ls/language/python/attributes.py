"""`owner.name`, by the module, class or object that `owner` is."""

from __future__ import annotations

from cheatsheet_ls.facts import api
from cheatsheet_ls.facts import names as facts
from cheatsheet_ls.language.python import members, models, patterns, symbols
from cheatsheet_ls.language.python.identity import identity_in, spelled
from cheatsheet_ls.language.python.resolver import Resolver
from cheatsheet_ls.language.python.values import Api, ApiInstance, UserModule, Value
from cheatsheet_ls.model import Match, Span

SETTINGS = ("django.conf.settings", "django.conf.LazySettings")


def of_attribute(r: Resolver, owner: Value | None, name: str, span: Span) -> Match | None:
    """`owner.name`, by the module, class or object that owner is."""
    if owner is None:
        return None
    if _is_settings(owner):
        return setting(name, span)
    if isinstance(owner, UserModule):
        path = identity_in(r, owner.module, name)
        return symbols.match(symbols.of_path(path), span, _kind(path)) if path else None
    if isinstance(owner, Api):
        kind = api.kind(owner.path)
        if kind == "module":
            target = api.submodule_or_name(owner.path, name)
            path = spelled(owner.path, name, target) if target else None
            return symbols.match(symbols.of_path(path), span, _kind(path)) if path else None
        if kind == "value":
            owner = members.instance_value(owner)
    return _member(r, owner, name, span)


def _is_settings(owner: Value) -> bool:
    path = (
        owner.path
        if isinstance(owner, Api)
        else owner.cls
        if isinstance(owner, ApiInstance)
        else ""
    )
    return path in SETTINGS


def _member(r: Resolver, owner: Value | None, name: str, span: Span) -> Match | None:
    if owner is None:
        return None
    if name == "objects" and models.special_attribute(r, owner, name) is not None:
        return symbols.match(["django.db.models.Model.objects"], span, "manager")
    found = members.find(r, owner, name)
    if isinstance(found, members.UserMember):
        # The API member that the user's own class overrides; most override nothing.
        found = members.find(r, owner, name, skip_user=True)
    if isinstance(found, members.ApiMember):
        return symbols.match(symbols.of_member(found), span, found.member.kind)
    pattern = patterns.symbol_of(r, owner, name)
    return symbols.match([pattern], span, "method") if pattern else None


def setting(name: str, span: Span) -> Match | None:
    return symbols.match([f"setting:{name}"], span, "setting") if facts.setting(name) else None


def _kind(path: str) -> str:
    return api.kind(path) or "name"
