"""Entries of the sheet drawn by lot, for somebody who reads them again beside Django's source.

The same seed draws the same entries as long as the sheet has the same ids.
"""
