"""The only layer that speaks LSP: positions, capabilities, configuration, requests."""

from cheatsheet_ls.lsp import lazy_types

lazy_types.install()
