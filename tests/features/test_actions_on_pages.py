"""The pages of a model with many fields."""

from __future__ import annotations

from pathlib import Path

from tests.support.files import Files


def test_many_fields_stand_one_below_another(tmp_path: Path):
    names = [f"field_number_{number}" for number in range(6)]
    fields = "".join(f"    {name} = models.IntegerField()\n" for name in names)
    models = f"from django.db import models\n\n\nclass Bo<|>ok(models.Model):\n{fields}"
    after = Files(tmp_path, {"library/models.py": models}).after("model-create")
    listed = "".join(f'        "{name}",\n' for name in names)
    assert f"    fields = [\n{listed}    ]\n    success_url = " in after["library/views.py"]
