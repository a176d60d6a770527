"""Where the documentation of other packages explains their names, to the heading if any."""

from __future__ import annotations

from typing import Any

DRF = "https://www.django-rest-framework.org/api-guide/"
CHANNELS = "https://channels.readthedocs.io/en/latest/"
ALLAUTH = "https://docs.allauth.org/en/latest/"
TOOLBAR = "https://django-debug-toolbar.readthedocs.io/en/latest/"
FILTER = "https://django-filter.readthedocs.io/en/stable/"


def page(address: str, headings: str = "") -> dict[str, Any]:
    """A page and the headings on it that are names: those get an anchor, in lower case."""
    return {"page": address, "names": headings.split()} if headings else {"page": address}


SERIALIZER_META = {
    "fields": "specifying-which-fields-to-include",
    "exclude": "specifying-which-fields-to-include",
    "depth": "specifying-nested-serialization",
    "read_only_fields": "specifying-read-only-fields",
    "extra_kwargs": "additional-keyword-arguments",
    "model": "modelserializer",
    "validators": "modelserializer",
    "list_serializer_class": "listserializer",
}

FILTER_META = f"{FILTER}ref/filterset.html#"
FILTERSET = {
    "model": "automatic-filter-generation-with-model",
    "fields": "declaring-filterable-fields",
    "exclude": "disable-filter-fields-with-exclude",
    "form": "custom-forms-using-form",
    "filter_overrides": "customise-filter-generation-with-filter-overrides",
    "unknown_field_behavior": "handling-unknown-fields-with-unknown-field-behavior",
}

ELSEWHERE: dict[str, Any] = {
    "exact": {
        **{
            f"meta:serializer.{name}": f"{DRF}serializers/#{anchor}"
            for name, anchor in SERIALIZER_META.items()
        },
        **{f"meta:filterset.{name}": FILTER_META + anchor for name, anchor in FILTERSET.items()},
        "rest_framework.decorators.action": f"{DRF}viewsets/#marking-extra-actions-for-routing",
        "rest_framework.decorators.api_view": f"{DRF}views/#api_view",
        "rest_framework.response.Response": f"{DRF}responses/#response",
        "rest_framework.views.exception_handler": f"{DRF}exceptions/#custom-exception-handling",
        "rest_framework.serializers.Serializer": f"{DRF}serializers/#declaring-serializers",
        "rest_framework.serializers.ModelSerializer": f"{DRF}serializers/#modelserializer",
        "rest_framework.test.APITestCase": f"{DRF}testing/#api-test-cases",
        "rest_framework.test.APISimpleTestCase": f"{DRF}testing/#api-test-cases",
        "rest_framework.test.APITransactionTestCase": f"{DRF}testing/#api-test-cases",
        "rest_framework.test.APILiveServerTestCase": f"{DRF}testing/#api-test-cases",
        "app:rest_framework": "https://www.django-rest-framework.org/#installation",
        "app:rest_framework.authtoken": f"{DRF}authentication/#tokenauthentication",
        "package:djangorestframework": "https://www.django-rest-framework.org/",
        "app:channels": f"{CHANNELS}installation.html",
        "package:channels": CHANNELS,
        "package:channels-redis": f"{CHANNELS}topics/channel_layers.html#redis-channel-layer",
        "setting:ASGI_APPLICATION": f"{CHANNELS}installation.html",
        "package:django-allauth": ALLAUTH,
        "package:django-debug-toolbar": TOOLBAR,
        "app:allauth": f"{ALLAUTH}installation/quickstart.html",
        "app:daphne": f"{CHANNELS}installation.html",
        "command:drf_create_token": f"{DRF}authentication/#tokenauthentication",
        "command:generateschema": f"{DRF}schemas/",
        "app:debug_toolbar": f"{TOOLBAR}installation.html",
        "package:django-filter": FILTER,
        "package:whitenoise": "https://whitenoise.readthedocs.io/en/stable/django.html",
        "package:celery": "https://docs.celeryq.dev/en/stable/django/first-steps-with-django.html",
        "package:pytest-django": "https://pytest-django.readthedocs.io/en/latest/",
        "package:django-environ": "https://django-environ.readthedocs.io/en/latest/",
        "package:django-storages": "https://django-storages.readthedocs.io/en/latest/",
        "package:sentry-sdk": "https://docs.sentry.io/platforms/python/integrations/django/",
    },
    "prefixes": {
        "rest_framework.authentication.": page(
            f"{DRF}authentication/",
            "basicauthentication tokenauthentication sessionauthentication"
            " remoteuserauthentication",
        ),
        "rest_framework.authtoken.": page(f"{DRF}authentication/"),
        "rest_framework.decorators.": page(f"{DRF}views/"),
        "rest_framework.exceptions.": page(
            f"{DRF}exceptions/",
            "apiexception parseerror authenticationfailed notauthenticated permissiondenied"
            " notfound methodnotallowed notacceptable unsupportedmediatype throttled"
            " validationerror",
        ),
        "rest_framework.fields.": page(f"{DRF}fields/"),
        "rest_framework.filters.": page(f"{DRF}filtering/", "searchfilter orderingfilter"),
        "rest_framework.generics.": page(
            f"{DRF}generic-views/",
            "genericapiview createapiview listapiview retrieveapiview destroyapiview updateapiview"
            " listcreateapiview retrieveupdateapiview retrievedestroyapiview"
            " retrieveupdatedestroyapiview",
        ),
        "rest_framework.metadata.": page(f"{DRF}metadata/"),
        "rest_framework.mixins.": page(
            f"{DRF}generic-views/",
            "listmodelmixin createmodelmixin retrievemodelmixin updatemodelmixin destroymodelmixin",
        ),
        "rest_framework.negotiation.": page(f"{DRF}content-negotiation/"),
        "rest_framework.pagination.": page(
            f"{DRF}pagination/", "pagenumberpagination limitoffsetpagination cursorpagination"
        ),
        "rest_framework.parsers.": page(
            f"{DRF}parsers/", "jsonparser formparser multipartparser fileuploadparser"
        ),
        "rest_framework.permissions.": page(
            f"{DRF}permissions/",
            "allowany isauthenticated isadminuser isauthenticatedorreadonly djangomodelpermissions"
            " djangomodelpermissionsoranonreadonly djangoobjectpermissions",
        ),
        "rest_framework.relations.": page(
            f"{DRF}relations/",
            "stringrelatedfield primarykeyrelatedfield hyperlinkedrelatedfield slugrelatedfield"
            " hyperlinkedidentityfield",
        ),
        "rest_framework.renderers.": page(
            f"{DRF}renderers/",
            "jsonrenderer templatehtmlrenderer statichtmlrenderer browsableapirenderer"
            " adminrenderer htmlformrenderer multipartrenderer",
        ),
        "rest_framework.request.": page(f"{DRF}requests/"),
        "rest_framework.response.": page(f"{DRF}responses/"),
        "rest_framework.reverse.": page(f"{DRF}reverse/", "reverse reverse_lazy"),
        "rest_framework.routers.": page(f"{DRF}routers/", "simplerouter defaultrouter"),
        "rest_framework.schemas.": page(f"{DRF}schemas/"),
        "rest_framework.serializers.": page(
            f"{DRF}serializers/",
            "modelserializer hyperlinkedmodelserializer listserializer baseserializer",
        ),
        "rest_framework.settings.": page(f"{DRF}settings/"),
        "rest_framework.status.": page(f"{DRF}status-codes/"),
        "rest_framework.test.": page(
            f"{DRF}testing/", "apirequestfactory apiclient requestsclient urlpatternstestcase"
        ),
        "rest_framework.throttling.": page(
            f"{DRF}throttling/", "anonratethrottle userratethrottle scopedratethrottle"
        ),
        "rest_framework.urlpatterns.": page(f"{DRF}format-suffixes/", "format_suffix_patterns"),
        "rest_framework.validators.": page(
            f"{DRF}validators/",
            "uniquevalidator uniquetogethervalidator uniquefordatevalidator uniqueformonthvalidator"
            " uniqueforyearvalidator",
        ),
        "rest_framework.versioning.": page(
            f"{DRF}versioning/",
            "acceptheaderversioning urlpathversioning namespaceversioning hostnameversioning"
            " queryparameterversioning",
        ),
        "rest_framework.views.": page(f"{DRF}views/"),
        "rest_framework.viewsets.": page(
            f"{DRF}viewsets/", "viewset genericviewset modelviewset readonlymodelviewset"
        ),
        "setting:REST_FRAMEWORK.": page(
            f"{DRF}settings/",
            "default_renderer_classes default_parser_classes default_authentication_classes"
            " default_permission_classes default_throttle_classes default_content_negotiation_class"
            " default_schema_class default_filter_backends default_pagination_class page_size"
            " search_param ordering_param default_version allowed_versions version_param"
            " default_versioning_class unauthenticated_user unauthenticated_token"
            " test_request_default_format test_request_renderer_classes schema_coerce_path_pk"
            " schema_coerce_method_names url_format_override format_suffix_kwarg datetime_format"
            " datetime_input_formats date_format date_input_formats time_format time_input_formats"
            " duration_format unicode_json compact_json strict_json coerce_decimal_to_string"
            " coerce_bigint_to_string view_name_function view_description_function"
            " html_select_cutoff html_select_cutoff_text exception_handler non_field_errors_key"
            " url_field_name num_proxies",
        ),
        "setting:REST_FRAMEWORK": page(f"{DRF}settings/"),
        "library:rest_framework": page(
            "https://www.django-rest-framework.org/topics/html-and-forms/"
        ),
        "channels.auth.": page(f"{CHANNELS}topics/authentication.html"),
        "channels.consumer.": page(f"{CHANNELS}topics/consumers.html"),
        "channels.db.": page(
            f"{CHANNELS}topics/databases.html", "database_sync_to_async aclose_old_connections"
        ),
        "channels.exceptions.": page(f"{CHANNELS}topics/consumers.html#closing-consumers"),
        "channels.generic.http.": page(f"{CHANNELS}topics/consumers.html", "asynchttpconsumer"),
        "channels.generic.websocket.": page(
            f"{CHANNELS}topics/consumers.html",
            "websocketconsumer asyncwebsocketconsumer jsonwebsocketconsumer"
            " asyncjsonwebsocketconsumer",
        ),
        "channels.layers.": page(f"{CHANNELS}topics/channel_layers.html"),
        "channels.routing.": page(
            f"{CHANNELS}topics/routing.html", "protocoltyperouter urlrouter channelnamerouter"
        ),
        "channels.security.": page(f"{CHANNELS}topics/security.html"),
        "channels.sessions.": page(f"{CHANNELS}topics/sessions.html"),
        "channels.testing.": page(
            f"{CHANNELS}topics/testing.html",
            "applicationcommunicator httpcommunicator websocketcommunicator"
            " channelsliveservertestcase",
        ),
        "channels_redis.": page(f"{CHANNELS}topics/channel_layers.html"),
        "setting:CHANNEL_LAYERS": page(f"{CHANNELS}topics/channel_layers.html#configuration"),
        "command:runworker": page(f"{CHANNELS}topics/worker.html"),
        "allauth.account.adapter": page(f"{ALLAUTH}account/adapter.html"),
        "allauth.account.decorators": page(f"{ALLAUTH}account/decorators.html"),
        "allauth.account.forms": page(f"{ALLAUTH}account/forms.html"),
        "allauth.account.signals": page(f"{ALLAUTH}account/signals.html"),
        "allauth.account.views": page(f"{ALLAUTH}account/views.html"),
        "allauth.account": page(f"{ALLAUTH}account/index.html"),
        "allauth.headless": page(f"{ALLAUTH}headless/index.html"),
        "allauth.idp": page(f"{ALLAUTH}idp/openid-connect/index.html"),
        "allauth.mfa.adapter": page(f"{ALLAUTH}mfa/adapter.html"),
        "allauth.mfa.forms": page(f"{ALLAUTH}mfa/forms.html"),
        "allauth.mfa.signals": page(f"{ALLAUTH}mfa/signals.html"),
        "allauth.mfa": page(f"{ALLAUTH}mfa/index.html"),
        "allauth.socialaccount.adapter": page(f"{ALLAUTH}socialaccount/adapter.html"),
        "allauth.socialaccount.forms": page(f"{ALLAUTH}socialaccount/forms.html"),
        "allauth.socialaccount.providers": page(f"{ALLAUTH}socialaccount/providers/index.html"),
        "allauth.socialaccount.signals": page(f"{ALLAUTH}socialaccount/signals.html"),
        "allauth.socialaccount.views": page(f"{ALLAUTH}socialaccount/views.html"),
        "allauth.socialaccount": page(f"{ALLAUTH}socialaccount/index.html"),
        "allauth.usersessions": page(f"{ALLAUTH}usersessions/index.html"),
        "allauth.": page(ALLAUTH),
        "app:allauth.account": page(f"{ALLAUTH}account/index.html"),
        "app:allauth.headless": page(f"{ALLAUTH}headless/installation.html"),
        "app:allauth.mfa": page(f"{ALLAUTH}mfa/introduction.html"),
        "app:allauth.socialaccount": page(f"{ALLAUTH}socialaccount/index.html"),
        "app:allauth.usersessions": page(f"{ALLAUTH}usersessions/installation.html"),
        "app:allauth": page(f"{ALLAUTH}installation/quickstart.html"),
        "setting:ACCOUNT_": page(f"{ALLAUTH}account/configuration.html"),
        "setting:SOCIALACCOUNT_PROVIDERS": page(
            f"{ALLAUTH}socialaccount/provider_configuration.html"
        ),
        "setting:SOCIALACCOUNT_": page(f"{ALLAUTH}socialaccount/configuration.html"),
        "setting:MFA_": page(f"{ALLAUTH}mfa/configuration.html"),
        "setting:HEADLESS_": page(f"{ALLAUTH}headless/configuration.html"),
        "setting:USERSESSIONS_": page(f"{ALLAUTH}usersessions/configuration.html"),
        "setting:IDP_OIDC_": page(f"{ALLAUTH}idp/openid-connect/configuration.html"),
        "setting:ALLAUTH_": page(f"{ALLAUTH}common/configuration.html"),
        "library:account": page(f"{ALLAUTH}account/templates.html"),
        "library:socialaccount": page(f"{ALLAUTH}socialaccount/templates.html"),
        "library:allauth": page(f"{ALLAUTH}common/templates.html"),
        "tag:user_display": page(f"{ALLAUTH}account/templates.html"),
        "tag:provider_login_url": page(f"{ALLAUTH}socialaccount/templates.html"),
        "tag:get_providers": page(f"{ALLAUTH}socialaccount/templates.html"),
        "tag:get_social_accounts": page(f"{ALLAUTH}socialaccount/templates.html"),
        "tag:element": page(f"{ALLAUTH}common/templates.html"),
        "tag:slot": page(f"{ALLAUTH}common/templates.html"),
        "debug_toolbar.panels.": page(f"{TOOLBAR}panels.html"),
        "debug_toolbar.": page(f"{TOOLBAR}configuration.html"),
        "setting:DEBUG_TOOLBAR_PANELS": page(f"{TOOLBAR}configuration.html#debug-toolbar-panels"),
        "setting:DEBUG_TOOLBAR_CONFIG": page(f"{TOOLBAR}configuration.html#debug-toolbar-config"),
        "command:debugsqlshell": page(f"{TOOLBAR}commands.html"),
        "django_filters.": page(f"{FILTER}ref/filterset.html"),
    },
}
