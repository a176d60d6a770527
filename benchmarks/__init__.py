"""How fast the server is, and how much it needs, beside a floor and its peers."""
