"""The table of stored runs, and how they differ."""
