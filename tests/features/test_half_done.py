"""One hint where a package is set up half; nothing where it is whole, or nobody can tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from cheatsheet_ls.features.diagnostics import Diagnostic, diagnose
from cheatsheet_ls.features.django import Django
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Kind
from cheatsheet_ls.sheet.load import load_index
from tests.support.shaped import SETTINGS, SHAPES, URLS, Files, project

RECIPES = load_index([]).recipes
APP = '    "debug_toolbar",\n'
MIDDLEWARE = '    "debug_toolbar.middleware.DebugToolbarMiddleware",\n'
ROUTES = """
from debug_toolbar.toolbar import debug_toolbar_urls

urlpatterns += debug_toolbar_urls()
"""
BY_CALLS = """\
import environ

env = environ.Env()
INSTALLED_APPS = env.list("APPS") + ["debug_toolbar"]
MIDDLEWARE = env.list("MIDDLEWARE")
ROOT_URLCONF = "config.urls"
"""


def with_app(settings: str) -> str:
    return settings.replace('    "shop",\n', '    "shop",\n' + APP)


def with_middleware(settings: str, line: str = MIDDLEWARE) -> str:
    return settings.replace("MIDDLEWARE = [\n", "MIDDLEWARE = [\n" + line)


def hints(root: Path, files: Files, name: str = "config/settings.py") -> list[Diagnostic]:
    for file, text in files.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text)
    path = root / name
    document = Document(path.as_uri(), path, Kind.PYTHON, files[name], 1)
    workspace = Workspace(root)
    workspace.opened(document)
    found = diagnose(document, workspace, Django(), recipes=RECIPES)
    return [one for one in found if one.code == "half-done-recipe"]


def test_an_app_alone_gets_one_hint_that_names_all_that_is_missing(tmp_path: Path):
    (hint,) = hints(tmp_path, project(with_app(SETTINGS)))
    assert hint.message == (
        "debug toolbar: its middleware is missing; its routes are missing from the URLs"
    )
    assert with_app(SETTINGS)[hint.span.start : hint.span.end] == '"debug_toolbar"'


def test_the_hint_names_what_is_missing_alone(tmp_path: Path):
    (hint,) = hints(tmp_path, project(with_app(SETTINGS), URLS + ROUTES))
    assert hint.message == "debug toolbar: its middleware is missing"


def test_the_fix_goes_on_where_it_was_begun(tmp_path: Path):
    guarded = SETTINGS + '\nif DEBUG:\n    INSTALLED_APPS += ["debug_toolbar"]\n'
    (hint,) = hints(tmp_path, project(guarded, URLS + ROUTES))
    (change,) = [one for one in hint.fixes[0].files if one.path == tmp_path / "config/settings.py"]
    written = "".join(edit.text for edit in change.edits)
    line = '    MIDDLEWARE = ["debug_toolbar.middleware.DebugToolbarMiddleware", *MIDDLEWARE]\n'
    assert line in written


def test_half_a_cache_for_the_site_is_told(tmp_path: Path):
    line = '    "django.middleware.cache.UpdateCacheMiddleware",\n'
    (hint,) = hints(tmp_path, project(with_middleware(SETTINGS, line)))
    assert "FetchFromCacheMiddleware is missing" in hint.message


WHOLE = with_middleware(with_app(SETTINGS))
SILENT: dict[str, Files] = {
    "nothing of it": project(),
    "all of it": project(WHOLE, URLS + ROUTES),
    "routes in another file": project(WHOLE, **{"shop/urls.py": URLS + ROUTES}),
    "a middleware of one's own": project(
        with_middleware(with_app(SETTINGS), '    "shop.toolbar.MyDebugToolbarMiddleware",\n'),
        URLS + ROUTES,
    ),
    "middleware put in by a call": project(
        with_app(SETTINGS)
        + '\nMIDDLEWARE.insert(0, "debug_toolbar.middleware.DebugToolbarMiddleware")\n',
        URLS + ROUTES,
    ),
    "only in a comment": project(with_app(SETTINGS).replace(APP, "#" + APP)),
    "a logger of that name": project(SETTINGS + '\nLOGGERS = {"debug_toolbar": {}}\n'),
    "lists made by calls": project(BY_CALLS, URLS + ROUTES),
    "a file that does not parse": project(with_app(SETTINGS) + "\nLOGGING = {\n", URLS + ROUTES),
}


@pytest.mark.parametrize("case", SILENT)
def test_silent(case: str, tmp_path: Path):
    assert hints(tmp_path, SILENT[case]) == []


def test_what_stands_in_another_settings_module_counts(tmp_path: Path):
    split = {**SHAPES["split settings"], "config/urls.py": URLS + ROUTES}
    base = "config/settings/base.py"
    split[base] = with_middleware(split[base])
    dev = 'from .base import *\n\nDEBUG = True\nINSTALLED_APPS += ["debug_toolbar"]\n'
    split["config/settings/dev.py"] = dev
    assert hints(tmp_path, split, "config/settings/dev.py") == []
    assert hints(tmp_path, split, base) == []
