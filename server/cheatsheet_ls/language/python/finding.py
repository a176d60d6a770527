"""Who defines `value.name`: an API class, one of the user's, or nobody known.

`ApiMember.through` holds the API classes that inherit the member, nearest first, so that it can
be named by the one that documents it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cheatsheet_ls.facts import api
from cheatsheet_ls.facts.types import DISTRIBUTIONS, Member
from cheatsheet_ls.language.python import classes
from cheatsheet_ls.language.python.documented import is_documented
from cheatsheet_ls.language.python.module import child_scope
from cheatsheet_ls.language.python.scopes import Binding, Scope
from cheatsheet_ls.language.python.values import Foreign, UserClass, Value

if TYPE_CHECKING:
    from cheatsheet_ls.language.python.resolver import Resolver

QUERYSET = "django.db.models.query.QuerySet"
MANAGER = "django.db.models.manager.Manager"
BASE_MANAGER = "django.db.models.manager.BaseManager"


@dataclass(frozen=True, slots=True)
class ApiMember:
    """A member of an API class; `through` are the API classes from the nearest to the defining
    one.
    """

    owner: str
    member: Member
    through: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UserMember:
    """A name bound in the body of one of the user's classes."""

    owner: UserClass
    block: int
    binding: Binding


def find(
    r: Resolver, value: Value, name: str, skip_user: bool = False
) -> ApiMember | UserMember | None:
    """Who defines `name` on `value`; with `skip_user` the API's definition that the user's
    overrides.
    """
    order = classes.mro(r, value)
    for index, ancestor in enumerate(order):
        if isinstance(ancestor, UserClass):
            bound = None if skip_user else _own(ancestor, name)
            if bound is not None:
                return bound
        elif isinstance(ancestor, Foreign):
            if name in ancestor.own and not skip_user:
                return None
        else:
            facts = api.class_(ancestor)
            member = facts.members.get(name) if facts else None
            if member is not None:
                ours = DISTRIBUTIONS.get(ancestor.partition(".")[0], "python") != "python"
                return _api_member(order, index, ancestor, member) if ours else None
    return _documented(order, name)


def _documented(order: tuple[classes.Ancestor, ...], name: str) -> ApiMember | None:
    """A hook that the documentation names and no class body shows (`HttpRequest.urlconf`)."""
    for ancestor in order:
        if isinstance(ancestor, str) and is_documented(f"{api.public(ancestor)}.{name}"):
            return ApiMember(ancestor, Member(name, "attribute"), (ancestor,))
    return None


def body_of(cls: UserClass) -> Scope:
    """The scope of the class's body."""
    return child_scope(cls.scope, cls.node, cls.block)


def _own(cls: UserClass, name: str) -> UserMember | None:
    bound = body_of(cls).find(name)
    return UserMember(cls, bound[-1][0], bound[-1][1]) if bound else None


def _api_member(
    order: tuple[classes.Ancestor, ...], index: int, ancestor: str, member: Member
) -> ApiMember:
    """`through`: the API classes that inherit it; for what is set on instances, all that set it,
    too.
    """
    last = index
    if member.kind == "instance":
        last = max(i for i, a in enumerate(order) if isinstance(a, str) and _has(a, member.name))
    defining = [a for a in order[index : last + 1] if isinstance(a, str) and _has(a, member.name)]
    through = [
        a for a in order[: last + 1] if isinstance(a, str) and set(defining) & set(api.mro(a))
    ]
    found = api.find_member(through[0] if through else ancestor, member.name)
    owner, member = found if found else (ancestor, member)
    if owner == BASE_MANAGER and _has(QUERYSET, member.name):
        owner = QUERYSET  # `Manager.all` only hands on
    return ApiMember(owner, member, tuple(through) or (ancestor,))


def _has(ancestor: str, name: str) -> bool:
    facts = api.class_(ancestor)
    return facts is not None and name in facts.members
