"""Workspace folders: what each one holds, which Django it is on, what its project file sets."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass, field
from pathlib import Path

from cheatsheet_ls.features.django import Django
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.lsp.config import Config, read
from cheatsheet_ls.lsp.project import template_folders, uses_django
from cheatsheet_ls.lsp.project_file import settings_of
from cheatsheet_ls.model import Kind

logger = logging.getLogger("cheatsheet_ls")


@dataclass(slots=True)
class Folder:
    """One workspace folder; `root` None is home to files that lie in none."""

    root: Path | None
    workspace: Workspace
    project: Config = field(default_factory=Config)
    problems: tuple[str, ...] = ()
    _django: bool | None = None
    _versions: dict[str, Django] = field(default_factory=dict)
    _packages: dict[str, str] = field(default_factory=dict)

    def kind(self, path: Path | None, text: str, language_id: str, jinja: bool) -> Kind:
        from cheatsheet_ls.language.kinds import document_kind

        folders = template_folders(path, self.root) if path and self.has_django() else ()
        return document_kind(language_id, path, text, self.has_django(), folders, jinja=jinja)

    def has_django(self) -> bool:
        """Whether this is a Django project or a package for one; looked for once."""
        if self._django is None:
            self._django = self.root is not None and uses_django(self.workspace)
        return self._django

    def django(self, path: Path | None, config: Config) -> Django:
        """The version the nearest manifest of a file names, read once per folder of files."""
        if config.django_version != "auto":
            return Django.of(config.django_version)
        if path is None or self.root is None:
            return Django()
        folder = os.path.dirname(path)  # hashing a Path costs ten times as much
        if folder not in self._versions:
            self._versions[folder] = self._read_version(path, config.python_interpreter)
        return self._versions[folder]

    def packages(self, path: Path | None) -> str:
        """What the manifests of a file's project name, read once per folder of files."""
        if path is None or self.root is None:
            return ""
        folder = os.path.dirname(path)
        if folder not in self._packages:
            from cheatsheet_ls.language.dependencies import named

            self._packages[folder] = named(path, self.root)
        return self._packages[folder]

    def forget(self) -> None:
        """Something changed on disk."""
        self._versions.clear()
        self._packages.clear()
        if not self._django:
            self._django = None
        self.workspace.changed()

    def _read_version(self, path: Path, interpreter: str | None) -> Django:
        from cheatsheet_ls.language.environment import django_version

        assert self.root is not None
        chosen = Path(interpreter).expanduser() if interpreter else None
        return Django.of(django_version(path, self.root, chosen))


class Folders:
    """The open folders, the innermost of which a file belongs to."""

    def __init__(self) -> None:
        self._folders: dict[str, Folder] = {}
        self._homeless = Folder(None, Workspace(None))

    def add(self, path: str) -> Folder:
        root = Path(os.path.abspath(path))
        folder = self._folders.get(str(root))
        if folder is None:
            folder = Folder(root, Workspace(root))
            self.read_project(folder)
            self._folders[str(root)] = folder
        return folder

    def remove(self, path: str) -> None:
        self._folders.pop(str(Path(os.path.abspath(path))), None)

    def all(self) -> list[Folder]:
        return list(self._folders.values())

    def of(self, path: Path | None) -> Folder:
        homes = [folder for folder in self._folders.values() if _inside(path, folder.root)]
        return max(homes, key=lambda folder: len(str(folder.root)), default=self._homeless)

    def holds(self, path: Path) -> bool:
        """Whether a file may be read: inside a folder, wherever its links lead."""
        try:
            real = path.resolve()
        except (OSError, RuntimeError):
            return False
        return any(
            _inside(real, folder.root.resolve()) for folder in self._folders.values() if folder.root
        )

    def read_project(self, folder: Folder) -> None:
        raw, problem = settings_of(folder.root) if folder.root else (None, None)
        reading = read(raw, source="pyproject.toml")
        folder.project = reading.config
        folder.problems = (problem,) if problem else reading.wrong
        for unknown in reading.unknown:
            logger.warning("%s", unknown)


def _inside(path: Path | None, root: Path | None) -> bool:
    """Asked at every keystroke: comparing strings costs a tenth of comparing the parents."""
    if path is None or root is None:
        return False
    inner, outer = os.path.normcase(path), os.path.normcase(root)
    return inner == outer or inner.startswith(outer.rstrip(os.sep) + os.sep)
