"""The server does without TLS, and takes it from nobody."""

from __future__ import annotations

import subprocess
import sys


def run(code: str) -> str:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_a_server_that_starts_loads_no_openssl() -> None:
    code = """
import sys
from cheatsheet_ls.lsp.server import create_server
from cheatsheet_ls.sheet.load import load_index
create_server()
load_index()
print([name for name in ("ssl", "_ssl", "_hashlib") if name in sys.modules])
"""
    assert run(code) == "[]"


def test_whoever_wants_it_later_gets_it() -> None:
    code = """
import cheatsheet_ls.lsp, ssl, asyncio
print(ssl.create_default_context().verify_mode.name)
"""
    assert run(code) == "CERT_REQUIRED"


def test_what_was_imported_before_stays() -> None:
    code = """
import ssl, asyncio.sslproto
import cheatsheet_ls.lsp, sys
print(sys.modules["ssl"] is ssl, asyncio.sslproto.ssl is ssl)
"""
    assert run(code) == "True True"
