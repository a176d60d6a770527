"""How the server is started; what it then does is tested over the protocol."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from cheatsheet_ls.cli import main
from cheatsheet_ls.cli.serve import address


class Served(ModuleType):
    """Stands in for the server: notes how it was started."""

    def __init__(self) -> None:
        super().__init__("cheatsheet_ls.lsp.server")
        self.started: list[object] = []

    def serve_stdio(self) -> int:
        self.started.append("stdio")
        return 0

    def serve_tcp(self, host: str, port: int) -> int:
        self.started.append((host, port))
        if port == 1:
            raise OSError(13, "Permission denied")
        return 1


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Served:
    server = Served()
    monkeypatch.setitem(sys.modules, "cheatsheet_ls.lsp.server", server)
    return server


@pytest.mark.parametrize(
    "arguments",
    [[], ["serve"], ["--stdio"], ["serve", "--stdio"], ["serve", "--clientProcessId=7", "--stdio"]],
)
def test_it_serves_standard_input_by_default(arguments: list[str], served: Served) -> None:
    assert main(arguments) == 0
    assert served.started == ["stdio"]


def test_it_serves_tcp_with_or_without_the_word_serve(served: Served) -> None:
    assert main(["serve", "--tcp", "localhost:2087"]) == 1
    assert main(["--tcp", ":2088", "--stdio"]) == 1
    assert served.started == [("localhost", 2087), ("127.0.0.1", 2088)]


def test_an_address_that_cannot_be_served_is_one_line(
    served: Served, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--tcp", "1"]) == 1
    assert capsys.readouterr().err == (
        "django-cheatsheet-ls: cannot serve at 127.0.0.1:1: Permission denied\n"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("localhost:2087", ("localhost", 2087)),
        ("0.0.0.0:80", ("0.0.0.0", 80)),
        (":2087", ("127.0.0.1", 2087)),
        ("2087", ("127.0.0.1", 2087)),
        ("[::1]:2087", ("::1", 2087)),
    ],
)
def test_an_address_is_loopback_unless_told_otherwise(text: str, expected: tuple[str, int]) -> None:
    assert address(text) == expected
