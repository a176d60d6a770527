"""Whether the committed facts still tell what the installed packages do; see `__main__`."""
