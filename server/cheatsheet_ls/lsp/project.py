"""Whether a folder is about Django, and where its templates lie: a bounded look at its files."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from cheatsheet_ls.language.reading import read_head
from cheatsheet_ls.language.workspace import Workspace

MOST_FILES = 400  # Python files looked into
HEAD = 4096  # bytes of each
MANIFESTS = ("requirements.txt", "pyproject.toml", "Pipfile", "setup.cfg", "setup.py")


def uses_django(workspace: Workspace) -> bool:
    root = workspace.root
    if root is None:
        return False
    return (
        (root / "manage.py").is_file()
        or (root / "django" / "contrib").is_dir()  # Django's own source
        or any(_names_django(root / name, root) for name in MANIFESTS)
        or any(_imports_django(path, root) for path in islice(workspace.walk(".py"), MOST_FILES))
    )


def template_folders(path: Path, root: Path | None) -> tuple[Path, ...]:
    """The folders called `templates` that a file lies in, of the project or of an app."""
    if root is None:
        return ()
    inside = (folder for folder in path.parents if folder == root or root in folder.parents)
    return tuple(folder for folder in inside if folder.name == "templates")


def _names_django(path: Path, root: Path) -> bool:
    return b"django" in read_head(path, 200_000, root).lower()


def _imports_django(path: Path, root: Path) -> bool:
    head = read_head(path, HEAD, root)
    return b"from django" in head or b"import django" in head
