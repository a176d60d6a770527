"""Classes: their ancestors, members, keywords and the types those have."""

from __future__ import annotations

import pytest

from cheatsheet_ls.facts import api
from cheatsheet_ls.facts.inheritance import linearise


def member(path: str, name: str) -> str:
    """`Owner.name: type` as the facts tell it for a class by its public path."""
    found = api.find_member(api.canonical(path) or "", name)
    if found is None:
        return "unknown"
    return f"{found[0].rpartition('.')[2]}.{name}: {found[1].type}"


def test_ancestors_come_in_pythons_order() -> None:
    order = [path.rpartition(".")[2] for path in api.mro("django.views.generic.list.ListView")]
    assert order == [
        "ListView",
        "MultipleObjectTemplateResponseMixin",
        "TemplateResponseMixin",
        "BaseListView",
        "MultipleObjectMixin",
        "ContextMixin",
        "View",
    ]


def test_ancestors_of_other_packages_stand_by_name() -> None:
    assert "unittest.case.TestCase" in api.mro("django.test.testcases.TestCase")
    assert api.mro("not.ours.Class") == ("not.ours.Class",)


def test_bases_that_allow_no_order_or_run_in_a_circle_are_walked_once() -> None:
    circle = {"A": ["B"], "B": ["A"]}
    assert linearise("A", lambda path: circle[path]) == ("A", "B")
    crossed = {"X": ["A", "B"], "Y": ["B", "A"], "Z": ["X", "Y"]}
    assert linearise("Z", lambda path: crossed.get(path, [])) == ("Z", "X", "A", "B", "Y")


@pytest.mark.parametrize(
    ("path", "name", "told"),
    [
        ("django.http.HttpRequest", "GET", "HttpRequest.GET: django.http.request.QueryDict"),
        (
            "django.http.HttpRequest",
            "session",
            "HttpRequest.session: django.contrib.sessions.backends.base.SessionBase",
        ),
        (
            "django.db.models.Model",
            "objects",
            "Model.objects: django.db.models.manager.Manager[Self]",
        ),
        (
            "django.db.models.Manager",
            "filter",
            "QuerySet.filter: django.db.models.query.QuerySet[Elem]",
        ),
        ("django.db.models.Manager", "get", "QuerySet.get: Elem"),
        ("django.db.models.QuerySet", "filter", "QuerySet.filter: Self"),
        (
            "django.db.models.QuerySet",
            "get_or_create",
            "QuerySet.get_or_create: tuple[Elem,builtins.bool]",
        ),
        (
            "django.views.generic.ListView",
            "request",
            "View.request: django.http.request.HttpRequest",
        ),
        ("django.views.generic.UpdateView", "object", "BaseUpdateView.object: Elem"),
        (
            "rest_framework.viewsets.ModelViewSet",
            "request",
            "APIView.request: rest_framework.request.Request",
        ),
        ("rest_framework.request.Request", "GET", "HttpRequest.GET: django.http.request.QueryDict"),
        ("django.test.TestCase", "client", "SimpleTestCase.client: django.test.client.Client"),
        (
            "rest_framework.test.APITestCase",
            "client",
            "SimpleTestCase.client: rest_framework.test.APIClient",
        ),
        ("django.test.Client", "get", "Client.get: django.test.Response"),
        (
            "django.core.paginator.Paginator",
            "get_page",
            "Paginator.get_page: django.core.paginator.Page[Elem]",
        ),
        (
            "django.core.management.BaseCommand",
            "stdout",
            "BaseCommand.stdout: django.core.management.base.OutputWrapper",
        ),
        (
            "django.contrib.admin.ModelAdmin",
            "get_queryset",
            "BaseModelAdmin.get_queryset: django.db.models.query.QuerySet[Elem]",
        ),
        ("django.contrib.auth.models.User", "username", "AbstractUser.username: builtins.str"),
        ("django.http.HttpRequest", "nonsense", "unknown"),
        ("not.ours.Class", "get", "unknown"),
    ],
)
def test_a_member_has_the_class_that_defines_it_and_a_type(path: str, name: str, told: str) -> None:
    assert member(path, name) == told


def test_parameters_of_methods_that_people_override_have_types() -> None:
    found = api.find_member("django.contrib.admin.options.ModelAdmin", "save_model")
    assert found is not None
    assert [param.name for param in found[1].params] == ["request", "obj", "form", "change"]
    assert found[1].param_types["request"] == "django.http.request.HttpRequest"
    assert found[1].param_types["obj"] == "Elem"


def test_a_models_columns_are_fields_with_their_class() -> None:
    found = api.find_member("django.contrib.auth.models.Permission", "content_type")
    assert found is not None
    assert (found[1].kind, found[1].field) == (
        "field",
        "django.db.models.fields.related.ForeignKey",
    )
    assert found[1].type == "django.contrib.contenttypes.models.ContentType"


def test_async_methods_say_so() -> None:
    facts = api.class_("django.db.models.query.QuerySet")
    assert facts is not None
    assert facts.members["aget"].is_async
    assert not facts.members["get"].is_async


@pytest.mark.parametrize(
    ("path", "name", "owner"),
    [
        ("django.db.models.CharField", "max_length", "django.db.models.fields.Field"),
        ("django.db.models.CharField", "db_collation", "django.db.models.fields.CharField"),
        ("django.forms.SlugField", "help_text", "django.forms.fields.Field"),
        ("django.forms.SlugField", "max_length", "django.forms.fields.CharField"),
        ("django.db.models.ForeignKey", "on_delete", "django.db.models.fields.related.ForeignKey"),
        ("rest_framework.serializers.CharField", "read_only", "rest_framework.fields.Field"),
        (
            "rest_framework.serializers.ModelSerializer",
            "context",
            "rest_framework.serializers.BaseSerializer",
        ),
        (
            "rest_framework.serializers.ModelSerializer",
            "many",
            "rest_framework.serializers.BaseSerializer",
        ),
        ("django.urls.path", "name", "django.urls.conf.path"),
        (
            "django.db.models.QuerySet.bulk_create",
            "batch_size",
            "django.db.models.query.QuerySet.bulk_create",
        ),
        (
            "django.db.models.Manager.update_or_create",
            "defaults",
            "django.db.models.query.QuerySet.update_or_create",
        ),
        (
            "django.views.generic.TemplateView.as_view",
            "template_name",
            "django.views.generic.base.TemplateResponseMixin",
        ),
        ("django.contrib.auth.models.User", "username", "django.contrib.auth.models.AbstractUser"),
    ],
)
def test_a_keyword_belongs_to_the_callable_that_declares_it(
    path: str, name: str, owner: str
) -> None:
    assert api.keywords(path)[name] == owner


def test_keywords_that_nobody_declares_are_unknown() -> None:
    assert "nonsense" not in api.keywords("django.db.models.CharField")
    assert "upload_to" not in api.keywords("django.db.models.CharField")
    assert api.keywords("not.ours") == {}


def test_functions_tell_parameters_and_results() -> None:
    found = api.function("django.shortcuts.get_object_or_404")
    assert found is not None
    assert [param.name for param in found.params] == ["klass", "args", "kwargs"]
    assert found.params[0].required
    assert found.has_args
    assert found.has_kwargs
    assert found.returns == "Elem"
    assert api.function("django.db.models.fields.CharField") is None


def test_instances_have_the_class_that_answers_for_them() -> None:
    assert (
        api.value_type("django.db.connection") == "django.db.backends.base.base.BaseDatabaseWrapper"
    )
    assert (
        api.value_type("django.db.models.signals.post_save")
        == "django.db.models.signals.ModelSignal"
    )
    assert api.value_type("django.urls.conf.path") == ""


def test_a_class_may_say_what_its_elements_are() -> None:
    assert (
        api.element("django.contrib.admin.models.LogEntryManager")
        == "django.contrib.admin.models.LogEntry"
    )
    assert api.element("django.views.generic.list.ListView") == ""


def test_all_paths_are_those_people_import() -> None:
    paths = set(api.all_paths())
    assert {
        "django.db.models.CharField",
        "django.shortcuts.render",
        "rest_framework.views.APIView",
    } <= paths
    assert "django.db.models.fields.CharField" not in paths
