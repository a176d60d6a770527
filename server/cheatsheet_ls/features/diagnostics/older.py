"""What the facts do not tell: names dropped before the oldest release they are made from, with
their successor, and arguments that are deprecated while the signature stays.
"""

from __future__ import annotations

OLDER = {
    # modules
    "django.contrib.admin.templatetags.admin_static": ("3.0", "django.templatetags.static"),
    "django.contrib.staticfiles.templatetags.staticfiles": ("3.0", "django.templatetags.static"),
    "django.core.context_processors": ("1.10", "django.template.context_processors"),
    "django.core.urlresolvers": ("2.0", "django.urls"),
    "django.utils.importlib": ("1.9", "importlib"),
    "django.utils.lru_cache": ("3.0", "functools"),
    "django.utils.simplejson": ("1.7", "json"),
    "django.utils.six": ("3.0", "the package six"),
    "django.utils.unittest": ("1.9", "unittest"),
    # names
    "django.conf.urls.patterns": ("1.10", "a list"),
    "django.contrib.auth.views.login": ("2.1", "LoginView"),
    "django.contrib.auth.views.logout": ("2.1", "LogoutView"),
    "django.contrib.postgres.fields.FloatRangeField": ("3.1", "DecimalRangeField"),
    "django.contrib.postgres.forms.FloatRangeField": ("3.1", "DecimalRangeField"),
    "django.db.models.get_model": ("1.9", "apps.get_model()"),
    "django.db.models.permalink": ("2.1", "reverse()"),
    "django.shortcuts.render_to_response": ("3.0", "render()"),
    "django.utils.datastructures.SortedDict": ("1.9", "collections.OrderedDict"),
    "django.utils.decorators.available_attrs": ("3.0", "functools.WRAPPER_ASSIGNMENTS"),
    "django.utils.encoding.python_2_unicode_compatible": ("3.0", "__str__() alone"),
    "django.utils.functional.curry": ("3.0", "functools.partial"),
    "django.utils.http.cookie_date": ("3.0", "http_date()"),
    "django.utils.translation.string_concat": ("2.1", "format_lazy()"),
}

# Arguments of functions that go on without them, unless they are given as they are by default.
_MAIL = ("auth_password", "auth_user", "connection", "fail_silently")
ARGUMENTS = {
    f"django.core.mail.{name}": ("6.1", _MAIL if name.startswith("send") else _MAIL[2:])
    for name in ("mail_admins", "mail_managers", "send_mail", "send_mass_mail")
}
