"""What no installation tells: written by hand, each group with where it can be looked up."""

from __future__ import annotations

from typing import Any

# Release notes 1.8 to 3.1 ("Features removed"), for projects that are being brought up to date.
OLD_SETTINGS: dict[str, tuple[str | None, str, str | None]] = {
    "ALLOWED_INCLUDE_ROOTS": ("1.8", "1.10", None),
    "DEFAULT_CONTENT_TYPE": ("2.0", "3.0", None),
    "FILE_CHARSET": ("2.2", "3.1", None),
    "MIDDLEWARE_CLASSES": ("1.10", "2.0", "`MIDDLEWARE`"),
    "TEMPLATE_CONTEXT_PROCESSORS": ("1.8", "1.10", "`TEMPLATES`"),
    "TEMPLATE_DEBUG": ("1.8", "1.10", "`TEMPLATES`"),
    "TEMPLATE_DIRS": ("1.8", "1.10", "`TEMPLATES`"),
    "TEMPLATE_LOADERS": ("1.8", "1.10", "`TEMPLATES`"),
    "TEMPLATE_STRING_IF_INVALID": ("1.8", "1.10", "`TEMPLATES`"),
    "USE_ETAGS": ("1.11", "2.1", "`ConditionalGetMiddleware`"),
}

# Release notes 3.0, "Features removed".
OLD_LIBRARIES: dict[str, dict[str, Any]] = {
    "staticfiles": {
        "app": "django.contrib.staticfiles",
        "modules": ["django.contrib.staticfiles.templatetags.staticfiles"],
        "tags": {"static": "django.contrib.staticfiles.templatetags.staticfiles.do_static"},
    },
    "admin_static": {
        "app": "django.contrib.admin",
        "modules": ["django.contrib.admin.templatetags.admin_static"],
        "tags": {"static": "django.contrib.admin.templatetags.admin_static.static"},
    },
}

# Deprecations older than the oldest documentation that is read.
DEPRECATED = {
    "setting:DEFAULT_HASHING_ALGORITHM": "3.1",
    "setting:PASSWORD_RESET_TIMEOUT_DAYS": "3.1",
    "tag:ifequal": "3.1",
    "tag:ifnotequal": "3.1",
    "meta:model.index_together": "4.2",
    "command:ping_google": "4.2",
    "command:ping_google --sitemap-uses-http": "4.2",
}

INSTEAD = {
    "setting:DEFAULT_FILE_STORAGE": "`STORAGES`",
    "setting:STATICFILES_STORAGE": "`STORAGES`",
    "setting:PASSWORD_RESET_TIMEOUT_DAYS": "`PASSWORD_RESET_TIMEOUT`",
    **{
        f"setting:EMAIL_{name}": "`MAILERS`"
        for name in (
            "BACKEND",
            "FILE_PATH",
            "HOST",
            "HOST_PASSWORD",
            "HOST_USER",
            "PORT",
            "SSL_CERTFILE",
            "SSL_KEYFILE",
            "TIMEOUT",
            "USE_SSL",
            "USE_TLS",
        )
    },
    "tag:ifequal": "`{% if a == b %}`",
    "tag:ifnotequal": "`{% if a != b %}`",
    "filter:length_is": "`length` with `==`",
    "meta:model.index_together": "`Meta.indexes`",
    "library:staticfiles": "`{% load static %}`",
    "library:admin_static": "`{% load static %}`",
}

# Nested keys with their defaults, beyond what the settings reference documents. From
# `django.db.utils.ConnectionHandler`, `django.template.utils.EngineHandler`,
# `django.template.backends.django`, `django.core.cache.backends.base`,
# `django.core.files.storage.handler` and Python's `logging.config`.
DATABASE_OPTIONS = "pool server_side_binding assume_role isolation_level service passfile"
DATABASE_OPTIONS += " transaction_mode init_command sql_mode charset read_default_file timeout"
MAILER_OPTIONS = "host port username password use_tls use_ssl timeout ssl_keyfile ssl_certfile"
MAILER_OPTIONS += " file_path fail_silently"
KEYS: dict[str, dict[str, str | None]] = {
    "DATABASES": {"USER": "''", "CONN_MAX_AGE": "0", "CONN_HEALTH_CHECKS": "False"},
    "DATABASES.OPTIONS": dict.fromkeys(DATABASE_OPTIONS.split()),
    "MAILERS.OPTIONS": dict.fromkeys(MAILER_OPTIONS.split()),
    "CACHES": {"OPTIONS.MAX_ENTRIES": "300", "OPTIONS.CULL_FREQUENCY": "3"},
    "TEMPLATES": {
        "OPTIONS.autoescape": "True",
        "OPTIONS.context_processors": "[]",
        "OPTIONS.debug": "settings.DEBUG",
        "OPTIONS.loaders": None,
        "OPTIONS.string_if_invalid": "''",
        "OPTIONS.file_charset": "'utf-8'",
        "OPTIONS.libraries": "{}",
        "OPTIONS.builtins": "[]",
    },
    "STORAGES": {"BACKEND": None, "OPTIONS": "{}"},
    "LOGGING": {
        "version": None,  # required, and 1 is all there is
        "disable_existing_loggers": "True",
        "incremental": "False",
        "formatters": "{}",
        "filters": "{}",
        "handlers": "{}",
        "loggers": "{}",
        "root": None,
        "handlers.class": None,
        "handlers.level": "'NOTSET'",
        "handlers.formatter": None,
        "handlers.filters": "[]",
        "loggers.handlers": "[]",
        "loggers.level": "'NOTSET'",
        "loggers.propagate": "True",
        "formatters.format": None,
        "formatters.datefmt": None,
        "formatters.style": "'%'",
    },
    "AUTH_PASSWORD_VALIDATORS": {"NAME": None, "OPTIONS": "{}"},
}

# allauth's documentation, "Social Account: Configuration"; keys of one provider.
PROVIDER_KEYS: dict[str, str | None] = {
    "APP": None,
    "APPS": "[]",
    "SCOPE": "[]",
    "AUTH_PARAMS": "{}",
    "METHOD": None,
    "VERIFIED_EMAIL": "False",
    "EMAIL_AUTHENTICATION": "False",
    "EMAIL_AUTHENTICATION_AUTO_CONNECT": "False",
    "OAUTH_PKCE_ENABLED": "False",
    "FETCH_USERINFO": None,
    "APP.client_id": None,
    "APP.secret": None,
    "APP.key": "''",
}

# `rest_framework.serializers.ModelSerializer` reads these from its `Meta`.
SERIALIZER_META = {
    "model": None,
    "fields": None,
    "exclude": None,
    "read_only_fields": "()",
    "extra_kwargs": "{}",
    "depth": "0",
    "validators": None,
    "list_serializer_class": "ListSerializer",
}

# Names templates get without anybody passing them. `inside`: the tag that sets it; `source`: who
# does. Built-in template reference, `django.template.context_processors`, class-based view mixins.
FORLOOP = "counter counter0 revcounter revcounter0 first last parentloop length"
VARIABLES: dict[str, dict[str, str]] = {
    **{
        f"forloop.{name}": {"inside": "for", "source": "django.template.defaulttags.ForNode"}
        for name in FORLOOP.split()
    },
    "block.super": {"inside": "block", "source": "django.template.loader_tags.BlockNode"},
    "request": {"source": "django.template.context_processors.request"},
    "user": {"source": "django.contrib.auth.context_processors.auth"},
    "perms": {"source": "django.contrib.auth.context_processors.auth"},
    "messages": {"source": "django.contrib.messages.context_processors.messages"},
    "DEFAULT_MESSAGE_LEVELS": {"source": "django.contrib.messages.context_processors.messages"},
    "csrf_token": {"source": "django.template.context_processors.csrf"},
    "csp_nonce": {"source": "django.template.context_processors.csp"},
    "debug": {"source": "django.template.context_processors.debug"},
    "sql_queries": {"source": "django.template.context_processors.debug"},
    **{
        name: {"source": "django.template.context_processors.i18n"}
        for name in ("LANGUAGES", "LANGUAGE_CODE", "LANGUAGE_BIDI")
    },
    "MEDIA_URL": {"source": "django.template.context_processors.media"},
    "STATIC_URL": {"source": "django.template.context_processors.static"},
    "TIME_ZONE": {"source": "django.template.context_processors.tz"},
    "view": {"source": "django.views.generic.base.ContextMixin"},
    "object": {"source": "django.views.generic.detail.SingleObjectMixin"},
    **{
        name: {"source": "django.views.generic.list.MultipleObjectMixin"}
        for name in ("object_list", "page_obj", "paginator", "is_paginated")
    },
    "form": {"source": "django.views.generic.edit.FormMixin"},
}
SINCE = {
    "variable:csp_nonce": "6.0",
    "variable:forloop.length": "6.0",
    "setting:DATABASES.OPTIONS.pool": "5.1",
    "setting:DATABASES.OPTIONS.transaction_mode": "5.1",
    "setting:DATABASES.OPTIONS.server_side_binding": "4.2",
    "setting:DATABASES.OPTIONS.assume_role": "4.2",
}

# Distribution, the module it brings, and the app to install where there is one.
PACKAGES: dict[str, tuple[str, str | None]] = {
    "django": ("django", None),
    "djangorestframework": ("rest_framework", "rest_framework"),
    "djangorestframework-simplejwt": ("rest_framework_simplejwt", None),
    "drf-spectacular": ("drf_spectacular", "drf_spectacular"),
    "channels": ("channels", "channels"),
    "channels-redis": ("channels_redis", None),
    "daphne": ("daphne", "daphne"),
    "django-allauth": ("allauth", "allauth"),
    "django-debug-toolbar": ("debug_toolbar", "debug_toolbar"),
    "django-filter": ("django_filters", "django_filters"),
    "django-cors-headers": ("corsheaders", "corsheaders"),
    "django-environ": ("environ", None),
    "django-extensions": ("django_extensions", "django_extensions"),
    "django-storages": ("storages", "storages"),
    "django-redis": ("django_redis", None),
    "django-crispy-forms": ("crispy_forms", "crispy_forms"),
    "django-htmx": ("django_htmx", "django_htmx"),
    "django-csp": ("csp", "csp"),
    "django-stubs": ("django-stubs", None),
    "django-tasks": ("django_tasks", "django_tasks"),
    "django-silk": ("silk", "silk"),
    "django-anymail": ("anymail", "anymail"),
    "django-guardian": ("guardian", "guardian"),
    "django-import-export": ("import_export", "import_export"),
    "django-mptt": ("mptt", "mptt"),
    "django-ninja": ("ninja", None),
    "django-oauth-toolkit": ("oauth2_provider", "oauth2_provider"),
    "django-simple-history": ("simple_history", "simple_history"),
    "django-taggit": ("taggit", "taggit"),
    "django-tables2": ("django_tables2", "django_tables2"),
    "django-upgrade": ("django_upgrade", None),
    "django-widget-tweaks": ("widget_tweaks", "widget_tweaks"),
    "django-celery-beat": ("django_celery_beat", "django_celery_beat"),
    "django-celery-results": ("django_celery_results", "django_celery_results"),
    "django-axes": ("axes", "axes"),
    "django-browser-reload": ("django_browser_reload", "django_browser_reload"),
    "django-compressor": ("compressor", "compressor"),
    "graphene-django": ("graphene_django", "graphene_django"),
    "celery": ("celery", None),
    "redis": ("redis", None),
    "gunicorn": ("gunicorn", None),
    "uvicorn": ("uvicorn", None),
    "uvicorn-worker": ("uvicorn_worker", None),
    "hypercorn": ("hypercorn", None),
    "granian": ("granian", None),
    "uwsgi": ("uwsgi", None),
    "waitress": ("waitress", None),
    "mod-wsgi": ("mod_wsgi", None),
    "whitenoise": ("whitenoise", None),
    "psycopg": ("psycopg", None),
    "psycopg2": ("psycopg2", None),
    "psycopg2-binary": ("psycopg2", None),
    "mysqlclient": ("MySQLdb", None),
    "oracledb": ("oracledb", None),
    "dj-database-url": ("dj_database_url", None),
    "python-dotenv": ("dotenv", None),
    "python-decouple": ("decouple", None),
    "pillow": ("PIL", None),
    "argon2-cffi": ("argon2", None),
    "bcrypt": ("bcrypt", None),
    "jinja2": ("jinja2", None),
    "markdown": ("markdown", None),
    "boto3": ("boto3", None),
    "sentry-sdk": ("sentry_sdk", None),
    "pytest": ("pytest", None),
    "pytest-django": ("pytest_django", None),
    "factory-boy": ("factory", None),
    "model-bakery": ("model_bakery", None),
    "coverage": ("coverage", None),
    "tblib": ("tblib", None),
    "selenium": ("selenium", None),
    "pymemcache": ("pymemcache", None),
    "pylibmc": ("pylibmc", None),
    "pyyaml": ("yaml", None),
    "docutils": ("docutils", None),
    "asgiref": ("asgiref", None),
    "sqlparse": ("sqlparse", None),
    "tzdata": ("tzdata", None),
    "wagtail": ("wagtail", None),
    "pywatchman": ("pywatchman", None),
}
