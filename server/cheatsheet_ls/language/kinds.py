"""What a document is: Python, a Django template, a command file, a list of packages, or nothing.

Editors give one file many language ids, so the id decides only where it is certain; else path and
content do. In doubt the answer is `OTHER`: nothing is ever said there.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path, PurePath

from cheatsheet_ls.language.text.kinds import text_kind
from cheatsheet_ls.model import Kind

DJANGO_IDS = frozenset({"django-html", "htmldjango", "html-django", "django-txt", "django"})
JINJA_IDS = frozenset({"jinja", "jinja2", "jinja-html", "htmljinja", "html-jinja"})
JINJA_SUFFIXES = frozenset({".jinja", ".jinja2", ".j2"})
PYTHON_SUFFIXES = frozenset({".py", ".pyi", ".pyw"})
# Never Python, whatever the id: eglot 1.9 gives all files of a server the id of the first one.
MARKUP_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".djhtml"})

# Ids of other languages: such a file is a template only below a folder of templates.
_PROGRAMMING = """
    javascript javascriptreact typescript typescriptreact vue svelte css scss less sass
    json jsonc toml ini sql c cpp csharp go java kotlin rust ruby php lua perl r swift
    handlebars twig liquid git-commit git-rebase gitcommit diff log restructuredtext rst latex tex
"""
PROGRAMMING_IDS = frozenset(_PROGRAMMING.split())
TEMPLATE_SIGN = re.compile(r"\{%|\{#")


def document_kind(
    language_id: str,
    path: PurePath | None,
    text: str,
    has_django: bool,
    template_dirs: Collection[Path] = (),
    *,
    jinja: bool = False,
) -> Kind:
    """`has_django`: the workspace is a Django project. `jinja`: Jinja files count as templates."""
    language = language_id.lower()
    if is_jinja_file(language, path):
        return Kind.TEMPLATE if jinja else Kind.OTHER
    if language in DJANGO_IDS:
        return Kind.TEMPLATE
    if language == "python" and not (path and path.suffix.lower() in MARKUP_SUFFIXES):
        return Kind.PYTHON
    has_signs = TEMPLATE_SIGN.search(text) is not None
    in_templates = _lies_in(path, template_dirs)
    if in_templates and has_signs:
        return Kind.TEMPLATE
    kind = text_kind(language, path, has_django)
    if kind is not None or language in PROGRAMMING_IDS:
        return kind or Kind.OTHER
    if path is not None and path.suffix.lower() in PYTHON_SUFFIXES:
        return Kind.PYTHON
    named = path is not None and _is_named_django(path)
    return Kind.TEMPLATE if in_templates or named or (has_django and has_signs) else Kind.OTHER


def is_jinja_file(language: str, path: PurePath | None) -> bool:
    """By id, by extension, or by the folder that Django's Jinja backend looks in.

    The path weighs more than a Django id: extensions hand that id to all files below `templates`.
    """
    if language in JINJA_IDS:
        return True
    if path is None:
        return False
    folders = {folder.lower() for folder in path.parts[:-1]}
    return path.suffix.lower() in JINJA_SUFFIXES or "jinja2" in folders


def _lies_in(path: PurePath | None, folders: Collection[Path]) -> bool:
    if path is None or path.suffix.lower() in PYTHON_SUFFIXES:
        return False
    parents = path.parents
    return any(folder in parents for folder in folders)


def _is_named_django(path: PurePath) -> bool:
    """`list.djhtml`, `list.dj.html`."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    return suffixes[-1:] == [".djhtml"] or ".dj" in suffixes[:-1]
