"""Custom tags and filters."""
