"""What a feature asks about text that nobody has typed leaves the document as it is."""

from __future__ import annotations

from pathlib import Path

from cheatsheet_ls.features.actions import offers
from cheatsheet_ls.features.django import Django
from cheatsheet_ls.language.document import Document
from cheatsheet_ls.language.recognise import recognise
from cheatsheet_ls.language.workspace import Workspace
from cheatsheet_ls.model import Kind
from cheatsheet_ls.sheet.load import load_index

FIELD = "    field_{} = models.SlugField(\n        max_length=50,\n    )\n\n"
FIELDS = "".join(FIELD.format(number) for number in range(200))
TEXT = f"from django.db import models\n\n\nclass Queue(models.Model):\n{FIELDS}"


def test_the_light_bulb_on_one_field_does_not_silence_the_fields_below_it(tmp_path: Path):
    path = tmp_path / "models.py"
    path.write_text(TEXT, encoding="utf-8")
    workspace = Workspace(tmp_path)
    document = Document(path.as_uri(), path, Kind.PYTHON, TEXT)
    workspace.opened(document)
    places = [at for at in range(len(TEXT)) if TEXT.startswith("SlugField", at)]
    assert list(offers(load_index(), document, places[0], workspace, Django()))
    assert all(recognise(document, at, workspace) for at in places)
