"""A new template: where it goes, what it extends, and its text."""

from __future__ import annotations

from pathlib import Path

from cheatsheet_ls.features.actions.asked import Asked
from cheatsheet_ls.features.drafts import Drafts
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.templates import Base, app_folder, find

UNIT = "  "

_WHOLE = """\
<!doctype html>
<html lang="en">
    <head>
        <meta charset="utf-8">
        <title>{title}</title>
    </head>
    <body>
{body}
    </body>
</html>
"""


def is_there(asked: Asked, name: str) -> bool:
    return find(asked.workspace, asked.template_folders, name) is not None


def add_template(asked: Asked, drafts: Drafts, app: App, name: str, title: str, body: str) -> None:
    """`body` is written with four spaces; nothing happens where the template is there."""
    if is_there(asked, name):
        return
    draft = drafts.open(_folder(asked, app, name) / name)
    if not draft.text:
        draft.text = _text(asked.base, title, body.strip("\n"))


def _folder(asked: Asked, app: App, name: str) -> Path:
    """Where the app's other templates are, else the app's own folder."""
    beside = Path(name).parent
    folders = asked.template_folders
    if beside != Path():
        for folder in folders:
            if asked.workspace.exists(folder / beside):
                return folder
    return app_folder(app)


def _text(base: Base | None, title: str, body: str) -> str:
    if base is None:
        return _in_units(_WHOLE.format(title=title, body=_deeper(body, 2)))
    head = f'{{% extends "{base.name}" %}}\n\n'
    if base.title is not None:
        head += f"{{% block {base.title} %}}{title}{{% endblock %}}\n\n"
    block = f"{{% block {base.block} %}}\n{_deeper(body, 1)}\n{{% endblock %}}\n"
    return _in_units(head + block)


def _deeper(body: str, levels: int) -> str:
    return "\n".join("    " * levels + line if line else "" for line in body.split("\n"))


def _in_units(text: str) -> str:
    lines = []
    for line in text.split("\n"):
        depth = (len(line) - len(line.lstrip())) // 4
        lines.append(UNIT * depth + line.lstrip())
    return "\n".join(lines)
