"""A release from one command: `python -m tools.release`."""
