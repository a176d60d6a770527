"""Examples in the user's words: the sample project's names replaced by what the project has.

`bind(example, project)` is pure; `project_at` reads what the project has. A thing the project lacks
keeps its sample name, as a tab stop.
"""

from cheatsheet_ls.features.binding.bind import bind, is_about_sample
from cheatsheet_ls.features.binding.project import Project
from cheatsheet_ls.features.binding.subject import project_at

__all__ = ["Project", "bind", "is_about_sample", "project_at"]
