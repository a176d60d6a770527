"""Scopes `admin` and `admin-body`: registered, system checks clean, every page of it asked."""

from __future__ import annotations

import ast
import sys
import types
from typing import Any

from . import world
from .example import (
    MODELS,
    Example,
    Failed,
    body_names,
    class_source,
    classes,
    public_class,
    run_module,
)


def admin(example: Example) -> None:
    from django.contrib import admin as django_admin
    from django.contrib.admin import AdminSite

    before = _free_library_models()
    module = run_module(example, "library.admin")
    sites = [v for v in vars(module).values() if isinstance(v, AdminSite)]
    changed = {m: a for m, a in django_admin.site._registry.items() if before.get(m) is not a}
    for site in {id(s): s for s in [*sites, django_admin.site]}.values():
        mine = changed if site is django_admin.site else dict(site._registry)
        use(example, site, mine)
    registered = {type(a) for site in [*sites, django_admin.site] for a in site._registry.values()}
    loose = [c for c in classes(module, django_admin.ModelAdmin) if c not in registered]
    if loose:
        _try_unregistered(example, loose)


def admin_body(example: Example) -> None:
    from django.contrib import admin as django_admin

    about = public_class(example.symbols)
    _free_library_models()
    prelude = "from django.contrib import admin\n" + MODELS
    if about and issubclass(about, django_admin.AdminSite):
        source = prelude + class_source("class ExampleSite(admin.AdminSite):", example)
        site = run_module(example, "library.admin", source=source).ExampleSite(name="example")
        from library.models import Book

        site.register(Book)
        use(example, site, dict(site._registry))
        return
    inline = bool(
        about and about.__name__ in ("InlineModelAdmin", "TabularInline", "StackedInline")
    )
    inline = inline or bool(
        body_names(example) & {"extra", "max_num", "min_num", "fk_name", "can_delete"}
    )
    if inline:
        extra = "" if "model" in body_names(example) else "model = Review"
        source = prelude + class_source("class ExampleInline(admin.TabularInline):", example, extra)
        owner = "Author" if "model = Book" in example.body else "Book"
        source += f"\n\n@admin.register({owner})\nclass ExampleAdmin(admin.ModelAdmin):\n"
        source += "    inlines = [ExampleInline]\n"
    else:
        model = _model(example)
        source = prelude + class_source(
            f"@admin.register({model})\nclass ExampleAdmin(admin.ModelAdmin):", example
        )
    module = run_module(example, "library.admin", source=source)
    registry = django_admin.site._registry
    use(
        example,
        django_admin.site,
        {m: a for m, a in registry.items() if type(a).__module__ == module.__name__},
    )


def _free_library_models() -> dict[Any, Any]:
    """Other apps' admins as usual, the library's models free to be registered."""
    from django.contrib import admin as django_admin

    sys.modules["library.admin"] = types.ModuleType("library.admin")
    django_admin.autodiscover()
    for model in [m for m in django_admin.site._registry if m._meta.app_label == "library"]:
        django_admin.site.unregister(model)
    return dict(django_admin.site._registry)


def _model(example: Example) -> str:
    """The model whose field names the body mentions most."""
    from django.apps import apps

    words = {
        str(n.value).strip("-^=@").split("__")[0]
        for n in ast.walk(ast.parse(example.body))
        if isinstance(n, ast.Constant)
    }
    words |= {n.attr for n in ast.walk(ast.parse(example.body)) if isinstance(n, ast.Attribute)}
    models = {
        name: apps.get_model("library", name)
        for name in ("Book", "Author", "Review", "Publisher", "Tag")
    }
    scores = {
        name: len(words & {f.name for f in m._meta.get_fields()}) for name, m in models.items()
    }
    return max(models, key=lambda name: scores[name])


def _try_unregistered(example: Example, found: list[Any]) -> None:
    """Classes the example leaves unregistered: `AuthorAdmin` is for Author, others for Book."""
    from django.contrib.admin import AdminSite
    from django.contrib.auth.admin import UserAdmin
    from django.contrib.auth.models import Group, User

    site = AdminSite(name="loose")
    site.register(Group)
    for cls in found:
        model = User if issubclass(cls, UserAdmin) else _named(cls.__name__)
        if not site.is_registered(model):
            site.register(model, cls)
    use(example, site, dict(site._registry))


def _named(name: str) -> Any:
    from django.apps import apps

    known = {m.__name__: m for m in apps.get_app_config("library").get_models()}
    return next((known[n] for n in known if name.startswith(n)), known["Book"])


def use(example: Example, site: Any, registry: dict[Any, Any]) -> None:
    """System checks, then list, search, add, change, delete pages and each action."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    problems = [m for a in registry.values() for m in a.check() if m.level >= 30]
    if problems:
        raise Failed("; ".join(str(m) for m in problems))
    base = _mount(site)
    client = Client()
    client.force_login(get_user_model().objects.get(username="ada"))
    for model, model_admin in registry.items():
        _visit(
            client, f"{base}{model._meta.app_label}/{model._meta.model_name}/", model, model_admin
        )
    _ask(client, "get", base)


def _mount(site: Any) -> str:
    from django.conf import settings
    from django.urls import clear_url_caches, include, path, set_urlconf

    urls = types.ModuleType("example_admin_urls")
    urls.urlpatterns = [path("example-admin/", site.urls), path("", include("config.urls"))]  # type: ignore[attr-defined]
    sys.modules[urls.__name__] = urls
    settings.ROOT_URLCONF = urls.__name__
    clear_url_caches()
    set_urlconf(None)
    return "/example-admin/"


def _visit(client: Any, base: str, model: Any, model_admin: Any) -> None:
    row = model._default_manager.first()
    pages = ["", "add/"] + (
        [f"{row.pk}/change/", f"{row.pk}/delete/", f"{row.pk}/history/"] if row else []
    )
    for page in pages:
        _ask(client, "get", base + page)
    if model_admin.search_fields:
        _ask(client, "get", base + "?q=a")
    if row:
        request = _ask(client, "get", base).wsgi_request
        for name in model_admin.get_actions(request):
            if name != "delete_selected":
                _ask(client, "post", base, {"action": name, "_selected_action": [row.pk]})
        _ask(client, "post", base + f"{row.pk}/change/", dict(world.SAMPLES))


def _ask(client: Any, method: str, path: str, data: dict[str, Any] | None = None) -> Any:
    response = getattr(client, method)(path, data or {})
    if response.status_code >= 500 or (response.status_code == 404 and method == "get"):
        raise Failed(f"{method.upper()} {path} answered {response.status_code}")
    return response
