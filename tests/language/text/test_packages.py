"""Names of distributions in lists of packages, and settings in `.env` files."""

from __future__ import annotations

import pytest

from tests.language.text.readings import recognised


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("requirements.txt", "Djan<|>go>=5.2,<6"),
        ("requirements/base.in", "djan<|>go"),
        ("requirements-dev.txt", "  DJAN<|>GO[argon2] == 5.2 ; python_version > '3.9'"),
        ("constraints.txt", "django<|>==5.2  # pinned"),
        ("pyproject.toml", '[project]\ndependencies = ["Djan<|>go>=5.2"]'),
        ("pyproject.toml", '[project]\ndependencies = [\n  "redis",\n  "Djan<|>go",\n]'),
        ("pyproject.toml", '[project.optional-dependencies]\nweb = ["djan<|>go"]'),
        ("pyproject.toml", "[dependency-groups]\ndev = [\n  'djan<|>go>=5',\n]"),
        ("pyproject.toml", '[tool.poetry.dependencies]\ndjan<|>go = "^5.2"'),
        ("pyproject.toml", '[tool.poetry.group.dev.dependencies]\nDjan<|>go = {version = "^5"}'),
        ("Pipfile", '[packages]\ndjan<|>go = "*"'),
        ("setup.cfg", "[options]\ninstall_requires =\n    Djan<|>go>=5.2"),
        ("setup.cfg", "[options.extras_require]\nweb =\n    djan<|>go"),
        ("tox.ini", "[testenv]\ndeps =\n    dj52: Djan<|>go~=5.2"),
    ],
)
def test_a_package_is_known_however_it_is_listed(name: str, text: str) -> None:
    found = recognised(text, name)
    assert found is not None
    assert found.startswith("package:django  «")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("requirements.txt", "django>=5<|>.2"),
        ("pyproject.toml", '[project]\ndependencies = ["redis", "django>=5<|>.2"]'),
        ("Pipfile", '[packages]\n"django" = ">=5<|>.2"'),
        ("tox.ini", "[testenv]\ndeps =\n    dj52: django>=5<|>.2"),
    ],
)
def test_djangos_version_stands_for_django(name: str, text: str) -> None:
    found = recognised(text, name)
    assert found is not None
    assert found.startswith("package:django  «")
    assert ">=5.2" in found


def test_names_of_packages_are_compared_as_indexes_do() -> None:
    assert recognised("Django_Fil<|>ter==2", "requirements.txt") == (
        "package:django-filter  «Django_Filter»"
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("requirements.txt", "# djan<|>go"),
        ("requirements.txt", "redis  # for djan<|>go"),
        ("requirements.txt", "-r djan<|>go.txt"),
        ("requirements.txt", "git+https://example.org/djan<|>go.git"),
        ("requirements.txt", "redis>=5<|>.2"),
        ("requirements.txt", "django>=5.2  # <|>pinned"),
        ("requirements.txt", "django>=5.2 ; python_<|>version > '3.9'"),
        ("pyproject.toml", '[project]\nname = "djan<|>go"'),
        ("pyproject.toml", '[project]\nkeywords = [\n  "djan<|>go",\n]'),
        ("pyproject.toml", '[tool.ruff]\ndjan<|>go = "x"'),
        ("setup.cfg", "[metadata]\nname = djan<|>go"),
        ("setup.cfg", "[options]\npackages =\n    djan<|>go"),
    ],
)
def test_other_words_are_silent(name: str, text: str) -> None:
    assert recognised(text, name) is None


def test_an_array_that_has_ended_ends() -> None:
    text = '[project]\ndependencies = [\n  "redis",\n]\nkeywords = ["djan<|>go"]'
    assert recognised(text, "pyproject.toml") is None


def test_settings_in_env_files_are_known() -> None:
    assert recognised("DE<|>BUG=1", ".env") == "setting:DEBUG  «DEBUG»"
    assert recognised("export SECRET<|>_KEY=x", ".envrc") == "setting:SECRET_KEY  «SECRET_KEY»"
    assert recognised("DJANGO_ALLOWED<|>_HOSTS=a", ".env.production") == (
        "setting:ALLOWED_HOSTS  «DJANGO_ALLOWED_HOSTS»"
    )


def test_other_variables_and_comments_in_env_files_are_silent() -> None:
    assert recognised("DATABASE_<|>URL=x", ".env") is None
    assert recognised("# DE<|>BUG=1", ".env") is None
    assert recognised("DEBUG=DE<|>BUG", ".env") is None
