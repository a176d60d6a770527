"""Codes of Django's system checks against those checks, on broken projects made from a seed."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from cheatsheet_ls.features.diagnostics import diagnose
from cheatsheet_ls.features.django import Django
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Kind
from tools.lens.compare import compare

ROOT = Path(__file__).parents[2]
PRODUCTION = """\
ALLOWED_HOSTS = ["library.example.com"]
CSRF_TRUSTED_ORIGINS = ["library.example.com"]
DEBUG = True
INSTALLED_APPS = []
ROOT_URLCONF = "production_urls"
SECRET_KEY = "django-insecure-0123456789"
"""
CHECKED = """
import os, sys
sys.path.insert(0, sys.argv[1])
os.environ["DJANGO_SETTINGS_MODULE"] = "production"
import django
django.setup()
from django.core.checks import run_checks
print(*[one.id for one in run_checks(include_deployment_checks=True)])
"""


@pytest.mark.parametrize("django", ["4.2", "5.2", "6.1"])
def test_what_django_says_is_said_and_nothing_else(django: str):
    result = compare(seed=11, count=12, django=django)
    assert not +result.wrong
    assert result.recall >= 0.95
    assert result.both.total() > 100


def test_settings_of_production_are_told_as_check_deploy_tells_them(tmp_path: Path):
    path = tmp_path / "production.py"
    path.write_text(PRODUCTION, encoding="utf-8")
    (tmp_path / "production_urls.py").write_text("urlpatterns = []\n", encoding="utf-8")
    python = ROOT / ".venvs" / "django-5.2" / "bin" / "python"
    told = subprocess.run(
        [python, "-c", CHECKED, tmp_path], capture_output=True, text=True, check=True
    )
    document = Document(path.as_uri(), path, Kind.PYTHON, PRODUCTION)
    ours = {one.code for one in diagnose(document, Workspace(tmp_path), Django.of("5.2"))}
    assert ours == {"4_0.E001", "security.W009", "security.W018"}
    assert ours <= set(told.stdout.split())
