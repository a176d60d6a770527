"""Which class a `view-body` belongs to, and what that class needs besides."""

from __future__ import annotations

from .example import Example, body_names, public_class


def class_header(example: Example) -> tuple[str, str]:
    """The class the body belongs to, by the entry's symbol or by what the body defines."""
    from django.views import View, generic

    names = body_names(example)
    about = public_class(example.symbols)
    base = _base_by_names(names)
    bases = base.__name__
    if (
        about is not None
        and issubclass(about, View)
        and about.__module__.startswith("django.views")
    ):
        base, bases = about, about.__name__
    elif about is not None and about.__name__.endswith("Mixin") and "views" in about.__module__:
        if issubclass(base, about):
            bases = base.__name__
        elif hasattr(about, "form_valid"):
            base, bases = generic.CreateView, "CreateView"
        else:
            bases = f"{about.__name__}, {base.__name__}"
    lines = (
        [f"from {about.__module__} import {about.__name__}"]
        if about and about.__name__ in bases
        else []
    )
    if base.__module__.startswith("django"):
        lines.append(f"from {base.__module__} import {base.__name__}")
    extra = _defaults(base, names)
    return "\n".join(lines) + f"\n\nclass ExampleView({bases}):", extra


def _base_by_names(names: set[str]) -> type:
    from django.views import View, generic

    if names & {
        "paginate_by",
        "ordering",
        "page_kwarg",
        "get_ordering",
        "allow_empty",
        "paginate_orphans",
    }:
        return generic.ListView
    if names & {
        "form_valid",
        "form_invalid",
        "form_class",
        "fields",
        "get_form",
        "get_form_kwargs",
        "initial",
        "get_initial",
        "success_url",
        "get_success_url",
        "success_message",
    }:
        return generic.CreateView
    if names & {
        "get_object",
        "slug_field",
        "slug_url_kwarg",
        "pk_url_kwarg",
        "query_pk_and_slug",
        "test_func",
    }:
        return generic.DetailView
    if names & {"get", "post", "put", "patch", "delete", "head", "options"}:
        return View
    return generic.ListView


def _defaults(base: type, names: set[str]) -> str:
    """What the class needs besides, so that it can answer."""
    lines = []
    if ("form_class" in names and not names & {"model", "queryset", "get_queryset"}) or (
        hasattr(base, "model") and not names & {"model", "queryset", "get_queryset"}
    ):
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
