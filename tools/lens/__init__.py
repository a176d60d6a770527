"""The problems of whole folders, printed to be judged; `compare` sets them against Django's own."""
