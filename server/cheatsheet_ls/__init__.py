"""A Django cheat sheet that lives in the editor."""
