"""Which item of the owner's list is answered by what: rows in TOML, a table for readers."""
