"""Code actions: an example of the sheet put where it belongs, with the imports it needs."""

from cheatsheet_ls.features.actions.insert_example import Offer, edits_for, offers

__all__ = ["Offer", "edits_for", "offers"]
