"""Other documents that name Django's things: command files, lists of packages, `.env` files."""
