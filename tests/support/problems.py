"""The problems of one file of a project, as `code «words»`."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from cheatsheet_ls.features.diagnostics import diagnose
from cheatsheet_ls.features.django import Django
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Kind
from tests.support.marked import drawn

MODELS = "shop/models.py"
PAGE = "shop/templates/shop/page.html"
SETTINGS = "config/settings.py"


def problems(
    text: str,
    name: str = MODELS,
    django: str | None = "5.2",
    root: Path | None = None,
    **files: str,
) -> list[str]:
    """`django` is a release or a range (`4.2:6.0`), None where nobody knows; `files` lie beside it,
    their names with two underscores for a slash and without their ending.
    """
    text = dedent(text.removeprefix("\n"))
    home = root or Path("/project")
    for other, content in files.items():
        path = home / (other.replace("__", "/") + ".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(content.removeprefix("\n")), encoding="utf-8")
    path = home / name
    kind = Kind.PYTHON if path.suffix == ".py" else Kind.TEMPLATE
    document = Document(path.as_uri(), path, kind, text, 1)
    workspace = Workspace(root)
    workspace.opened(document)
    found = diagnose(document, workspace, release(django))
    return [f"{one.code} {drawn(text, one.span)}" for one in found]


def release(words: str | None) -> Django:
    if words is None:
        return Django()
    low, _, high = words.partition(":")
    return Django(low, high or low, known=True)
