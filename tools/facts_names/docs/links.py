"""Where Django's documentation explains names whose anchor does not follow from their spelling.

`DJANGO` names a label, a documented name, a `section:PAGE#TITLE` or a page; of several, the first
that a release has. A release that has none of them gets no link for that name.
"""

from __future__ import annotations

Target = str | tuple[str, ...]


def same(kind: str, names: str, target: Target) -> dict[str, Target]:
    return {f"{kind}:{name}": target for name in names.split()}


FLATPAGES = "section:ref/contrib/flatpages#Getting a list of FlatPage objects in your templates"
DATE = "filter:date"
LETTERS = "A b B c D d E e f F g G h H i I j l L m M n N o O P r s S t T u U w W y Y z Z a"
FORM_META = "modelforms-overriding-default-fields"

DJANGO: dict[str, Target] = {
    # a page without a name of its own, which older releases lack
    "page:topics/tasks": "topics/tasks",
    "django.conf.settings": "topics/settings",
    # class Meta
    **same("meta", "form.model form.fields form.exclude", "label:modelforms-selecting-fields"),
    **same(
        "meta",
        "form.widgets form.labels form.help_texts form.error_messages form.field_classes"
        " form.formfield_callback",
        f"label:{FORM_META}",
    ),
    "meta:form.localized_fields": "label:modelforms-enabling-localization-of-fields",
    # addresses
    **same("converter", "int str slug uuid path", "section:topics/http/urls#Path converters"),
    # settings of old
    "setting:MIDDLEWARE_CLASSES": "setting:MIDDLEWARE",
    **same(
        "setting",
        "TEMPLATE_CONTEXT_PROCESSORS TEMPLATE_DEBUG TEMPLATE_DIRS TEMPLATE_LOADERS"
        " TEMPLATE_STRING_IF_INVALID",
        "setting:TEMPLATES",
    ),
    # templates
    **same("date", LETTERS, DATE),
    **same("tag", "ifequal ifnotequal", "section:ref/templates/builtins#ifequal and ifnotequal"),
    **same(
        "tag", "trans", ("tag:translate", "section:topics/i18n/translation#translate template tag")
    ),
    **same(
        "tag",
        "blocktrans",
        ("tag:blocktranslate", "section:topics/i18n/translation#blocktranslate template tag"),
    ),
    **same("tag", "static", "section:ref/templates/builtins#static"),
    **same("tag", "cache", "section:topics/cache#Template fragment caching"),
    "tag:get_flatpages": FLATPAGES,
    **same("tag", "get_admin_log", "ref/contrib/admin"),
    **same(
        "variable",
        "forloop.counter forloop.counter0 forloop.revcounter forloop.revcounter0 forloop.first"
        " forloop.last forloop.parentloop forloop.length",
        "tag:for",
    ),
    "variable:block.super": "label:template-inheritance",
    **same(
        "variable",
        "user perms",
        "section:ref/templates/api#django.contrib.auth.context_processors.auth",
    ),
    **same(
        "variable",
        "messages DEFAULT_MESSAGE_LEVELS",
        "section:ref/templates/api#django.contrib.messages.context_processors.messages",
    ),
    **same(
        "variable",
        "request",
        "section:ref/templates/api#django.template.context_processors.request",
    ),
    **same(
        "variable",
        "csrf_token",
        "section:ref/templates/api#django.template.context_processors.csrf",
    ),
    **same(
        "variable", "csp_nonce", "section:ref/templates/api#django.template.context_processors.csp"
    ),
    **same(
        "variable",
        "debug sql_queries",
        "section:ref/templates/api#django.template.context_processors.debug",
    ),
    **same(
        "variable",
        "LANGUAGES LANGUAGE_CODE LANGUAGE_BIDI",
        "section:ref/templates/api#django.template.context_processors.i18n",
    ),
    "variable:MEDIA_URL": "section:ref/templates/api#django.template.context_processors.media",
    "variable:STATIC_URL": "section:ref/templates/api#django.template.context_processors.static",
    "variable:TIME_ZONE": "section:ref/templates/api#django.template.context_processors.tz",
    "variable:object": "django.views.generic.detail.SingleObjectMixin.get_context_data",
    **same(
        "variable",
        "object_list page_obj paginator is_paginated",
        "django.views.generic.list.MultipleObjectMixin.get_context_data",
    ),
    "variable:form": "django.views.generic.edit.FormMixin.get_context_data",
    "variable:view": "django.views.generic.base.ContextMixin",
    "library:builtin": "ref/templates/builtins",
    "library:static": "section:ref/templates/builtins#static",
    "library:i18n": "label:specifying-translation-strings-in-template-code",
    "library:l10n": "label:topic-l10n-templates",
    "library:tz": "label:time-zones-in-templates",
    "library:cache": "section:topics/cache#Template fragment caching",
    "library:humanize": "ref/contrib/humanize",
    "library:flatpages": FLATPAGES,
    "library:staticfiles": "ref/contrib/staticfiles",
    **same(
        "library",
        "admin_list admin_modify admin_urls admin_filters admin_static log",
        "ref/contrib/admin",
    ),
    # packages that Django's own documentation tells how to use
    "package:gunicorn": "howto/deployment/wsgi/gunicorn",
    "package:granian": ("howto/deployment/asgi/granian", "howto/deployment/wsgi/granian"),
    "package:uwsgi": "howto/deployment/wsgi/uwsgi",
    "package:mod-wsgi": "howto/deployment/wsgi/modwsgi",
    "package:daphne": "howto/deployment/asgi/daphne",
    "package:hypercorn": "howto/deployment/asgi/hypercorn",
    "package:uvicorn": "howto/deployment/asgi/uvicorn",
    "package:uvicorn-worker": "howto/deployment/asgi/uvicorn",
    **same("package", "psycopg psycopg2 psycopg2-binary", "label:postgresql-notes"),
    "package:mysqlclient": "label:mysql-notes",
    "package:oracledb": "label:oracle-notes",
    "package:argon2-cffi": "label:argon2_usage",
    "package:bcrypt": "label:bcrypt_usage",
    "package:jinja2": "django.template.backends.jinja2.Jinja2",
    **same("package", "pymemcache pylibmc", "label:memcached"),
    "package:redis": "label:redis",
    "package:pillow": "django.db.models.ImageField",
    "package:selenium": "django.test.LiveServerTestCase",
    "package:tblib": "command:test --parallel",
    "package:tzdata": "topics/i18n/timezones",
    "package:docutils": "ref/contrib/admin/admindocs",
    "package:coverage": "section:topics/testing/advanced#Integration with coverage.py",
    "package:django": "topics/install",
}

# Documented as part of another class, or importable only where GDAL is.
ALIASES = {
    "django.contrib.admin.ShowFacets": "django.contrib.admin.ModelAdmin.ShowFacets",
    **{
        f"django.contrib.gis.forms.{name}": f"django.contrib.gis.forms.widgets.{name}"
        for name in ("BaseGeometryWidget", "OpenLayersWidget", "OSMWidget")
    },
}
