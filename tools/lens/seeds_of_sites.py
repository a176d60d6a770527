"""Broken admin classes and routes from a seed; see `seeds`."""

from __future__ import annotations

from random import Random


def admin_of(random: Random, names: list[str]) -> str:
    lines = ["from django.contrib import admin", "", "from . import models", ""]
    for name in names:
        lines += ["", f"@admin.register(models.{name})", f"class {name}Admin(admin.ModelAdmin):"]
        options = random.sample(_OPTIONS, random.randint(1, 3))
        lines += [f"    {option} = {random.choice(values)}" for option, *values in options] + [""]
    return "\n".join(lines) + "\n"


_OPTIONS = (
    ("list_display", '("pk")', '("pk",)', '["__str__"]', '"pk"', '["nothing"]'),
    ("list_filter", '("pk")', "()", '["pk"]', '["nothing"]'),
    ("search_fields", '("pk")', '["pk"]'),
    ("ordering", '("pk")', '["-pk"]', '["nothing"]'),
    ("list_per_page", '"20"', "20", "None"),
    ("list_max_show_all", '"x"', "5"),
    ("save_as", '"yes"', "True", "1"),
    ("save_on_top", "1", "False"),
    ("readonly_fields", '("pk")', '["pk"]', "()", '["nothing"]'),
    ("inlines", '"x"', "[]", "()"),
    ("raw_id_fields", '"x"', "()"),
    ("filter_horizontal", '"x"', "()"),
    ("filter_vertical", '"x"', "[]"),
    ("autocomplete_fields", '"x"', "[]"),
    ("prepopulated_fields", "[]", "{}", '"x"'),
    ("radio_fields", "[]", "{}"),
    ("list_display_links", '("pk")', "None", '["__str__"]'),
    ("list_editable", '"x"', "()"),
    ("exclude", '"x"', "()", "None"),
    ("fieldsets", '"x"', "None"),
    ("fields", '"x"', "None"),
    ("date_hierarchy", '"nothing"', "None"),
)


def urls_of(random: Random) -> str:
    head = [
        "from django.urls import include, path, re_path",
        "from django.views.generic import TemplateView",
        "",
        "",
        "class Page(TemplateView):",
        '    template_name = "x.html"',
        "",
        "",
        'inner = [path("in/", Page.as_view())]',
        "",
        "urlpatterns = [",
    ]
    routes = [f"    {route}," for route in random.sample(_ROUTES, random.randint(2, 5))]
    return "\n".join([*head, *routes, "]"]) + "\n"


_ROUTES = (
    'path("a/", Page.as_view(), name="a")',
    'path("b/", Page, name="b")',
    'path("^c/$", Page.as_view())',
    'path("d/$", Page.as_view())',
    'path("(?P<x>e)/", Page.as_view())',
    'path("f/", Page.as_view(), name="f:f")',
    're_path(r"^g/$", Page.as_view(), name="g")',
    're_path(r"^h/$", include(inner))',
    're_path(r"^i/", include(inner))',
    'path("j/", include(inner))',
    're_path(r"^k/\\$", include(inner))',
)
