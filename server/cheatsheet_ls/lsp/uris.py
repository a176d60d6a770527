"""URIs of documents to paths and back, for every platform, decided without asking the disk.

>>> to_path("file:///c%3A/My%20Site/models.py", windows=True)
'C:\\\\My Site\\\\models.py'
"""

from __future__ import annotations

import os
import re
from urllib.parse import quote, unquote, urlsplit

WINDOWS = os.name == "nt"

_DRIVE = re.compile(r"/?([A-Za-z]):(?=/|$)")
_SAFE = "/-._~!$&'()*+,;=@"


def to_path(uri: str, *, windows: bool = WINDOWS) -> str | None:
    """None for what is no file: `untitled:`, `git:`, notebook cells, text that is no URI."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return None
    if parts.scheme.lower() != "file":
        return None
    # `#` and `?` belong to the name: clients that do not escape them mean files called so.
    path = unquote(parts.path)
    if parts.query:
        path += "?" + unquote(parts.query)
    if parts.fragment:
        path += "#" + unquote(parts.fragment)
    if "\x00" in path or not path:
        return None
    return _windows_path(parts.netloc, path) if windows else _posix_path(parts.netloc, path)


def _posix_path(host: str, path: str) -> str:
    return f"//{host}{path}" if host and host.lower() != "localhost" else path


def _windows_path(host: str, path: str) -> str:
    path = path.replace("\\", "/")
    if host and host.lower() != "localhost":
        return f"//{unquote(host)}{path}".replace("/", "\\")
    drive = _DRIVE.match(path)
    if drive:
        path = drive[1].upper() + ":" + (path[drive.end() :] or "/")
    return path.replace("/", "\\")


def from_path(path: str, *, windows: bool = WINDOWS) -> str:
    if not windows:
        return "file://" + quote(path, safe=_SAFE + ":")
    path = path.replace("\\", "/")
    if path.startswith("//"):
        host, _, rest = path[2:].partition("/")
        return f"file://{host}/{quote(rest, safe=_SAFE)}"
    drive = _DRIVE.match(path)
    if drive:
        # VS Code writes drives this way; comparing goes by `key`, which accepts every way.
        return f"file:///{drive[1].lower()}%3A{quote(path[drive.end() :], safe=_SAFE)}"
    return "file://" + quote(path, safe=_SAFE)


def key(uri: str, *, windows: bool = WINDOWS) -> str:
    """Equal for all spellings of one document: escapes, the drive's case, on Windows any case."""
    path = to_path(uri, windows=windows)
    if path is None:
        return unquote(uri)
    return path.lower() if windows else path
