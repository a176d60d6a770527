"""The only layer that speaks LSP: positions, capabilities, configuration, requests."""

from cheatsheet_ls.lsp import lazy_types, without_tls

without_tls.install()
lazy_types.install()
