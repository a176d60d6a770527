"""Every action through the real server on really started projects; see `run.py`."""
