"""Imports an example needs, brought into a file: merged, never repeated, in its own spelling."""

from cheatsheet_ls.features.imports.adapt import Adapted, Spelling, adapt
from cheatsheet_ls.features.imports.merge import merged
from cheatsheet_ls.features.imports.wanted import Import, parse_imports

__all__ = ["Adapted", "Import", "Spelling", "adapt", "merged", "parse_imports"]
