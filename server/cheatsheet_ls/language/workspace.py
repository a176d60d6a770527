"""Bounded reading of the user's other files: modules by dotted name, template tag libraries.

Files are read as text, never run, only inside the workspace folder, only up to a size. What was
read is kept until the file changes on disk or an editor has it open.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.python.module import Module
from cheatsheet_ls.language.python.tree import Tree
from cheatsheet_ls.language.reading import read_bytes
from cheatsheet_ls.model import Kind

if TYPE_CHECKING:
    from cheatsheet_ls.language.template.project import ProjectLibraries

MAX_FILE = 2_000_000  # bytes
MAX_WALK = 20_000  # folder entries looked at by one scan
LOOK_AGAIN = 2.0  # seconds
MUCH = 100_000  # characters parsed, about fifteen times as many bytes of nodes
SKIPPED = frozenset(
    {
        ".git",
        ".hg",
        ".venv",
        "venv",
        "env",
        "node_modules",
        "__pycache__",
        ".tox",
        ".nox",
        "dist",
        "build",
    }
)


_SETTINGS_STEMS = """
    base common defaults dev development docker heroku local prod production staging
"""
SETTINGS_STEMS = frozenset(_SETTINGS_STEMS.split())
_RELATED = re.compile(r"""related_name\s*=\s*["'](\w+)["']|^class (\w+)""", re.MULTILINE)


def related_names(source: str) -> set[str]:
    """The related names and, in lower case, the classes that a module of models speaks of."""
    found = _RELATED.findall(source)
    return {f".{related}" if related else name.lower() for related, name in found}


def _may_be_settings(path: Path) -> bool:
    named = "settings" in path.stem or path.parent.name == "settings"
    return named or path.stem in SETTINGS_STEMS


class Workspace:
    """One workspace folder; `root` None means single files without a folder."""

    def __init__(self, root: Path | None) -> None:
        self.root = root.resolve() if root is not None else None
        self.generation = 0
        self._looks = 0  # how often files were looked at anew; `_modules` knows which time it was
        self._looked = 0.0
        self._modules: dict[Path, tuple[tuple[int, int] | str, Module | None, int]] = {}
        self._found: dict[tuple[int, str, Path], Path | None] = {}
        self._held: dict[Path, bool] = {}
        self._open: dict[Path, Document] = {}
        self._documents: dict[str, Module] = {}
        self._spared = ""  # the document that memory was given back for last
        self._relations: dict[str, tuple[Path, ...]] | None = None
        self._survey: tuple[list[Path], list[Path], list[Path]] | None = None
        self._sources: dict[Path, tuple[tuple[int, int] | None, str]] = {}
        self._library_cache: tuple[object, ProjectLibraries] | None = None
        self._libraries: tuple[int, ProjectLibraries] | None = None

    # -- what the editor tells -------------------------------------------------------------------
    def files_changed(self) -> None:
        """Files came or went on disk."""
        self._survey = None
        self._relations = None
        self.changed()

    def changed(self) -> None:
        """Something changed in an open document or on disk: evaluated values are no longer
        certain.
        """
        self.generation += 1
        self._looks += 1
        self._looked = time.monotonic()
        self._found.clear()
        self._held.clear()

    def opened(self, document: Document) -> None:
        """Called with each new version of an open document. A keystroke changes values, not where
        modules are; that is looked at again now and then, for editors that do not watch files.
        """
        is_new = document.path not in self._open
        if document.path is not None:
            self._open[document.path] = document
        if is_new or time.monotonic() - self._looked > LOOK_AGAIN:
            self.changed()
        elif document.kind is Kind.PYTHON:
            self.generation += 1

    def closed(self, document: Document) -> None:
        if document.path is not None:
            self._open.pop(document.path, None)
        self._documents.pop(document.uri, None)
        self.changed()

    # -- modules ---------------------------------------------------------------------------------
    def module_of(self, document: Document) -> Module:
        """The module of a document; blocks that did not change are taken over from its last
        version. An imagined document (a feature asks what would be legal after an edit) takes only
        whole blocks: parts of one move when taken over, and the editor's document needs them.
        """
        module = document.cache.get("module")
        if module is None:
            is_real = document.path is not None and self._open.get(document.path) is document
            previous = self._documents.get(document.uri)
            tree = Tree(document.text, previous.tree if previous else None, parts=is_real)
            module = Module(document.path, tree, self)
            document.cache["module"] = module
            if is_real:
                self._documents[document.uri] = module
                if previous is not None:
                    previous.forget()  # scopes and values go round in circles
        return self._fresh(module)

    def find_module(self, name: str, importer: Path | None) -> Module | None:
        """The module a dotted name means for a file, looked for from its folder upwards."""
        if not name or importer is None:
            return None
        key = (0, name, importer.parent)
        if key not in self._found:
            self._found[key] = self._locate(name.split("."), importer.parent)
        path = self._found[key]
        return self.read_module(path) if path is not None else None

    def find_relative(self, level: int, name: str, importer: Path | None) -> Module | None:
        """`from ..name import x`: the module `name` as many folders up."""
        if importer is None or level < 1:
            return None
        key = (level, name, importer.parent)
        if key not in self._found:
            folder = importer.parent
            for _ in range(level - 1):
                folder = folder.parent
            self._found[key] = self._existing(folder.joinpath(*name.split(".")) if name else folder)
        path = self._found[key]
        return self.read_module(path) if path is not None else None

    def read_module(self, path: Path) -> Module | None:
        if path in self._open:
            return self.module_of(self._open[path])
        known = self._modules.get(path)
        if known is not None and known[2] == self._looks:
            return self._fresh(known[1]) if known[1] is not None else None
        stamp = self._stamp(path)
        if known is None or known[0] != stamp:
            previous = known[1].tree if known and known[1] else None
            text = self._read(path) if stamp else None
            module = Module(path, Tree(text, previous), self) if text is not None else None
            if known is not None and known[1] is not None:
                known[1].forget()
        else:
            module = known[1]
        self._modules[path] = (stamp or "gone", module, self._looks)
        return self._fresh(module) if module is not None else None

    def shed(self, document: Document) -> None:
        """Gives memory back when somebody turns to another document: where much was parsed, of all
        files but this one only the text of the open ones is kept. All values go, as they hold
        nodes of other files; none is wrong.
        """
        if document.uri == self._spared:
            return
        self._spared = document.uri
        kept = self._documents.get(document.uri)
        others = [module for module in self._documents.values() if module is not kept]
        read = [module for _, module, _ in self._modules.values() if module is not None]
        if sum(module.tree.parsed for module in (*others, *read)) < MUCH:
            return
        self._modules.clear()
        for module in others:
            module.tree.forget_nodes()
        for module in (*self._documents.values(), *read):
            module.forget()

    def _fresh(self, module: Module) -> Module:
        if module.generation != self.generation:
            module.forget()
            module.generation = self.generation
        return module

    def _locate(self, parts: list[str], folder: Path) -> Path | None:
        for base in self._bases(folder):
            path = self._existing(base.joinpath(*parts))
            if path is not None:
                return path
        return None

    def _bases(self, folder: Path) -> Iterator[Path]:
        """Folders that may be on the import path, nearest first, never above the workspace."""
        yield folder
        if self.root is None or not self.holds(folder):
            return
        while folder != self.root and folder != folder.parent:
            folder = folder.parent
            yield folder
        yield self.root / "src"

    def _existing(self, stem: Path) -> Path | None:
        for path in (stem.with_name(stem.name + ".py"), stem / "__init__.py"):
            if path in self._open or (os.path.isfile(path) and self.holds(path)):
                return path
        return None

    def exists(self, path: Path) -> bool:
        """Whether a file or folder is there, in the editor or on disk, inside the workspace."""
        return path in self._open or (os.path.exists(path) and self.holds(path))

    def holds(self, path: Path) -> bool:
        """Whether a path lies inside the workspace, wherever its links lead."""
        if self.root is None:
            return True
        found = self._held.get(path)
        if found is None:
            try:
                found = path == self.root or self.root in path.resolve().parents
            except (OSError, RuntimeError):
                found = False
            self._held[path] = found
        return found

    @staticmethod
    def _stamp(path: Path) -> tuple[int, int] | None:
        try:
            info = path.stat()
        except (OSError, ValueError):
            return None
        return (info.st_mtime_ns, info.st_size) if info.st_size <= MAX_FILE else None

    def _read(self, path: Path) -> str | None:
        content = read_bytes(path, MAX_FILE, self.root)
        return None if content is None else content.decode("utf-8", "replace")

    def dotted_name(self, path: Path) -> str:
        """`shop.models` for `…/shop/models.py`: folders count while they hold an `__init__.py`."""
        parts = [] if path.name == "__init__.py" else [path.stem]
        folder = path.parent
        while (
            folder != self.root and (folder / "__init__.py").is_file() and folder != folder.parent
        ):
            parts.insert(0, folder.name)
            folder = folder.parent
        return ".".join(parts)

    # -- template libraries ----------------------------------------------------------------------
    def libraries(self) -> ProjectLibraries:
        """The project's own template libraries, found once and read again when a file changes."""
        from cheatsheet_ls.language.template.project import builtins_in, project_libraries

        if self._libraries is None or self._libraries[0] != self.generation:
            modules, settings, _ = self._surveyed()
            sources = [(path, self.source(path)) for path in modules]
            builtins = tuple(name for path in settings for name in builtins_in(self.source(path)))
            key = (tuple(sources), builtins)
            if self._library_cache is None or self._library_cache[0] != key:
                self._library_cache = (key, project_libraries(sources, builtins))
            self._libraries = (self.generation, self._library_cache[1])
        return self._libraries[1]

    def _surveyed(self) -> tuple[list[Path], list[Path], list[Path]]:
        """Modules of tag libraries, those that may be settings, and each `manage.py`."""
        from cheatsheet_ls.language.template.project import is_library_of_project

        if self._survey is None:
            files = list(self.walk(".py"))
            libraries = [path for path in files if is_library_of_project(path)]
            settings = [path for path in files if _may_be_settings(path)]
            managing = [path for path in files if path.name == "manage.py"]
            self._survey = (libraries, settings, managing)
        return self._survey

    @property
    def is_surveyed(self) -> bool:
        """Whether what walks over the whole workspace is known already."""
        return self._relations is not None and self._survey is not None

    def survey(self) -> None:
        """Walk now; a thread may do it, so that nobody waits who asks for something else."""
        self.relations()
        self._surveyed()

    def settings_sources(self) -> list[str]:
        """The texts of all modules that may be settings."""
        return [self.source(path) for path in self._surveyed()[1]]

    def managing(self) -> list[Path]:
        """Each `manage.py`."""
        return self._surveyed()[2]

    def source(self, path: Path) -> str:
        """The text of a file, from the editor where it is open; read again only when it changed."""
        if path in self._open:
            return self._open[path].text
        stamp = self._stamp(path)
        known = self._sources.get(path)
        if known is None or known[0] != stamp:
            known = (stamp, (self._read(path) or "") if stamp else "")
            self._sources[path] = known
        return known[1]

    # -- models ----------------------------------------------------------------------------------
    def relations(self) -> Mapping[str, tuple[Path, ...]]:
        """Which files mention `related_name="x"` (as ".x") and define a class X (as "x")."""
        if self._relations is None:
            found: dict[str, list[Path]] = {}
            for path in self.walk(".py"):
                if "model" in path.stem or path.parent.name == "models":
                    for name in related_names(self._read(path) or ""):
                        found.setdefault(name, []).append(path)
            self._relations = {name: tuple(paths) for name, paths in found.items()}
        return self._relations

    # -- files by shape --------------------------------------------------------------------------
    def walk(self, suffix: str) -> Iterator[Path]:
        """Files of the workspace that end so, without environments and caches; bounded."""
        if self.root is None:
            return
        seen = 0
        for folder, folders, files in os.walk(self.root):
            folders[:] = sorted(name for name in folders if name not in SKIPPED)
            for name in sorted(files):
                seen += 1
                if name.endswith(suffix):
                    yield Path(folder, name)
            if seen > MAX_WALK:
                return
