"""Scopes `views` and `view-body`: every view is asked through the test client, GET and POST."""

from __future__ import annotations

import ast
import inspect
import sys
import types
from typing import Any

from . import world
from .example import Example, Failed, body_names, class_source, classes, public_class, run_module

DATES = {"year": 1974, "month": 5, "day": 1, "week": 18}


def views(example: Example) -> None:
    module = _as_library_views(example, example.code)
    found = list(view_functions(module, example)) + [
        (c.__name__, c.as_view()) for c in _view_classes(module)
    ]
    visit(example, found)


def view_body(example: Example) -> None:
    header, extra = _class_header(example)
    source = _prelude(example) + class_source(header, example, extra)
    module = _as_library_views(example, source)
    visit(example, [("ExampleView", module.ExampleView.as_view())])


def visit(example: Example, found: list[tuple[str, Any]]) -> None:
    """Puts the views under URLs of their own and asks each as a superuser."""
    from django.test import Client

    paths = _install_urls(found)
    client = Client()
    client.force_login(_user())
    for path in paths:
        for method in ("get", "post", "get"):
            data = dict(world.SAMPLES) if method == "post" else {}
            response = getattr(client, method)(path, data)
            if getattr(response, "streaming", False) and not getattr(response, "is_async", False):
                b"".join(response.streaming_content)
            if response.status_code >= 500 and "HttpResponseServerError" not in example.code:
                raise Failed(f"{method.upper()} {path} answered {response.status_code}")


def view_functions(module: types.ModuleType, example: Example) -> Any:
    """Top-level functions whose first parameter is `request`, unless the module itself uses them."""
    used = {n.id for n in ast.walk(example.tree) if isinstance(n, ast.Name)}
    for node in example.tree.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.args.args:
            handler = node.name.startswith("handler") or "exception" in {a.arg for a in node.args.args}
            if node.args.args[0].arg == "request" and not handler and node.name not in used:
                yield node.name, getattr(module, node.name)


def _view_classes(module: types.ModuleType) -> list[Any]:
    from django.views import View

    found: list[Any] = classes(module, View)
    return [c for c in found if not any(c in other.__bases__ for other in found)]


def _as_library_views(example: Example, source: str) -> types.ModuleType:
    import library.views

    module = run_module(example, "library.example_views", source=source)
    for name, value in vars(module).items():
        if not name.startswith("__"):
            setattr(library.views, name, value)
    return module


def _install_urls(found: list[tuple[str, Any]]) -> list[str]:
    """A URLconf with the project's URLs and one path a view; answers the paths to ask."""
    from django.conf import settings
    from django.contrib import admin
    from django.urls import clear_url_caches, include, path, set_urlconf

    urls = types.ModuleType("example_urls")
    patterns, paths = [], []
    for name, view in found:
        arguments = _arguments(view)
        route = "".join(f"<{_converter(v)}:{k}>/" for k, v in arguments.items())
        patterns.append(path(f"example/{name}/{route}", view, name=name))
        paths.append(f"/example/{name}/" + "".join(f"{v}/" for v in arguments.values()))
    admin.autodiscover()
    patterns += [path("", include("config.urls"))]
    urls.urlpatterns = patterns  # type: ignore[attr-defined]
    sys.modules["example_urls"] = urls
    settings.ROOT_URLCONF = "example_urls"
    clear_url_caches()
    set_urlconf(None)
    return paths


def _converter(value: Any) -> str:
    return "int" if isinstance(value, int) else "str"


def _arguments(view: Any) -> dict[str, Any]:
    """Values for what the URL must give the view."""
    cls = getattr(view, "view_class", None) or getattr(view, "cls", None)
    if cls is None:
        parameters = list(inspect.signature(inspect.unwrap(view)).parameters.values())[1:]
        needed = [p for p in parameters if p.kind not in (p.VAR_KEYWORD, p.VAR_POSITIONAL)]
        return {p.name: sample(p.name, p.annotation) for p in needed if p.default is p.empty}
    return _class_arguments(cls)


def _class_arguments(cls: Any) -> dict[str, Any]:
    from django.views.generic import dates, detail

    given: dict[str, Any] = {}
    if issubclass(cls, dates.DateDetailView):
        given = {**DATES, "pk": 1}
    elif issubclass(cls, (dates.BaseDayArchiveView,)):
        given = {k: DATES[k] for k in ("year", "month", "day")}
    elif issubclass(cls, dates.BaseWeekArchiveView):
        given = {k: DATES[k] for k in ("year", "week")}
    elif issubclass(cls, dates.BaseMonthArchiveView):
        given = {k: DATES[k] for k in ("year", "month")}
    elif issubclass(cls, dates.BaseYearArchiveView):
        given = {"year": 1974}
    elif issubclass(cls, detail.SingleObjectMixin) and not _creates(cls):
        given = {cls.pk_url_kwarg: 1}
        if cls.slug_url_kwarg != "slug" or cls.query_pk_and_slug:
            given[cls.slug_url_kwarg] = "the-dispossessed"
        if cls.pk_url_kwarg == "pk" and "slug_field" in vars(cls):
            given = {cls.slug_url_kwarg: "the-dispossessed"}
    return {**_kwargs_read(cls), **given}


def _kwargs_read(cls: Any) -> dict[str, Any]:
    """`self.kwargs["author_id"]` in the class, and named parameters of its handlers."""
    try:
        source = inspect.getsource(cls)
    except (OSError, TypeError):
        return {}
    import textwrap

    found: dict[str, Any] = {}
    for node in ast.walk(ast.parse(textwrap.dedent(source))):
        if isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("kwargs"):
            if isinstance(node.slice, ast.Constant):
                found[str(node.slice.value)] = sample(str(node.slice.value))
    for method in ("get", "post"):
        handler = vars(cls).get(method)
        if handler:
            for p in list(inspect.signature(handler).parameters.values())[2:]:
                if p.default is p.empty and p.kind is p.POSITIONAL_OR_KEYWORD:
                    found[p.name] = sample(p.name, p.annotation)
    return found


def _creates(cls: Any) -> bool:
    from django.views.generic.edit import BaseCreateView

    return issubclass(cls, BaseCreateView)


def sample(name: str, annotation: Any = None) -> Any:
    if name in DATES:
        return DATES[name]
    if name in ("slug", "book_slug"):
        return "the-dispossessed"
    words = ("name", "slug", "username", "query", "q", "token", "uidb64", "path", "room", "code")
    is_text = annotation in (str, "str") or any(name == w or name.endswith(f"_{w}") for w in words)
    if name == "username":
        return "ada"
    return "text" if is_text else 1


def _user() -> Any:
    from django.contrib.auth import get_user_model

    return get_user_model().objects.get(username="ada")


def _prelude(example: Example) -> str:
    return "from django.urls import reverse, reverse_lazy\nfrom django.views import View, generic\nfrom library.models import Author, Book, Publisher, Review, Tag\n"


def _class_header(example: Example) -> tuple[str, str]:
    """The class the body belongs to, by the entry's symbol or by what the body defines."""
    from django.views import View, generic

    names = body_names(example)
    about = public_class(example.symbols)
    base = _base_by_names(names)
    bases = base.__name__
    if about is not None and issubclass(about, View) and about.__module__.startswith("django.views"):
        base, bases = about, about.__name__
    elif about is not None and about.__name__.endswith("Mixin") and "views" in about.__module__:
        if issubclass(base, about):
            bases = base.__name__
        elif hasattr(about, "form_valid"):
            base, bases = generic.CreateView, "CreateView"
        else:
            bases = f"{about.__name__}, {base.__name__}"
    lines = [f"from {about.__module__} import {about.__name__}"] if about and about.__name__ in bases else []
    if base.__module__.startswith("django"):
        lines.append(f"from {base.__module__} import {base.__name__}")
    extra = _defaults(base, names)
    return "\n".join(lines) + f"\n\nclass ExampleView({bases}):", extra


def _base_by_names(names: set[str]) -> type:
    from django.views import View, generic

    if names & {"paginate_by", "ordering", "page_kwarg", "get_ordering", "allow_empty", "paginate_orphans"}:
        return generic.ListView
    if names & {"form_valid", "form_invalid", "form_class", "fields", "get_form", "get_form_kwargs", "initial", "get_initial", "success_url", "get_success_url", "success_message"}:
        return generic.CreateView
    if names & {"get_object", "slug_field", "slug_url_kwarg", "pk_url_kwarg", "query_pk_and_slug", "test_func"}:
        return generic.DetailView
    if names & {"get", "post", "put", "patch", "delete", "head", "options"}:
        return View
    return generic.ListView


def _defaults(base: type, names: set[str]) -> str:
    """What the class needs besides, so that it can answer."""
    lines = []
    if "form_class" in names and not names & {"model", "queryset", "get_queryset"}:
        lines.append("model = Book")
    elif hasattr(base, "model") and not names & {"model", "queryset", "get_queryset"}:
        lines.append("model = Book")
    edits = hasattr(base, "form_class") and hasattr(base, "fields")
    if edits and not names & {"fields", "form_class", "get_form_class"}:
        lines.append('fields = ["title", "author"]')
    if base.__name__ == "FormView" and "form_class" not in names:
        lines.insert(0, "from library.forms import ContactForm as form_class")
    if hasattr(base, "success_url") and not names & {"success_url", "get_success_url"}:
        lines.append('success_url = "/books/"')
    if base.__name__ in ("TemplateView", "FormView") and "template_name" not in names:
        lines.append('template_name = "library/book_list.html"')
    if base.__name__ == "RedirectView" and not names & {"url", "pattern_name", "get_redirect_url"}:
        lines.append('url = "/books/"')
    if hasattr(base, "date_field") and "date_field" not in names:
        lines.append('date_field = "published"')
    if hasattr(base, "month_format") and "month_format" not in names:
        lines.append('month_format = "%m"')
    if "permission_required" not in names and base.__name__ == "PermissionRequiredMixin":
        lines.append('permission_required = "library.view_book"')
    return "\n".join(lines)
