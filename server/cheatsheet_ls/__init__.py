"""A Django cheat sheet that lives in the editor."""

__version__ = "0.1.0"  # as in pyproject.toml; asking the installed package costs a start 40 ms
