"""Whether the project uses DRF, and which file of an app holds its API."""

from __future__ import annotations

from pathlib import Path

from cheatsheet_ls.features.actions.asked import Asked
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.packages import mentioned_in_settings, requires

MODULE, PACKAGE = "rest_framework", "djangorestframework"
_HOMES = ("viewsets", "api", "api.viewsets", "api.views", "views.api", "views.viewsets", "views")


def uses_rest(asked: Asked, app: App) -> bool:
    return (
        mentioned_in_settings(asked.workspace, asked.layout, MODULE)
        or any(_speaks(asked, app, name) for name in ("serializers", *_HOMES))
        or requires(asked.workspace, asked.layout, PACKAGE)
    )


def home_of_viewsets(asked: Asked, app: App) -> str:
    """`views`, unless another module of the app holds its viewsets: `viewsets`, `views.api`."""
    return next((name for name in _HOMES if _speaks(asked, app, name)), "views")


def _speaks(asked: Asked, app: App, name: str) -> bool:
    return MODULE in asked.workspace.source(file_of(app, name))


def file_of(app: App, module: str) -> Path:
    return app.folder.joinpath(*module.split(".")).with_suffix(".py")
