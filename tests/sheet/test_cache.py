"""A sheet that was parsed before is not parsed again, and a spoilt cache spoils nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from cheatsheet_ls.sheet import cache, load, store
from cheatsheet_ls.sheet.load import built_index, load_index, load_source
from cheatsheet_ls.sheet.locate import BUILT, Source

SHEET = "## DEBUG\n\nOff in production.\n\n- **Symbol:** `setting:DEBUG`\n- **Sinse:** 5.0\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a sheet, and an empty cache beside it."""
    monkeypatch.setattr(cache, "cache_folder", lambda: tmp_path / "cache")
    sheets = tmp_path / "sheets"
    sheets.mkdir()
    (sheets / "team.md").write_text(SHEET, encoding="utf-8")
    return sheets


def refuse_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("parsed again")

    monkeypatch.setattr(load, "_parsed", refused)


def test_the_second_time_nothing_is_parsed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_index([folder], shipped=False)
    refuse_parsing(monkeypatch)
    second = load_index([folder], shipped=False)
    assert second.entries == first.entries
    assert second.problems == first.problems
    assert [one.rule for one in second.problems] == ["label"]


def test_a_changed_page_is_parsed_anew(folder: Path) -> None:
    load_index([folder], shipped=False)
    (folder / "team.md").write_text(SHEET.replace("Off", "Never on"), encoding="utf-8")
    assert load_index([folder], shipped=False).entries[0].summary == "Never on in production."


@pytest.mark.parametrize("spoilt", [b"", b"x", b"{}\n", b"\xff" * 500, b"[1]\n[2]\n[3]\n[4]\n"])
def test_a_spoilt_cache_is_made_anew(folder: Path, spoilt: bytes) -> None:
    expected = load_index([folder], shipped=False).entries
    (kept,) = (folder.parent / "cache").iterdir()
    kept.write_bytes(spoilt)
    assert load_index([folder], shipped=False).entries == expected
    assert kept.read_bytes() != spoilt


def test_a_cache_that_was_cut_or_changed_is_not_believed(folder: Path) -> None:
    whole = store.build(load_index([folder], shipped=False).entries)
    assert store.opened(whole) is not None
    assert store.opened(whole[:-3]) is None
    assert store.opened(whole.replace(b"production", b"PRODUCTION")) is None


def test_a_cache_folder_that_cannot_be_written_is_done_without(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder.parent / "cache").write_text("a file stands where the folder should be")
    assert len(load_index([folder], shipped=False)) == 1
    monkeypatch.setattr(cache, "cache_folder", lambda: None)
    assert len(load_index([folder], shipped=False)) == 1


def test_old_files_are_forgotten(folder: Path) -> None:
    for number in range(cache.KEPT + 5):
        cache.write(f"key{number}", b"x")
    assert len(list((folder.parent / "cache").iterdir())) == cache.KEPT


def test_an_index_built_for_the_wheel_is_used(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / BUILT).write_bytes(built_index(folder))
    refuse_parsing(monkeypatch)
    monkeypatch.setattr(load, "content_folder", lambda: folder)
    found, size = load_source(Source(folder))
    assert len(found) == 1
    assert size == len(SHEET)


def test_an_index_that_lies_beside_a_team_s_pages_is_not_believed(folder: Path) -> None:
    """It may say what the pages do not, and be as large as it likes."""
    forged = built_index(folder).replace(b"DEBUG", b"GUBED")
    (folder / BUILT).write_bytes(forged)
    assert [entry.title for entry in load_index([folder], shipped=False).entries] == ["DEBUG"]


def test_markdown_is_not_even_imported_when_nothing_changed(folder: Path) -> None:
    (folder / BUILT).write_bytes(built_index(folder))
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from cheatsheet_ls.sheet import load\n"
        "from cheatsheet_ls.sheet.load import load_index\n"
        f"load.content_folder = lambda: Path({str(folder)!r})\n"
        f"index = load_index([{str(folder)!r}], shipped=False)\n"
        "assert index.entries[0].title == 'DEBUG'\n"
        "index.search('debug'), index.by_name('DEBUG')\n"
        "print('markdown_it' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(Path(load.__file__).parents[2])},
    )
    assert done.stdout.strip() == "False"


def test_entries_survive_being_kept(folder: Path) -> None:
    from cheatsheet_ls.sheet.locate import content_folder

    parsed = load_index([content_folder()], shipped=False, cached=False)
    again = store.opened(store.build(parsed.entries))
    assert again is not None
    assert tuple(again.entry(at) for at in range(len(again))) == parsed.entries


def test_the_file_of_an_entry_is_known(folder: Path) -> None:
    for given in (folder, folder / "team.md"):
        index = load_index([given])
        assert index.path_of(index.entries[0]) == folder / "team.md"
    shipped = index.by_name("models.CharField")[0].entry
    path = index.path_of(shipped)
    assert path is not None
    assert path.parts[-2:] == ("models", "fields.md")
    assert path.is_file()
