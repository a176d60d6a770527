"""A server that notes what it does to the world: Python's audit events, one JSON line each.

python tests/support/audited.py LOG    serves standard input and output
"""

from __future__ import annotations

import json
import os
import sys

# What reaches out: the network, other programs, code that is loaded natively.
NETWORK = ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo")
NETWORK += ("socket.gethostbyname", "socket.gethostbyaddr", "urllib.Request", "http.client.connect")
PROGRAMS = ("subprocess.Popen", "os.system", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn")
PROGRAMS += ("os.spawn", "os.startfile", "pty.spawn", "webbrowser.open")
WRITING = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate")
WRITING += ("os.chmod", "os.chown", "os.utime", "shutil.rmtree", "shutil.move", "shutil.copyfile")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def main() -> None:
    log = os.open(sys.argv.pop(), os.O_WRONLY | os.O_CREAT)
    watched = frozenset((*NETWORK, *PROGRAMS, *WRITING, "exec", "import"))

    def note(event: str, arguments: tuple[object, ...]) -> None:
        written = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITES
        if written or event in watched:
            told = [str(getattr(one, "co_filename", one)) for one in arguments[:3]]
            os.write(log, json.dumps([event, *told]).encode() + b"\n")

    sys.addaudithook(note)
    from cheatsheet_ls.cli import main as serve

    serve([])


if __name__ == "__main__":
    main()
