"""The places where a record may stand, in the order in which the server is asked about them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tools.inventory import in_python as py
from tools.inventory import in_queries as queries
from tools.inventory import in_settings as settings
from tools.inventory import in_templates as templates
from tools.inventory import in_text as text
from tools.inventory.moment import Moment, Moments
from tools.inventory.records import Record


def moments(record: Record) -> Iterator[Moment]:
    ending = next((end for end in _BY_ENDING if record.kind.endswith(end)), "")
    if (named := _BY_KIND.get(record.kind) or _BY_ENDING.get(ending)) is not None:
        yield from named(record)
    elif (special := _BY_PATH.get(record.path.rpartition(".")[0])) is not None:
        yield from special(record)
    elif record.keyword:
        yield from py.argument(record)
    elif re.fullmatch(r"\w+(\.[\w<>]+)*", record.path):
        yield from py.path(record)


_BY_KIND: Mapping[str, Moments] = {
    "meta-option": py.model_meta,
    "modelform-meta-option": py.form_meta,
    "drf-serializer-meta-option": py.serializer_meta,
    "url-variable": py.url_variable,
    "url-handler": py.url_variable,
    "path-converter": py.converter,
    "middleware-hook": py.middleware_hook,
    "admin-callable-attr": py.callable_attribute,
    "admin-fieldset-option": py.fieldset_key,
    "form-media-option": py.media,
    "channels-scope-key": py.scope_key,
    "permission": py.permission,
    "lookup": queries.lookup,
    "transform": queries.lookup,
    "setting-key": settings.setting,
    "channels-layer-option": settings.setting,
    "db-engine": settings.engine,
    "session-engine": settings.session_engine,
    "logger": settings.logger,
    "check-id": settings.check,
    "template-library": templates.library,
    "template-variable": templates.variable,
    "template-operator": templates.operator,
    "formset-management-field": templates.management_field,
    "allauth-url": templates.url_name,
    "date-format-char": templates.date,
    "command-option": text.flag,
    "env-var": text.environment,
}
_BY_ENDING: Mapping[str, Moments] = {
    "installed-app": settings.app,
    "setting": settings.setting,
    "template-tag": templates.tag,
    "template-filter": templates.filter_,
    "command": text.command,
}
_BY_PATH: Mapping[str, Moments] = {
    "unittest.TestCase": py.of_test,
    "response": py.of_response,
    "RelatedManager": queries.of_related_manager,
}
