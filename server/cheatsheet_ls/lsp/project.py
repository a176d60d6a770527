"""Whether a folder is about Django, and where its templates lie: a bounded look at its files."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from cheatsheet_ls.language.workspace import Workspace

MOST_FILES = 400  # Python files looked into
HEAD = 4096  # characters of each
MANIFESTS = ("requirements.txt", "pyproject.toml", "Pipfile", "setup.cfg", "setup.py")


def uses_django(workspace: Workspace) -> bool:
    root = workspace.root
    if root is None:
        return False
    return (
        (root / "manage.py").is_file()
        or (root / "django" / "contrib").is_dir()  # Django's own source
        or any(_names_django(root / name) for name in MANIFESTS)
        or any(_imports_django(path) for path in islice(workspace.walk(".py"), MOST_FILES))
    )


def template_folders(path: Path, root: Path | None) -> tuple[Path, ...]:
    """The folders called `templates` that a file lies in, of the project or of an app."""
    if root is None:
        return ()
    inside = (folder for folder in path.parents if folder == root or root in folder.parents)
    return tuple(folder for folder in inside if folder.name == "templates")


def _names_django(path: Path) -> bool:
    return "django" in _head(path, 200_000).lower()


def _imports_django(path: Path) -> bool:
    head = _head(path, HEAD)
    return "from django" in head or "import django" in head


def _head(path: Path, size: int) -> str:
    try:
        with path.open("rb") as file:
            return file.read(size).decode("utf-8", "replace")
    except OSError:
        return ""
