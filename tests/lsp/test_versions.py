"""One server, a project on each Django: hovers and completions speak of its own release."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.marked import cursor
from tests.support.raw_session import Raw

RELEASES = ("4.2", "5.2", "6.1")
MODEL = "from django.db import models\n\n\nclass Book(models.Model):\n"
META = MODEL + "    class Meta:\n        "
HASHER = "from django.contrib.auth.hashers import PBKDF2PasswordHasher\n"
SETTINGS = "mysite/settings.py"
TEMPLATE = "templates/book.html"
VIEWS = "library/views.py"

# What hover says on 4.2, 5.2 and 6.1; "" where no version line concerns the project.
HOVERS = {
    "a setting that came": (
        SETTINGS,
        "SECURE_<|>CSP = {}\n",
        ("Added in 6.0: your project is on 4.2.", "Added in 6.0: your project is on 5.2.", ""),
    ),
    "a setting that went": (
        SETTINGS,
        'DEFAULT_FILE_<|>STORAGE = "x"\n',
        (
            "Deprecated in 4.2, to be removed in 5.1. Use `STORAGES`.",
            "was **removed in 5.1**; your project is on 5.2. Use `STORAGES`.",
            "was **removed in 5.1**; your project is on 6.1. Use `STORAGES`.",
        ),
    ),
    "a setting that is going": (
        SETTINGS,
        'EMAIL_<|>HOST = "x"\n',
        ("", "", "Deprecated in 6.1. Use `MAILERS`"),
    ),
    "a default that changed": (
        SETTINGS,
        "USE_<|>TZ = True\n",
        ("(setting, default `False`)", "(setting, default `True`)", "(setting, default `True`)"),
    ),
    "a Meta option that went": (
        "library/models.py",
        META + 'index_<|>together = [["a", "b"]]\n',
        (
            "Deprecated in 4.2, to be removed in 5.1. Use `Meta.indexes`.",
            "was **removed in 5.1**; your project is on 5.2. Use `Meta.indexes`.",
            "was **removed in 5.1**; your project is on 6.1. Use `Meta.indexes`.",
        ),
    ),
    "a field that came": (
        "library/models.py",
        MODEL + "    full = models.Generated<|>Field()\n",
        ("Added in 5.0: your project is on 4.2.", "", ""),
    ),
    "an argument that came": (
        "library/models.py",
        MODEL + '    title = models.CharField(db_<|>default="")\n',
        ("Added in 5.0: your project is on 4.2.", "", ""),
    ),
    "an argument that went": (
        "library/models.py",
        "from django.db import models\n\nx = models.CheckConstraint(che<|>ck=1)\n",
        (
            "the old name of `condition`",
            "Deprecated in 5.1, to be removed in 6.0. Use `condition`.",
            "was **removed in 6.0**; your project is on 6.1. Use `condition`.",
        ),
    ),
    "a function that came": (
        VIEWS,
        "from django.shortcuts import aget_<|>object_or_404\n",
        ("Added in 5.0: your project is on 4.2.", "", ""),
    ),
    "a tag that came": (
        TEMPLATE,
        "{% query<|>string page=2 %}\n",
        ("Added in 5.1: your project is on 4.2.", "", ""),
    ),
    "a filter that went": (
        TEMPLATE,
        "{{ items|length<|>_is:3 }}\n",
        ("Deprecated in 4.2, to be removed in 5.1.", "**removed in 5.1**", "**removed in 5.1**"),
    ),
    "a class only the facts know": (
        VIEWS,
        HASHER + "x = PBKDF2PasswordHasher.itera<|>tions\n",
        ("default `600000`", "default `1000000`", "default `1500000`"),
    ),
}

# Labels that completion offers on each release: "-" it is left out, "~" it is struck through.
COMPLETIONS = {
    "SECURE_CSP": (SETTINGS, "SECURE_C<|>\n", "- - +"),
    "DEFAULT_FILE_STORAGE": (SETTINGS, "DEFAULT_FILE_<|>\n", "~ - -"),
    "EMAIL_HOST": (SETTINGS, "EMAIL_<|>\n", "+ + ~"),
    "index_together": ("library/models.py", META + "index<|>\n", "~ - -"),
    "db_table_comment": ("library/models.py", META + "db_table_<|>\n", "+ + +"),
    "GeneratedField": ("library/models.py", MODEL + "    full = models.Gene<|>\n", "- + +"),
    "db_default": ("library/models.py", MODEL + "    a = models.CharField(db_<|>)\n", "- + +"),
    "aget_object_or_404": (
        VIEWS,
        "from django import shortcuts\n\nx = shortcuts.aget<|>\n",
        "- + +",
    ),
    "querystring": (TEMPLATE, "{% querys<|> %}\n", "- + +"),
    "partialdef": (TEMPLATE, "{% partiald<|> %}\n", "- - +"),
    "length_is": (TEMPLATE, "{{ items|length_<|> }}\n", "~ - -"),
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Raw, Path]]:
    root = tmp_path_factory.mktemp("projects")
    for release in RELEASES:
        (root / release).mkdir()
        (root / release / "requirements.txt").write_text(f"Django=={release}\n", encoding="utf-8")
        (root / release / "manage.py").write_text("import django\n", encoding="utf-8")
    raw = Raw()
    item = {"snippetSupport": True, "deprecatedSupport": True, "tagSupport": {"valueSet": [1]}}
    hover = {"contentFormat": ["markdown"]}
    raw.initialize(root, textDocument={"completion": {"completionItem": item}, "hover": hover})
    yield raw, root
    raw.process.kill()
    raw.process.communicate()


def at(server: tuple[Raw, Path], release: str, name: str, marked: str, method: str) -> Any:
    """The answer to a request at the cursor of a document in the project of a release."""
    raw, root = server
    text, offset = cursor(marked)
    path = root / release / name
    raw.open(path, text, "html" if name.endswith(".html") else "python")
    before = text[:offset]
    where = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
    params = {"textDocument": {"uri": path.as_uri()}, "position": where}
    return raw.ask(f"textDocument/{method}", params, 70)["result"]


@pytest.mark.parametrize("what", HOVERS)
def test_a_hover_says_what_matters_to_the_projects_release(
    server: tuple[Raw, Path], what: str
) -> None:
    name, marked, expected = HOVERS[what]
    for release, line in zip(RELEASES, expected, strict=True):
        found = at(server, release, name, marked, "hover")
        text = found["contents"]["value"] if found else ""
        assert text.startswith("**"), release
        assert line in text, release
        if not line:
            said = [word for word in ("Added in", "emoved in", "Deprecated in") if word in text]
            assert said == [], release


@pytest.mark.parametrize("label", COMPLETIONS)
def test_completion_leaves_out_what_the_release_lacks(server: tuple[Raw, Path], label: str) -> None:
    name, marked, expected = COMPLETIONS[label]
    signs = [sign(at(server, release, name, marked, "completion"), label) for release in RELEASES]
    assert " ".join(signs) == expected


def sign(answer: Any, label: str) -> str:
    items = answer["items"] if isinstance(answer, dict) else answer or []
    found = [item for item in items if item["label"].rstrip("=") == label]
    if not found:
        return "-"
    struck = [bool(item.get("deprecated") or 1 in item.get("tags", ())) for item in found]
    return "~" if all(struck) else "+"
