"""Examples in the user's words: what is inserted names the project's models, fields and app."""

from __future__ import annotations

from pathlib import Path

import pytest

from cheatsheet_ls.features.actions import edits_for, offers
from cheatsheet_ls.features.binding.subject import project_at
from cheatsheet_ls.features.completion import CompletionOptions, Item, complete
from cheatsheet_ls.features.django import Django
from cheatsheet_ls.features.edits import applied
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.model import Kind
from cheatsheet_ls.sheet.load import load_index
from tests.support.marked import cursor
from tests.support.project import Project

MODELS = """
    from django.conf import settings
    from django.db import models


    class Category(models.Model):
        label = models.CharField(max_length=50)


    class OrderItem(models.Model):
        name = models.CharField(max_length=100)
        cost = models.DecimalField(max_digits=8, decimal_places=2)
        released = models.DateField(null=True)
        created = models.DateTimeField(auto_now_add=True)
        category = models.ForeignKey(Category, models.CASCADE, related_name="items")
        owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)


    class Rating(models.Model):
        item = models.ForeignKey(OrderItem, on_delete=models.CASCADE)
        stars = models.IntegerField()
    """
URLS = 'app_name = "store"\nurlpatterns = []\n'


@pytest.fixture
def shop(tmp_path: Path) -> Project:
    return Project(tmp_path, {"shop/models.py": MODELS, "shop/urls.py": URLS})


def items(shop: Project, marked: str, name: str) -> dict[str, Item]:
    text, offset = cursor(marked)
    path = shop.root / name
    kind = Kind.TEMPLATE if path.suffix == ".html" else Kind.PYTHON
    document = Document(path.as_uri(), path, kind, text)
    shop.workspace.opened(document)
    options = CompletionOptions(Django("5.2", "5.2", known=True))
    found = complete(load_index([]), document, offset, shop.workspace, options)
    return {item.label: item for item in found.items}


ADMIN = """
    from django.contrib import admin

    from .models import OrderItem


    @admin.register(OrderItem)
    class OrderItemAdmin(admin.ModelAdmin):
        {}<|>
    """


def test_options_of_an_admin_name_the_fields_of_its_model(shop: Project):
    shown = items(shop, ADMIN.format("list"), "shop/admin.py")
    assert shown["list_display"].insert.startswith(
        'list_display = ["${1:name}", "${2:category}", "${3:released}"]'
    )


def test_a_path_through_a_relation_is_followed_to_the_related_model(shop: Project):
    shown = items(shop, ADMIN.format("sear"), "shop/admin.py")
    assert '"${2:category__label}"' in shown["search_fields"].insert


def test_what_the_project_lacks_keeps_its_name_as_a_tab_stop(shop: Project):
    shown = items(shop, ADMIN.format("sear"), "shop/admin.py")
    assert '"=${3:isbn}"' in shown["search_fields"].insert


VIEWS = """
    from django.views.generic import ListView

    from shop.models import OrderItem


    class Items(ListView):
        model = OrderItem
        {}<|>
    """


def test_an_import_the_file_has_is_not_added_in_another_spelling(shop: Project):
    item = items(shop, VIEWS.format("get_q"), "shop/views.py")["MultipleObjectMixin"]
    assert "OrderItem.objects.filter(" in item.insert
    assert 'select_related("category")' in item.insert
    assert item.edits == ()


def test_attributes_of_a_class_are_about_the_model_of_the_file(shop: Project):
    marked = """
        from django.views.generic import CreateView

        from shop.models import OrderItem


        class Add(CreateView):
            <|>
        """
    shown = items(shop, marked, "shop/views.py")
    assert shown["model"].insert == "model = ${1:OrderItem}$0"
    assert shown["fields"].insert == 'fields = ${1:["name"]}$0'
    assert shown["queryset"].insert == "queryset = ${1:OrderItem.objects.all()}$0"


def test_names_of_addresses_have_the_namespace_of_the_app(shop: Project):
    item = items(shop, VIEWS.format("succ"), "shop/views.py")["success_url"]
    assert "store:order_item_list" in item.insert


def test_a_file_that_names_no_model_gets_the_one_with_most_to_it(shop: Project):
    marked = "from django.shortcuts import render\n\n\ndj-list-v<|>\n"
    shown = items(shop, marked, "shop/views.py")
    assert all("Book" not in item.insert for item in shown.values())


def test_dunder_str_takes_the_field_that_is_there(shop: Project):
    before = (
        "        owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)\n"
    )
    marked = MODELS.replace(before, before + "\n        __s<|>\n")
    item = items(shop, marked, "shop/models.py")["__str__"]
    assert item.insert.startswith("def __str__(self):\n    return ${1:self.name}")


def test_meta_is_about_the_model_around_it(shop: Project):
    before = (
        "        owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)\n"
    )
    marked = MODELS.replace(before, before + "\n        class Meta:\n            ord<|>\n")
    item = items(shop, marked, "shop/models.py")["ordering"]
    assert item.insert.startswith('ordering = ["${1:-created}"]')


def test_a_new_field_keeps_the_name_of_the_example(shop: Project):
    before = (
        "        owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)\n"
    )
    item = items(shop, MODELS.replace(before, before + "        char<|>\n"), "shop/models.py")
    assert item["CharField"].insert.startswith("${1:title} = models.CharField(")


def test_a_template_is_about_the_model_its_name_says(shop: Project):
    shown = items(shop, "for<|>\n", "shop/templates/shop/orderitem_list.html")
    insert = shown["for"].insert
    assert "{% for ${1:order_item} in ${2:order_items} %\\}" in insert
    assert "{{ $1.name" in insert


def test_without_a_project_examples_stay_as_they_are(shop: Project):
    shown = items(shop, "dj-filter<|>\n", "tools/script.py")
    assert all("OrderItem" not in item.insert for item in shown.values())


def test_an_action_inserts_the_example_in_the_projects_words(shop: Project):
    text, offset = cursor(
        "from shop.models import OrderItem\n\n\ndef f():\n    OrderItem.objects.fil<|>ter()\n"
    )
    path = shop.root / "shop/report.py"
    document = Document(path.as_uri(), path, Kind.PYTHON, text)
    shop.workspace.opened(document)
    offer = next(offers(load_index([]), document, offset, shop.workspace, Django()))
    after = applied(text, edits_for(offer, document, shop.workspace))
    assert "OrderItem.objects" in after.split("filter()")[1]
    assert "Book" not in after


def test_a_model_that_the_example_defines_keeps_its_own_fields(shop: Project):
    shown = items(shop, "from django.db import models\n\n\ndj-model<|>\n", "shop/models.py")
    assert "class ${1:Magazine}(models.Model):\n    ${2:title} =" in shown["Model"].insert
    assert "return self.$2" in shown["Model"].insert


def test_a_template_that_stays_open_follows_the_models(shop: Project) -> None:
    path = shop.root / "shop/templates/shop/list.html"
    document = Document(path.as_uri(), path, Kind.TEMPLATE, "<p></p>\n")
    shop.workspace.opened(document)
    project = project_at(document, shop.workspace, None)
    assert project.subject
    assert project.subject.name == "OrderItem"
    shop.open(MODELS.replace("OrderItem", "Purchase") + "<|>")
    project = project_at(document, shop.workspace, None)
    assert project.subject
    assert project.subject.name == "Purchase"
