"""The symbols of names that no recogniser sees: where the sheet writes about them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cheatsheet_ls.model import Symbol
from tools.inventory.records import Record

# The decorators of the admin took the place of attributes set on functions.
_CALLABLE_ATTRIBUTES = {
    "short_description": "kwarg:django.contrib.admin.display.description",
    "admin_order_field": "kwarg:django.contrib.admin.display.ordering",
    "boolean": "kwarg:django.contrib.admin.display.boolean",
    "empty_value_display": "kwarg:django.contrib.admin.display.empty_value",
    "allowed_permissions": "kwarg:django.contrib.admin.action.permissions",
}


def symbols(record: Record) -> tuple[Symbol, ...]:
    if (spell := _BY_KIND.get(record.kind)) is not None:
        return (Symbol(spell(record)),)
    owner, _, name = record.path.rpartition(".")
    if owner == "unittest.TestCase":
        return (Symbol(f"django.test.SimpleTestCase.{name}"),)
    if owner == "RelatedManager":
        return (Symbol(f"django.db.models.fields.related.RelatedManager.{name}"),)
    return ()


_BY_KIND: Mapping[str, Callable[[Record], str]] = {
    "admin-callable-attr": lambda it: _CALLABLE_ATTRIBUTES.get(it.name, it.name),
    "admin-fieldset-option": lambda it: f"kwarg:django.contrib.admin.helpers.Fieldset.{it.name}",
    "form-media-option": lambda it: f"kwarg:django.forms.Media.{it.name}",
    "middleware-hook": lambda it: (
        f"django.utils.deprecation.MiddlewareMixin.{it.name.partition('(')[0]}"
    ),
    "logger": lambda it: f"setting:LOGGING.loggers.{it.path}",
    "env-var": lambda it: {"DJANGO_SETTINGS_MODULE": "django.conf.ENVIRONMENT_VARIABLE"}.get(
        it.name, it.name
    ),
    "template-operator": lambda it: "tag:if",
    "channels-scope-key": lambda it: "channels.generic.websocket.WebsocketConsumer.scope",
    "check-id": lambda it: f"check:{it.name}",
    "command-option": lambda it: f"command:{it.path.removeprefix('manage.py ')}",
    "template-tag": lambda it: f"tag:{it.name}",
    "template-filter": lambda it: f"filter:{it.name}",
    "drf-template-tag": lambda it: f"tag:{it.name}",
    "drf-template-filter": lambda it: f"filter:{it.name}",
}
