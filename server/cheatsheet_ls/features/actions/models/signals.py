"""A receiver that runs when an object is saved, and the import in `ready()` that connects it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cheatsheet_ls.features.actions.action import Action
from cheatsheet_ls.features.actions.asked import Asked, answered
from cheatsheet_ls.features.actions.configs import import_when_ready
from cheatsheet_ls.features.actions.homes import (
    defines,
    handed_on,
    home_of,
    import_from_app,
    part_of,
)
from cheatsheet_ls.features.actions.words import human, snake
from cheatsheet_ls.features.code.statements import with_code
from cheatsheet_ls.features.drafts import CannotEdit, Drafts
from cheatsheet_ls.language.project.apps import App
from cheatsheet_ls.language.project.models import Model
from cheatsheet_ls.language.project.templates import files_in

ID = "model-signal"


def offers(asked: Asked, model: Model, app: App) -> Iterator[Action]:
    if _is_received(asked, model, app):
        return

    def build(drafts: Drafts) -> None:
        assert model.path is not None
        path = part_of(asked.workspace, app, "signals", snake(model.name))
        draft = drafts.open(path)
        name = f"{snake(model.name)}_saved"
        if defines(draft, name):
            raise CannotEdit(f"{path.name} has another {name}")
        own = import_from_app(asked.workspace, app, model.path, path, draft.text, model.name)
        imports = (*_IMPORTS, own)
        draft.text = with_code(draft.text, imports, code_of(model, name))
        handed_on(drafts, app, path, name)
        import_when_ready(asked, drafts, app, "signals")

    yield from answered(asked, ID, f"signal receiver for {model.name}", build)


_IMPORTS = (
    "import logging",
    "from django.db.models.signals import post_save",
    "from django.dispatch import receiver",
)


def _is_received(asked: Asked, model: Model, app: App) -> bool:
    home = home_of(asked.workspace, app, "signals")
    files = files_in(home.parent, "*.py") if home.name == "__init__.py" else [home]
    sender = re.compile(rf"\bsender\s*=\s*{model.name}\b")
    return any(sender.search(asked.workspace.source(path)) for path in files)


def code_of(model: Model, name: str) -> str:
    words = human(model.name)
    return (
        f"@receiver(post_save, sender={model.name})\n"
        f"def {name}(sender, instance, created, **kwargs):\n"
        f'    """Runs after each save; `created` is true the first time."""\n'
        f"    if created:\n"
        f'        logging.getLogger(__name__).info("New {words}: %s", instance.pk)'
    )
