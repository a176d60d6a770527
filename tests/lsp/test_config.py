"""Settings: defaults, layers, wrong values, unknown keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from cheatsheet_ls.lsp.config import READERS, Config, read
from cheatsheet_ls.lsp.project_file import settings_of, sheets_inside


def test_nothing_said_means_defaults():
    for nothing in (None, {}, {"djangoCheatsheet": {}}):
        assert read(nothing).config == Config()


def test_nested_and_dotted_keys_are_alike():
    for raw in ({"hover": {"detail": "full"}}, {"hover.detail": "full"}):
        assert read(raw).config.hover_detail == "full"
        assert read({"djangoCheatsheet": raw}).config.hover_detail == "full"


@pytest.mark.parametrize(
    ("raw", "named"),
    [
        ({"hover": {"detail": "long"}}, 'hover.detail must be one of "off", "short", "full"'),
        ({"hover": {"references": "yes"}}, "hover.references must be true or false"),
        ({"djangoVersion": 5}, 'djangoVersion must be "auto" or a release such as "5.2"'),
        ({"sheets": "a.md"}, "sheets must be a list of files or folders"),
        ({"python": {"interpreter": 3}}, "python.interpreter must be a path or null"),
        ([], "expected an object of settings"),
    ],
)
def test_a_wrong_value_is_named_and_the_rest_counts(raw: object, named: str):
    if isinstance(raw, dict):
        raw = {**raw, "completion": {"bareTags": False}}
    reading = read(raw)
    assert len(reading.wrong) == 1
    assert named in reading.wrong[0]
    assert reading.config.completion_bare_tags is not isinstance(raw, dict)
    assert reading.config.hover_detail == "short"


def test_an_unknown_key_is_reported_apart():
    reading = read({"hover": {"colour": "red"}, "x": 1})
    assert not reading.wrong
    assert [text.split()[1] for text in reading.unknown] == ["hover.colour", "x"]


def test_a_release_may_name_a_patch():
    assert read({"djangoVersion": "5.2.1"}).config.django_version == "5.2"


def test_a_diagnostic_has_a_switch_of_its_own():
    config = read({"diagnostics": {"DJ001": False, "DJ002": True}}).config
    assert config.diagnostics_off == {"DJ001"}


def test_the_defaults_an_editor_sends_do_not_override_the_project():
    project = read({"hover": {"detail": "full"}, "sheets": ["team.md"]}).config
    everything = {"hover": {"detail": "short", "references": False}, "sheets": []}
    config = read(everything, project).config
    assert config.hover_detail == "full"
    assert config.sheets == ("team.md",)
    assert config.hover_references is False


def test_every_field_can_be_set():
    names = {name for name, _ in READERS.values()} | {"diagnostics_off"}
    assert names == set(Config.__dataclass_fields__)


def test_the_project_file_is_read(tmp_path: Path):
    (tmp_path / "pyproject.toml").write_text('[tool.django-cheatsheet]\nsheets = ["a.md"]\n')
    assert settings_of(tmp_path) == ({"sheets": ["a.md"]}, None)


def test_a_project_file_that_does_not_parse_is_named(tmp_path: Path):
    (tmp_path / "pyproject.toml").write_text("[tool.django-cheatsheet\n")
    raw, problem = settings_of(tmp_path)
    assert raw is None
    assert "pyproject.toml" in (problem or "")


def test_a_project_file_in_another_encoding_is_named(tmp_path: Path):
    (tmp_path / "pyproject.toml").write_bytes(b"[tool.django-cheatsheet]\nx = '\xff'")
    assert settings_of(tmp_path)[1] is not None


def test_no_project_file_is_no_problem(tmp_path: Path):
    assert settings_of(tmp_path / "gone") == (None, None)


def test_sheets_of_a_project_lie_inside_it(tmp_path: Path):
    root = tmp_path / "project"
    root.mkdir()
    (root / "link.md").symlink_to(tmp_path / "secret.md")
    inside, outside = sheets_inside(root, ("docs/team.md", "../other.md", "link.md"))
    assert inside == (root / "docs/team.md",)
    assert len(outside) == 2
    assert "../other.md" in outside[0]
