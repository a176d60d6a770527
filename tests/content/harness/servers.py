"""Scopes `systemd` and `nginx`: configuration read strictly, directives known by name."""

from __future__ import annotations

import re

from .example import Example, Failed

SECTIONS = {"Unit", "Service", "Install", "Socket", "Timer"}
UNIT = [
    "Description",
    "Documentation",
    "After",
    "Before",
    "Requires",
    "Wants",
    "PartOf",
    "BindsTo",
    "Conflicts",
    "Type",
    "User",
    "Group",
    "WorkingDirectory",
    "RuntimeDirectory",
    "StateDirectory",
    "LogsDirectory",
    "Environment",
    "EnvironmentFile",
    "ExecStart",
    "ExecStartPre",
    "ExecStartPost",
    "ExecReload",
    "ExecStop",
    "KillMode",
    "KillSignal",
    "Restart",
    "RestartSec",
    "TimeoutStartSec",
    "TimeoutStopSec",
    "PrivateTmp",
    "ProtectSystem",
    "ProtectHome",
    "NoNewPrivileges",
    "ReadWritePaths",
    "UMask",
    "LimitNOFILE",
    "NotifyAccess",
    "WantedBy",
    "RequiredBy",
    "Also",
    "Alias",
    "ListenStream",
    "SocketUser",
    "SocketGroup",
    "SocketMode",
    "OnCalendar",
    "Persistent",
    "OnBootSec",
    "OnUnitActiveSec",
    "StandardOutput",
    "StandardError",
    "SyslogIdentifier",
    "RuntimeDirectoryMode",
    "StartLimitIntervalSec",
    "StartLimitBurst",
    "MemoryMax",
    "CPUQuota",
    "PrivateDevices",
    "ProtectKernelTunables",
    "RemainAfterExit",
]
NGINX = [
    "server",
    "listen",
    "server_name",
    "location",
    "root",
    "alias",
    "proxy_pass",
    "proxy_set_header",
    "proxy_redirect",
    "proxy_http_version",
    "proxy_read_timeout",
    "proxy_connect_timeout",
    "proxy_send_timeout",
    "proxy_buffering",
    "client_max_body_size",
    "upstream",
    "keepalive",
    "access_log",
    "error_log",
    "expires",
    "add_header",
    "return",
    "rewrite",
    "try_files",
    "include",
    "ssl_certificate",
    "ssl_certificate_key",
    "ssl_protocols",
    "ssl_ciphers",
    "ssl_session_cache",
    "ssl_prefer_server_ciphers",
    "ssl_session_timeout",
    "gzip",
    "gzip_types",
    "gzip_min_length",
    "gzip_vary",
    "http",
    "events",
    "worker_connections",
    "map",
    "if",
    "set",
    "deny",
    "allow",
    "index",
    "error_page",
    "charset",
    "sendfile",
    "types",
    "default_type",
    "resolver",
    "limit_req",
    "limit_req_zone",
    "http2",
    "internal",
    "default",
    "ssl_dhparam",
    "keepalive_timeout",
]


VALUES = {
    "Type": {"simple", "exec", "forking", "oneshot", "dbus", "notify", "idle"},
    "Restart": {"no", "always", "on-success", "on-failure", "on-abnormal", "on-abort"},
    "KillMode": {"control-group", "mixed", "process", "none"},
    "WantedBy": {"multi-user.target", "sockets.target", "timers.target", "default.target"},
    "ProtectSystem": {"true", "full", "strict"},
}
NGINX_VARIABLES = re.compile(
    r"\$(host|http_\w+|remote_addr|scheme|request_uri|uri|args|proxy_add_x_forwarded_for"
    r"|server_name|server_port|request_method|document_root|binary_remote_addr|arg_\w+|\d)$"
)


def systemd(example: Example) -> None:
    section = None
    for line in re.sub(r"\\\n\s*", " ", example.code).splitlines():
        if not line.strip() or line[0] in "#;":
            continue
        if found := re.fullmatch(r"\[(\w+)\]", line):
            section = found[1]
            known(section, SECTIONS, "section")
        elif section is None or not (found := re.fullmatch(r"(\w+)=(.*)", line)):
            raise Failed(f"not a unit file's line: {line!r}")
        else:
            known(found[1], UNIT, "directive")
            if found[1] in VALUES:
                known(found[2], VALUES[found[1]], f"value of {found[1]}")
            if found[1].startswith("Exec") and not re.match(r"[-@+!:]*/", found[2]):
                raise Failed(f"{found[1]} wants an absolute path: {found[2]!r}")
    if section is None:
        raise Failed("has no section")


def nginx(example: Example) -> None:
    text = re.sub(r"(^|\s)#.*", "", example.code)
    tokens = re.findall(
        r"\"(?:\\.|[^\"])*\"|'(?:\\.|[^'])*'|[{};]|(?:\$\{\w+\}|[^\s{};\"'])+", text
    )
    depth, statement, types = 0, list[str](), 0
    for token in tokens:
        if token not in ("{", "}", ";"):
            statement.append(token)
            continue
        if token == "}" and statement:
            raise Failed(f"missing semicolon after {' '.join(statement)!r}")
        if token != "}" and not statement:
            raise Failed(f"stray {token!r}")
        if statement and not types:
            known(statement[0], NGINX, "directive")
            for variable in re.findall(r"\$\w+", " ".join(statement)):
                if not NGINX_VARIABLES.match(variable) and f"map {variable}" not in text:
                    raise Failed(f"unknown variable {variable}")
        types = (
            depth
            if token == "{" and statement[0] in ("types", "map")
            else types
            if depth >= types
            else 0
        )
        depth += {"{": 1, "}": -1, ";": 0}[token]
        if token == "}" and types and depth <= types:
            types = 0
        if depth < 0:
            raise Failed("one closing brace too many")
        statement = []
    if depth or statement:
        raise Failed("ends inside a block or statement")


def known(word: str, words: object, what: str) -> None:
    if word not in words:  # type: ignore[operator]
        raise Failed(f"unknown {what} {word!r}")
