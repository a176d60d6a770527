"""What stands in for names that Django removed, where a machine can put it there.

Old path → new path. The two do the same, so that every use may be renamed.
"""

from __future__ import annotations

_SAME_MODULE = {
    "django.utils.encoding": {"force_text": "force_str", "smart_text": "smart_str"},
    "django.utils.translation": {
        "ugettext": "gettext",
        "ugettext_lazy": "gettext_lazy",
        "ugettext_noop": "gettext_noop",
        "ungettext": "ngettext",
        "ungettext_lazy": "ngettext_lazy",
    },
    "django.utils.http": {"is_safe_url": "url_has_allowed_host_and_scheme"},
}
_ELSEWHERE = {
    "django.conf.urls.url": "django.urls.re_path",
    "django.contrib.postgres.aggregates.BitAnd": "django.db.models.BitAnd",
    "django.contrib.postgres.aggregates.BitOr": "django.db.models.BitOr",
    "django.contrib.postgres.aggregates.BitXor": "django.db.models.BitXor",
    "django.contrib.postgres.fields.FloatRangeField": (
        "django.contrib.postgres.fields.DecimalRangeField"
    ),
    "django.utils.datastructures.SortedDict": "collections.OrderedDict",
    "django.contrib.postgres.fields.JSONField": "django.db.models.JSONField",
    "django.contrib.postgres.forms.JSONField": "django.forms.JSONField",
    "django.utils.http.urlquote": "urllib.parse.quote",
    "django.utils.http.urlquote_plus": "urllib.parse.quote_plus",
    "django.utils.http.urlunquote": "urllib.parse.unquote",
    "django.utils.http.urlunquote_plus": "urllib.parse.unquote_plus",
    "django.utils.text.unescape_entities": "html.unescape",
    "django.utils.timezone.utc": "datetime.timezone.utc",
}
NAMES = {
    f"{module}.{old}": f"{module}.{new}"
    for module, names in _SAME_MODULE.items()
    for old, new in names.items()
} | _ELSEWHERE

# Modules whose names are in another one today.
MODULES = {
    "django.contrib.admin.templatetags.admin_static": "django.templatetags.static",
    "django.contrib.staticfiles.templatetags.staticfiles": "django.templatetags.static",
    "django.core.context_processors": "django.template.context_processors",
    "django.core.urlresolvers": "django.urls",
}

# Model fields that only raise an error in the system checks: path → id, and the new field where one
# can be written in its place.
REMOVED_FIELDS = {
    "django.db.models.fields.IPAddressField": "fields.E900",
    "django.db.models.fields.CommaSeparatedIntegerField": "fields.E901",
    "django.db.models.fields.NullBooleanField": "fields.E903",
    "django.contrib.postgres.fields.jsonb.JSONField": "fields.E904",
    "django.contrib.postgres.fields.citext.CICharField": "fields.E905",
    "django.contrib.postgres.fields.citext.CIEmailField": "fields.E906",
    "django.contrib.postgres.fields.citext.CITextField": "fields.E907",
}

# Arguments with a new name, by who takes them.
KEYWORDS = {
    ("django.db.models.constraints.CheckConstraint", "check"): "condition",
    ("django.contrib.postgres.aggregates.mixins.OrderableAggMixin", "ordering"): "order_by",
    ("django.core.validators.EmailValidator", "whitelist"): "allowlist",
}

# Methods with a new name.
MEMBERS = {
    "assertFormsetError": "assertFormSetError",
    "assertQuerysetEqual": "assertQuerySetEqual",
}


def statement_of(path: str) -> tuple[str, str]:
    """The import a path needs, and its spelling below it."""
    if path == "datetime.timezone.utc":
        return "import datetime", path
    module, _, name = path.rpartition(".")
    return f"from {module} import {name}", name
