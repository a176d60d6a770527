"""The one file people install: small, for all platforms, with what a marketplace asks for."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator

import pytest
import tomli

from tools.editors.vscode import extension
from tools.setup.system import ROOT

LIMIT = 4_000_000  # bytes


@pytest.fixture(scope="module")
def package() -> Iterator[zipfile.ZipFile]:
    with zipfile.ZipFile(extension()) as opened:
        yield opened


@pytest.fixture(scope="module")
def manifest(package: zipfile.ZipFile) -> dict[str, object]:
    found: dict[str, object] = json.loads(package.read("extension/package.json"))
    return found


def test_it_is_under_four_megabytes():
    assert extension().stat().st_size < LIMIT


def test_server_and_extension_have_one_version(
    package: zipfile.ZipFile, manifest: dict[str, object]
):
    """The bundled server answers with the version of its metadata."""
    version = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "version"
    ]
    assert manifest["version"] == version
    metadata = f"extension/bundled/libs/django_cheatsheet_ls-{version}.dist-info/METADATA"
    assert f"Version: {version}\n" in package.read(metadata).decode()


def test_it_has_no_compiled_file_and_no_stubs(package: zipfile.ZipFile):
    """Stubs of other packages would be dead weight: nothing of ours reads them."""
    names = package.namelist()
    assert not [name for name in names if re.search(r"\.(so|pyd|dll|dylib|pyc|pyi)$", name)]


def test_a_marketplace_has_what_it_asks_for(package: zipfile.ZipFile, manifest: dict[str, object]):
    names = {name.lower() for name in package.namelist()}
    wanted = ("media/icon.png", "readme.md", "changelog.md", "license.txt")
    assert not [name for name in wanted if f"extension/{name}" not in names]
    assert all(manifest[name] for name in ("categories", "keywords", "description"))


def test_the_readme_says_that_nothing_is_collected(package: zipfile.ZipFile):
    [readme] = [name for name in package.namelist() if name.lower() == "extension/readme.md"]
    assert "no telemetry" in package.read(readme).decode().lower()


def test_no_language_is_claimed_for_html(manifest: dict[str, object]):
    contributed = json.dumps(manifest["contributes"]["languages"])  # type: ignore[index]
    assert '".html"' not in contributed


def test_it_wakes_only_for_python_templates_and_projects(manifest: dict[str, object]):
    events = manifest["activationEvents"]
    assert isinstance(events, list)
    allowed = r"onLanguage:(python|html|django-html|django-txt)|workspaceContains:manage\.py"
    assert all(re.fullmatch(allowed, event) for event in events)
