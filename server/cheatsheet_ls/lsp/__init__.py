"""The only layer that speaks LSP: positions, capabilities, configuration, requests."""
