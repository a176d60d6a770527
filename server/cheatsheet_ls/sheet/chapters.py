"""Which symbol a name means in a chapter of somebody's sheet.

A sheet says `CharField` under "Model Fields" and again under "Form Fields": the headings above a
name, the nearest first, decide. What the name's own shape tells (`{% url %}`, `@login_required`,
`DEBUG = True`, `manage.py migrate`) is decided before, in `shapes.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple


class Rule(NamedTuple):
    """`heading` is searched in a heading in lower case; `above` in all headings, where it is
    given.
    """

    heading: str
    prefix: str
    above: str = ""


_DRF = r"\bdrf\b|rest[ -]framework|serializer|\bapi\b"

# The first rule that fits wins, so the special ones come before the general ones.
RULES = (
    Rule(r"\bmeta\b", "meta:serializer.", r"serializer"),
    Rule(r"\bmeta\b", "meta:filterset.", r"filter ?set"),
    Rule(r"\bmeta\b", "meta:form.", r"form"),
    Rule(r"\bmeta\b", "meta:model."),
    Rule(r"field (options|arguments|parameters)", "kwarg:django.forms.Field.", r"form"),
    Rule(r"field (options|arguments|parameters)", "kwarg:rest_framework.serializers.Field.", _DRF),
    Rule(r"field (options|arguments|parameters)", "kwarg:django.db.models.Field."),
    Rule(r"lookup", "lookup:"),
    Rule(r"converter", "converter:"),
    Rule(r"date format|format (letter|character)", "date:"),
    Rule(r"template librar", "library:"),
    Rule(r"template tags?\b|^tags?\b|\btags$", "tag:"),
    Rule(r"filters?\b(?! ?set)", "filter:", r"template|filters?$"),
    Rule(r"context variable|template variable|forloop", "variable:"),
    Rule(r"widget", "django.forms."),
    Rule(r"\bfields?\b", "rest_framework.serializers.", _DRF),
    Rule(r"\bfields?\b", "django.forms.", r"\bforms?\b"),
    Rule(r"\bfields?\b", "django.db.models."),
    Rule(r"setting|configuration", "setting:"),
    Rule(r"command", "command:"),
    Rule(r"signal", "django.db.models.signals."),
    Rule(r"decorator", "@"),
    Rule(r"permission", "rest_framework.permissions.", _DRF),
    Rule(r"throttl", "rest_framework.throttling.", _DRF),
    Rule(r"paginat", "rest_framework.pagination.", _DRF),
    Rule(r"generic|class-based", "rest_framework.generics.", _DRF),
    Rule(r"viewset", "rest_framework.viewsets."),
    Rule(r"serializer", "rest_framework.serializers."),
    Rule(r"mixin", "django.contrib.auth.mixins."),
    Rule(r"generic|class-based", "django.views.generic."),
    Rule(r"modeladmin|admin (option|attribute|interface)", "django.contrib.admin.ModelAdmin."),
    Rule(r"validator", "django.core.validators."),
    Rule(r"database function|db function", "django.db.models.functions."),
    Rule(r"aggregat|expression|on_delete|constraint|index", "django.db.models."),
    Rule(r"queryset|quer(y|ies|ying)", "django.db.models.QuerySet."),
    Rule(r"shortcut", "django.shortcuts."),
    Rule(r"response|request", "django.http."),
    Rule(r"exception", "django.core.exceptions."),
    Rule(r"assert", "django.test.SimpleTestCase."),
    Rule(r"package|requirement|third[- ]party", "package:"),
)

# Names people write before a dot, after the import line that everybody knows.
MODULES = {
    "models": "django.db.models",
    "forms": "django.forms",
    "admin": "django.contrib.admin",
    "messages": "django.contrib.messages",
    "transaction": "django.db.transaction",
    "timezone": "django.utils.timezone",
    "validators": "django.core.validators",
    "signals": "django.db.models.signals",
    "generic": "django.views.generic",
    "serializers": "rest_framework.serializers",
    "permissions": "rest_framework.permissions",
    "generics": "rest_framework.generics",
    "viewsets": "rest_framework.viewsets",
    "routers": "rest_framework.routers",
    "status": "rest_framework.status",
    "throttling": "rest_framework.throttling",
    "pagination": "rest_framework.pagination",
}

_NAMES = {
    "django.views.decorators.http": "require_http_methods require_GET require_POST require_safe"
    " condition etag last_modified conditional_page",
    "django.contrib.auth.decorators": "login_required permission_required user_passes_test"
    " login_not_required",
    "django.contrib.admin.views.decorators": "staff_member_required",
    "django.views.decorators.cache": "cache_page cache_control never_cache",
    "django.views.decorators.csrf": "csrf_exempt csrf_protect ensure_csrf_cookie"
    " requires_csrf_token",
    "django.views.decorators.vary": "vary_on_headers vary_on_cookie",
    "django.views.decorators.gzip": "gzip_page",
    "django.views.decorators.clickjacking": "xframe_options_exempt xframe_options_deny"
    " xframe_options_sameorigin",
    "django.views.decorators.debug": "sensitive_variables sensitive_post_parameters",
    "django.utils.decorators": "method_decorator",
    "django.utils.functional": "cached_property",
    "django.dispatch": "receiver",
    "django.contrib.admin": "display action register ModelAdmin TabularInline StackedInline",
    "django.db.transaction": "atomic",
    "django.test": "override_settings modify_settings tag TestCase TransactionTestCase"
    " SimpleTestCase LiveServerTestCase Client RequestFactory",
    "django.core.signals": "request_started request_finished got_request_exception",
    "django.contrib.auth.signals": "user_logged_in user_logged_out user_login_failed",
    "django.shortcuts": "render redirect get_object_or_404 get_list_or_404",
    "django.urls": "path re_path include reverse reverse_lazy",
    "django.http": "HttpResponse JsonResponse HttpResponseRedirect Http404 FileResponse"
    " StreamingHttpResponse",
    "django.conf.urls.static": "static",
    "django.db.models": "Q F Count Sum Avg Max Min Prefetch Subquery OuterRef Exists"
    " Case When Value",
    "rest_framework.decorators": "api_view permission_classes authentication_classes"
    " throttle_classes renderer_classes parser_classes",
    "rest_framework.views": "APIView",
    "rest_framework.response": "Response",
}

# Names that are one thing wherever a sheet speaks of Django: their import line is often left out.
PLAIN = {name: f"{module}.{name}" for module, names in _NAMES.items() for name in names.split()}


def by_chapter(name: str, headings: Sequence[str]) -> str | None:
    """`CharField` below ("Form Fields", "Forms") is `django.forms.CharField`."""
    for prefix in _prefixes(tuple(headings)):
        if prefix == "@":
            return PLAIN.get(name)
        if prefix.startswith("django.") and name in PLAIN:
            return PLAIN[name]
        return prefix + (name.lower() if prefix == "package:" else name)
    return PLAIN.get(name)


def speaks_of(kind: str, headings: Sequence[str]) -> bool:
    """Whether the headings are about settings, filters …: `speaks_of("filter:", …)`."""
    return next(iter(_prefixes(tuple(headings))), "") == kind


@lru_cache(maxsize=256)
def _prefixes(headings: tuple[str, ...]) -> tuple[str, ...]:
    """The prefix of the first rule that fits each heading; a chapter asks once a bullet."""
    together = " / ".join(headings).lower()
    found: list[str] = []
    for heading in headings:
        for rule in RULES:
            if re.search(rule.heading, heading.lower()) and re.search(rule.above, together):
                found.append(rule.prefix)
                break
    return tuple(found)
