"""Addresses in the documentation, by symbol and Django release."""

import pytest

from cheatsheet_ls.facts.docs import docs_url, places
from cheatsheet_ls.facts.table import table

DRF = "https://www.django-rest-framework.org/api-guide/"
CHANNELS = "https://channels.readthedocs.io/en/latest/"
TOOLBAR = "https://django-debug-toolbar.readthedocs.io/en/latest/"
SITE = "https://docs.djangoproject.com/en/"


@pytest.mark.parametrize(
    ("symbol", "address"),
    [
        ("django.db.models.CharField", "ref/models/fields/#django.db.models.CharField"),
        ("python:django.db.models.CharField", "ref/models/fields/#django.db.models.CharField"),
        (
            "kwarg:django.db.models.CharField.max_length",
            "ref/models/fields/#django.db.models.CharField.max_length",
        ),
        (
            "django.db.models.QuerySet.filter",
            "ref/models/querysets/#django.db.models.query.QuerySet.filter",
        ),
        ("django.db.models.CASCADE", "ref/models/fields/#django.db.models.CASCADE"),
        (
            "django.views.generic.ListView",
            "ref/class-based-views/generic-display/#django.views.generic.list.ListView",
        ),
        ("meta:model.ordering", "ref/models/options/#django.db.models.Options.ordering"),
        ("meta:ordering", "ref/models/options/#django.db.models.Options.ordering"),
        ("meta:form.fields", "topics/forms/modelforms/#modelforms-selecting-fields"),
        ("setting:DEBUG", "ref/settings/#std-setting-DEBUG"),
        ("setting:DATABASES.CONN_MAX_AGE", "ref/settings/#std-setting-CONN_MAX_AGE"),
        ("setting:DATABASES.ENGINE", "ref/settings/#std-setting-DATABASE-ENGINE"),
        ("setting:DATABASES.TEST.CREATE_DB", "ref/settings/#std-setting-TEST_CREATE"),
        ("tag:for", "ref/templates/builtins/#std-templatetag-for"),
        ("tag:trans", "topics/i18n/translation/#std-templatetag-trans"),
        ("tag:builtins.for", "ref/templates/builtins/#std-templatetag-for"),
        ("filter:date", "ref/templates/builtins/#std-templatefilter-date"),
        ("filter:intcomma", "ref/contrib/humanize/#std-templatefilter-intcomma"),
        ("date:Y", "ref/templates/builtins/#std-templatefilter-date"),
        ("lookup:icontains", "ref/models/querysets/#std-fieldlookup-icontains"),
        ("converter:int", "topics/http/urls/#path-converters"),
        ("command:migrate", "ref/django-admin/#django-admin-migrate"),
        ("command:runserver", "ref/django-admin/#django-admin-runserver"),
        ("command:check --deploy", "ref/django-admin/#cmdoption-check-deploy"),
        ("command:migrate --settings", "ref/django-admin/#cmdoption-settings"),
        ("variable:forloop.counter", "ref/templates/builtins/#std-templatetag-for"),
        ("check:fields.E120", "ref/checks/#model-fields"),
        ("app:django.contrib.admin", "ref/contrib/admin/#module-django.contrib.admin"),
        ("package:gunicorn", "howto/deployment/wsgi/gunicorn/"),
        (
            "library:i18n",
            "topics/i18n/translation/#specifying-translation-strings-in-template-code",
        ),
    ],
)
def test_a_symbol_leads_to_its_place_in_the_manual(symbol, address):
    assert docs_url([symbol], "5.2") == f"{SITE}5.2/{address}"


@pytest.mark.parametrize("release", ["4.2", "5.0", "5.1", "5.2", "6.0", "6.1"])
def test_the_address_is_of_the_release_asked_for(release):
    assert (
        docs_url(["tag:if"], release)
        == f"{SITE}{release}/ref/templates/builtins/#std-templatetag-if"
    )


@pytest.mark.parametrize("version", [None, "", "2028", "7.0", "6.2.dev0"])
def test_without_a_known_release_it_is_the_newest(version):
    assert docs_url(["setting:DEBUG"], version) == f"{SITE}6.1/ref/settings/#std-setting-DEBUG"


def test_a_patch_release_counts_as_its_line():
    assert docs_url(["setting:DEBUG"], "5.2.19") == f"{SITE}5.2/ref/settings/#std-setting-DEBUG"


def test_what_is_gone_leads_to_the_last_release_that_had_it():
    found = docs_url(["setting:STATICFILES_STORAGE"], "6.1")
    assert found == f"{SITE}5.0/ref/settings/#std-setting-STATICFILES_STORAGE"


def test_what_is_yet_to_come_leads_to_the_first_release_that_has_it():
    assert docs_url(["setting:MAILERS"], "4.2") == f"{SITE}6.1/ref/settings/#std-setting-MAILERS"


def test_an_inherited_member_leads_to_the_class_that_documents_it():
    found = docs_url(["django.views.generic.ListView.paginate_by"], "5.2")
    assert found is not None
    assert found.endswith("#django.views.generic.list.MultipleObjectMixin.paginate_by")


def test_an_exact_place_of_a_later_symbol_beats_the_page_of_the_first():
    found = docs_url(["django.db.models.SlugField.xyz", "django.db.models.Field.null"], "5.2")
    assert found == f"{SITE}5.2/ref/models/fields/#django.db.models.Field.null"


def test_a_name_without_a_place_leads_to_what_contains_it():
    found = docs_url(["kwarg:django.urls.path.name"], "5.2")
    assert found == f"{SITE}5.2/ref/urls/#django.urls.path"


@pytest.mark.parametrize(
    ("symbol", "address"),
    [
        (
            "rest_framework.generics.ListCreateAPIView",
            f"{DRF}generic-views/#listcreateapiview",
        ),
        (
            "setting:REST_FRAMEWORK.PAGE_SIZE",
            f"{DRF}settings/#page_size",
        ),
        (
            "meta:serializer.fields",
            f"{DRF}serializers/#specifying-which-fields-to-include",
        ),
        (
            "channels.generic.websocket.AsyncWebsocketConsumer",
            f"{CHANNELS}topics/consumers.html#asyncwebsocketconsumer",
        ),
        (
            "setting:ACCOUNT_LOGIN_METHODS",
            "https://docs.allauth.org/en/latest/account/configuration.html",
        ),
        (
            "setting:DEBUG_TOOLBAR_CONFIG.SHOW_COLLAPSED",
            f"{TOOLBAR}configuration.html#debug-toolbar-config",
        ),
    ],
)
def test_packages_lead_to_their_own_documentation(symbol, address):
    assert docs_url([symbol], "5.2") == address


@pytest.mark.parametrize(
    "symbols",
    [[], [""], ["nope"], ["os.path.join"], ["setting:"], ["tag:nope"], [":"], ["kwarg:x"]],
)
def test_what_nobody_documents_has_no_address(symbols):
    assert docs_url(symbols, "5.2") is None


def test_the_oldest_table_can_be_told_from_the_newest():
    assert "filter:length_is" in places("4.2")
    assert "filter:length_is" not in places("6.1")


def test_every_release_has_a_table():
    assert list(table("docs/anchors")) == [
        "6.1", "6.0", "5.2", "5.1", "5.0", "4.2", "4.1", "4.0", "3.2",
    ]  # fmt: skip


def test_a_broken_installation_gives_empty_tables():
    assert table("docs/no-such-file") == {}
