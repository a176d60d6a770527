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

# Ids that say what the file is for its editor, and nothing about Django. Any id not known to
# this module is treated like them.
PROGRAMMING_IDS = frozenset(
    {
        "javascript",
        "javascriptreact",
        "typescript",
        "typescriptreact",
        "css",
        "scss",
        "less",
        "sass",
    }
    | {
        "json",
        "jsonc",
        "yaml",
        "toml",
        "ini",
        "c",
        "cpp",
        "csharp",
        "go",
        "java",
        "rust",
        "ruby",
        "php",
    }
    | {
        "lua",
        "perl",
        "r",
        "sql",
        "swift",
        "kotlin",
        "vue",
        "svelte",
        "handlebars",
        "twig",
        "liquid",
    }
    | {
        "git-commit",
        "git-rebase",
        "gitcommit",
        "diff",
        "log",
        "restructuredtext",
        "rst",
        "latex",
        "tex",
    }
)
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
    if _is_jinja(language, path):
        return Kind.TEMPLATE if jinja else Kind.OTHER
    if language in DJANGO_IDS:
        return Kind.TEMPLATE
    if language == "python":
        return Kind.PYTHON
    kind = text_kind(language, path)
    if kind is not None:
        return kind
    if language not in PROGRAMMING_IDS and _is_template(path, text, has_django, template_dirs):
        return Kind.TEMPLATE
    is_python = path is not None and path.suffix.lower() in PYTHON_SUFFIXES
    return Kind.PYTHON if is_python and language not in PROGRAMMING_IDS else Kind.OTHER


def _is_jinja(language: str, path: PurePath | None) -> bool:
    """By id, by extension, or by the folder that Django's Jinja backend looks in.

    The path weighs more than a Django id: extensions hand that id to all files below `templates`.
    """
    if language in JINJA_IDS:
        return True
    if path is None:
        return False
    folders = {folder.lower() for folder in path.parts[:-1]}
    return path.suffix.lower() in JINJA_SUFFIXES or "jinja2" in folders


def _is_template(
    path: PurePath | None, text: str, has_django: bool, template_dirs: Collection[Path]
) -> bool:
    if path is not None:
        if path.suffix.lower() in PYTHON_SUFFIXES:
            return False
        if path.suffix.lower() == ".djhtml" or ".dj" in (s.lower() for s in path.suffixes[:-1]):
            return True
        if any(folder in path.parents for folder in template_dirs):
            return True
    return has_django and TEMPLATE_SIGN.search(text) is not None
