"""What neither the packages nor their stubs tell well, by hand; each table says what it mends."""

from __future__ import annotations

from typing import Any

USER = "django.contrib.auth.models.User"
RESPONSE = "django.test.Response"
QUERYSET = "django.db.models.query.QuerySet"
MANAGER = "django.db.models.manager.Manager"
RELATED = "django.db.models.fields.related.RelatedManager"

# Names that only the stubs have. Projects swap the user model, but mostly for an AbstractUser.
STUB_NAMES = {
    "django.contrib.auth.models._User": USER,
    "django.contrib.auth.models._UserModel": f"type[{USER}]",
    "django.contrib.auth.models._AnyUser": f"{USER}|django.contrib.auth.models.AnonymousUser",
    "django.contrib.auth.base_user.AbstractBaseUser": USER,
    "django.test.client._MonkeyPatchedWSGIResponse": RESPONSE,
    "django.test.client._MonkeyPatchedASGIResponse": RESPONSE,
    "rest_framework.response._MonkeyPatchedResponse": RESPONSE,
    "django.utils.functional._StrOrPromise": "builtins.str",
    "django.utils.functional._StrPromise": "builtins.str",
    "django.http.request._ImmutableQueryDict": "django.http.request.QueryDict",
    "django.db.models.fields.related_descriptors.RelatedManager": RELATED,
    "django.db.models.fields.related_descriptors.ManyRelatedManager": RELATED,
    "django.core.paginator._SupportsPagination": f"{QUERYSET}[Elem]",
    "django.http.response.HttpResponseBase": "django.http.response.HttpResponse",
}

# Classes that are made by a call at run time, under the names their documentation gives them.
CLASSES: dict[str, dict[str, Any]] = {
    RESPONSE: {
        "bases": ["django.http.response.HttpResponse"],
        "members": {
            "client": "django.test.client.Client",
            "context": "django.test.utils.ContextList",
            "exc_info": "",
            "request": "builtins.dict",
            "resolver_match": "django.urls.resolvers.ResolverMatch",
            "templates": "iter[django.template.base.Template]",
            "wsgi_request": "django.core.handlers.wsgi.WSGIRequest",
            "asgi_request": "django.core.handlers.asgi.ASGIRequest",
            "redirect_chain": "builtins.list",
            "json": "(**extra)",
        },
        "public": RESPONSE,
    },
    RELATED: {
        "bases": [MANAGER],
        "members": {
            "add": "(*objs bulk= through_defaults=)",
            "aadd": "async (*objs bulk= through_defaults=)",
            "create": "(* through_defaults= **kwargs) Elem",
            "acreate": "async (* through_defaults= **kwargs) Elem",
            "remove": "(*objs bulk=)",
            "aremove": "async (*objs bulk=)",
            "clear": "(bulk=)",
            "aclear": "async (bulk=)",
            "set": "(objs * bulk= clear= through_defaults=)",
            "aset": "async (objs * bulk= clear= through_defaults=)",
        },
        "public": RELATED,
    },
}

# Members that a metaclass, a middleware or a factory puts there: name → type, or a signature.
MEMBERS = {
    "django.db.models.base.Model": {
        "objects": f"{MANAGER}[Self]",
        "_default_manager": f"{MANAGER}[Self]",
        "_base_manager": f"{MANAGER}[Self]",
        "_meta": "django.db.models.options.Options",
        "_state": "django.db.models.base.ModelState",
        "DoesNotExist": "type[django.core.exceptions.ObjectDoesNotExist]",
        "MultipleObjectsReturned": "type[django.core.exceptions.MultipleObjectsReturned]",
        "NotUpdated": "type[django.core.exceptions.ObjectNotUpdated]",
        "get_absolute_url": "() builtins.str",
        "get_FOO_display": "() builtins.str",
        "get_next_by_FOO": "(**kwargs) Self",
        "get_previous_by_FOO": "(**kwargs) Self",
        "id": "builtins.int",
    },
    "django.http.request.HttpRequest": {
        "user": f"{USER}|django.contrib.auth.models.AnonymousUser",
        "session": "django.contrib.sessions.backends.base.SessionBase",
        "site": "django.contrib.sites.models.Site",
        "csp_nonce": "builtins.str",
        "auser": f"async () {USER}|django.contrib.auth.models.AnonymousUser",
    },
    # Handed on to the cursor of the database's driver, as the DB-API has it.
    "django.db.backends.utils.CursorWrapper": {
        "fetchone": "()",
        "fetchmany": "(size=)",
        "fetchall": "()",
        "description": "builtins.list",
        "rowcount": "builtins.int",
        "lastrowid": "builtins.int",
    },
    "django.core.management.base.BaseCommand": {"missing_args_message": "builtins.str"},
    "django.forms.forms.BaseForm": {
        "error_css_class": "builtins.str",
        "required_css_class": "builtins.str",
        "clean_FIELD": "()",
    },
    "django.forms.widgets.Media": {
        "css": "builtins.dict",
        "js": "builtins.list",
        "extend": "builtins.bool",
    },
    "django.forms.formsets.BaseFormSet": dict.fromkeys(
        ("can_order", "can_delete", "can_delete_extra", "validate_min", "validate_max"),
        "builtins.bool",
    )
    | {"form": "type[django.forms.forms.BaseForm]"}
    | dict.fromkeys(("extra", "min_num", "max_num", "absolute_max"), "builtins.int"),
}

# Types that the stubs leave vague, or give in terms of generic parameters we do not follow.
TYPES = {
    "django.http.request.HttpRequest.GET": "django.http.request.QueryDict",
    "django.http.request.HttpRequest.POST": "django.http.request.QueryDict",
    "django.http.request.HttpRequest.META": "builtins.dict",
    "django.http.request.HttpRequest.COOKIES": "builtins.dict",
    "django.http.request.HttpRequest.resolver_match": "django.urls.resolvers.ResolverMatch",
    "django.http.request.HttpRequest.headers": "django.http.request.HttpHeaders",
    "django.http.request.HttpRequest.FILES": (
        "django.utils.datastructures.MultiValueDict[django.core.files.uploadedfile.UploadedFile]"
    ),
    "django.contrib.auth.get_user_model": f"type[{USER}]",
    "django.db.models.query.QuerySet.__getitem__": "Elem",
    "django.db.models.query.QuerySet.__iter__": "iter[Elem]",
    "django.views.generic.base.View.request": "django.http.request.HttpRequest",
    "django.views.generic.base.View.kwargs": "builtins.dict",
    "django.views.generic.base.View.args": "builtins.list",
    "rest_framework.request.Request.user": f"{USER}|django.contrib.auth.models.AnonymousUser",
    "rest_framework.request.Request.query_params": "django.http.request.QueryDict",
    "rest_framework.request.Request.data": "builtins.dict",
    "rest_framework.fields.Field.context": "builtins.dict",
    "rest_framework.serializers.BaseSerializer.validated_data": "builtins.dict",
    "rest_framework.serializers.BaseSerializer.instance": "Elem",
    "rest_framework.serializers.BaseSerializer.save": "Elem",
    "rest_framework.generics.GenericAPIView.get_object": "Elem",
    "rest_framework.generics.GenericAPIView.get_queryset": f"{QUERYSET}[Elem]",
    "rest_framework.generics.GenericAPIView.queryset": f"{QUERYSET}[Elem]",
    "django.forms.models.BaseModelForm.instance": "Elem",
    "django.forms.models.BaseModelForm.save": "Elem",
    "django.forms.forms.BaseForm.cleaned_data": "builtins.dict",
    "django.forms.forms.BaseForm.fields": "builtins.dict",
    "django.forms.forms.BaseForm.errors": "django.forms.utils.ErrorDict",
    "django.forms.forms.BaseForm.__getitem__": "django.forms.boundfield.BoundField",
    "django.views.generic.detail.SingleObjectMixin.get_object": "Elem",
    "django.views.generic.detail.SingleObjectMixin.queryset": f"{QUERYSET}[Elem]",
    "django.views.generic.detail.BaseDetailView.object": "Elem",
    "django.views.generic.edit.ModelFormMixin.object": "Elem",
    "django.views.generic.edit.BaseCreateView.object": "Elem",
    "django.views.generic.edit.BaseUpdateView.object": "Elem",
    "django.views.generic.list.BaseListView.object_list": f"{QUERYSET}[Elem]",
    "django.core.mail.outbox": "iter[django.core.mail.message.EmailMessage]",
    "django.db.connection": "django.db.backends.base.base.BaseDatabaseWrapper",
    "django.db.backends.base.base.BaseDatabaseWrapper.cursor": (
        "django.db.backends.utils.CursorWrapper"
    ),
    "django.core.cache.cache": "django.core.cache.backends.base.BaseCache",
    "django.core.files.storage.default_storage": "django.core.files.storage.base.Storage",
    "django.contrib.staticfiles.storage.staticfiles_storage": (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
    ),
    "django.contrib.admin.sites.site": "django.contrib.admin.sites.AdminSite",
    "django.core.management.base.BaseCommand.stdout": "django.core.management.base.OutputWrapper",
    "django.core.management.base.BaseCommand.stderr": "django.core.management.base.OutputWrapper",
    "django.core.management.base.BaseCommand.style": "django.core.management.color.Style",
    "django.contrib.messages.api.get_messages": "django.contrib.messages.storage.base.BaseStorage",
    "django.urls.base.reverse": "builtins.str",
    "django.shortcuts.render": "django.http.response.HttpResponse",
    "django.shortcuts.redirect": "django.http.response.HttpResponseRedirect",
    "django.test.testcases.SimpleTestCase.client": "django.test.client.Client",
    "django.test.testcases.SimpleTestCase.async_client": "django.test.client.AsyncClient",
}

# Values that exist only while something runs.
VALUES = {"django.core.mail.outbox": "iter[django.core.mail.message.EmailMessage]"}

# Methods of the test clients: everything that sends a request gives a response.
REQUESTS = (
    "get",
    "post",
    "head",
    "trace",
    "options",
    "put",
    "patch",
    "delete",
    "generic",
    "request",
)
CLIENTS = {
    "django.test.client.RequestFactory": "django.core.handlers.wsgi.WSGIRequest",
    "django.test.client.AsyncRequestFactory": "django.core.handlers.asgi.ASGIRequest",
    "rest_framework.test.APIRequestFactory": "django.core.handlers.wsgi.WSGIRequest",
    "django.test.client.Client": RESPONSE,
    "django.test.client.AsyncClient": RESPONSE,
    "rest_framework.test.APIClient": RESPONSE,
}

# What a subclass makes of a member that it inherits.
REFINED = {
    **{
        f"rest_framework.test.{name}.client": "rest_framework.test.APIClient"
        for name in (
            "APITestCase",
            "APISimpleTestCase",
            "APITransactionTestCase",
            "APILiveServerTestCase",
            "URLPatternsTestCase",
        )
    },
    "rest_framework.views.APIView.request": "rest_framework.request.Request",
}

# Objects that hand every unknown attribute on to another one: told as a base.
PROXIES = {"rest_framework.request.Request": "django.http.request.HttpRequest"}

# Spelled otherwise than its canonical path would suggest.
PUBLIC = {
    "channels.db.DatabaseSyncToAsync": "channels.db.database_sync_to_async",
    "django.dispatch.dispatcher.Signal": "django.dispatch.Signal",
    "django.core.signals.setting_changed": "django.test.signals.setting_changed",
    "django.core.serializers.base.PickleSerializer": (
        "django.contrib.sessions.serializers.PickleSerializer"
    ),
    "unittest.case.TestCase": "unittest.TestCase",
}
# Parameters that every project writes and no stub tells enough about.
PARAMETERS = {
    "django.core.management.base.BaseCommand.add_arguments": {
        "parser": "django.core.management.base.CommandParser"
    },
}

# Deprecated (and removed) before the oldest swept release, which only shows that it warns by now.
DEPRECATED = {
    "django.contrib.gis.admin.options.OSMGeoAdmin": ("4.0", "5.0"),
    "django.contrib.gis.admin.widgets.OpenLayersWidget": ("4.0", "5.0"),
    "django.contrib.gis.forms.widgets.BaseGeometryWidget.map_height": ("4.2", "5.1"),
    "django.contrib.gis.forms.widgets.BaseGeometryWidget.map_width": ("4.2", "5.1"),
    "django.contrib.sitemaps.SitemapNotFound": ("4.2", "5.0"),
    "django.contrib.sitemaps.ping_google": ("4.2", "5.0"),
    "django.core.mail.message.BadHeaderError": ("6.0", ""),  # another name of ValueError since
    **{
        f"django.utils.translation.{name}": ("3.0", "4.0")
        for name in ("ugettext", "ugettext_lazy", "ugettext_noop", "ungettext", "ungettext_lazy")
    },
    **{f"django.utils.encoding.{name}": ("3.0", "4.0") for name in ("force_text", "smart_text")},
    **{
        f"django.utils.http.{name}": ("3.0", "4.0")
        for name in ("urlquote", "urlquote_plus", "urlunquote", "urlunquote_plus", "is_safe_url")
    },
    "django.utils.text.unescape_entities": ("3.0", "4.0"),
    "django.utils.translation.LANGUAGE_SESSION_KEY": ("3.0", "4.0"),
    "django.conf.urls.url": ("3.1", "4.0"),
    "django.http.request.HttpRequest.is_ajax": ("3.1", "4.0"),
    "django.db.models.fields.NullBooleanField": ("3.1", "4.0"),
    "django.contrib.postgres.fields.jsonb.JSONField": ("3.1", "4.0"),
    "django.contrib.postgres.forms.jsonb.JSONField": ("3.1", "4.0"),
    "django.db.models.fields.CommaSeparatedIntegerField": ("1.9", "2.0"),
    "django.db.models.fields.IPAddressField": ("1.7", "1.9"),
}
# What a middleware puts on a request shows in no class.
SINCE = {"django.http.request.HttpRequest.auser": "5.0"}
# Keywords that warn only when they are used.
DEPRECATED_KEYWORDS = {("django.db.models.constraints.CheckConstraint", "check"): "5.1"}

# What to write in its place; release notes, "Features deprecated".
INSTEAD = {
    "django.conf.urls.url": "`re_path()`",
    "django.contrib.auth.base_user.BaseUserManager.make_random_password": "`secrets.choice()`",
    "django.contrib.auth.hashers.CryptPasswordHasher": "`PBKDF2PasswordHasher`",
    "django.contrib.auth.hashers.SHA1PasswordHasher": "`PBKDF2PasswordHasher`",
    "django.contrib.auth.hashers.UnsaltedMD5PasswordHasher": "`PBKDF2PasswordHasher`",
    "django.contrib.auth.hashers.UnsaltedSHA1PasswordHasher": "`PBKDF2PasswordHasher`",
    "django.contrib.gis.admin.options.GeoModelAdmin": "`ModelAdmin` or `GISModelAdmin`",
    "django.contrib.gis.admin.options.OSMGeoAdmin": "`GISModelAdmin`",
    "django.contrib.gis.geoip2.GeoIP2.coords": "`lon_lat()`",
    "django.contrib.gis.geoip2.GeoIP2.open": "`GeoIP2()`",
    "django.contrib.postgres.aggregates.general.BitAnd": "`django.db.models.BitAnd`",
    "django.contrib.postgres.aggregates.general.BitOr": "`django.db.models.BitOr`",
    "django.contrib.postgres.aggregates.general.BitXor": "`django.db.models.BitXor`",
    "django.contrib.postgres.aggregates.general.StringAgg": "`django.db.models.StringAgg`",
    "django.contrib.postgres.fields.citext.CICharField": "`CharField(db_collation=…)`",
    "django.contrib.postgres.fields.citext.CIEmailField": "`EmailField(db_collation=…)`",
    "django.contrib.postgres.fields.citext.CITextField": "`TextField(db_collation=…)`",
    "django.contrib.postgres.fields.jsonb.JSONField": "`django.db.models.JSONField`",
    "django.contrib.postgres.forms.jsonb.JSONField": "`django.forms.JSONField`",
    "django.core.files.storage.get_storage_class": "`storages[alias]`",
    "django.core.mail.message.BadHeaderError": "`ValueError`",
    "django.core.serializers.base.PickleSerializer": "`JSONSerializer`",
    "django.db.models.enums.ChoicesMeta": "`ChoicesType`",
    "django.db.models.fields.CommaSeparatedIntegerField": (
        "`CharField(validators=[validate_comma_separated_integer_list])`"
    ),
    "django.db.models.fields.IPAddressField": "`GenericIPAddressField`",
    "django.db.models.fields.NullBooleanField": "`BooleanField(null=True)`",
    "django.forms.renderers.DjangoDivFormRenderer": "`DjangoTemplates`",
    "django.forms.renderers.Jinja2DivFormRenderer": "`Jinja2`",
    "django.http.request.HttpRequest.is_ajax": '`request.headers.get("x-requested-with")`',
    "django.test.testcases.SimpleTestCase.assertFormsetError": "`assertFormSetError()`",
    "django.test.testcases.TransactionTestCase.assertQuerysetEqual": "`assertQuerySetEqual()`",
    "django.utils.encoding.force_text": "`force_str()`",
    "django.utils.encoding.smart_text": "`smart_str()`",
    "django.utils.http.is_safe_url": "`url_has_allowed_host_and_scheme()`",
    "django.utils.http.urlquote": "`urllib.parse.quote()`",
    "django.utils.http.urlquote_plus": "`urllib.parse.quote_plus()`",
    "django.utils.http.urlunquote": "`urllib.parse.unquote()`",
    "django.utils.http.urlunquote_plus": "`urllib.parse.unquote_plus()`",
    "django.utils.text.unescape_entities": "`html.unescape()`",
    "django.utils.timezone.utc": "`datetime.timezone.utc`",
    "django.utils.translation.ugettext": "`gettext()`",
    "django.utils.translation.ugettext_lazy": "`gettext_lazy()`",
    "django.utils.translation.ugettext_noop": "`gettext_noop()`",
    "django.utils.translation.ungettext": "`ngettext()`",
    "django.utils.translation.ungettext_lazy": "`ngettext_lazy()`",
}
