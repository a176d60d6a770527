"""Which function runs which scope."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from .example import Example

RUNNERS = {
    "module": "statements.module",
    "body": "statements.body",
    "models": "models.models",
    "model-body": "models.model_body",
    "model-meta": "models.model_meta",
    "manager-body": "models.manager_body",
    "views": "views.views",
    "view-body": "views.view_body",
    "urls": "urls.urls",
    "url-list": "urls.url_list",
    "forms": "forms.forms",
    "form-body": "forms.form_body",
    "form-meta": "forms.form_meta",
    "admin": "admin.admin",
    "admin-body": "admin.admin_body",
    "settings": "settings.settings",
    "serializers": "serializers.serializers",
    "serializer-body": "serializers.serializer_body",
    "serializer-meta": "serializers.serializer_meta",
    "api-views": "api.api_views",
    "api-view-body": "api.api_view_body",
    "tests": "unittests.tests",
    "test-body": "unittests.test_body",
    "command": "commands.command",
    "command-body": "commands.command_body",
    "middleware": "middleware.middleware",
    "signals": "apps.signals",
    "apps": "apps.apps",
    "apps-body": "apps.apps_body",
    "tasks": "apps.tasks",
    "migration": "migrations.migration",
    "consumers": "sockets.consumers",
    "routing": "sockets.routing",
    "asgi": "sockets.asgi",
    "templatetags": "templates.templatetags",
    "template": "templates.template",
    "shell": "shell.shell",
    "systemd": "servers.systemd",
    "nginx": "servers.nginx",
    "dockerfile": "files.dockerfile",
    "requirements": "files.requirements",
    "text": "files.text",
}


def runner(example: Example) -> Callable[[Example], None]:
    module, _, name = RUNNERS[example.scope].partition(".")
    run: Callable[[Example], None] = getattr(import_module(f".{module}", __package__), name)
    return run


def load() -> None:
    """Imports every runner once, so that no fork has to."""
    for place in RUNNERS.values():
        import_module(f".{place.partition('.')[0]}", __package__)
