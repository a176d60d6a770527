"""Which examples fit a place: those written for it, then those for any place of its kind."""

from __future__ import annotations

from cheatsheet_ls.model import Entry, Scope

# Modules whose top level may hold any module code as well. Settings are not among them.
_MODULES = frozenset(
    {Scope.MODELS, Scope.VIEWS, Scope.URLS, Scope.FORMS, Scope.ADMIN, Scope.SERIALIZERS}
    | {Scope.API_VIEWS, Scope.TESTS, Scope.COMMAND, Scope.MIDDLEWARE, Scope.SIGNALS, Scope.APPS}
    | {Scope.CONSUMERS, Scope.ROUTING, Scope.ASGI, Scope.TASKS, Scope.TEMPLATETAGS}
)
_ALSO = {
    Scope.API_VIEWS: (Scope.VIEWS,),
    Scope.VIEWS: (Scope.API_VIEWS,),
    Scope.API_VIEW_BODY: (Scope.VIEW_BODY,),
    Scope.MODELS: (Scope.SIGNALS,),
}


def scopes_at(scope: Scope) -> tuple[Scope, ...]:
    further = (Scope.MODULE,) if scope in _MODULES else ()
    return (scope, *_ALSO.get(scope, ()), *further)


# What people look for in a file of this kind comes before what may stand there as well.
_OWN = {Scope.TEMPLATE: "tag:", Scope.SETTINGS: "setting:"}


def is_at_home(entry: Entry, scope: Scope) -> bool:
    """Whether the entry is of the kind that a place of this scope is there for."""
    return "".join(entry.symbols[:1]).startswith(_OWN.get(scope, ""))


def may_stand(scope: Scope, holder: str) -> bool:
    """Whether an example for `scope` can belong to a function, a class, a module or a list at all;
    an unknown holder may hold anything.
    """
    of_class = scope.value.endswith(("-body", "-meta"))
    of_function = scope is Scope.BODY
    of_list = scope is Scope.URL_LIST
    fits = {
        "function": of_function,
        "class": of_class,
        "list": of_list,
        "module": not (of_function or of_class or of_list),
    }
    return fits.get(holder, True)
