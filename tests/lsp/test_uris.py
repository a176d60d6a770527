"""URIs as editors on every platform write them."""

from __future__ import annotations

import pytest

from cheatsheet_ls.lsp import uris


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///home/ann/my%20site/models.py", "/home/ann/my site/models.py"),
        ("file:///home/ann/%C3%BCber.py", "/home/ann/über.py"),
        ("file:///home/ann/über.py", "/home/ann/über.py"),
        ("FILE:///x.py", "/x.py"),
        ("file://localhost/x.py", "/x.py"),
        ("file:///a%23b.py", "/a#b.py"),
        ("file:///a#b?c.py", "/a#b?c.py"),
    ],
)
def test_posix(uri: str, path: str):
    assert uris.to_path(uri, windows=False) == path


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///c%3A/My%20Site/models.py", r"C:\My Site\models.py"),
        ("file:///C:/My%20Site/models.py", r"C:\My Site\models.py"),
        ("file:///c:\\site\\models.py", r"C:\site\models.py"),
        ("file://server/share/x.py", r"\\server\share\x.py"),
        ("file:///d:", "D:\\"),
    ],
)
def test_windows(uri: str, path: str):
    assert uris.to_path(uri, windows=True) == path


@pytest.mark.parametrize(
    "uri",
    ["untitled:Untitled-1", "git:/x.py", "vscode-notebook-cell:/a.ipynb#1", "", "x", "file://[",
     "file:///a%00b"],
)  # fmt: skip
def test_what_is_no_file_has_no_path(uri: str):
    assert uris.to_path(uri, windows=False) is None


def test_all_spellings_of_a_windows_file_are_one_document():
    spellings = ("file:///c%3A/Site/a.py", "file:///C:/site/A.py", "FILE:///C%3a/Site/a.py")
    assert len({uris.key(uri, windows=True) for uri in spellings}) == 1


def test_escapes_do_not_make_another_document():
    assert uris.key("file:///my%20site/a.py", windows=False) == uris.key(
        "file:///my site/a.py", windows=False
    )
    assert uris.key("untitled:My%20File") == uris.key("untitled:My File")


def test_case_matters_on_posix():
    assert uris.key("file:///A.py", windows=False) != uris.key("file:///a.py", windows=False)


@pytest.mark.parametrize("path", ["/home/ann/über uns/a#b.py", "/c:/x.py"])
def test_there_and_back_on_posix(path: str):
    assert uris.to_path(uris.from_path(path, windows=False), windows=False) == path


@pytest.mark.parametrize("path", [r"C:\My Site\ü.py", r"\\server\share\x y.py"])
def test_there_and_back_on_windows(path: str):
    assert uris.to_path(uris.from_path(path, windows=True), windows=True) == path
